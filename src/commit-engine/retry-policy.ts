// Whether another attempt follows, and after how long: a pure decision.
import type { Attempt, ResponseAttempt } from '../image-store/attempt.js';
import { classify, isAmbiguous } from './verdict.js';

/** What has happened to one session so far. */
export interface RetryState {
  /** Every attempt, the one to decide about last; at least one. */
  readonly attempts: readonly Attempt[];
  /** From the start of the first attempt until now. */
  readonly elapsedMs: number;
  /** From the first OperationsPending until now; undefined when there was none. */
  readonly inProgressMs: number | undefined;
}

/** What the author allows. */
export interface RetryLimits {
  readonly maxAttempts: number;
  readonly timeoutSeconds: number;
}

/** Why no attempt follows. */
export type StopReason =
  /** The answer is final: success, or a refusal that would be repeated. */
  | 'final'
  /** No attempts are left. */
  | 'attempts'
  /** The next one would start too late: an upload session lives 30 minutes after its last chunk. */
  | 'time'
  /** Another commit of the path was in progress for as long as a commit may take. */
  | 'inProgress';

export type RetryDecision =
  | { readonly retry: true; readonly waitMs: number }
  | { readonly retry: false; readonly stopReason: StopReason };

/** `UploadSessionTimeout` of the image store (FileStoreServiceConfig.h): no attempt starts later than this after the first. */
export const sessionLifetimeMs = 30 * 60_000;
/** The wait after the first attempt; it doubles from there, up to the longest. */
const firstWaitMs = 1_000;
const longestWaitMs = 30_000;

/**
 * Decides whether to send the commit once more. Repeating is safe while the session lives, because the image store
 * knows a session that it has already committed; a refusal is never repeated.
 * @param random a number from 0 up to but not including 1
 */
export function decideRetry(state: RetryState, limits: RetryLimits, random: number): RetryDecision {
  const { attempts, elapsedMs, inProgressMs } = state;
  const last = attempts.at(-1);
  if (last === undefined || !isRetryable(attempts, last)) return { retry: false, stopReason: 'final' };

  const isInProgress = classify(last) === 'inProgress';
  // One attempt means one request, whatever it finds.
  if (isInProgress ? limits.maxAttempts === 1 : countAttempts(attempts) >= limits.maxAttempts) {
    return { retry: false, stopReason: 'attempts' };
  }

  const backoffMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempts.length - 1) * (0.75 + random / 2));
  // A Retry-After lengthens the wait; 0, a past date or a short time must not turn the attempts into a burst.
  const askedMs = last.kind === 'response' ? (last.retryAfterMs ?? 0) : 0;
  let waitMs = Math.max(backoffMs, askedMs);
  if (isInProgress) {
    const leftMs = limits.timeoutSeconds * 1_000 - (inProgressMs ?? 0);
    if (leftMs <= 0) return { retry: false, stopReason: 'inProgress' };
    waitMs = Math.min(waitMs, leftMs);
  }
  if (elapsedMs + waitMs > sessionLifetimeMs) return { retry: false, stopReason: 'time' };
  return { retry: true, waitMs: Math.round(waitMs) };
}

/** How many of `maxAttempts` are used up; polling a path where another commit is in progress uses up none. */
export function countAttempts(attempts: readonly Attempt[]): number {
  return attempts.filter((attempt) => classify(attempt) !== 'inProgress').length;
}

/** Whether the same request may be answered differently the next time. */
export function isTransient(attempt: Attempt): boolean {
  return isRetryable([attempt], attempt);
}

function isRetryable(attempts: readonly Attempt[], last: Attempt): boolean {
  if (last.kind === 'response') return isRetryableResponse(attempts, last);
  if (last.problem === 'cancelled') return false;
  if (last.problem === 'connect') return !last.permanent;
  // A refusal whose body was cut off is still a refusal.
  return isAmbiguous(classify(last)) || last.problem === 'deadline' || isBusyStatus(last.status);
}

function isRetryableResponse(attempts: readonly Attempt[], last: ResponseAttempt): boolean {
  const { status, error } = last;
  if (isBusyStatus(status) || [502, 503, 504].includes(status)) return true;
  if (status === 400) return error?.code === 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED';
  if (status !== 500) return false;
  if (classify(last) === 'inProgress') return true;
  const unknownErrors = attempts.filter(
    (each) => each.kind === 'response' && each.status === 500 && classify(each) !== 'inProgress',
  );
  return unknownErrors.length <= 1; // an unknown 500 is tried once more only
}

function isBusyStatus(status: number | undefined): boolean {
  return status === 408 || status === 429;
}
