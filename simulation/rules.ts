// The contract's rules for attempts, waits and look-ups, checked against what a commit did.
import { answerOf, errorCodeOf, isAmbiguous, provenResult } from './evidence.js';
import { commitsIn, durationMs, type Exchange, type ExchangeResult, responseOf } from './exchanges.js';
import type { SessionCommit } from './oracle.js';
import type { Scenario } from './scenario.js';

const [secondMs, minuteMs] = [1_000, 60_000];
const lookupMs = 15 * secondMs;
/** From a session's last response to the end of its look-ups. */
const allLookupsMs = 30 * secondMs;
const longestWaitMs = 30 * secondMs;

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
    [
      'an unexpected success is not repeated',
      attempts.slice(0, -1).every((each) => answerOf(each) !== 'unexpected success'),
    ],
    ['waits double from one second to 30 s, and Retry-After only lengthens them', areWaitsRight(attempts, scenario)],
  ];
}

function timeRules(commit: SessionCommit, attempts: Attempts): readonly Rule[] {
  const { scenario, exchanges, startedMs, endedMs, cancelledMs } = commit;
  const attemptMs = scenario.timeoutSeconds * secondMs + lookupMs;
  const lookups = exchanges.filter(({ operation }) => operation !== 'commit');
  return [
    ['no attempt starts after 30 minutes', (attempts.at(-1)?.sentMs ?? 0) - startedMs <= 30 * minuteMs],
    ['an attempt ends within timeout + 15 s', attempts.every((attempt) => durationMs(attempt) <= attemptMs)],
    ['a look-up ends within 15 s', lookups.every((lookup) => durationMs(lookup) <= lookupMs)],
    ["all look-ups end within 30 s of the session's last response", areLookupsInTime(exchanges)],
    ['the commit ends in time', endedMs - startedMs <= 30 * minuteMs + attemptMs + allLookupsMs],
    ['cancelling ends the commit at once', cancelledMs === undefined || endedMs === cancelledMs],
    ['no request is sent after cancelling', exchanges.every(({ sentMs }) => sentMs <= (cancelledMs ?? sentMs))],
  ];
}

function evidenceRules(commit: SessionCommit, attempts: Attempts): readonly Rule[] {
  const { exchanges, outcome, cancelledMs, upload } = commit;
  const isPlain = outcome.result === 'committed' && exchanges.length === 1;
  const isFirstSuccess = attempts[0] !== undefined && answerOf(attempts[0]) === 'success';
  const contentTarget = `/ImageStore/${upload.path}?`;
  const contentLookups = exchanges.filter(({ operation }) => operation === 'content lookup');
  return [
    ['a first plain 200 needs one request', !isFirstSuccess || isPlain],
    ['without an ambiguous attempt, only a 400 is followed by a look-up', hasNoNeedlessLookup(commit, attempts)],
    ['an ambiguous attempt is followed by a session look-up', isSessionLookedUp(commit)],
    ["only the session's path is looked up", contentLookups.every(({ target }) => target.startsWith(contentTarget))],
    ['a file that is being published is looked up again', isContentLookedUpAgain(commit, attempts)],
    [
      'the verdict is the one that the evidence proves, and unknown without one',
      cancelledMs !== undefined || outcome.result === provenResult(exchanges),
    ],
  ];
}

function isPending(attempt: Exchange): boolean {
  return answerOf(attempt) === 'path busy';
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

function areWaitsRight(attempts: Attempts, { timeoutSeconds }: Scenario): boolean {
  const firstPendingMs = attempts.find(isPending)?.result?.atMs ?? 0;
  return attempts.slice(1).every(({ sentMs }, index) => {
    const previous = attempts[index];
    if (previous?.result === undefined) return false;
    const { atMs } = previous.result;
    const requestedMs = requestedWaitMs(previous, atMs);
    const usualMs = secondMs * 2 ** index;
    const shortestMs = Math.max(Math.min(longestWaitMs, 0.75 * usualMs), requestedMs);
    const longestMs = Math.max(Math.min(longestWaitMs, 1.25 * usualMs), requestedMs);
    // A busy path is asked for the last time when its time is over. The wait begins after a look-up; milliseconds are whole.
    const pendingMs = firstPendingMs + timeoutSeconds * secondMs - atMs;
    const leastMs = isPending(previous) ? Math.min(shortestMs, pendingMs) : shortestMs;
    const waitedMs = sentMs - atMs;
    return waitedMs >= leastMs - 1 && waitedMs <= longestMs + lookupMs + 1;
  });
}

/** What a Retry-After asks for; nothing when it cannot be read. */
function requestedWaitMs(attempt: Exchange, answeredMs: number): number {
  const retryAfter = responseOf(attempt)?.headers['retry-after'] ?? '';
  const requestedMs = /^\d+$/.test(retryAfter) ? Number(retryAfter) * secondMs : Date.parse(retryAfter) - answeredMs;
  return Number.isNaN(requestedMs) ? 0 : requestedMs;
}

function areLookupsInTime(exchanges: readonly Exchange[]): boolean {
  let untilMs = Number.POSITIVE_INFINITY;
  return exchanges.every(({ operation, result }) => {
    const endMs = result?.atMs ?? Number.POSITIVE_INFINITY;
    if (operation !== 'commit') return endMs <= untilMs;
    untilMs = endMs + allLookupsMs;
    return true;
  });
}

function hasNoNeedlessLookup({ exchanges, outcome }: SessionCommit, attempts: Attempts): boolean {
  const answers = attempts.map(answerOf);
  if (answers.some(isAmbiguous)) return true;
  const lookups = exchanges.filter(({ operation }) => operation !== 'commit');
  const isExplained = answers.at(-1) === 'invalid argument' && outcome.result === 'failed';
  return lookups.length === 0 || (isExplained && lookups.every(({ operation }) => operation === 'session lookup'));
}

/** The session's path and size must be read before a failover loses them, so the session comes first. */
function isSessionLookedUp({ exchanges, cancelledMs }: SessionCommit): boolean {
  const ambiguous = exchanges.findIndex((each) => each.operation === 'commit' && isAmbiguous(answerOf(each)));
  if (ambiguous < 0) return true;
  const next = exchanges[ambiguous + 1];
  return next?.operation === 'session lookup' || (next === undefined && cancelledMs !== undefined);
}

/** The last look-up may find the file still being published only if four look-ups did, or if no time was left. */
function isContentLookedUpAgain({ exchanges, cancelledMs }: SessionCommit, attempts: Attempts): boolean {
  const isPublishing = (lookup: Exchange | undefined): boolean =>
    responseOf(lookup)?.status === 404 && errorCodeOf(responseOf(lookup)) === 'FABRIC_E_FILE_NOT_FOUND';
  const lookups = exchanges.filter(({ operation }) => operation === 'content lookup');
  const last = lookups.at(-1);
  if (cancelledMs !== undefined || !isPublishing(last) || lookups.filter(isPublishing).length >= 4) return true;
  const untilMs = (attempts.at(-1)?.result?.atMs ?? 0) + allLookupsMs;
  return (last?.result?.atMs ?? 0) + 4 * secondMs >= untilMs;
}
