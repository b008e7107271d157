// The judge of a verdict: the cluster's own state.
import type { Outcome } from '../src/commit/commit-session.js';
import { commitsOf, type Exchange, isAmbiguous, isDone, proofOf } from './exchanges.js';
import type { History, Upload } from './history.js';
import type { World } from './world.js';

/** One commit of one session, from first to last, with all that was going on behind the client's back. */
export interface Run {
  history: History;
  upload: Upload;
  /** All exchanges of this run, in the order they were begun. */
  exchanges: readonly Exchange[];
  startedMs: number;
  endedMs: number;
  /** When the wish to stop came, if it came before the end. */
  cancelledMs: number | undefined;
  outcome: Outcome;
  /** Whether the cluster had published this session before the run began. */
  publishedBefore: boolean;
  /** Whether the file at the path carried this session's stamp by then, without being its. */
  stampedBefore: boolean;
  /** Whether it had published the session when the run had ended and everything it left behind had come to its end. */
  publishedAfter: boolean;
}

/**
 * Where a true verdict is out of any client's reach, because two histories of which it sees the same end differently:
 * `look-alike` another file of the same size, not older than two minutes before the last chunk, is at the path;
 * `gone in mid-publication` the session was deleted or expired while its file was on its way in, the listing showed
 * that file, and it was rolled back after that;
 * `stamped before` an earlier run's rolled-back overwrite made the first, plain 200 of this one false;
 * `published before` an earlier run had published the session, and this one was refused;
 * `upload went on` the session was completed while it was being committed.
 */
export type Indistinct =
  | 'look-alike'
  | 'gone in mid-publication'
  | 'stamped before'
  | 'published before'
  | 'upload went on';

/** What to think of a verdict. */
export type Finding = { kind: 'true' } | { kind: 'indistinct'; name: Indistinct } | { kind: 'lie' };

/** Compares a verdict with what happened. */
export function findingOf(result: Outcome['result'], run: Run, world: World): Finding {
  if (result === 'unknown' || (result === 'committed') === run.publishedAfter) return { kind: 'true' };
  const name = result === 'committed' ? whyFalselyCommitted(run, world) : whyFalselyFailed(run);
  return name === undefined ? { kind: 'lie' } : { kind: 'indistinct', name };
}

function whyFalselyCommitted(run: Run, world: World): Indistinct | undefined {
  const { exchanges, upload, stampedBefore } = run;
  const commits = commitsOf(exchanges);
  if (!commits.some(({ seen }) => isAmbiguous(seen))) {
    return isDone(commits.at(-1)) && stampedBefore ? 'stamped before' : undefined;
  }
  const { shown, isGone, isAlike } = proofOf(exchanges);
  if (!isAlike || shown === undefined) return undefined;
  if (shown.kind === 'transit' && shown.sessionId === upload.sessionId) {
    return isGone ? 'gone in mid-publication' : undefined;
  }
  const isOurs = shown.kind === 'stable' && shown.file && world.isPublishedBy(upload.sessionId, shown.file);
  return isOurs ? undefined : 'look-alike';
}

function whyFalselyFailed({ publishedBefore, upload, exchanges }: Run): Indistinct | undefined {
  if (publishedBefore) return 'published before';
  const firstMs = commitsOf(exchanges)[0]?.sentMs ?? Number.POSITIVE_INFINITY;
  return upload.kind === 'completed late' && upload.lateMs > firstMs ? 'upload went on' : undefined;
}
