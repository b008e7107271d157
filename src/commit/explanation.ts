// Explains one session that is not known to be committed: cause, remedy, subject. Loaded only when there is one.

import type { Outcome } from '../commit-engine/commit-session.js';
import { classify } from '../commit-engine/verdict.js';
import type { ConnectionInfo } from '../connection/connection-info.js';
import { describeDetail, explainAs, explainAttempt, hintFor } from '../diagnostics/attempt-advice.js';
import {
  describeAttempt,
  describeContent,
  describeMissing,
  describeSession,
  isWithoutSessionApi,
} from '../diagnostics/attempt-text.js';
import { isSizeMismatch } from '../diagnostics/response-hints.js';
import type { Attempt } from '../image-store/attempt.js';
import type { SessionLookup } from '../image-store/responses.js';
import { grouped } from '../shared/format.js';
import { advise, adviseBriefly } from './outcome-advice.js';
import { decisiveAttempt, incompleteSession, isNoImageStore, isSilent } from './outcome-facts.js';
import { describeClaim } from './outcome-text.js';

/** The annotation's text about one session: its cause, what to do, then which session and endpoint. */
export function explain(outcome: Outcome, connection: ConnectionInfo): string {
  const sentences = [
    explainCause(outcome, connection),
    ...(isSilent(outcome) ? [] : findings(outcome, 'decisive')),
    adviseBriefly(outcome, connection),
    subject(outcome, connection),
  ];
  return sentences.filter(Boolean).join(' ');
}

/** The summary's text about the same: all that is known, and all that there is to do. */
export function explainInFull(
  outcome: Outcome,
  connection: ConnectionInfo,
): { readonly cause: string; readonly advice: string | undefined } {
  return {
    cause: [explainCause(outcome, connection), ...findings(outcome, 'all'), subject(outcome, connection)].join(' '),
    advice: advise(outcome, connection),
  };
}

function subject(outcome: Outcome, { url }: ConnectionInfo): string {
  const { sessionId, attempts, untried } = outcome;
  const effort = attempts > 1 && !untried ? ` (${grouped(attempts)} attempts)` : '';
  return `Upload session ${sessionId} ${describeClaim(outcome)} at ${url}${effort}.`;
}

/** Why the session is not known to be committed, in plain words and then in those of the cluster or the network. */
function explainCause(outcome: Outcome, connection: ConnectionInfo): string {
  const { reason, last } = outcome;
  if (last === undefined) return 'The step was cancelled before the commit started.';
  if (reason === 'cancelled') return explainCancelled(last);
  if (outcome.untried) {
    return `This session was never tried, because an outage lasted more than five minutes. ${explainAttempt(last, connection)}`;
  }
  if (isSilent(outcome)) return explainAs('Nothing at this endpoint has answered yet', describeAttempt(last));
  if (isNoImageStore(outcome)) {
    const answer = describeAttempt(last).replace(/^(?:the cluster|something other than the image store) /, 'it ');
    return explainAs(
      'What answers at this endpoint is not an image store',
      `${answer}, and the look-up in the same way`,
    );
  }
  const incomplete = incompleteSession(outcome);
  if (incomplete && incomplete.sizeBytes > 0) {
    const missing = describeMissing(incomplete);
    return classify(last) === 'invalidArgument'
      ? explainAs(missing, describeAttempt(last))
      : `${missing}, so no attempt can have succeeded; in the last one ${describeAttempt(last)}.`;
  }
  const refusal = causeOfRefusal(outcome);
  if (refusal !== undefined) return explainAs(refusal, describeAttempt(last));
  return outcome.result === 'unknown' ? explainUnknown(outcome, last, connection) : explainAttempt(last, connection);
}

function explainCancelled(last: Attempt): string {
  return last.kind === 'noResponse' && last.problem === 'cancelled'
    ? 'The step was cancelled during the commit.'
    : `The step was cancelled after an attempt without success: ${describeAttempt(last)}.`;
}

/** A 400 E_INVALIDARG has many causes; what the look-up found may say which. Without a full stop. */
function causeOfRefusal({ result, reason, last, sessionLookup }: Outcome): string | undefined {
  if (result !== 'failed' || last === undefined || classify(last) !== 'invalidArgument' || isMismatch(last)) {
    return undefined;
  }
  if (reason === 'not published') return 'The cluster refused the commit and has not published the file';
  const isCause =
    sessionLookup?.kind === 'failed'
      ? isWithoutSessionApi(sessionLookup)
      : sessionLookup?.kind === 'notFound' || sessionLookup?.session.sizeBytes === 0;
  return isCause && sessionLookup ? describeSession(sessionLookup).replace(/\.$/, '') : undefined;
}

function isMismatch(last: Attempt): boolean {
  return last.kind === 'response' && isSizeMismatch(last);
}

/** Names the ambiguous answer and the last one, where these are two. */
function explainUnknown(outcome: Outcome, last: Attempt, connection: ConnectionInfo): string {
  const { firstAmbiguous } = outcome;
  const { cause } = hintFor(decisiveAttempt(outcome) ?? last, connection);
  const [before, after] = [firstAmbiguous && describeDetail(firstAmbiguous), describeDetail(last)];
  if (before === undefined || before === after) return explainAs(cause, after);
  const answer = 'the cluster answered ';
  const then = before.startsWith(answer) && after.startsWith(answer) ? after.slice(answer.length) : after;
  return explainAs(cause, `${before}, then ${then.replace(/ without a message$/, '')}`);
}

/**
 * What the look-ups found, where the cause does not say it already. That the session is complete is the ordinary case: it
 * is decisive only where the cluster refuses the session.
 */
function findings(outcome: Outcome, which: 'all' | 'decisive'): readonly string[] {
  const { result, reason, last, sessionLookup, contentLookup, session } = outcome;
  const isInCause =
    incompleteSession(outcome) !== undefined ||
    isNoImageStore(outcome) ||
    (reason === 'answered' && causeOfRefusal(outcome) !== undefined);
  const isOrdinary = sessionLookup?.kind === 'found' && (result === 'unknown' || (last && isMismatch(last)));
  const isWanted = !isInCause && (which === 'all' || !isOrdinary);
  return [
    ...(sessionLookup && isWanted ? [describeLookup(sessionLookup, last)] : []),
    ...(contentLookup && session ? [describeContent(contentLookup, session.path)] : []),
  ];
}

function describeLookup(lookup: SessionLookup, last: Attempt | undefined): string {
  const isSameFailure = lookup.kind === 'failed' && last && describeAttempt(lookup.attempt) === describeAttempt(last);
  return isSameFailure ? 'Could not look up the session: that failed in the same way.' : describeSession(lookup);
}
