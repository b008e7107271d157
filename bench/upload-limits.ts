// What uploads must not exceed. Every run also checks that each file of the package has the right bytes.
import { curlLoop, uploadAction } from './upload-candidates.js';
import { hugeFile, manyFiles } from './upload-packages.js';
import type { UploadResults } from './upload-results.js';

/** The upload that is limited. */
const limitedUpload = { packageName: manyFiles.name, roundTripMs: 50 };

/** How long this upload may take, relative to the computed limit, on an idle machine. */
export const uploadGoal = 1.2;

/**
 * For the few rounds of a quick run on a busy machine, which sends 204 MB slowly. With half as many requests at a time the
 * action still fails: it measured 2.04.
 */
export const quickUploadLimit = 1.6;

/** How many times longer the other programs must take, if they are measured. */
const minSlower: Readonly<Record<string, number>> = { sfctl: 4.5, [curlLoop.name]: 15 };

/** Memory of the upload of a file of 300 MiB in addition to that of Node.js alone: measured are 37 to 42 MB. */
const maxAdditionalBytes = 60e6;

/** Every limit that the results exceed, as a sentence. */
export function exceededUploadLimits(results: UploadResults, maxRelative: number): readonly string[] {
  return [...slowUploads(results, maxRelative), ...excessiveMemory(results)];
}

function slowUploads({ uploads }: UploadResults, maxRelative: number): readonly string[] {
  const { packageName, roundTripMs } = limitedUpload;
  const name = `upload of ${packageName} at ${roundTripMs} ms`;
  const upload = uploads.find((each) => each.packageName === packageName && each.roundTripMs === roundTripMs);
  if (upload === undefined) return [`${name}: not measured`];
  return upload.programs.flatMap((program) => {
    if (program.name === uploadAction.name) {
      const relative = program.medianMs / upload.limitMs;
      if (relative <= maxRelative) return [];
      return [`${name}: ${relative.toFixed(2)} × the computed limit, at most ${maxRelative} is allowed`];
    }
    const minRatio = minSlower[program.name] ?? 0;
    if (program.ratio >= minRatio) return [];
    return [
      `${name}: only ${program.ratio.toFixed(1)} × faster than ${program.name}, at least ${minRatio} is required`,
    ];
  });
}

function excessiveMemory({ uploadMemory }: UploadResults): readonly string[] {
  return uploadMemory
    .filter(({ name, additionalBytes }) => name === hugeFile.name && additionalBytes > maxAdditionalBytes)
    .map(({ name, additionalBytes }) => {
      const [additional, limit] = [additionalBytes, maxAdditionalBytes].map(
        (bytes) => `${(bytes / 1e6).toFixed(1)} MB`,
      );
      return `memory of the upload of ${name}: ${additional} more than Node.js alone, the limit is ${limit}`;
    });
}
