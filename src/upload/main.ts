// The step: read the inputs and the package, upload it, report.
import * as core from '@actions/core';
import { type ConnectionInfo, connectionInfo } from '../connection/connection-info.js';
import { logConnection, logTlsFallback } from '../connection/connection-log.js';
import { InputError } from '../connection/input-problems.js';
import type { TlsFallback } from '../http/tls-fallback.js';
import { openImageStore } from '../image-store/client.js';
import { openUploadStore } from '../image-store/upload-client.js';
import { ignoringLogFailure, keepStreamsFromEndingProcess, type Log, redactingLog, runnerLog } from '../runner/log.js';
import { type StepOutputs, writeSummary } from '../runner/outputs-file.js';
import { createRedactor, type Redactor } from '../runner/redaction.js';
import { cancellationSignal } from '../runner/signals.js';
import { type Clock, systemClock } from '../shared/clock.js';
import { byteCount, duration, grouped } from '../shared/format.js';
import { openCluster } from '../step/cluster.js';
import { type ErrorReport, reportError } from '../step/error-report.js';
import { tryWriteOutputs } from '../step/outputs.js';
import { type Inputs, readInputs } from './inputs.js';
import { type Outputs, outputsWithoutUpload, toOutputs } from './outputs.js';
import { PackageError } from './package-problems.js';
import { summarize } from './summary.js';
import { createUploadLog } from './upload-log.js';
import type { UploadOutcome } from './upload-outcome.js';
import { uploadPackage } from './upload-package.js';

/** Titles of the step's error annotation. */
const titles = { failed: 'Not uploaded', unknown: 'Not known whether uploaded' };

const errorReport: ErrorReport = {
  failedTitle: titles.failed,
  doubt: 'the upload may or may not have happened',
  toOutputs: outputsWithoutUpload,
};

/** Runs the step. Resolves with the process's exit code: 0 when the package is uploaded, and then only. */
export async function main(): Promise<0 | 1> {
  keepStreamsFromEndingProcess();
  const redactor = createRedactor((value) => ignoringLogFailure(() => core.setSecret(value)));
  const log = redactingLog(runnerLog, redactor);
  try {
    return await uploadAndReport(systemClock, redactor, log);
  } catch (error) {
    const isInputError = error instanceof InputError || error instanceof PackageError;
    reportError(error, isInputError ? error.code : undefined, errorReport, redactor, log);
    return 1;
  }
}

async function uploadAndReport(clock: Clock, redactor: Redactor, log: Log): Promise<0 | 1> {
  const read = (name: string): string => core.getInput(name, { trimWhitespace: false });
  const inputs = await readInputs({ read, environment: process.env, redactor, epochMs: clock.epochMs() });
  let connection = connectionInfo(inputs);
  logConnection(connection, inputs.security, log);
  for (const notice of inputs.package.notices) log.info(notice);

  const onTlsFallback = (fallback: TlsFallback): void => {
    logTlsFallback(fallback, log);
    if (fallback === 'notSupported') connection = { ...connection, certificateNotRequested: true };
  };
  const outcome = await upload(inputs, onTlsFallback, { clock, redactor, log });
  return report(outcome, inputs, connection, redactor, log);
}

/** Uploads over connections that are closed when it resolves. */
async function upload(
  inputs: Inputs,
  onTlsFallback: (fallback: TlsFallback) => void,
  { clock, redactor, log }: { clock: Clock; redactor: Redactor; log: Log },
): Promise<UploadOutcome> {
  const { package: content, imageStorePath, endpoint, timeoutSeconds, maxAttempts, concurrency } = inputs;
  const { transport, storeOptions } = openCluster(inputs, { clock, redactor, onTlsFallback });
  const signal = cancellationSignal(() =>
    log.info('Cancelled: the step ends here; the cluster may still finish what it was asked to do.'),
  );
  const { files, sizeBytes } = content;
  const uploadLog = createUploadLog({
    clock,
    log,
    endpointUrl: endpoint.url,
    imageStorePath,
    files: files.length,
    bytes: sizeBytes,
  });
  try {
    return await uploadPackage(content, imageStorePath, {
      sessionStore: openImageStore(storeOptions),
      store: openUploadStore(storeOptions),
      newSessionId: storeOptions.newRequestId,
      timeoutSeconds,
      maxAttempts,
      concurrency,
      clock,
      random: Math.random,
      signal,
      onEvent: uploadLog.onEvent,
    });
  } finally {
    uploadLog.stop();
    transport.close();
  }
}

function report(
  outcome: UploadOutcome,
  inputs: Inputs,
  connection: ConnectionInfo,
  { redact }: Redactor,
  log: Log,
): 0 | 1 {
  const { result, bytesSent, durationMs } = outcome;
  const { credentials: _, ...shown } = inputs;
  const outputs = toOutputs(outcome, shown, connection);
  const summary = redact(summarize(outcome, outputs));
  const files = grouped(shown.package.files.length);
  const uploaded = `Uploaded ${files} files to ${shown.imageStorePath} in ${duration(durationMs)}; ${byteCount(bytesSent)} were sent.`;
  if (result === 'uploaded') log.info(uploaded);
  const isWritten = tryWriteOutputs(redactAll(outputs, redact), redact(outputs.explanation) || uploaded, log);
  if (result !== 'uploaded' && isWritten) log.error(titles[result], outputs.explanation);
  writeSummary(summary, log);
  return result === 'uploaded' && isWritten ? 0 : 1;
}

/** Texts of the cluster can hold a secret. */
function redactAll(outputs: Outputs, redact: (text: string) => string): StepOutputs {
  const redacted = Object.entries(outputs).map(([name, value]) => [name, redact(value)]);
  return { ...Object.fromEntries(redacted), result: outputs.result };
}
