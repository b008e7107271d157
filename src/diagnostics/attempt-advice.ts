// Explains one attempt: its cause in plain words, and what the workflow author can do about it.

import type { ConnectionInfo } from '../connection/connection-info.js';
import type { Attempt } from '../image-store/attempt.js';
import { describeAttempt, describeNetworkError } from './attempt-text.js';
import type { Hint, HintText } from './hint.js';
import { networkHints } from './network-hints.js';
import { isProxyFailure } from './proxy-hints.js';
import { responseHints } from './response-hints.js';

/** The plain cause and what to do, as far as a hint knows them. */
export interface AttemptHint {
  /** Without a full stop. */
  readonly cause?: string | undefined;
  /** In whole sentences. */
  readonly advice?: string | undefined;
}

/** What is known about this attempt beyond the failure itself. */
export function hintFor(attempt: Attempt, connection: ConnectionInfo): AttemptHint {
  if (attempt.kind === 'response') return firstHint(responseHints, attempt, connection);
  const hint = firstHint(networkHints, attempt, connection);
  const isAboutPort = !attempt.sent && attempt.problem !== 'cancelled' && !isProxyFailure(attempt);
  if (!isAboutPort || connection.portNamed) return hint;
  const advice = `${hint.advice ?? ''} The endpoint names no port; the gateway usually listens on 19080.`.trim();
  return { ...hint, advice };
}

/** The attempt as one sentence: its cause in plain words, then in those of the cluster or the network. */
export function explainAttempt(attempt: Attempt, connection: ConnectionInfo): string {
  return explainAs(hintFor(attempt, connection).cause, describeDetail(attempt));
}

/** A cause, followed by the words in which it was met; or these alone, where no cause is known. */
export function explainAs(cause: string | undefined, detail: string): string {
  const sentence = cause === undefined ? `${detail.charAt(0).toUpperCase()}${detail.slice(1)}` : `${cause}: ${detail}`;
  return `${sentence}.`;
}

/** What stands behind a plain cause: no "could not connect" after one that says why. */
export function describeDetail(attempt: Attempt): string {
  return attempt.kind === 'noResponse' && attempt.problem === 'connect'
    ? describeNetworkError(attempt)
    : describeAttempt(attempt);
}

function firstHint<Kind extends Attempt>(
  hints: readonly Hint<Kind>[],
  attempt: Kind,
  connection: ConnectionInfo,
): AttemptHint {
  const hint = hints.find(({ applies }) => applies(attempt, connection));
  const resolve = (text: HintText<Kind> | undefined): string | undefined =>
    typeof text === 'function' ? text(attempt, connection) : text;
  return { cause: resolve(hint?.cause), advice: resolve(hint?.advice) };
}
