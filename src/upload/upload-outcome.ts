// What came of an upload. Data; words come later.
import type { ChangedFile } from './changed-files.js';
import type { ListingFailure } from './folder-listing.js';
import type { RequestFailure } from './folder-state.js';
import type { PackageFile } from './package-files.js';
import type { FileOutcome, Phase } from './upload-events.js';

/** What kept an upload from succeeding. */
export type UploadProblem =
  /** Something else lies at the path: what is not part of this package. Nothing was sent. */
  | { readonly kind: 'foreignContent'; readonly paths: readonly string[] }
  /** A listing failed, or its pages do not end. */
  | { readonly kind: 'listing'; readonly phase: Phase; readonly failure: ListingFailure }
  | { readonly kind: 'request'; readonly phase: Phase; readonly failure: RequestFailure }
  /** Files are not published: their outcomes say why. */
  | { readonly kind: 'files' }
  | { readonly kind: 'changedFiles'; readonly changes: readonly ChangedFile[] }
  /** In the end files are missing or have another size, or others do not go away. */
  | { readonly kind: 'differences'; readonly wrong: readonly PackageFile[]; readonly stale: readonly string[] }
  | { readonly kind: 'cancelled' };

export interface UploadOutcome {
  /** `unknown`: the commit of a file or the root's marker is in doubt. */
  readonly result: 'uploaded' | 'failed' | 'unknown';
  /** Missing when the package is uploaded. */
  readonly problem?: UploadProblem;
  /** The files that are not published, and those that went through a session, the biggest first. */
  readonly files: readonly FileOutcome[];
  readonly publishedFiles: number;
  /** Of the published files the biggest and the slowest, a few of each. */
  readonly notableFiles: readonly FileOutcome[];
  readonly bytesSent: number;
  /** Requests that changed something in the image store, or tried to. */
  readonly attempts: number;
  readonly durationMs: number;
}

/** Why an upload ends before its end. */
export interface EarlyEnd {
  readonly result: 'failed' | 'unknown';
  readonly problem: UploadProblem;
}

export function failed(problem: UploadProblem): EarlyEnd {
  return { result: 'failed', problem };
}

/** Files are not published. The result is unknown only when nothing but commits in doubt keeps it from being clear. */
export function unpublished(outcomes: readonly FileOutcome[]): EarlyEnd {
  const isFailed = outcomes.some(({ result, reason }) => {
    return result === 'failed' && reason !== 'notStarted' && reason !== 'cancelled';
  });
  const isUnknown = !isFailed && outcomes.some(({ result }) => result === 'unknown');
  return { result: isUnknown ? 'unknown' : 'failed', problem: { kind: 'files' } };
}
