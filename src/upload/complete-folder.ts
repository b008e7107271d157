// The end of an upload: the folder becomes what the package is, and then its markers say so.
import { runAll } from '../shared/run-all.js';
import {
  compareFolder,
  type PackageTarget,
  type RequestFailure,
  remove,
  writeMarker,
  writeRootMarker,
} from './folder-state.js';
import type { PackageFile } from './package-files.js';
import type { UploadContext } from './requests.js';
import type { SentFiles } from './send-files.js';
import { type EarlyEnd, failed, unpublished } from './upload-outcome.js';
import { chunkBytes } from './upload-plan.js';

/** A folder that still differs after so many comparisons is changed by somebody else. */
const maxComparisons = 3;

/**
 * Compares the folder with the package, removes what an earlier package has left, and sends files again that have a wrong
 * size or are not there: a gateway whose disk is full stores a part of a file and reports success
 * (getfilefromuploadasyncoperation.cpp), and a commit whose answer was lost may not have ended yet. What is sent waits for it.
 * @param resend sends files once more, each in one request
 * @returns what keeps the folder from being the package
 */
export async function verifyFolder(
  target: PackageTarget,
  hasSessions: boolean,
  resend: (files: readonly PackageFile[]) => Promise<SentFiles>,
  context: UploadContext,
): Promise<EarlyEnd | undefined> {
  for (let comparisons = 1; ; comparisons += 1) {
    const compared = await compareFolder(target, context);
    if (compared.kind === 'failed') return failed({ kind: 'listing', phase: 'verifying', failure: compared });
    const { missing, wrong, stale } = compared;
    const different = [...missing, ...wrong];
    if (different.length === 0 && stale.length === 0) return undefined;
    // The store compares sizes itself when it joins chunks, so a big file of a wrong size is somebody else's.
    const canResend = wrong.every(({ sizeBytes }) => !hasSessions || sizeBytes <= chunkBytes);
    if (comparisons === maxComparisons || !canResend) return failed({ kind: 'differences', wrong: different, stale });
    const failure = await runUntilFailure(stale, context, async (path) => {
      const notRemoved = await remove(path, context);
      if (notRemoved === undefined) context.onEvent({ kind: 'staleRemoved', path });
      return notRemoved;
    });
    if (failure) return failed({ kind: 'request', phase: 'verifying', failure });
    const { outcomes, publishedFiles } = await resend(different);
    if (publishedFiles < different.length) return unpublished(outcomes);
  }
}

/** Writes the markers of all folders, children before their parents, and the root's alone and last. */
export async function markFolder(
  { package: content, imageStorePath }: PackageTarget,
  context: UploadContext,
): Promise<EarlyEnd | undefined> {
  const depthOf = (path: string): number => path.split('/').length;
  const depths = [...new Set(content.folders.map(depthOf))].toSorted((a, b) => b - a);
  for (const depth of depths) {
    const level = content.folders.filter((path) => depthOf(path) === depth);
    const failure = await runUntilFailure(level, context, (path) => writeMarker(`${imageStorePath}/${path}`, context));
    if (failure) return failed({ kind: 'request', phase: 'marking', failure });
  }
  const marking = await writeRootMarker(imageStorePath, context);
  if (marking.kind === 'marked') return undefined;
  const { kind, subject, attempt } = marking;
  const result = kind === 'unknown' ? 'unknown' : 'failed';
  return { result, problem: { kind: 'request', phase: 'marking', failure: { subject, attempt } } };
}

/** Changes every path, and begins no other once one has failed. @returns the first failure */
async function runUntilFailure(
  paths: readonly string[],
  { limits }: UploadContext,
  change: (path: string) => Promise<RequestFailure | undefined>,
): Promise<RequestFailure | undefined> {
  const failures: RequestFailure[] = [];
  await runAll(paths, limits.concurrency, async (path) => {
    const failure = failures.length === 0 ? await change(path) : undefined;
    if (failure) failures.push(failure);
  });
  return failures[0];
}
