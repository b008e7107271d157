// What all requests of an upload share: the lanes in which they run, their repetition, and their number.
import type { CommitOptions } from '../commit-engine/commit-session.js';
import type { Attempt } from '../image-store/attempt.js';
import type { ImageStore } from '../image-store/client.js';
import type { UploadStore } from '../image-store/upload-client.js';
import type { AdaptiveLimiter } from '../shared/adaptive-limiter.js';
import { type Clock, sleep } from '../shared/clock.js';
import { askedMs, backoffMs, classifyTransfer } from './transfer-policy.js';
import type { UploadEvent } from './upload-events.js';

export interface UploadLimits {
  readonly timeoutSeconds: number;
  /** Per file, and only those without progress between them. */
  readonly maxAttempts: number;
  readonly concurrency: number;
}

/** What the modules of an upload share. */
export interface UploadContext {
  /** Looks up and commits. */
  readonly sessionStore: ImageStore;
  /** Uploads, lists and deletes. */
  readonly store: UploadStore;
  readonly lanes: AdaptiveLimiter;
  readonly limits: UploadLimits;
  readonly clock: Clock;
  /** A number from 0 up to but not including 1. */
  readonly random: () => number;
  readonly signal: AbortSignal;
  readonly onEvent: (event: UploadEvent) => void;
  /** Counts a request that changes something. */
  readonly countAttempt: () => void;
}

/** What one look-up or one page of a listing may take. */
export const lookupDeadlineMs = 30_000;

/** A request that is repeated until it succeeds, is refused, or has failed `maxAttempts` times. */
export interface RepeatedRequest<Result> {
  /** The path in the image store or the id of the session that it is about. */
  readonly subject: string;
  readonly send: () => Promise<Result>;
  /** The attempt that has failed; undefined for a success. */
  readonly failureOf: (result: Result) => Attempt | undefined;
  readonly isUrgent?: boolean;
}

/** Sends a request until its result is final. */
export async function repeatRequest<Result>(
  { subject, send, failureOf, isUrgent }: RepeatedRequest<Result>,
  context: UploadContext,
): Promise<Result> {
  const { lanes, limits, clock, signal, random, onEvent } = context;
  for (let failures = 1; ; failures += 1) {
    const result = await lanes.run(send, isUrgent ? 'urgent' : 'small');
    const attempt = failureOf(result);
    reportToLanes(attempt, context);
    if (attempt === undefined || failures >= limits.maxAttempts || signal.aborted) return result;
    const answer = classifyTransfer(attempt);
    if (answer === 'refused' || answer === 'cancelled' || askedMs(attempt) > longestAskedMs) return result;
    // An overloaded store makes all requests wait in the limiter.
    const waitMs = Math.max(answer === 'overloaded' ? 0 : backoffMs(failures, random()), askedMs(attempt));
    onEvent({ kind: 'retrying', subject, attempt, failures, waitMs });
    await sleep(clock, waitMs, signal);
  }
}

/** A Retry-After that asks for more ends the attempts; sessions live for 30 minutes. */
const longestAskedMs = 30 * 60_000;

/** Tells the limiter whether the store works. @param attempt undefined for a success */
export function reportToLanes(attempt: Attempt | undefined, { lanes, onEvent }: UploadContext): void {
  if (attempt === undefined || classifyTransfer(attempt) === 'success') {
    lanes.recordSuccess();
  } else if (classifyTransfer(attempt) === 'overloaded') {
    const before = lanes.concurrency;
    const pauseMs = lanes.recordOverload(askedMs(attempt) > longestAskedMs ? 0 : askedMs(attempt));
    if (lanes.concurrency < before || before === 1) {
      onEvent({ kind: 'slowedDown', attempt, pauseMs, concurrency: lanes.concurrency });
    }
  }
}

/** The attempt that has failed in the result of a look-up. */
export function failedLookup(found: { readonly kind: string; readonly attempt?: Attempt }): Attempt | undefined {
  return found.kind === 'failed' ? found.attempt : undefined;
}

/** The attempt, unless it is a success. */
export function failedTransfer(attempt: Attempt): Attempt | undefined {
  return classifyTransfer(attempt) === 'success' ? undefined : attempt;
}

/** The options with which a commit runs in the lanes of an upload. */
export function commitOptions(context: UploadContext): Omit<CommitOptions, 'onEvent' | 'knownSession'> {
  const { sessionStore, lanes, limits, clock, random, signal, countAttempt } = context;
  return {
    store: sessionStore,
    limiter: { run: (task) => lanes.run(() => task(undefined), 'urgent') },
    maxAttempts: limits.maxAttempts,
    timeoutSeconds: limits.timeoutSeconds,
    clock,
    random,
    signal,
    onAttempt: (attempt) => {
      countAttempt();
      reportToLanes(attempt, context);
    },
  };
}
