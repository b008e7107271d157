// Commits one upload session, from the first attempt to the verdict. What is known is data here; words come later.
import { type Attempt, hasResponded } from '../image-store/attempt.js';
import type { ContentLookup, SessionLookup, UploadSession } from '../image-store/responses.js';
import { sleep } from '../shared/clock.js';
import type { Limiter } from '../shared/limiter.js';
import { type Heartbeat, startHeartbeat } from './heartbeat.js';
import { contentEvidence, type LookupOptions, lookUpContent, lookUpSession, sessionEvidence } from './lookups.js';
import { countAttempts, decideRetry, type RetryLimits, type StopReason, sessionLifetimeMs } from './retry-policy.js';
import { classify, evaluate, isAmbiguous, type Reason, type Result } from './verdict.js';

/** All that is known of one session when its commit is over. */
export interface Outcome {
  readonly sessionId: string;
  readonly result: Result;
  /** Why the result is what it is; `cancelled` before there could be a verdict. */
  readonly reason: Reason | 'cancelled';
  readonly attempts: number;
  readonly durationMs: number;
  /** The last attempt; none when the commit was not started. */
  readonly last?: Attempt;
  /** The first attempt after which the cluster may have acted, where that is not the last one. */
  readonly firstAmbiguous?: Attempt;
  /** Why no other attempt followed. */
  readonly stopReason?: StopReason;
  /** The session as last seen, also when it is gone by now. */
  readonly session?: UploadSession;
  /** What was looked up in the end, in this order: it explains a refusal, or settles an ambiguous commit. */
  readonly sessionLookup?: SessionLookup;
  readonly contentLookup?: ContentLookup;
  /** Whether nothing at the endpoint has ever sent a byte of a response, although requests went out. */
  readonly neverAnswered?: true;
  /** Whether all attempts were failures of other sessions, so that this one was never tried. */
  readonly untried?: true;
}

/** What happens on the way. */
export type CommitEvent = { readonly sessionId: string } & (
  | { readonly kind: 'started' }
  | ({ readonly kind: 'waiting' } & Heartbeat)
  /** `number` counts what `maxAttempts` counts. */
  | { readonly kind: 'ambiguous'; readonly number: number; readonly attempt: Attempt }
  | { readonly kind: 'retrying'; readonly number: number; readonly attempt: Attempt; readonly waitMs: number }
  | { readonly kind: 'sessionLookup'; readonly found: SessionLookup }
  | { readonly kind: 'contentLookup'; readonly path: string; readonly found: ContentLookup }
  | { readonly kind: 'finished'; readonly outcome: Outcome }
);

export interface CommitOptions extends RetryLimits, LookupOptions {
  /** A number from 0 up to but not including 1. */
  readonly random: () => number;
  /** Runs the attempts of all sessions, a bounded number at a time. */
  readonly limiter: Pick<Limiter<Attempt>, 'run'>;
  /** The session as it was looked up before its commit; missing where nobody has. */
  readonly knownSession?: UploadSession;
  readonly onEvent: (event: CommitEvent) => void;
  /** Is told what came of every request that was sent. */
  readonly onAttempt: (attempt: Attempt) => void;
}

/** All look-ups of one session together end this long after its last response. */
const allLookupsMs = 30_000;

/** What is known of a session while it is being committed. */
interface SessionState {
  readonly sessionId: string;
  readonly attempts: Attempt[];
  /** How many of the attempts were requests of its own. */
  requests: number;
  hasResponse: boolean;
  lookupsUntilMs: number;
  startedMs: number | undefined;
  /** When OperationsPending was first answered. */
  inProgressSinceMs: number | undefined;
  /** The session as last seen. */
  session: UploadSession | undefined;
  isGone: boolean;
}

/** What follows an attempt. */
type Step = Outcome | { readonly waitMs: number };

/**
 * Commits one upload session, trying again where that is safe. Resolves with what is known, whatever happened. When
 * the signal is aborted everything stops at once: what is in flight becomes unknown, what has not started fails.
 * @param sharedFailure counts as the first attempt, in place of a request
 */
export async function commitSession(
  sessionId: string,
  sharedFailure: Attempt | undefined,
  options: CommitOptions,
): Promise<Outcome> {
  const { limiter, clock, signal } = options;
  const state: SessionState = {
    sessionId,
    attempts: [],
    requests: 0,
    hasResponse: false,
    lookupsUntilMs: 0,
    startedMs: undefined,
    inProgressSinceMs: undefined,
    session: options.knownSession,
    isGone: false,
  };
  const run = (failure: Attempt | undefined): Promise<Step> => runAttempt(state, failure, options);

  const failsFast = (): boolean => countAttempts(state.attempts) + 1 < options.maxAttempts;

  let step = await (sharedFailure ? run(sharedFailure) : limiter.run(run, failsFast()));
  while (!('result' in step)) {
    await sleep(clock, step.waitMs, signal);
    step = await limiter.run(run, failsFast());
  }
  return step;
}

/** Runs one attempt, or takes the shared failure in its place, and decides what follows. */
async function runAttempt(
  state: SessionState,
  sharedFailure: Attempt | undefined,
  options: CommitOptions,
): Promise<Step> {
  const { clock, random, signal, onEvent } = options;
  const { sessionId, attempts } = state;
  // The limiter may have made it wait.
  if (signal.aborted) return finishCancelled(state, options);
  if (elapsedMs(state, options) > sessionLifetimeMs) {
    state.lookupsUntilMs = clock.now() + allLookupsMs;
    return settle(state, 'time', undefined, options);
  }
  state.startedMs ??= clock.now();
  const attempt = sharedFailure ?? (await sendCommit(state, options));
  attempts.push(attempt);
  state.lookupsUntilMs = clock.now() + allLookupsMs;
  if (classify(attempt) === 'inProgress') state.inProgressSinceMs ??= clock.now();

  const isInDoubt = attempts.map(classify).some(isAmbiguous);
  let sessionLookup: SessionLookup | undefined;
  if (isInDoubt && state.session === undefined && !state.isGone && !signal.aborted) {
    // Path and size are learnt while the session exists: it is lost when the store moves to another node.
    onEvent({ kind: 'ambiguous', sessionId, number: countAttempts(attempts), attempt });
    sessionLookup = await lookUpAndRemember(state, options);
  }
  const { inProgressSinceMs } = state;
  const inProgressMs = inProgressSinceMs === undefined ? undefined : clock.now() - inProgressSinceMs;
  const decision = decideRetry({ attempts, elapsedMs: elapsedMs(state, options), inProgressMs }, options, random());
  if (signal.aborted && (isInDoubt || decision.retry)) return finishCancelled(state, options);
  if (!decision.retry) return settle(state, decision.stopReason, sessionLookup, options);
  onEvent({ kind: 'retrying', sessionId, number: countAttempts(attempts), attempt, waitMs: decision.waitMs });
  return decision;
}

async function sendCommit(state: SessionState, options: CommitOptions): Promise<Attempt> {
  const { store, clock, signal, timeoutSeconds, onEvent, onAttempt } = options;
  const { sessionId } = state;
  state.requests += 1;
  if (state.requests === 1) onEvent({ kind: 'started', sessionId });
  const heartbeat = startHeartbeat(clock, (beat) => onEvent({ kind: 'waiting', sessionId, ...beat }));
  try {
    const attempt = await store.commit(sessionId, timeoutSeconds, signal, heartbeat.sent);
    state.hasResponse ||= hasResponded(attempt);
    onAttempt(attempt);
    return attempt;
  } finally {
    heartbeat.stop();
  }
}

async function lookUpAndRemember(state: SessionState, options: CommitOptions): Promise<SessionLookup | undefined> {
  const found = await lookUpSession(state.sessionId, state.lookupsUntilMs, options);
  if (found === undefined) return undefined;
  if (found.kind === 'found') state.session = found.session;
  state.isGone = found.kind === 'notFound';
  state.hasResponse ||= found.kind !== 'failed' || hasResponded(found.attempt);
  return found;
}

/**
 * Ends a commit whose attempts have ended: by its last answer or, once an attempt was ambiguous, by the session and the
 * content at its path.
 * @param earlierLookup the session as it was looked up after the last attempt
 */
async function settle(
  state: SessionState,
  stopReason: StopReason,
  earlierLookup: SessionLookup | undefined,
  options: CommitOptions,
): Promise<Outcome> {
  const answers = state.attempts.map(classify);
  const last = answers.at(-1);
  if (!answers.some(isAmbiguous)) {
    const sessionLookup = last === 'invalidArgument' ? await lookUpAndRemember(state, options) : undefined;
    return finish(state, { ...evaluate({ answers }), stopReason, ...(sessionLookup && { sessionLookup }) }, options);
  }
  if ((last === 'success' || last === 'interruptedSuccess') && state.session) {
    const contentLookup = await lookUpContent(state.sessionId, state.session.path, state.lookupsUntilMs, options);
    const verdict = evaluate({
      answers,
      content: contentEvidence(contentLookup, state.session, options.previousVersion),
    });
    if (verdict.result === 'committed') {
      return finish(state, { ...verdict, stopReason, ...(contentLookup && { contentLookup }) }, options);
    }
  }
  const sessionLookup = earlierLookup ?? (await lookUpAndRemember(state, options));
  const { session } = state;
  const contentLookup = session && (await lookUpContent(state.sessionId, session.path, state.lookupsUntilMs, options));
  const verdict = evaluate({
    answers,
    session: sessionEvidence(sessionLookup, session),
    content: session && contentEvidence(contentLookup, session, options.previousVersion),
  });
  const lookups = { ...(sessionLookup && { sessionLookup }), ...(contentLookup && { contentLookup }) };
  return finish(state, { ...verdict, stopReason, ...lookups }, options);
}

function finishCancelled(state: SessionState, options: CommitOptions): Outcome {
  const result = state.attempts.map(classify).some(isAmbiguous) ? 'unknown' : 'failed';
  return finish(state, { result, reason: 'cancelled' }, options);
}

type Conclusion = Pick<Outcome, 'result' | 'reason'> &
  Partial<Pick<Outcome, 'stopReason' | 'sessionLookup' | 'contentLookup'>>;

function finish(state: SessionState, conclusion: Conclusion, options: CommitOptions): Outcome {
  const { sessionId, attempts, session } = state;
  const last = attempts.at(-1);
  const firstAmbiguous = attempts.slice(0, -1).find((attempt) => isAmbiguous(classify(attempt)));
  const outcome: Outcome = {
    sessionId,
    attempts: attempts.length,
    durationMs: elapsedMs(state, options),
    ...(last && { last }),
    ...(firstAmbiguous && { firstAmbiguous }),
    ...(session && { session }),
    ...conclusion,
    ...(!state.hasResponse && attempts.some(isSent) && { neverAnswered: true }),
    ...(state.requests === 0 && attempts.length > 0 && { untried: true }),
  };
  options.onEvent({ kind: 'finished', sessionId, outcome });
  return outcome;
}

function isSent(attempt: Attempt): boolean {
  return attempt.kind === 'response' || attempt.sent;
}

function elapsedMs({ startedMs }: SessionState, { clock }: CommitOptions): number {
  return startedMs === undefined ? 0 : clock.now() - startedMs;
}
