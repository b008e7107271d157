// The story: read the inputs, commit every session, report.
import * as core from '@actions/core';
import { cancelledByRunner } from './cancellation.js';
import { type Clock, systemClock } from './clock.js';
import { type CommitEvent, commitSession, type Outcome } from './commit.js';
import { openImageStore } from './image-store.js';
import { InputError, readInputs } from './inputs.js';
import { type Log, runnerLog } from './log.js';
import { annotate, outputsWithoutCommit, overall, tellEvent, toOutputs, writeOutputs, writeSummary } from './report.js';
import { summarize, summarizeProblem } from './summary.js';
import { openTransport } from './transport.js';

/** The release, as the cluster sees it in the User-Agent. */
const version = '1.0.0';

/** Titles of the step's error annotation. */
const titles = { failed: 'Not committed', unknown: 'Not known whether committed', fault: 'Fault of this action' };

/** Runs the step. Resolves with the process's exit code: 0 when everything is committed, and then only. */
export async function main(): Promise<0 | 1> {
  try {
    return await commitAll(systemClock, runnerLog);
  } catch (error) {
    reportFault(error, runnerLog);
    return 1;
  }
}

async function commitAll(clock: Clock, log: Log): Promise<0 | 1> {
  const { endpoint, sessionIds, timeoutSeconds, maxAttempts } = readInputs((name) =>
    core.getInput(name, { trimWhitespace: false }),
  );
  const userAgent = `commit-upload-session/${version}`;
  const transport = openTransport({ clock, secure: endpoint.secure, connectMs: 30_000, userAgent });
  const store = openImageStore({
    endpointUrl: endpoint.url,
    transport,
    clock,
    random: Math.random,
    runLabel: runLabel(),
  });
  const cancellation = cancelledByRunner(() =>
    log.info('Cancelled: the step ends here; the cluster may still finish what it was asked to do.'),
  );
  const limits = { timeoutSeconds, maxAttempts };
  const tell = (event: CommitEvent): void => tellEvent(event, endpoint, limits, log);

  const outcomes: Outcome[] = [];
  for (const sessionId of sessionIds) {
    outcomes.push(await commitSession(sessionId, { ...limits, store, clock, random: Math.random, cancellation, tell }));
  }
  transport.close();

  const result = overall(outcomes);
  if (result !== 'committed') log.error(titles[result], annotate(outcomes, endpoint));
  writeOutputs(toOutputs(outcomes, endpoint));
  writeSummary(summarize(outcomes, endpoint), log);
  return result === 'committed' ? 0 : 1;
}

/** Wrong inputs, or a fault of our own: said, and written to the outputs as far as that is still possible. */
function reportFault(error: unknown, log: Log): void {
  const message = error instanceof Error ? error.message : String(error);
  const wrongInputs = error instanceof InputError;
  if (wrongInputs) log.error(titles.failed, message);
  else log.error(titles.fault, `This step failed by a fault of its own, whatever became of the commit: ${message}`);
  if (error instanceof Error && !wrongInputs) log.debug(error.stack ?? '');
  try {
    writeOutputs(
      outputsWithoutCommit(wrongInputs ? 'failed' : 'unknown', wrongInputs ? error.code : 'INTERNAL', message),
    );
  } catch (cause) {
    log.error(titles.fault, `The outputs could not be written, so later steps read nothing: ${String(cause)}`);
  }
  writeSummary(summarizeProblem(wrongInputs ? titles.failed : titles.fault, message), log);
}

/** This workflow run's name in the gateway's traces. Only digits are taken over: it becomes part of a header. */
function runLabel(): string {
  const { GITHUB_RUN_ID: run = '', GITHUB_RUN_ATTEMPT: attempt = '' } = process.env;
  return /^\d+$/.test(run) ? `github-run-${run}${/^\d+$/.test(attempt) ? `.${attempt}` : ''}` : 'github-run-unknown';
}
