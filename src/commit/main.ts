// The step: read the inputs, commit every session, report.
import * as core from '@actions/core';
import { v4 } from 'uuid';
import type { Outcome } from '../commit-engine/commit-session.js';
import { commitSessions } from '../commit-engine/commit-sessions.js';
import { type ConnectionInfo, connectionInfo } from '../connection/connection-info.js';
import { forwardProxyOf } from '../connection/connection-inputs.js';
import { logConnection, logTlsFallback } from '../connection/connection-log.js';
import { InputError } from '../connection/input-problems.js';
import type { TlsFallback } from '../http/tls-fallback.js';
import { openTransport } from '../http/transport.js';
import { openImageStore } from '../image-store/client.js';
import { type Log, redactingLog, runnerLog } from '../runner/log.js';
import { writeOutputs, writeSummary } from '../runner/outputs-file.js';
import { createRedactor, type Redactor } from '../runner/redaction.js';
import { runLabel } from '../runner/run-label.js';
import { cancellationSignal } from '../runner/signals.js';
import { type Clock, systemClock } from '../shared/clock.js';
import { version } from '../shared/version.js';
import { type Inputs, readInputs } from './inputs.js';
import { annotate, outputsWithoutCommit, overallResult, redactOutcome, toOutputs } from './outputs.js';
import { createSessionLog, type LogContext, logOutage } from './session-log.js';
import { createProgressLog } from './session-progress.js';
import { summarize, summarizeProblem } from './summary.js';

/** Titles of the step's error annotation. */
const titles = { failed: 'Not committed', unknown: 'Not known whether committed', internal: 'Internal error' };

/** Up to so many sessions have every event logged; of more, their progress. */
const verboseLimit = 10;

/** Runs the step. Resolves with the process's exit code: 0 when everything is committed, and then only. */
export async function main(): Promise<0 | 1> {
  const redactor = createRedactor(core.setSecret);
  const log = redactingLog(runnerLog, redactor);
  try {
    return await commitAndReport(systemClock, redactor, log);
  } catch (error) {
    reportError(error, redactor, log);
    return 1;
  }
}

async function commitAndReport(clock: Clock, redactor: Redactor, log: Log): Promise<0 | 1> {
  const read = (name: string): string => core.getInput(name, { trimWhitespace: false });
  const inputs = await readInputs({ read, environment: process.env, redactor, epochMs: clock.epochMs() });
  let connection = connectionInfo(inputs);
  logConnection(connection, inputs.security, log);

  const onTlsFallback = (fallback: TlsFallback): void => {
    logTlsFallback(fallback, log);
    if (fallback === 'notSupported') connection = { ...connection, certificateNotRequested: true };
  };
  const outcomes = await commitAll(inputs, connection, onTlsFallback, { clock, redactor, log });
  return report(
    outcomes.map((outcome) => redactOutcome(outcome, redactor.redact)),
    connection,
    log,
  );
}

/** Commits every session over connections that are closed when it resolves. */
async function commitAll(
  inputs: Inputs,
  connection: ConnectionInfo,
  onTlsFallback: (fallback: TlsFallback) => void,
  { clock, redactor, log }: { clock: Clock; redactor: Redactor; log: Log },
): Promise<readonly Outcome[]> {
  const { endpoint, sessionIds, timeoutSeconds, maxAttempts, concurrency, security, credentials } = inputs;
  const transport = openTransport({
    clock,
    url: endpoint.url,
    proxy: forwardProxyOf(inputs),
    tls: security && { trust: security.trust, clientCertificate: credentials.tls, onFallback: onTlsFallback },
    connectTimeoutMs: 30_000,
    userAgent: `commit-upload-session/${version}`,
  });
  const store = openImageStore({
    endpointUrl: endpoint.url,
    transport,
    clock,
    newRequestId: v4,
    authorization: credentials.authorization,
    redact: redactor.redact,
    runLabel: runLabel(process.env),
  });
  const signal = cancellationSignal(() =>
    log.info('Cancelled: the step ends here; the cluster may still finish what it was asked to do.'),
  );
  const limits = { timeoutSeconds, maxAttempts };
  const context: LogContext = { clock, connection, limits, log };
  const outcomes = await commitSessions(sessionIds, {
    ...limits,
    concurrency,
    store,
    clock,
    random: Math.random,
    signal,
    onEvent:
      sessionIds.length > verboseLimit ? createProgressLog(sessionIds.length, context) : createSessionLog(context),
    onOutage: (failure, waitingSessions) => logOutage(failure, waitingSessions, context),
  });
  transport.close();
  return outcomes;
}

/** Reports the outcomes, which may be shown as they are: annotation, outputs, summary. */
async function report(outcomes: readonly Outcome[], connection: ConnectionInfo, log: Log): Promise<0 | 1> {
  const result = overallResult(outcomes);
  const advise = result === 'committed' ? undefined : (await import('./outcome-advice.js')).advise;
  if (result !== 'committed' && advise) log.error(titles[result], annotate(outcomes, connection, advise));
  writeOutputs(toOutputs(outcomes, connection));
  writeSummary(summarize(outcomes, connection, advise), log);
  return result === 'committed' ? 0 : 1;
}

/** Reports wrong inputs, or an internal error, as far as that is still possible. */
function reportError(error: unknown, redactor: Redactor, log: Log): void {
  const message = redactor.redact(error instanceof Error ? error.message : String(error));
  const isInputError = error instanceof InputError;
  if (isInputError) log.error(titles.failed, message);
  else log.error(titles.internal, `Internal error in this action; the commit may or may not have happened: ${message}`);
  if (error instanceof Error && !isInputError) log.debug(error.stack ?? '');
  try {
    writeOutputs(
      outputsWithoutCommit(isInputError ? 'failed' : 'unknown', isInputError ? error.code : 'INTERNAL', message),
    );
  } catch (cause) {
    log.error(titles.internal, `Could not write the outputs, so later steps read nothing: ${String(cause)}`);
  }
  writeSummary(summarizeProblem(isInputError ? titles.failed : titles.internal, message), log);
}
