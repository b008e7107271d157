// The outcome of one session in words.

import type { Outcome } from '../commit-engine/commit-session.js';
import { classify, isAmbiguous } from '../commit-engine/verdict.js';
import { describeAttempt, describeContent, describeSession, maxPathCharacters } from '../diagnostics/attempt-text.js';
import type { Attempt } from '../image-store/attempt.js';
import { byteCount, duration, isoTime } from '../shared/format.js';
import { sanitize } from '../shared/sanitize.js';

/** The outcome in a few sentences: the result and its cause, then what the look-ups found. */
export function describeOutcome(outcome: Outcome, endpointUrl: string): string {
  const { sessionId, result } = outcome;
  const subject = `Upload session ${sessionId}`;
  if (result === 'committed') {
    const evidence = outcome.reason === 'published' ? ` ${describeEvidence(outcome)}` : '';
    return `${subject} is committed at ${endpointUrl} (${describeEffort(outcome)}).${evidence}`;
  }
  const lookups = describeLookups(outcome);
  return `${subject} ${describeClaim(outcome)} at ${endpointUrl}: ${describeCause(outcome)}.${lookups && ` ${lookups}`}`;
}

/** What is claimed of a session that is not known to be committed, as part of a sentence. */
export function describeClaim({ result }: Outcome): string {
  return result === 'failed' ? 'was not committed' : 'may or may not be committed';
}

/** Why the session is not known to be committed, as the rest of a sentence. */
function describeCause({ result, reason, attempts, last, untried }: Outcome): string {
  if (last === undefined) return 'the step was cancelled before the commit started';
  if (untried) return `it was never tried, because an outage lasted more than five minutes (${describeAttempt(last)})`;
  const cancelled = reason === 'cancelled' && !isCancelled(last) ? ', then the step was cancelled' : '';
  const attempt = `${attempts > 1 ? `in the last of ${attempts} attempts ` : ''}${describeAttempt(last)}${cancelled}`;
  // The last attempt does not explain an unknown result when it is not ambiguous itself.
  const wasAmbiguousEarlier = result === 'unknown' && !isAmbiguous(classify(last));
  return wasAmbiguousEarlier ? `an earlier attempt may have succeeded, and ${attempt}` : attempt;
}

function isCancelled(attempt: Attempt): boolean {
  return attempt.kind === 'noResponse' && attempt.problem === 'cancelled';
}

/** Why a commit is believed that no plain 200 has confirmed. */
function describeEvidence({ last, contentLookup, session, sessionLookup }: Outcome): string {
  const isUnexpected = last !== undefined && classify(last) === 'unexpectedSuccess';
  const doubt = isUnexpected
    ? `Something between the runner and the cluster may have changed the answer (${describeAttempt(last)}).`
    : 'An earlier attempt was ambiguous.';
  const evidence: string[] = [];
  if (last?.status === 200 && !isUnexpected) evidence.push('the last response was 200');
  else if (!isUnexpected || sessionLookup?.kind === 'notFound') evidence.push('the session no longer exists');
  if (contentLookup?.kind === 'found' && session) {
    const { sizeBytes, modifiedMs } = contentLookup.file;
    evidence.push(
      `the file at ${sanitize(session.path, maxPathCharacters)} has the session's ${byteCount(sizeBytes)} and was modified at ${isoTime(modifiedMs)}`,
    );
  }
  return `${doubt} Confirmed by: ${evidence.join('; ')}.`;
}

function describeLookups({ sessionLookup, contentLookup, session }: Outcome): string {
  const sentences = [
    ...(sessionLookup ? [describeSession(sessionLookup)] : []),
    ...(contentLookup && session ? [describeContent(contentLookup, session.path)] : []),
  ];
  return sentences.join(' ');
}

function describeEffort({ attempts, durationMs }: Outcome): string {
  return `${attempts === 1 ? '' : `${attempts} attempts, `}${duration(durationMs)}`;
}

/** The values of the outputs error-code and error-message; both empty when the session is committed. */
export function errorOf(outcome: Outcome, endpointUrl: string): { readonly code: string; readonly message: string } {
  const { last, result } = outcome;
  if (result === 'committed') return { code: '', message: '' };
  const description = describeOutcome(outcome, endpointUrl);
  if (last?.kind === 'response') return { code: last.error?.code ?? '', message: last.error?.message ?? description };
  return { code: last?.code ?? 'CANCELLED', message: description };
}
