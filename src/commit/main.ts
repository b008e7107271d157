// The step: read the inputs, commit every session, report.
import * as core from '@actions/core';
import type { Outcome } from '../commit-engine/commit-session.js';
import { commitSessions } from '../commit-engine/commit-sessions.js';
import { type ConnectionInfo, connectionInfo } from '../connection/connection-info.js';
import { logConnection, logTlsFallback } from '../connection/connection-log.js';
import { InputError } from '../connection/input-problems.js';
import type { TlsFallback } from '../http/tls-fallback.js';
import { openImageStore } from '../image-store/client.js';
import { ignoringLogFailure, keepStreamsFromEndingProcess, type Log, redactingLog, runnerLog } from '../runner/log.js';
import { writeSummary } from '../runner/outputs-file.js';
import { createRedactor, type Redactor } from '../runner/redaction.js';
import { cancellationSignal } from '../runner/signals.js';
import { type Clock, systemClock } from '../shared/clock.js';
import { grouped } from '../shared/format.js';
import { openCluster } from '../step/cluster.js';
import { type ErrorReport, reportError } from '../step/error-report.js';
import { tryWriteOutputs } from '../step/outputs.js';
import { type Inputs, readInputs } from './inputs.js';
import { outputsWithoutCommit, overallResult, redactOutcome, toOutputs } from './outputs.js';
import { createSessionLog, type LogContext, logOutage } from './session-log.js';
import { createProgressLog } from './session-progress.js';
import { summarize } from './summary.js';

/** Titles of the step's error annotation. */
const titles = { failed: 'Not committed', unknown: 'Not known whether committed' };

const errorReport: ErrorReport = {
  failedTitle: titles.failed,
  doubt: 'the commit may or may not have happened',
  toOutputs: outputsWithoutCommit,
};

/** Up to so many sessions have every event logged; of more, their progress. */
const verboseLimit = 10;

/** Runs the step. Resolves with the process's exit code: 0 when everything is committed, and then only. */
export async function main(): Promise<0 | 1> {
  keepStreamsFromEndingProcess();
  const redactor = createRedactor((value) => ignoringLogFailure(() => core.setSecret(value)));
  const log = redactingLog(runnerLog, redactor);
  try {
    return await commitAndReport(systemClock, redactor, log);
  } catch (error) {
    reportError(error, error instanceof InputError ? error.code : undefined, errorReport, redactor, log);
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
  const { sessionIds, timeoutSeconds, maxAttempts, concurrency } = inputs;
  const { transport, storeOptions } = openCluster(inputs, { clock, redactor, onTlsFallback });
  const store = openImageStore(storeOptions);
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

/** Reports the outcomes, which may be shown as they are: outputs, annotation, summary. */
async function report(outcomes: readonly Outcome[], connection: ConnectionInfo, log: Log): Promise<0 | 1> {
  const result = overallResult(outcomes);
  const failures = result === 'committed' ? undefined : await import('./failures.js');
  const explanation = failures?.annotate(outcomes, connection) ?? '';
  // All of it is made before any of it is written: an internal error is then the only thing that is reported.
  const outputs = toOutputs(outcomes, connection, explanation);
  const summary = summarize(outcomes, connection, failures?.summaryGroups(outcomes, connection));
  const isWritten = tryWriteOutputs(outputs, explanation || describeCommitted(outcomes), log);
  if (result !== 'committed' && isWritten) log.error(titles[result], explanation);
  writeSummary(summary, log);
  return result === 'committed' && isWritten ? 0 : 1;
}

function describeCommitted({ length }: readonly Outcome[]): string {
  return length === 1 ? 'The upload session is committed.' : `All ${grouped(length)} upload sessions are committed.`;
}
