// The contract's rules for attempts, waits and lookups, checked against what a commit did.
import {
  commitsIn,
  durationMs,
  type Exchange,
  type ExchangeResult,
  errorCodeOf,
  evidenceIn,
  isAmbiguous,
  isIncomplete,
  isSuccess,
  responseOf,
} from './exchanges.js';
import type { SessionCommit } from './oracle.js';
import type { Scenario } from './scenario.js';

const [secondMs, minuteMs] = [1_000, 60_000];
const lookupMs = 15 * secondMs;
/** After the last attempt: two session lookups, and two content lookups of up to four requests with 7 s of waits each. */
const maxLookupPhaseMs = 2 * lookupMs + 2 * (4 * lookupMs + 7 * secondMs);

/** The rules that this commit broke, whatever its verdict. */
export function brokenRules(commit: SessionCommit): readonly string[] {
  const attempts = commitsIn(commit.exchanges);
  const rules = [...attemptRules(commit, attempts), ...timeRules(commit, attempts), ...evidenceRules(commit, attempts)];
  return rules.filter(([, isKept]) => !isKept).map(([rule]) => rule);
}

type Rule = readonly [rule: string, isKept: boolean];
type Attempts = readonly Exchange[];

function attemptRules({ scenario, outcome, cancelledMs }: SessionCommit, attempts: Attempts): readonly Rule[] {
  const { maxAttempts } = scenario;
  const counted = attempts.filter((attempt) => !isPending(attempt));
  return [
    ['the outcome counts every attempt', outcome.attempts === attempts.length],
    ['at most max-attempts attempts, not counting those that find the path busy', counted.length <= maxAttempts],
    ['max-attempts 1 means one POST', maxAttempts > 1 || attempts.length <= 1],
    ['at least one POST, unless the step is cancelled', attempts.length > 0 || cancelledMs !== undefined],
    ['no attempt follows a final response', attempts.slice(0, -1).every(({ result }) => !isFinal(result))],
    ['an unknown 500 is retried only once', attempts.filter(isUnknown500).length <= 2],
    ['a busy path is polled for at most timeout seconds', isPolledInTime(attempts, scenario)],
    ['a wait is as long as Retry-After says, or at most 30 s', areWaitsRight(attempts)],
  ];
}

function timeRules(commit: SessionCommit, attempts: Attempts): readonly Rule[] {
  const { scenario, exchanges, startedMs, endedMs, cancelledMs } = commit;
  const attemptMs = scenario.timeoutSeconds * secondMs + lookupMs;
  const lookups = exchanges.filter(({ operation }) => operation !== 'commit');
  return [
    ['no attempt starts after 30 minutes', (attempts.at(-1)?.sentMs ?? 0) - startedMs <= 30 * minuteMs],
    ['an attempt ends within timeout + 15 s', attempts.every((attempt) => durationMs(attempt) <= attemptMs)],
    ['a lookup ends within 15 s', lookups.every((lookup) => durationMs(lookup) <= lookupMs)],
    ['the commit ends in time', endedMs - startedMs <= 30 * minuteMs + attemptMs + maxLookupPhaseMs],
    ['cancelling ends the commit at once', cancelledMs === undefined || endedMs === cancelledMs],
    ['no request is sent after cancelling', exchanges.every(({ sentMs }) => sentMs <= (cancelledMs ?? sentMs))],
  ];
}

function evidenceRules(commit: SessionCommit, attempts: Attempts): readonly Rule[] {
  const { exchanges, outcome } = commit;
  const isPlain = outcome.result === 'committed' && exchanges.length === 1;
  return [
    ['a first plain 200 needs one request', !isSuccess(attempts[0]) || isPlain],
    ['without an ambiguous attempt, only a 400 is followed by a lookup', hasNoNeedlessLookup(commit, attempts)],
    ['an ambiguous attempt is followed by a session lookup', isSessionLookedUp(commit)],
    ['a file that is being published is looked up again', isContentLookedUpAgain(commit)],
    ['the verdict is not unknown when the evidence proves one', isProvenVerdictGiven(commit)],
    ['the result is committed, failed or unknown', ['committed', 'failed', 'unknown'].includes(outcome.result)],
  ];
}

function isPending(attempt: Exchange): boolean {
  return errorCodeOf(responseOf(attempt)) === 'OperationsPending';
}

/** Whether no attempt may follow. */
function isFinal(result: ExchangeResult | undefined): boolean {
  if (result === undefined) return true;
  if (result.kind === 'no response') return ['ENOTFOUND', 'CERT_HAS_EXPIRED', 'CANCELLED'].includes(result.code);
  const { status } = result;
  if (status === 408 || status === 429) return false;
  if (errorCodeOf(result) === 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED') return false;
  return ![500, 502, 503, 504].includes(status);
}

function isUnknown500(attempt: Exchange): boolean {
  return responseOf(attempt)?.status === 500 && !isPending(attempt);
}

function isPolledInTime(attempts: Attempts, { timeoutSeconds }: Scenario): boolean {
  const firstMs = attempts.find(isPending)?.result?.atMs ?? 0;
  return attempts.every(({ sentMs }, index) => {
    const previous = attempts[index - 1];
    return previous === undefined || !isPending(previous) || sentMs - firstMs <= timeoutSeconds * secondMs;
  });
}

function areWaitsRight(attempts: Attempts): boolean {
  return attempts.slice(1).every(({ sentMs }, index) => {
    const previous = attempts[index];
    if (previous?.result === undefined) return false;
    const waitedMs = sentMs - previous.result.atMs;
    const retryAfter = responseOf(previous)?.headers['retry-after'];
    if (retryAfter === undefined) {
      return (isPending(previous) || waitedMs >= 750) && waitedMs <= 30 * secondMs + lookupMs;
    }
    const requestedMs = /^\d+$/.test(retryAfter)
      ? Number(retryAfter) * secondMs
      : Date.parse(retryAfter) - previous.result.atMs;
    return isPending(previous) || waitedMs >= requestedMs;
  });
}

function hasNoNeedlessLookup({ exchanges, outcome }: SessionCommit, attempts: Attempts): boolean {
  if (attempts.some(({ result }) => isAmbiguous(result))) return true;
  const lookups = exchanges.filter(({ operation }) => operation !== 'commit');
  const last = responseOf(attempts.at(-1));
  const isExplained = last?.status === 400 && errorCodeOf(last) === 'E_INVALIDARG' && outcome.result === 'failed';
  return lookups.length === 0 || (isExplained && lookups.every(({ operation }) => operation === 'session lookup'));
}

/** The session's path and size must be read before a failover loses them, so the session comes first. */
function isSessionLookedUp({ exchanges, cancelledMs }: SessionCommit): boolean {
  const ambiguous = exchanges.findIndex(({ operation, result }) => operation === 'commit' && isAmbiguous(result));
  if (ambiguous < 0) return true;
  const next = exchanges[ambiguous + 1];
  return next?.operation === 'session lookup' || (next === undefined && cancelledMs !== undefined);
}

/** The last lookup may find the file still being published only if four lookups did. */
function isContentLookedUpAgain({ exchanges, cancelledMs }: SessionCommit): boolean {
  const isPublishing = (lookup: Exchange | undefined): boolean => {
    const response = responseOf(lookup);
    return errorCodeOf(response) === 'FABRIC_E_FILE_NOT_FOUND' && !response?.truncated;
  };
  const lookups = exchanges.filter(({ operation }) => operation === 'content lookup');
  return cancelledMs !== undefined || !isPublishing(lookups.at(-1)) || lookups.filter(isPublishing).length >= 4;
}

/** A client that always says `unknown` would never be wrong, and useless. */
function isProvenVerdictGiven({ exchanges, outcome, cancelledMs }: SessionCommit): boolean {
  if (outcome.result !== 'unknown' || cancelledMs !== undefined) return true;
  const lastLookup = exchanges.findLast(({ operation }) => operation === 'session lookup');
  return !evidenceIn(exchanges).matches && !isIncomplete(lastLookup);
}
