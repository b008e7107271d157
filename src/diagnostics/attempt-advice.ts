// Chooses the hint for one attempt: what the workflow author can do about it.

import type { ConnectionInfo } from '../connection/connection-info.js';
import type { Attempt } from '../image-store/attempt.js';
import { networkHints } from './network-hints.js';
import { type Hint, responseHints } from './response-hints.js';

/** What to do after this attempt; undefined when nothing is known beyond the failure itself. */
export function adviseAttempt(attempt: Attempt, connection: ConnectionInfo): string | undefined {
  if (attempt.kind === 'response') return firstAdvice(responseHints, attempt, connection);
  const advice = firstAdvice(networkHints, attempt, connection);
  if (attempt.sent || attempt.atProxy || connection.portNamed || attempt.problem === 'cancelled') return advice;
  return `${advice ?? ''} The endpoint names no port; the gateway usually listens on 19080.`.trim();
}

function firstAdvice<Kind extends Attempt>(
  hints: readonly Hint<Kind>[],
  attempt: Kind,
  connection: ConnectionInfo,
): string | undefined {
  const advice = hints.find(({ applies }) => applies(attempt))?.advice;
  return typeof advice === 'function' ? advice(attempt, connection) : advice;
}
