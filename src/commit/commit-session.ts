// One session from first try to verdict. What is known is data here; words come later.

import type { Attempt } from '../image-store/attempt.js';
import type { ImageStore } from '../image-store/client.js';
import type { ContentLookup, LookupFailure, SessionLookup, UploadSession } from '../image-store/responses.js';
import type { Cancellation } from '../runner/signals.js';
import { type Clock, every, sleep } from '../shared/clock.js';
import type { Turns } from '../shared/limiter.js';
import { decide, isTransient, type RetryLimits, type StopReason, sessionLifeMs } from './retry-policy.js';
import {
  type AnswerClass,
  classify,
  type Evidence,
  evaluate,
  isAmbiguous,
  type Reason,
  type Result,
} from './verdict.js';

/** All that is known of one session when its commit is over. */
export interface Outcome {
  sessionId: string;
  result: Result;
  /** Why the result is what it is; `cancelled` before there could be a verdict. */
  reason: Reason | 'cancelled';
  attempts: number;
  durationMs: number;
  /** What came of the last attempt; none when the commit was not begun. */
  last?: Attempt;
  /** Why no other attempt followed. */
  stopped?: StopReason;
  /** The session as last seen, also when it is gone by now. */
  session?: UploadSession;
  /** What was looked up in the end, in this order; by that a refusal is explained or a doubt settled. */
  sessionNow?: SessionLookup;
  content?: ContentLookup;
}

/** What happens on the way, for whoever tells it. */
export type CommitEvent = { sessionId: string } & (
  | { kind: 'begun' }
  | { kind: 'waiting'; waitedMs: number }
  | { kind: 'doubt'; number: number; attempt: Attempt }
  | { kind: 'again'; number: number; attempt: Attempt; waitMs: number }
  | { kind: 'session'; found: SessionLookup }
  | { kind: 'content'; path: string; found: ContentLookup }
  | { kind: 'ended'; outcome: Outcome }
);

export interface CommitOptions extends RetryLimits {
  store: ImageStore;
  clock: Clock;
  /** A number from 0 up to but not including 1. */
  random: () => number;
  /** When it is this session's turn for another attempt; it has the one for its first. */
  turns: Turns;
  /** Stops everything at once: what is in flight becomes unknown, what is not begun fails. */
  cancellation: Cancellation;
  tell: (event: CommitEvent) => void;
}

/** A long wait is not a silent one. */
const heartbeatMs = 30_000;
/** All that one look-up may take, its repetitions included. */
const lookUpMs = 15_000;
/** How often a look-up that failed in passing is repeated, and a file in mid-publication asked for again. */
const [lookUpRetries, publishingRetries] = [2, 3];
/** A file's date may be this much before the last chunk's: they can come from two nodes. */
const clockSkewMs = 2 * 60_000;

/**
 * Commits one upload session, trying again where that is safe. Resolves with what is known, whatever happened.
 * @param opening a failure that counts as the first attempt, for which there is no turn then
 */
export async function commitSession(
  sessionId: string,
  opening: Attempt | undefined,
  options: CommitOptions,
): Promise<Outcome> {
  const { store, clock, random, cancellation, turns, timeoutSeconds, tell } = options;
  const attempts: Attempt[] = [];
  let startedMs: number | undefined;
  let firstPendingMs: number | undefined;
  let session: UploadSession | undefined;
  let isGone = false;
  const elapsedMs = (): number => (startedMs === undefined ? 0 : clock.now() - startedMs);

  const end = (verdict: Pick<Outcome, 'result' | 'reason'>, found: Partial<Outcome> = {}): Outcome => {
    const last = attempts.at(-1);
    const known = { ...(last && { last }), ...(session && { session }) };
    const outcome = { sessionId, ...verdict, attempts: attempts.length, durationMs: elapsedMs(), ...known, ...found };
    tell({ kind: 'ended', sessionId, outcome });
    return outcome;
  };

  const attempt = async (): Promise<Attempt> => {
    if (attempts.length === 0) tell({ kind: 'begun', sessionId });
    const sentMs = clock.now();
    const beat = (): void => tell({ kind: 'waiting', sessionId, waitedMs: clock.now() - sentMs });
    return store.commit(sessionId, timeoutSeconds, cancellation).finally(every(clock, heartbeatMs, beat));
  };

  const lookUpSession = async (): Promise<SessionLookup> => {
    const found = await repeated((leftMs) => store.lookUpSession(sessionId, leftMs, cancellation), options);
    if (found.kind === 'found') session = found.session;
    tell({ kind: 'session', sessionId, found });
    return found;
  };

  const lookUpContent = async (path: string): Promise<ContentLookup> => {
    for (let retries = 0; ; retries += 1) {
      const found = await repeated((leftMs) => store.lookUpContent(path, leftMs, cancellation), options);
      tell({ kind: 'content', sessionId, path, found });
      if (found.kind !== 'publishing' || retries === publishingRetries || cancellation.requested) return found;
      await sleep(clock, 1_000 * 2 ** retries, cancellation);
    }
  };

  /** Ends a commit whose attempts have: by its last answer, or, once one was in doubt, by looking. */
  const conclude = async (
    signs: readonly AnswerClass[],
    stopped: StopReason,
    asked?: SessionLookup,
  ): Promise<Outcome> => {
    if (!signs.some(isAmbiguous)) {
      const sessionNow = signs.at(-1) === 'invalidArgument' ? await lookUpSession() : undefined;
      return end(evaluate({ signs }), { stopped, ...(sessionNow && { sessionNow }) });
    }
    if (signs.at(-1) === 'success' && session) {
      const content = await lookUpContent(session.path);
      const verdict = evaluate({ signs, content: contentSign(content, session) });
      if (verdict.result === 'committed') return end(verdict, { stopped, content });
    }
    const sessionNow = asked ?? (await lookUpSession());
    const content = session && (await lookUpContent(session.path));
    const evidence = {
      signs,
      session: sessionSign(sessionNow, session),
      content: session && contentSign(content, session),
    };
    return end(evaluate(evidence), { stopped, sessionNow, ...(content && { content }) });
  };

  const cancelled = (): Outcome =>
    end({ result: attempts.map(classify).some(isAmbiguous) ? 'unknown' : 'failed', reason: 'cancelled' });

  /** One attempt, or the failure in its place, and what follows from it: the outcome, or another one after a wait. */
  const step = async (failure: Attempt | undefined): Promise<Outcome | { waitMs: number }> => {
    startedMs ??= clock.now();
    const last = failure ?? (await attempt());
    attempts.push(last);
    const signs = attempts.map(classify);
    const inDoubt = signs.some(isAmbiguous);
    if (classify(last) === 'inProgress') firstPendingMs ??= clock.now();

    let asked: SessionLookup | undefined;
    if (inDoubt && session === undefined && !isGone && !cancellation.requested) {
      // What the session is about is learnt while it is there: it is lost when the store moves to another node.
      tell({ kind: 'doubt', sessionId, number: attempts.length, attempt: last });
      asked = await lookUpSession();
      isGone = asked.kind === 'notFound';
    }
    const pendingMs = firstPendingMs === undefined ? undefined : clock.now() - firstPendingMs;
    const progress = { attempts, elapsedMs: elapsedMs(), pendingMs, epochMs: clock.epochMs() };
    const decision = decide(progress, options, random());
    if (cancellation.requested && (inDoubt || decision.again)) return cancelled();
    if (!decision.again) return conclude(signs, decision.why, asked);
    tell({ kind: 'again', sessionId, number: attempts.length, attempt: last, waitMs: decision.waitMs });
    return decision;
  };

  for (let failure = opening; ; failure = await turns.take()) {
    let next: Outcome | { waitMs: number };
    // The turn may have come late.
    if (cancellation.requested) next = cancelled();
    else if (elapsedMs() > sessionLifeMs) next = await conclude(attempts.map(classify), 'time');
    else next = await step(failure);
    if (failure === undefined) turns.end(attempts.at(-1));
    if ('result' in next) return next;
    await sleep(clock, next.waitMs, cancellation);
  }
}

/** Repeats a look-up that failed in passing, within what one look-up may take. */
async function repeated<Found>(
  ask: (leftMs: number) => Promise<Found | LookupFailure>,
  { clock, cancellation }: Pick<CommitOptions, 'clock' | 'cancellation'>,
): Promise<Found | LookupFailure> {
  const startedMs = clock.now();
  for (let retries = 0; ; retries += 1) {
    const found = await ask(lookUpMs - (clock.now() - startedMs));
    const waitMs = 1_000 * 2 ** retries;
    const isOver = retries === lookUpRetries || clock.now() - startedMs + waitMs >= lookUpMs || cancellation.requested;
    if (isOver || !isFailure(found) || !isTransient(found.attempt)) return found;
    await sleep(clock, waitMs, cancellation);
  }
}

function isFailure(found: unknown): found is LookupFailure {
  return typeof found === 'object' && found !== null && 'kind' in found && found.kind === 'failed';
}

/** A session that was last seen with bytes missing is gone for another reason than its commit: that shows nothing. */
function sessionSign(found: SessionLookup, lastSeen: UploadSession | undefined): Evidence['session'] {
  if (found.kind === 'failed') return undefined;
  if (found.kind === 'notFound') return lastSeen?.missingRanges.length === 0 ? 'gone' : undefined;
  return found.session.missingRanges.length === 0 ? 'complete' : 'incomplete';
}

/** Content is ours when it has the session's size and is not older than its last chunk. */
function contentSign(found: ContentLookup | undefined, session: UploadSession): Evidence['content'] {
  if (found?.kind === 'notFound') return 'absent';
  if (found?.kind !== 'found') return undefined;
  const { sizeBytes, modifiedMs } = found.file;
  return sizeBytes === session.sizeBytes && modifiedMs >= session.lastChunkMs - clockSkewMs ? 'matches' : 'differs';
}
