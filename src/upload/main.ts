// The step: read the inputs and the package, upload it, report.
import type { ConnectionInfo } from '../connection/connection-info.js';
import { InputError } from '../connection/input-problems.js';
import { openImageStore } from '../image-store/client.js';
import { openUploadStore } from '../image-store/upload-client.js';
import { type StepOutputs, writeSummary } from '../runner/outputs-file.js';
import { byteCount, counted, duration } from '../shared/format.js';
import { type Cluster, openCluster } from '../step/cluster.js';
import type { ErrorReport } from '../step/error-report.js';
import { tryWriteOutputs } from '../step/outputs.js';
import { runStep, type StepContext } from '../step/run-step.js';
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
  inputErrorCode: (error) => (error instanceof InputError || error instanceof PackageError ? error.code : undefined),
  doubt: 'the upload may or may not have happened',
  toOutputs: outputsWithoutUpload,
};

/** Runs the step. Resolves with the process's exit code: 0 when the package is uploaded, and then only. */
export function main(): Promise<0 | 1> {
  return runStep(uploadAndReport, errorReport);
}

async function uploadAndReport(context: StepContext): Promise<0 | 1> {
  const inputs = await readInputs(context.inputs);
  for (const notice of inputs.package.notices) context.log.info(notice);
  const cluster = openCluster(inputs, context);
  const outcome = await upload(inputs, cluster, context).finally(() => cluster.close());
  return report(outcome, inputs, cluster.info(), context);
}

function upload(
  { package: content, imageStorePath, endpoint, timeoutSeconds, maxAttempts, concurrency }: Inputs,
  { storeOptions, signal }: Cluster,
  { clock, log }: StepContext,
): Promise<UploadOutcome> {
  const { files, sizeBytes: bytes } = content;
  const total = { files: files.length, bytes };
  const uploadLog = createUploadLog({ clock, log, endpointUrl: endpoint.url, imageStorePath, total });
  return uploadPackage(content, imageStorePath, {
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
  }).finally(() => uploadLog.stop());
}

function report(
  outcome: UploadOutcome,
  inputs: Inputs,
  connection: ConnectionInfo,
  { redactor: { redact }, log }: StepContext,
): 0 | 1 {
  const { result, bytesSent, durationMs } = outcome;
  const { credentials: _, ...shown } = inputs;
  const outputs = toOutputs(outcome, shown, connection);
  const summary = redact(summarize(outcome, outputs, connection.url));
  const files = counted(shown.package.files.length, 'file');
  const uploaded = `Uploaded ${files} to ${shown.imageStorePath} in ${duration(durationMs)}; ${byteCount(bytesSent)} were sent.`;
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
