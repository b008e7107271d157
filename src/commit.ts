// One session from first try to verdict. What is known is data here; words come later.
import type { Cancellation } from './cancellation.js';
import { type Clock, every } from './clock.js';
import { type Attempt, type ImageStore, isSuccess } from './image-store.js';

/** `unknown`: the cluster may or may not have committed, and the evidence does not decide. */
export type Result = 'committed' | 'failed' | 'unknown';

/** All that is known of one session when its commit is over. */
export interface Outcome {
  sessionId: string;
  result: Result;
  attempts: number;
  /** What came of the last attempt; none when the commit was not begun. */
  last?: Attempt;
  durationMs: number;
}

/** What happens on the way, for whoever tells it. */
export type CommitEvent =
  | { kind: 'begun'; sessionId: string }
  | { kind: 'waiting'; sessionId: string; waitedMs: number }
  | { kind: 'ended'; outcome: Outcome };

export interface CommitOptions {
  store: ImageStore;
  clock: Clock;
  timeoutSeconds: number;
  /** Stops everything at once: what is in flight becomes unknown, what is not begun fails. */
  cancellation: Cancellation;
  tell: (event: CommitEvent) => void;
}

/** A long wait is not a silent one. */
const heartbeatMs = 30_000;

/** Commits one upload session. Resolves with what is known, whatever happened. */
export async function commitSession(sessionId: string, options: CommitOptions): Promise<Outcome> {
  const { store, clock, timeoutSeconds, cancellation, tell } = options;
  const startedMs = clock.now();
  const end = (outcome: Omit<Outcome, 'sessionId' | 'durationMs'>): Outcome => {
    const ended = { sessionId, durationMs: clock.now() - startedMs, ...outcome };
    tell({ kind: 'ended', outcome: ended });
    return ended;
  };

  if (cancellation.requested) return end({ result: 'failed', attempts: 0 });
  // Begun before it is told: the words are made while the connection is.
  const answer = store.commit(sessionId, timeoutSeconds, cancellation);
  tell({ kind: 'begun', sessionId });
  const stopHeartbeat = every(clock, heartbeatMs, () =>
    tell({ kind: 'waiting', sessionId, waitedMs: clock.now() - startedMs }),
  );
  const last = await answer.finally(stopHeartbeat);
  return end({ result: isSuccess(last) ? 'committed' : isAmbiguous(last) ? 'unknown' : 'failed', attempts: 1, last });
}

/**
 * Whether the cluster may have acted although it did not say so. An error 500, 502, 503 or 504 can come while the commit
 * goes on, or after it (server-side work is not cancelled: StoreTransactionAsyncOperation.cpp); a lost answer likewise,
 * unless as much of it came as its refusal (4xx).
 */
function isAmbiguous(attempt: Attempt): boolean {
  if (attempt.kind === 'answered') return [500, 502, 503, 504].includes(attempt.status);
  return attempt.sent && !isRefusal(attempt.status);
}

function isRefusal(status: number | undefined): boolean {
  return status !== undefined && status >= 400 && status < 500;
}
