// The story: read the inputs, commit every session, report.
import * as core from '@actions/core';
import { connectionInfo } from '../connection/connection-info.js';
import { forwardProxyOf } from '../connection/connection-inputs.js';
import { InputError } from '../connection/input-problems.js';
import { createTlsConnector, type TlsFallback } from '../http/tls.js';
import { openTransport } from '../http/transport.js';
import { openImageStore } from '../image-store/client.js';
import { type Log, redactingLog, runnerLog } from '../runner/log.js';
import { createRedactor, type Redactor } from '../runner/redaction.js';
import { cancelledByRunner } from '../runner/signals.js';
import { type Clock, systemClock } from '../shared/clock.js';
import { takeTurns } from '../shared/limiter.js';
import { commitSession } from './commit-session.js';
import { readInputs } from './inputs.js';
import {
  annotate,
  introduce,
  keepNeeded,
  logTlsFallback,
  outputsWithoutCommit,
  overall,
  toOutputs,
  writeOutputs,
  writeSummary,
} from './outputs.js';
import { fewSessions, tellEach, tellShared } from './session-log.js';
import { summarize, summarizeProblem } from './summary.js';

/** The release, as the cluster sees it in the User-Agent. */
const version = '1.0.0';

/** Titles of the step's error annotation. */
const titles = { failed: 'Not committed', unknown: 'Not known whether committed', fault: 'Fault of this action' };

/** Runs the step. Resolves with the process's exit code: 0 when everything is committed, and then only. */
export async function main(): Promise<0 | 1> {
  const secrets = createRedactor(core.setSecret);
  const log = redactingLog(runnerLog, secrets);
  try {
    return await commitAll(systemClock, secrets, log);
  } catch (error) {
    reportFault(error, secrets, log);
    return 1;
  }
}

async function commitAll(clock: Clock, secrets: Redactor, log: Log): Promise<0 | 1> {
  const read = (name: string): string => core.getInput(name, { trimWhitespace: false });
  const inputs = await readInputs({ read, environment: process.env, redactor: secrets, epochMs: clock.epochMs() });
  const { endpoint, sessionIds, timeoutSeconds, maxAttempts, concurrency, security, credentials } = inputs;
  let target = connectionInfo(inputs);
  introduce(target, security, log);

  const note = (finding: TlsFallback): void => {
    logTlsFallback(finding, log);
    if (finding === 'notSupported') target = { ...target, certificateNotRequested: true };
  };
  const transport = openTransport({
    clock,
    url: endpoint.url,
    proxy: forwardProxyOf(inputs),
    secure: security && createTlsConnector({ trust: security.trust, credentials }, note),
    connectMs: 30_000,
    userAgent: `commit-upload-session/${version}`,
  });
  const store = openImageStore({
    endpointUrl: endpoint.url,
    transport,
    clock,
    random: Math.random,
    authorization: credentials.authorization,
    redact: secrets.redact,
    runLabel: runLabel(),
  });
  const cancellation = cancelledByRunner(() =>
    log.info('Cancelled: the step ends here; the cluster may still finish what it was asked to do.'),
  );
  const limits = { timeoutSeconds, maxAttempts };
  const told = { clock, target, limits, log };
  const tell =
    sessionIds.length > fewSessions
      ? (await import('./session-progress.js')).tellProgress(sessionIds.length, told)
      : tellEach(told);
  const turns = takeTurns(concurrency, (failure, count) => tellShared(failure, count, told));
  const options = { ...limits, store, clock, random: Math.random, turns, cancellation, tell };
  const kept = keepNeeded(sessionIds);
  const outcomes = await turns.each(sessionIds, async (sessionId, failure) =>
    kept(await commitSession(sessionId, failure, options)),
  );
  transport.close();

  const result = overall(outcomes);
  const advise = result === 'committed' ? undefined : (await import('./outcome-advice.js')).advise;
  if (result !== 'committed' && advise) log.error(titles[result], annotate(outcomes, target, advise));
  writeOutputs(toOutputs(outcomes, target));
  writeSummary(summarize(outcomes, target, advise), log);
  return result === 'committed' ? 0 : 1;
}

/** Wrong inputs, or a fault of our own: said, and written to the outputs as far as that is still possible. */
function reportFault(error: unknown, secrets: Redactor, log: Log): void {
  const message = secrets.redact(error instanceof Error ? error.message : String(error));
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
  const digits = /^\d+$/;
  return digits.test(run) ? `github-run-${run}${digits.test(attempt) ? `.${attempt}` : ''}` : 'github-run-unknown';
}
