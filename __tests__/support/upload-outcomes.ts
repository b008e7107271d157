// Files and outcomes of an upload for tests.
import type { PackageFile } from '../../src/upload/package-files.js';
import type { FileOutcome } from '../../src/upload/upload-events.js';
import type { UploadOutcome } from '../../src/upload/upload-outcome.js';

/** A file of a package. */
export function packageFile(path: string, sizeBytes = 100): PackageFile {
  return { path, storePath: `App/${path}`, localPath: `/package/${path}`, sizeBytes, modifiedMs: 0 };
}

/** What came of a file: published in one request by default. */
export function fileOutcome(path: string, changed: Partial<FileOutcome> & { readonly sizeBytes?: number } = {}) {
  const { sizeBytes, ...others } = changed;
  const outcome: FileOutcome = {
    file: packageFile(path, sizeBytes),
    result: 'published',
    sessionIds: [],
    attempts: 1,
    durationMs: 5,
    ...others,
  };
  return outcome;
}

/** What came of an upload: uploaded by default. */
export function uploadOutcome(changed: Partial<UploadOutcome> = {}): UploadOutcome {
  return {
    result: 'uploaded',
    files: [],
    publishedFiles: 2,
    notableFiles: [],
    bytesSent: 200,
    attempts: 3,
    durationMs: 1_500,
    ...changed,
  };
}
