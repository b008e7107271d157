// Groups sessions that are not known to be committed by what they have in common: result and cause.

import type { Outcome } from '../commit-engine/commit-session.js';
import { classify, type Result } from '../commit-engine/verdict.js';
import { causeOfAttempt } from '../diagnostics/attempt-cause.js';
import { isWithoutSessionApi } from '../diagnostics/attempt-text.js';
import { incompleteSession, isNoImageStore, isSilent } from './outcome-facts.js';

/** Sessions with the same result for the same cause; at least one. */
export interface CauseGroup {
  readonly result: Result;
  /** As the rest of a sentence that says "because": "bytes are missing". */
  readonly cause: string;
  readonly first: Outcome;
  readonly outcomes: readonly Outcome[];
}

/** Groups these outcomes, of which none is committed, in the order of their first ones. */
export function groupByCause(outcomes: readonly Outcome[]): readonly CauseGroup[] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const key = `${outcome.result} ${causeOf(outcome)}`;
    const group = groups.get(key);
    if (group) group.push(outcome);
    else groups.set(key, [outcome]);
  }
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    return first ? [{ result: first.result, cause: causeOf(first), first, outcomes: members }] : [];
  });
}

/** What the session has in common with others: no path, no number of bytes. */
function causeOf(outcome: Outcome): string {
  const { reason, last, sessionLookup } = outcome;
  if (last === undefined || reason === 'cancelled') return 'the step was cancelled';
  if (outcome.untried) return 'an outage left no time to try';
  if (isSilent(outcome)) return 'nothing at this endpoint has answered';
  if (isNoImageStore(outcome)) return 'what answers is not an image store';
  const incomplete = incompleteSession(outcome);
  if (incomplete) return incomplete.sizeBytes === 0 ? 'the file is empty' : 'bytes are missing';
  if (outcome.result === 'failed' && classify(last) === 'invalidArgument') {
    if (sessionLookup?.kind === 'notFound') return 'the cluster has no such upload session';
    if (sessionLookup?.kind === 'failed' && isWithoutSessionApi(sessionLookup)) {
      return 'the gateway does not support upload sessions';
    }
  }
  return causeOfAttempt(last);
}
