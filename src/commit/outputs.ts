// What the workflow author gets to see: log lines on the way; outputs, annotation and job summary at the end.
import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';
import type { ConnectionInfo } from '../connection/connection-info.js';
import type { TlsFallback } from '../http/tls.js';
import type { Log } from '../runner/log.js';
import { truncate } from '../shared/sanitize.js';
import type { Outcome } from './commit-session.js';
import type { Inputs } from './inputs.js';
import type { Advise } from './outcome-advice.js';
import { describeOutcome, errorOf } from './outcome-text.js';
import type { Result } from './verdict.js';

/** Values of the outputs by name; every one is a string, as the runner stores it. */
export type Outputs = Record<(typeof outputNames)[number], string>;
export const outputNames = ['result', 'status-code', 'error-code', 'error-message', 'attempts', 'sessions'] as const;

/** Says, before anything is sent, what is worth knowing of the way there, and warns of what will go wrong. */
export function introduce(target: ConnectionInfo, security: Inputs['security'], log: Log): void {
  if (target.proxyName) log.info(`Through the proxy ${target.proxyName}`);
  if (target.certificate) {
    log.info(`Client certificate ${target.certificate.subject}, thumbprint ${target.certificate.thumbprint}`);
  }
  for (const warning of security?.warnings ?? []) log.warning(warning);
  if (security?.trust.kind !== 'insecure') return;
  log.warning(
    'tls-skip-verify is true: whoever answers in place of the cluster is believed, and is sent what proves who you are. ' +
      'server-certificate-thumbprints accepts a self-signed certificate as well, and that one alone.',
  );
}

/** Tells how the server came to see the client certificate. */
export function logTlsFallback(finding: TlsFallback, log: Log): void {
  const rest = {
    postHandshake: 'connected with TLS 1.2, in which it can ask later.',
    notSupported: 'it speaks TLS 1.3 alone, so that the certificate cannot be shown.',
  };
  log.info(`The server did not ask for the client certificate in the TLS 1.3 handshake; ${rest[finding]}`);
}

/** The result over all sessions: failed before unknown before committed. */
export function overall(outcomes: readonly Outcome[]): Result {
  const results = outcomes.map(({ result }) => result);
  return results.includes('failed') ? 'failed' : results.includes('unknown') ? 'unknown' : 'committed';
}

/** The outputs for these outcomes, which are in input order and at least one. */
export function toOutputs(outcomes: readonly Outcome[], target: ConnectionInfo): Outputs {
  const shown = outcomes.find(({ result }) => result !== 'committed') ?? outcomes.at(-1);
  const error = shown ? errorOf(shown, target.url) : { code: '', message: '' };
  return {
    result: overall(outcomes),
    'status-code': String(shown?.last?.status ?? ''),
    'error-code': error.code,
    'error-message': error.message,
    attempts: String(outcomes.reduce((sum, { attempts }) => sum + attempts, 0)),
    sessions: toSessions(outcomes, target),
  };
}

/** GitHub takes a megabyte of an output. */
const maxSessionsBytes = 1_000_000;

/** What a long message is cut to before anything else is given up. */
const shortMessageCharacters = 2_000;

/** What is given up, in this order, when there are so many sessions that their rows would be too large together. */
const shortenings: readonly { message: number; ranges: number; path: number }[] = [
  { message: Number.POSITIVE_INFINITY, ranges: Number.POSITIVE_INFINITY, path: Number.POSITIVE_INFINITY },
  { message: shortMessageCharacters, ranges: 100, path: 1_000 },
  { message: 300, ranges: 10, path: 300 },
  { message: 60, ranges: 2, path: 80 },
  { message: 0, ranges: 0, path: 0 },
];

/** Every session in a row of its own, however many there are. */
function toSessions(outcomes: readonly Outcome[], target: ConnectionInfo): string {
  let json = '';
  for (const limits of shortenings) {
    // Messages alone can be a hundred times too large together: what cannot fit is not put together in the first place.
    const messages = outcomes.reduce((sum, { last }) => sum + Math.min(messageLength(last), limits.message), 0);
    if (messages > maxSessionsBytes) continue;
    json = JSON.stringify(outcomes.map((outcome) => toRow(outcome, target, limits)));
    if (Buffer.byteLength(json) <= maxSessionsBytes) break;
  }
  return json;
}

/**
 * What is worth keeping of an outcome until the outputs are written: of messages that are too long together, the first
 * failure's alone is needed whole, and thousands of them would fill the memory.
 */
export function keepNeeded(sessionIds: readonly string[]): (outcome: Outcome) => Outcome {
  let [allCharacters, firstPlace] = [0, Number.POSITIVE_INFINITY];
  return (outcome) => {
    const length = messageLength(outcome.last);
    if (length === 0) return outcome;
    allCharacters += length;
    // What is committed in spite of its last answer is no failure.
    const place = outcome.result === 'committed' ? undefined : sessionIds.indexOf(outcome.sessionId);
    firstPlace = Math.min(firstPlace, place ?? firstPlace);
    return allCharacters <= maxSessionsBytes || place === firstPlace ? outcome : withShortMessage(outcome);
  };
}

function withShortMessage(outcome: Outcome): Outcome {
  const { last } = outcome;
  if (last?.kind !== 'response' || last.error?.message === undefined) return outcome;
  // By way of a buffer, because a part of a string keeps the whole of it.
  const message = Buffer.from(truncate(last.error.message, shortMessageCharacters)).toString();
  return { ...outcome, last: { ...last, error: { ...last.error, message } } };
}

function messageLength(last: Outcome['last']): number {
  return last?.kind === 'response' ? (last.error?.message?.length ?? 0) : 0;
}

function toRow(
  outcome: Outcome,
  target: ConnectionInfo,
  limits: (typeof shortenings)[number],
): Record<string, unknown> {
  const { sessionId, result, last, attempts, durationMs, session } = outcome;
  const error = errorOf(outcome, target.url);
  const ranges = session && session.sizeBytes > 0 ? session.missingRanges : undefined;
  return {
    sessionId,
    result,
    statusCode: last?.status ?? null,
    errorCode: error.code || null,
    errorMessage: truncate(error.message, limits.message) || null,
    attempts,
    durationMs,
    path: truncate(session?.path ?? '', limits.path) || null,
    missingRanges: ranges && ranges.length <= limits.ranges ? ranges : null,
  };
}

/** The outputs when no commit was begun: wrong inputs, or a fault of our own. */
export function outputsWithoutCommit(result: Result, code: string, message: string): Outputs {
  return {
    result,
    'status-code': '',
    'error-code': code,
    'error-message': message,
    attempts: '0',
    sessions: '[]',
  };
}

/** Writes the outputs. @throws whatever keeps them from being written: later steps would read nothing, so that is red */
export function writeOutputs(outputs: Outputs): void {
  for (const name of outputNames) core.setOutput(name, outputs[name]);
}

/** The step's one error annotation: what happened, and what to do. */
export function annotate(outcomes: readonly Outcome[], target: ConnectionInfo, advise: Advise): string {
  const [first, ...others] = outcomes.filter(({ result }) => result !== 'committed');
  if (first === undefined) return '';
  const advice = advise(first, target);
  const one = `${describeOutcome(first, target.url)}${advice ? ` ${advice}` : ''}`;
  if (others.length === 0) return one;
  const ids = others.slice(0, 4).map(({ sessionId, result }) => `${sessionId} (${result})`);
  const more = others.length > ids.length ? ` and ${others.length - ids.length} more` : '';
  return `${others.length + 1} of ${outcomes.length} upload sessions are not committed. ${one}\nLikewise: ${ids.join(', ')}${more}.`;
}

/** Writes the job summary. A courtesy: when it can't be written the step's result stands. */
export function writeSummary(summary: string, log: Log): void {
  const path = process.env['GITHUB_STEP_SUMMARY'];
  if (!path) return;
  try {
    appendFileSync(path, summary);
  } catch (error) {
    log.debug(`The job summary was not written: ${String(error)}`);
  }
}
