// Sends all files of a package, the biggest first, a bounded number of requests at a time.

import { runAll } from '../shared/run-all.js';
import { uploadInChunks } from './chunk-upload.js';
import { createContentHashes } from './content-hashes.js';
import { uploadInOneRequest } from './file-upload.js';
import { createNotableFiles } from './notable-files.js';
import type { PackageFile } from './package-files.js';
import type { UploadContext } from './requests.js';
import { isSharedFailure } from './transfer-policy.js';
import type { FileOutcome } from './upload-events.js';
import type { Transfer } from './upload-plan.js';

/** What came of the files. */
export interface SentFiles {
  /** Those that are not published, and those that went through a session, in the order of the plan. */
  readonly outcomes: readonly FileOutcome[];
  readonly publishedFiles: number;
  /** Of the published files the biggest and the slowest, a few of each. */
  readonly notableFiles: readonly FileOutcome[];
}

/** So many files may fail; after that, the others would hardly show anything new. */
const maxFailedFiles = 10;

/** Starts reading big files. Returns the way to send everything, to be called once. */
export function prepareSending(bigFiles: readonly PackageFile[], context: UploadContext) {
  const hashes = createContentHashes(context.signal);
  for (const file of bigFiles.slice(0, context.limits.concurrency)) void hashes.of(file);

  return async function sendFiles(transfers: readonly Transfer[], hadContent: boolean): Promise<SentFiles> {
    const { limits, signal } = context;
    const outcomes = new Map<PackageFile, FileOutcome>();
    const notable = createNotableFiles();
    let publishedFiles = 0;
    let failedFiles = 0;
    let isStopped = false;
    const keep = (outcome: FileOutcome): void => {
      if (outcome.result === 'published') {
        publishedFiles += 1;
        notable.add(outcome);
      } else {
        failedFiles += 1;
      }
      if (outcome.result !== 'published' || outcome.sessionIds.length > 0) outcomes.set(outcome.file, outcome);
      isStopped ||= failedFiles >= maxFailedFiles || (outcome.last !== undefined && isSharedFailure(outcome.last));
    };
    const send = async ({ kind, file }: Transfer): Promise<void> => {
      if (isStopped || signal.aborted) keep(notStarted(file));
      else if (kind === 'put') keep(await uploadInOneRequest(file, context));
      else keep(await sendBigFile(file));
    };
    const sendBigFile = async (file: PackageFile): Promise<FileOutcome> => {
      const hash = await hashes.of(file);
      if (signal.aborted) return notStarted(file);
      if ('problem' in hash) return { ...notStarted(file), reason: 'unreadable', description: hash.problem };
      if (hash.sizeBytes !== file.sizeBytes) return { ...notStarted(file), reason: 'changed' };
      return uploadInChunks(file, hash, hadContent, context);
    };
    const ofKind = (kind: Transfer['kind']): readonly Transfer[] => transfers.filter((each) => each.kind === kind);
    // A cluster without sessions needs no hashes.
    if (ofKind('session').length === 0) hashes.stop();
    await Promise.all([
      runAll(ofKind('session'), limits.concurrency, send),
      runAll(ofKind('put'), limits.concurrency, send),
    ]);
    const planned = transfers.map(({ file }) => outcomes.get(file)).filter((each) => each !== undefined);
    return { outcomes: planned, publishedFiles, notableFiles: notable.list() };
  };
}

function notStarted(file: PackageFile): FileOutcome {
  return { file, result: 'failed', reason: 'notStarted', sessionIds: [], attempts: 0, durationMs: 0 };
}
