// The contract's numbers for what is allowed, held against what a run did.
import {
  answerOf,
  commitsOf,
  type Exchange,
  isAmbiguous,
  isDone,
  isIncomplete,
  proofOf,
  type Seen,
  tookMs,
  type Unseen,
} from './exchanges.js';
import type { History } from './history.js';
import type { Run } from './oracle.js';

const [secondMs, minuteMs] = [1_000, 60_000];
const lookUpMs = 15 * secondMs;
/** The session once for the doubt; at the path up to four times, 7 s between; the session again; the path again. */
const longestEndMs = 2 * lookUpMs + 2 * (4 * lookUpMs + 7 * secondMs);

/** The rules of the contract that this run has broken, whatever its verdict. */
export function brokenRules(run: Run): readonly string[] {
  const { history, exchanges, outcome, startedMs, endedMs, cancelledMs } = run;
  const { maxAttempts } = history;
  const commits = commitsOf(exchanges);
  const answers = commits.map(answerOf);
  const attemptMs = history.timeoutSeconds * secondMs + lookUpMs;
  const isPending = (commit: Exchange): boolean => answerOf(commit)?.code === 'OperationsPending';
  const rules: readonly [rule: string, isKept: boolean][] = [
    ['every attempt is counted', outcome.attempts === commits.length],
    [
      'no more attempts than max-attempts, those not counted that found the path busy',
      commits.filter((commit) => !isPending(commit)).length <= maxAttempts,
    ],
    ['max-attempts 1 is one POST', maxAttempts > 1 || commits.length <= 1],
    ['there is a POST, unless the step was cancelled', commits.length > 0 || cancelledMs !== undefined],
    ['a final answer ends the attempts', commits.slice(0, -1).every(({ seen }) => !isFinal(seen))],
    ['an unknown 500 is tried again once only', answers.filter(isUnknown500).length <= 2],
    [
      'a busy path is polled for timeout seconds',
      isPolledInTime(
        commits.map((each) => [each, isPending(each)]),
        history,
      ),
    ],
    ['no attempt starts after 30 minutes', (commits.at(-1)?.sentMs ?? 0) - startedMs <= 30 * minuteMs],
    ['an attempt takes timeout + 15 s', commits.every((commit) => tookMs(commit) <= attemptMs)],
    ['a look-up takes 15 s', exchanges.every((each) => each.operation === 'commit' || tookMs(each) <= lookUpMs)],
    ['Retry-After is honoured, else the wait is 30 s', areWaitsRight(commits, isPending)],
    ['the run ends in time', endedMs - startedMs <= 30 * minuteMs + attemptMs + longestEndMs],
    [
      'a plain 200 costs one request',
      !isDone(commits[0]) || (outcome.result === 'committed' && exchanges.length === 1),
    ],
    ['without doubt there is no look-up but to explain a 400', isSparing(run, commits)],
    ['a doubt is looked into', isLookedInto(run)],
    ['a file on its way in is asked for again', isAskedAgain(run)],
    ['what can be proven is said', isSaid(run)],
    ['cancelling stops at once', cancelledMs === undefined || endedMs === cancelledMs],
    ['nothing is sent once cancelled', exchanges.every(({ sentMs }) => sentMs <= (cancelledMs ?? sentMs))],
    ['committed or not, it is said', ['committed', 'failed', 'unknown'].includes(outcome.result)],
  ];
  return rules.filter(([, isKept]) => !isKept).map(([rule]) => rule);
}

/** Whether no attempt may follow. */
function isFinal(seen: Seen | Unseen | undefined): boolean {
  if (seen === undefined) return true;
  if (seen.kind === 'nothing') return ['ENOTFOUND', 'CERT_HAS_EXPIRED', 'CANCELLED'].includes(seen.code);
  const { status, code } = seen;
  if (status === 408 || status === 429 || code === 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED') return false;
  return ![500, 502, 503, 504].includes(status);
}

function isUnknown500(answer: Seen | undefined): boolean {
  return answer?.status === 500 && answer.code !== 'OperationsPending';
}

function isPolledInTime(commits: readonly [Exchange, boolean][], { timeoutSeconds }: History): boolean {
  const firstMs = commits.find(([, isPending]) => isPending)?.[0].seen?.atMs ?? 0;
  return commits.every(([{ sentMs }], index) => {
    const [, followsPending] = commits[index - 1] ?? [undefined, false];
    return !followsPending || sentMs - firstMs <= timeoutSeconds * secondMs;
  });
}

function areWaitsRight(commits: readonly Exchange[], isPending: (commit: Exchange) => boolean): boolean {
  return commits.slice(1).every(({ sentMs }, index) => {
    const before = commits[index];
    if (before?.seen === undefined) return false;
    const waitedMs = sentMs - before.seen.atMs;
    const asked = answerOf(before)?.retryAfter;
    if (asked === undefined) return (isPending(before) || waitedMs >= 750) && waitedMs <= 30 * secondMs + lookUpMs;
    const askedMs = /^\d+$/.test(asked) ? Number(asked) * secondMs : Date.parse(asked) - before.seen.atMs;
    return isPending(before) || waitedMs >= askedMs;
  });
}

function isSparing({ exchanges, outcome }: Run, commits: readonly Exchange[]): boolean {
  if (commits.some(({ seen }) => isAmbiguous(seen))) return true;
  const lookUps = exchanges.filter(({ operation }) => operation !== 'commit');
  const last = answerOf(commits.at(-1));
  const isExplained = last?.status === 400 && last.code === 'E_INVALIDARG' && outcome.result === 'failed';
  return lookUps.length === 0 || (isExplained && lookUps.every(({ operation }) => operation === 'session'));
}

/** What the session is about is learnt while it is there, so it is asked about before anything else is. */
function isLookedInto({ exchanges, cancelledMs }: Run): boolean {
  const doubt = exchanges.findIndex(({ operation, seen }) => operation === 'commit' && isAmbiguous(seen));
  const next = doubt < 0 ? undefined : exchanges[doubt + 1];
  return doubt < 0 || next?.operation === 'session' || (next === undefined && cancelledMs !== undefined);
}

/** The last word on a path is not that its file is on its way, unless that was said four times. */
function isAskedAgain({ exchanges, cancelledMs }: Run): boolean {
  const isOnItsWay = (each: Exchange | undefined): boolean =>
    answerOf(each)?.code === 'FABRIC_E_FILE_NOT_FOUND' && !answerOf(each)?.truncated;
  const looked = exchanges.filter(({ operation }) => operation === 'content');
  return cancelledMs !== undefined || !isOnItsWay(looked.at(-1)) || looked.filter(isOnItsWay).length >= 4;
}

/** A client that says "unknown" whatever it finds never lies, and helps nobody. */
function isSaid({ exchanges, outcome, cancelledMs }: Run): boolean {
  if (outcome.result !== 'unknown' || cancelledMs !== undefined) return true;
  const last = exchanges.findLast(({ operation }) => operation === 'session');
  return !proofOf(exchanges).isAlike && !isIncomplete(last);
}
