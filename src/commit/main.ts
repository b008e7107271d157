// The step: read the inputs, commit every session, report.
import type { Outcome } from '../commit-engine/commit-session.js';
import { commitSessions } from '../commit-engine/commit-sessions.js';
import type { ConnectionInfo } from '../connection/connection-info.js';
import { InputError } from '../connection/input-problems.js';
import { openImageStore } from '../image-store/client.js';
import type { Log } from '../runner/log.js';
import { writeSummary } from '../runner/outputs-file.js';
import { grouped } from '../shared/format.js';
import { type Cluster, openCluster } from '../step/cluster.js';
import type { ErrorReport } from '../step/error-report.js';
import { tryWriteOutputs } from '../step/outputs.js';
import { runStep, type StepContext } from '../step/run-step.js';
import { type Inputs, readInputs } from './inputs.js';
import { outputsWithoutCommit, overallResult, redactOutcome, toOutputs } from './outputs.js';
import { createSessionLog, type LogContext, logOutage } from './session-log.js';
import { createProgressLog } from './session-progress.js';
import { summarize } from './summary.js';

/** Titles of the step's error annotation. */
const titles = { failed: 'Not committed', unknown: 'Not known whether committed' };

const errorReport: ErrorReport = {
  failedTitle: titles.failed,
  inputErrorCode: (error) => (error instanceof InputError ? error.code : undefined),
  doubt: 'the commit may or may not have happened',
  toOutputs: outputsWithoutCommit,
};

/** Up to so many sessions have every event logged; of more, their progress. */
const verboseLimit = 10;

/** Runs the step. Resolves with the process's exit code: 0 when everything is committed, and then only. */
export function main(): Promise<0 | 1> {
  return runStep(commitAndReport, errorReport);
}

async function commitAndReport(context: StepContext): Promise<0 | 1> {
  const inputs = await readInputs(context.inputs);
  const cluster = openCluster(inputs, context);
  const outcomes = await commitAll(inputs, cluster, context).finally(() => cluster.close());
  return report(
    outcomes.map((outcome) => redactOutcome(outcome, context.redactor.redact)),
    cluster.info(),
    context.log,
  );
}

function commitAll(
  { sessionIds, timeoutSeconds, maxAttempts, concurrency }: Inputs,
  { storeOptions, info, signal }: Cluster,
  { clock, log }: StepContext,
): Promise<readonly Outcome[]> {
  const limits = { timeoutSeconds, maxAttempts };
  const context: LogContext = { clock, connection: info(), limits, log };
  return commitSessions(sessionIds, {
    ...limits,
    concurrency,
    store: openImageStore(storeOptions),
    clock,
    random: Math.random,
    signal,
    onEvent:
      sessionIds.length > verboseLimit ? createProgressLog(sessionIds.length, context) : createSessionLog(context),
    onOutage: (failure, waitingSessions) => logOutage(failure, waitingSessions, context),
  });
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
