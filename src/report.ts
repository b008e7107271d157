// What the workflow author gets to see: log lines on the way; outputs, annotation and job summary at the end.
import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';
import { advise } from './advice.js';
import type { CommitEvent, Outcome } from './commit.js';
import type { Endpoint } from './endpoint.js';
import type { Finding } from './handshake.js';
import type { Inputs } from './inputs.js';
import type { Log } from './log.js';
import type { RetryLimits } from './retry.js';
import { describeAttempt, describeContent, describeOutcome, describeSession, duration, errorOf } from './sentences.js';
import type { Target } from './target.js';
import type { Result } from './verdict.js';

/** Values of the outputs by name; every one is a string, as the runner stores it. */
export type Outputs = Record<(typeof outputNames)[number], string>;
export const outputNames = ['result', 'status-code', 'error-code', 'error-message', 'attempts', 'sessions'] as const;

/** Says, before anything is sent, what is worth knowing of the way there, and warns of what will go wrong. */
export function introduce(target: Target, security: Inputs['security'], log: Log): void {
  if (target.proxy) log.info(`Through the proxy ${target.proxy.name}`);
  if (target.certificate) {
    log.info(`Client certificate ${target.certificate.subject}, thumbprint ${target.certificate.thumbprint}`);
  }
  for (const warning of security?.credentials.warnings ?? []) log.warning(warning);
  if (security?.trust.kind !== 'anyone') return;
  log.warning(
    'tls-skip-verify is true: whoever answers in place of the cluster is believed, and is sent what proves who you are. ' +
      'server-certificate-thumbprints accepts a self-signed certificate as well, and that one alone.',
  );
}

/** Tells how the server came to see the client certificate. */
export function tellFinding(finding: Finding, log: Log): void {
  const rest = {
    'asks late': 'connected with TLS 1.2, in which it can ask later.',
    'cannot ask': 'it speaks TLS 1.3 alone, so that the certificate cannot be shown.',
  };
  log.info(`The server did not ask for the client certificate in the TLS 1.3 handshake; ${rest[finding]}`);
}

/** Tells what happens while it happens. */
export function tellEvent(event: CommitEvent, endpoint: Endpoint, limits: RetryLimits, log: Log): void {
  log.info(eventLine(event, endpoint, limits));
}

function eventLine(event: CommitEvent, endpoint: Endpoint, limits: RetryLimits): string {
  const { sessionId } = event;
  switch (event.kind) {
    case 'begun':
      return `Committing upload session ${sessionId} at ${endpoint.url} (timeout ${limits.timeoutSeconds} s)`;
    case 'waiting':
      return `Upload session ${sessionId}: waiting for ${duration(event.waitedMs)} of ${limits.timeoutSeconds} s`;
    case 'doubt':
      return `Upload session ${sessionId}: attempt ${event.number} may or may not have been carried out (${describeAttempt(event.attempt)}); looking the session up`;
    case 'again':
      return `Upload session ${sessionId}: attempt ${event.number} brought no success (${describeAttempt(event.attempt)}); trying again in ${duration(event.waitMs)}`;
    case 'session':
      return `Upload session ${sessionId}: ${describeSession(event.found)}`;
    case 'content':
      return `Upload session ${sessionId}: ${describeContent(event.found, event.path)}`;
    case 'ended':
      return describeOutcome(event.outcome, endpoint.url);
  }
}

/** The result over all sessions: failed before unknown before committed. */
export function overall(outcomes: readonly Outcome[]): Result {
  const results = outcomes.map(({ result }) => result);
  return results.includes('failed') ? 'failed' : results.includes('unknown') ? 'unknown' : 'committed';
}

/** The outputs for these outcomes, which are in input order and at least one. */
export function toOutputs(outcomes: readonly Outcome[], endpoint: Target): Outputs {
  const shown = outcomes.find(({ result }) => result !== 'committed') ?? outcomes.at(-1);
  const error = shown ? errorOf(shown, endpoint.url) : { code: '', message: '' };
  return {
    result: overall(outcomes),
    'status-code': String(shown?.last?.status ?? ''),
    'error-code': error.code,
    'error-message': error.message,
    attempts: String(outcomes.reduce((sum, { attempts }) => sum + attempts, 0)),
    sessions: JSON.stringify(outcomes.map((outcome) => toRow(outcome, endpoint))),
  };
}

function toRow(outcome: Outcome, endpoint: Target): Record<string, unknown> {
  const error = errorOf(outcome, endpoint.url);
  return {
    sessionId: outcome.sessionId,
    result: outcome.result,
    statusCode: outcome.last?.status ?? null,
    errorCode: error.code || null,
    errorMessage: error.message || null,
    attempts: outcome.attempts,
    durationMs: outcome.durationMs,
    path: outcome.session?.path ?? null,
    missingRanges: outcome.session && outcome.session.sizeBytes > 0 ? outcome.session.missingRanges : null,
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
export function annotate(outcomes: readonly Outcome[], endpoint: Target): string {
  const [first, ...others] = outcomes.filter(({ result }) => result !== 'committed');
  if (first === undefined) return '';
  const advice = advise(first, endpoint);
  const one = `${describeOutcome(first, endpoint.url)}${advice ? ` ${advice}` : ''}`;
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
