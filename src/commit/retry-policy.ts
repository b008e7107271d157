// Again or not, and after how long: a pure decision.
import type { Attempt } from '../image-store/attempt.js';
import { classify } from './verdict.js';

/** What has happened to one session so far. */
export interface Progress {
  /** Every attempt, the one to decide about last; at least one. */
  attempts: readonly Attempt[];
  /** From the start of the first attempt until now. */
  elapsedMs: number;
  /** From the first OperationsPending until now; undefined when there was none. */
  pendingMs: number | undefined;
  /** Now, for a Retry-After that names a date. */
  epochMs: number;
}

/** What the author allows. */
export interface RetryLimits {
  maxAttempts: number;
  timeoutSeconds: number;
}

/** Why no attempt follows. */
export type StopReason =
  /** The answer is final: success, or a refusal that would be repeated. */
  | 'final'
  /** No attempts are left. */
  | 'attempts'
  /** The next one would start too late: an upload session lives 30 minutes after its last chunk. */
  | 'time'
  /** The path was busy for as long as a commit may take. */
  | 'inProgress';

export type Decision = { again: true; waitMs: number } | { again: false; why: StopReason };

/** `UploadSessionTimeout` of the image store (FileStoreServiceConfig.h): no attempt starts later than this after the first. */
export const sessionLifeMs = 30 * 60_000;
const firstWaitMs = 1_000;
const longestWaitMs = 30_000;

/**
 * Whether to send the commit once more. Repeating is safe while the session lives, because the image store knows a
 * session that it has already committed; what is never safe to repeat is a refusal.
 * @param random a number from 0 up to but not including 1
 */
export function decide(progress: Progress, limits: RetryLimits, random: number): Decision {
  const { attempts, elapsedMs, pendingMs, epochMs } = progress;
  const last = attempts.at(-1);
  if (last === undefined || !isWorthRepeating(attempts, last)) return { again: false, why: 'final' };

  const pending = classify(last) === 'inProgress';
  const counted = attempts.filter((attempt) => classify(attempt) !== 'inProgress').length;
  // One attempt means one request, whatever it finds; otherwise waiting for a busy path uses up none.
  if (pending ? limits.maxAttempts === 1 : counted >= limits.maxAttempts) return { again: false, why: 'attempts' };

  const backoffMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempts.length - 1) * (0.75 + random / 2));
  const askedMs = last.kind === 'response' ? retryAfterMs(last.headers.retryAfter, epochMs) : undefined;
  let waitMs = askedMs ?? backoffMs;
  if (pending) {
    const leftMs = limits.timeoutSeconds * 1_000 - (pendingMs ?? 0);
    if (leftMs <= 0) return { again: false, why: 'inProgress' };
    waitMs = Math.min(Math.max(waitMs, backoffMs), leftMs);
  }
  if (elapsedMs + waitMs > sessionLifeMs) return { again: false, why: 'time' };
  return { again: true, waitMs: Math.round(waitMs) };
}

/** Whether asking the same again may be answered differently. */
export function isTransient(attempt: Attempt): boolean {
  return isWorthRepeating([attempt], attempt);
}

function isWorthRepeating(attempts: readonly Attempt[], last: Attempt): boolean {
  if (last.kind === 'noResponse') {
    if (last.problem === 'cancelled') return false;
    if (last.problem === 'connect') return !isFinalConnectFailure(last.code);
    // A refusal that was cut off is a refusal all the same.
    return classify(last) === 'indeterminate' || last.problem === 'deadline' || isBusyStatus(last.status);
  }
  const { status, error } = last;
  if (isBusyStatus(status) || [502, 503, 504].includes(status)) return true;
  if (status === 400) return error?.code === 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED';
  if (status !== 500) return false;
  if (classify(last) === 'inProgress') return true;
  const others = attempts.filter(
    (each) => each.kind === 'response' && each.status === 500 && classify(each) !== 'inProgress',
  );
  return others.length <= 1; // an unknown 500 once more only
}

/** An unknown name, a refused certificate, a peer without TLS, a proxy that lets nobody through: the next try says the same. */
function isFinalConnectFailure(code: string): boolean {
  return /^ENOTFOUND$|^EPROTO$|^ERR_(SSL|TLS)_|^PROXY_REFUSED$|^PFX_|CERT|SIGNED|^UNABLE_TO_|^INVALID_|^PATH_LENGTH_|^UNSPECIFIED$/.test(
    code,
  );
}

function isBusyStatus(status: number | undefined): boolean {
  return status === 408 || status === 429;
}

/** What a Retry-After asks for, in milliseconds; undefined when there is none that can be read. */
function retryAfterMs(value: string | undefined, epochMs: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1_000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - epochMs);
}
