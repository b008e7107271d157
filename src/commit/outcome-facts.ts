// Facts about an outcome that its words depend on: which attempt explains it, and what the look-ups show.

import type { Outcome } from '../commit-engine/commit-session.js';
import { classify, isAmbiguous } from '../commit-engine/verdict.js';
import type { Attempt } from '../image-store/attempt.js';
import type { SessionLookup, UploadSession } from '../image-store/responses.js';

/** The attempt that explains the outcome: the last one, unless an earlier one is why the result is unknown. */
export function decisiveAttempt({ result, firstAmbiguous, last }: Outcome): Attempt | undefined {
  if (result !== 'unknown' || firstAmbiguous === undefined || last === undefined) return last;
  const timedOut = [last, firstAmbiguous].find(isTimeout);
  if (timedOut) return timedOut;
  const answerClass = classify(last);
  // That the commit is still running explains nothing about the attempt that began it.
  return isAmbiguous(answerClass) && answerClass !== 'inProgress' ? last : firstAmbiguous;
}

function isTimeout(attempt: Attempt): boolean {
  return attempt.kind === 'response'
    ? attempt.error?.code === 'FABRIC_E_TIMEOUT'
    : attempt.problem === 'deadline' && attempt.sent;
}

/** Whether nothing at the endpoint has ever answered, although there was time for it. */
export function isSilent({ neverAnswered, reason }: Outcome): boolean {
  return neverAnswered === true && reason !== 'cancelled';
}

/** Whether the look-up was answered by something foreign as well, so that there is no image store at the endpoint. */
export function isNoImageStore({ last, sessionLookup }: Outcome): boolean {
  if (last === undefined || sessionLookup?.kind !== 'failed') return false;
  return isForeign(last) && isForeign(sessionLookup.attempt);
}

/** A success, or a redirect, in a form that no image store gives it. */
function isForeign(attempt: Attempt): boolean {
  if (attempt.kind !== 'response' || attempt.error !== undefined) return false;
  return attempt.status >= 200 && attempt.status < 400 && !(attempt.status === 200 && attempt.body === 'empty');
}

/** The session with what is missing of it, where that is why it is not committed. */
export function incompleteSession({ reason, session, last, sessionLookup }: Outcome): UploadSession | undefined {
  const found = foundSession(sessionLookup);
  if (found !== undefined && found.missingRanges.length > 0) {
    const isCause = reason === 'incomplete' || (last !== undefined && classify(last) === 'invalidArgument');
    return isCause ? found : undefined;
  }
  return reason === 'incomplete' ? session : undefined;
}

function foundSession(lookup: SessionLookup | undefined): UploadSession | undefined {
  return lookup?.kind === 'found' ? lookup.session : undefined;
}
