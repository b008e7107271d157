// Uploads one file in one request, which is repeated after anything but a refusal: the same bytes go to the same path.
import type { PackageFile } from './package-files.js';
import { failedTransfer, repeatRequest, type UploadContext } from './requests.js';
import { classifyTransfer } from './transfer-policy.js';
import type { FileOutcome, FileReason } from './upload-events.js';

/** Uploads a file. Resolves with what is known, whatever happened. */
export async function uploadInOneRequest(file: PackageFile, context: UploadContext): Promise<FileOutcome> {
  const { store, limits, clock, signal, onEvent, countAttempt } = context;
  const { path, storePath, localPath, sizeBytes } = file;
  let attempts = 0;
  // From the first request on: until then the file only waits for others.
  let startedMs = clock.now();
  const content = sizeBytes > 0 ? { path: localPath, start: 0, sizeBytes } : undefined;
  const onProgress = (bytes: number): void => onEvent({ kind: 'bytesSent', bytes });
  const attempt = await repeatRequest(
    {
      subject: storePath,
      send: () => {
        if (attempts === 0) startedMs = clock.now();
        attempts += 1;
        countAttempt();
        return store.putFile(storePath, content, { timeoutSeconds: limits.timeoutSeconds, signal, onProgress });
      },
      failureOf: failedTransfer,
    },
    context,
  );
  const durationMs = clock.now() - startedMs;
  const common = { file, sessionIds: [], attempts, durationMs };
  const answer = classifyTransfer(attempt);
  const outcome: FileOutcome =
    answer === 'success'
      ? { ...common, result: 'published' }
      : { ...common, result: 'failed', reason: reasonOf(answer), last: attempt };
  if (answer === 'success') onEvent({ kind: 'fileProgress', path, storedBytes: sizeBytes });
  onEvent({ kind: 'fileEnded', outcome });
  return outcome;
}

function reasonOf(answer: ReturnType<typeof classifyTransfer>): FileReason {
  return answer === 'refused' || answer === 'cancelled' ? answer : 'attempts';
}
