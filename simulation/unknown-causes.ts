// Why a verdict is unknown: which answer was ambiguous first, and why the look-ups do not decide.
import { answerOf, errorCodeOf, evidenceIn, isAmbiguous } from './evidence.js';
import { commitsIn, type Exchange, responseOf } from './exchanges.js';
import type { SessionCommit } from './oracle.js';

export function causeOfUnknown({ outcome, exchanges }: SessionCommit): string {
  if (outcome.reason === 'cancelled') return 'cancelled';
  const first = commitsIn(exchanges).find((attempt) => isAmbiguous(answerOf(attempt)));
  return `${first === undefined ? 'none' : causeOfDoubt(first)}; ${gapIn(exchanges)}`;
}

/** Why it was not clear whether the cluster has acted. */
function causeOfDoubt(attempt: Exchange): string {
  const { result } = attempt;
  if (result?.kind === 'no response') return result.problem === 'deadline' ? 'time-out' : 'lost answer';
  const response = responseOf(attempt);
  const code = errorCodeOf(response);
  if (code === 'OperationsPending') return 'path busy';
  if (code !== undefined) return code === 'FABRIC_E_TIMEOUT' ? 'time-out' : 'error of the cluster';
  return response && response.status < 500 ? 'unexpected success' : 'error page of a front end';
}

/** What keeps the evidence from proving a verdict. */
function gapIn(exchanges: readonly Exchange[]): string {
  const { session, content, isSessionKnown } = evidenceIn(exchanges);
  if (!isSessionKnown) {
    const isGone = exchanges.some((each) => each.operation !== 'commit' && responseOf(each)?.status === 204);
    return isGone ? 'the session was gone before its first look-up' : 'look-ups inconclusive';
  }
  if (content === undefined) return 'look-ups inconclusive';
  if (content !== 'matches') return 'the file is not there, and may still come';
  return session === undefined ? 'look-ups inconclusive' : 'the file is there, and may still be rolled back';
}
