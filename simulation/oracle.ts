// Checks a verdict against the cluster's own state.
import type { CommitOutcome, Result } from './client.js';
import type { SimulatedCluster } from './cluster.js';
import { evidenceIn, isAmbiguous, provenResult } from './evidence.js';
import { commitsIn, type Exchange } from './exchanges.js';
import type { Scenario, Upload } from './scenario.js';

/** One commit of one session from start to end, with what the client cannot know. */
export interface SessionCommit {
  readonly scenario: Scenario;
  readonly upload: Upload;
  /** In the order in which the client sent the requests. */
  readonly exchanges: readonly Exchange[];
  readonly startedMs: number;
  readonly endedMs: number;
  /** When the step was cancelled, if that was before the end. */
  readonly cancelledMs: number | undefined;
  readonly outcome: CommitOutcome;
  /** Whether the cluster had published this session before. */
  readonly publishedBefore: boolean;
  /** Whether the file at the path already carried this session's id without being its content. */
  readonly stampedBefore: boolean;
  /** Whether the cluster had published the session once every request of this commit was over. */
  readonly publishedAfter: boolean;
}

/**
 * Where no client can give the true verdict, because two different courses of events look the same to it:
 * `same-size file` another writer's file of the same size is at the path, less than two minutes older than the last chunk or newer;
 * `session gone while publishing` the session was deleted or expired while its file was being published, the listing
 * showed that file, and the cluster rolled it back afterwards;
 * `acknowledged while publishing` the only attempt was answered with an unexpected success before the cluster had ended
 * it, the listing showed the file that was being published, and the cluster rolled it back afterwards;
 * `cut-off success of a front end` the same after any attempts, where the last answer was the head of a 200 that something
 * in front of the cluster sent and did not complete;
 * `outdated listing` a cache answered a look-up, and with the cluster's own answer the verdict would have been another;
 * `stamped by an earlier commit` an earlier, rolled-back overwrite of this session makes the first plain 200 false;
 * `published by an earlier commit` an earlier commit published the session, and the cluster refuses this one;
 * `upload completed during the commit` the missing chunk arrived after the first attempt.
 */
export type UndecidableCase =
  | 'same-size file'
  | 'session gone while publishing'
  | 'acknowledged while publishing'
  | 'cut-off success of a front end'
  | 'outdated listing'
  | 'stamped by an earlier commit'
  | 'published by an earlier commit'
  | 'upload completed during the commit';

export type Assessment =
  | { readonly kind: 'correct' }
  | { readonly kind: 'undecidable'; readonly name: UndecidableCase }
  | { readonly kind: 'wrong' };

/** Compares a verdict with what happened. `unknown` is never wrong. */
export function assess(result: Result, commit: SessionCommit, cluster: SimulatedCluster): Assessment {
  if (result === 'unknown' || (result === 'committed') === commit.publishedAfter) return { kind: 'correct' };
  const name =
    (isOutdated(result, commit) ? 'outdated listing' : undefined) ??
    (result === 'committed' ? whyFalselyCommitted(commit, cluster) : whyFalselyFailed(commit));
  return name === undefined ? { kind: 'wrong' } : { kind: 'undecidable', name };
}

/** Whether the verdict is proven by what the client was shown, and not by what the cluster would have shown it. */
function isOutdated(result: Result, { exchanges }: SessionCommit): boolean {
  const uncached = exchanges.map((exchange) =>
    exchange.result && exchange.uncached
      ? { ...exchange, result: { atMs: exchange.result.atMs, ...exchange.uncached } }
      : exchange,
  );
  return provenResult(exchanges) === result && provenResult(uncached) !== result;
}

function whyFalselyCommitted(commit: SessionCommit, cluster: SimulatedCluster): UndecidableCase | undefined {
  const { exchanges, upload, stampedBefore } = commit;
  const { answers, session, content, contentLookup } = evidenceIn(exchanges);
  const last = answers.at(-1);
  if (!answers.some(isAmbiguous)) {
    return last === 'success' && stampedBefore ? 'stamped by an earlier commit' : undefined;
  }
  const pathState = contentLookup?.pathState;
  if (provenResult(exchanges) !== 'committed' || content !== 'matches' || pathState === undefined) return undefined;
  if (pathState.kind === 'publishing' && pathState.sessionId === upload.sessionId) {
    if (session === 'gone') return 'session gone while publishing';
    if (last === 'unexpected success') return 'acknowledged while publishing';
    const isFromFrontEnd = commitsIn(exchanges).at(-1)?.isFromFrontEnd === true;
    return last === 'interrupted success' && isFromFrontEnd ? 'cut-off success of a front end' : undefined;
  }
  const isOwnFile =
    pathState.kind === 'stable' && pathState.file && cluster.isPublishedBy(upload.sessionId, pathState.file);
  return isOwnFile ? undefined : 'same-size file';
}

function whyFalselyFailed({ publishedBefore, upload, exchanges }: SessionCommit): UndecidableCase | undefined {
  if (publishedBefore) return 'published by an earlier commit';
  const firstMs = commitsIn(exchanges)[0]?.sentMs ?? Number.POSITIVE_INFINITY;
  const isCompletedDuring = upload.kind === 'completed late' && upload.lateMs > firstMs;
  return isCompletedDuring ? 'upload completed during the commit' : undefined;
}
