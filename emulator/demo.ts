// npm start, on an emulated cluster: uploads a package with the upload action; uploads its files in chunks and commits
// them; then shows a commit that fails.

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix, resolve } from 'node:path';
import { type Gateway, startGateway } from './gateway.js';
import { runStep, type StepResult } from './runner.js';
import { type PackageFile, writeSamplePackage } from './sample-package.js';
import { createTerminal, renderLog, renderSummary, wrapTarget } from './terminal.js';
import {
  type Chunk,
  fetchListedBytes,
  provisionPackage,
  splitIntoChunks,
  uploadChunk,
  uploadFolderMarker,
} from './upload-client.js';

/** npm runs scripts in the project's folder. */
const action = resolve('dist/index.js');
const uploadAction = resolve('dist/upload/index.js');
const terminal = createTerminal(process.stdout);

interface Upload {
  readonly path: string;
  readonly sizeBytes: number;
  readonly sessionId: string;
}

/** What every part of the demo works with. */
interface Demo {
  readonly gateway: Gateway;
  readonly temporaryFolder: string;
  readonly files: readonly PackageFile[];
}

async function main(): Promise<boolean> {
  const temporaryFolder = await mkdtemp(join(tmpdir(), 'commit-upload-session-'));
  const gateway = await startGateway();
  try {
    terminal.text(`An emulated cluster at ${gateway.url}. Nothing leaves this machine.`);
    const folder = join(temporaryFolder, 'Voting');
    const demo = { gateway, temporaryFolder, files: await writeSamplePackage(folder) };
    return (
      (await uploadPackage(demo, folder)) &&
      (await commitCompletePackage(demo)) &&
      (await commitIncompleteFile(demo)) &&
      printRecap()
    );
  } finally {
    await gateway.close();
    await rm(temporaryFolder, { recursive: true, force: true });
  }
}

function printRecap(): true {
  terminal.heading('In short');
  terminal.text('The upload action puts a package where the cluster can provision it.');
  terminal.text('The commit action makes files visible that were uploaded in chunks.');
  terminal.text('A failed step says why, and what to do. README.md has the workflow for you.');
  return true;
}

/** Uploads the folder with the upload action, and provisions it. The step must succeed. */
async function uploadPackage({ gateway, files, temporaryFolder }: Demo, folder: string): Promise<boolean> {
  terminal.heading('1. The upload action: a whole package in one step');
  const sizeBytes = files.reduce((sum, { content }) => sum + content.byteLength, 0);
  terminal.block('before', [`a package folder of ${files.length} files, ${(sizeBytes / 2 ** 20).toFixed(1)} MiB`]);
  const inputs = { endpoint: gateway.url, package: folder };
  terminal.block(
    'with',
    Object.entries(inputs).map(([name, value]) => `${name}: ${value}`),
  );
  const step = await runStep(uploadAction, inputs, temporaryFolder);
  terminal.block('log', renderLog(step.log));
  printOutputs(step, ['result', 'image-store-path', 'application-type-name', 'application-type-version', 'bytes-sent']);
  terminal.block('summary', renderSummary(step.summary, terminal.width));
  const listed = await countListed(
    gateway,
    files.map(({ path, content }) => ({ path: `Voting/${path}`, sizeBytes: content.byteLength })),
  );
  return checkExpectation(
    'uploaded, every file listed, and provisioned',
    `${listed} of ${files.length} files are listed`,
    step.exitCode === 0 &&
      step.outputs.get('result') === 'uploaded' &&
      listed === files.length &&
      (await provisionPackage(gateway.url, 'Voting')),
  );
}

/** Uploads every file under a session of its own and commits them all in one step. The step must succeed. */
async function commitCompletePackage({ gateway, files, temporaryFolder }: Demo): Promise<boolean> {
  terminal.heading('2. The commit action: after an upload in chunks, by other means');
  const uploads: Upload[] = [];
  for (const { path, content } of files) {
    uploads.push(await upload(gateway, `Voting.1.0.0/${path}`, splitIntoChunks(content)));
  }
  const chunks = gateway.requests.filter(({ target }) => target.includes('Voting.1.0.0')).length;
  const invisible = await countListed(gateway, uploads);
  terminal.block('before', [
    `${chunks} chunks uploaded under ${uploads.length} session ids, ${invisible} of ${uploads.length} files listed`,
  ]);
  const step = await commit(gateway, uploads, temporaryFolder);
  const log = renderLog(step.log);
  terminal.block('log', log.length > 1 ? [...log.slice(-1), `and ${log.length - 1} lines before it`] : log);
  printOutputs(step, ['result', 'status-code', 'attempts']);
  const listed = await countListed(gateway, uploads);
  const folders = new Set(uploads.map(({ path }) => posix.dirname(path)));
  for (const folder of [...folders].toSorted().reverse()) await uploadFolderMarker(gateway.url, folder);
  return checkExpectation(
    'committed, and every file listed',
    `${listed} of ${uploads.length} files are listed`,
    step.exitCode === 0 && step.outputs.get('result') === 'committed' && listed === uploads.length,
  );
}

/** Commits a file whose second chunk was never uploaded. The step must fail and say why. */
async function commitIncompleteFile({ gateway, files, temporaryFolder }: Demo): Promise<boolean> {
  terminal.heading('3. A commit that must fail: the second chunk of a file was never uploaded');
  const largest = files.toSorted((a, b) => b.content.byteLength - a.content.byteLength).slice(0, 1);
  const uploads: Upload[] = [];
  for (const { path, content } of largest) {
    uploads.push(await upload(gateway, `Voting.2.0.0/${path}`, splitIntoChunks(content).toSpliced(1, 1)));
  }
  const step = await commit(gateway, uploads, temporaryFolder);
  const log = renderLog(step.log);
  const annotations = log.filter((line) => line.startsWith('Error: '));
  if (annotations.length > 0) terminal.block('annotation', annotations);
  else terminal.block('log', log);
  printOutputs(step, ['result', 'status-code', 'error-code', 'error-message', 'attempts']);
  const listed = await countListed(gateway, uploads);
  return checkExpectation(
    'failed with 400 E_INVALIDARG, and no file listed',
    `${listed} of ${uploads.length} files are listed`,
    step.exitCode === 1 &&
      step.outputs.get('result') === 'failed' &&
      step.outputs.get('status-code') === '400' &&
      step.outputs.get('error-code') === 'E_INVALIDARG' &&
      step.outputs.get('sessions')?.includes('"missingRanges":[{"start":2097152,"end":4194303}]') === true &&
      listed === 0,
  );
}

async function upload({ url }: Gateway, path: string, chunks: readonly Chunk[]): Promise<Upload> {
  const sessionId = randomUUID();
  for (const chunk of chunks) await uploadChunk(url, path, sessionId, chunk);
  return { path, sizeBytes: chunks[0]?.totalBytes ?? 0, sessionId };
}

/** Runs the step, and prints its inputs and its requests. */
async function commit(gateway: Gateway, uploads: readonly Upload[], temporaryFolder: string): Promise<StepResult> {
  const ids = uploads.map(({ sessionId }) => sessionId);
  const [first = '', ...others] = ids;
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  terminal.block('with', [`endpoint: ${gateway.url}`, `session-id: ${first}${more}`]);
  const before = gateway.requests.length;
  const step = await runStep(action, { endpoint: gateway.url, 'session-id': ids.join('\n') }, temporaryFolder);
  const requests = gateway.requests.slice(before).map(({ method, target }) => `${method} ${target}`);
  const commits = requests.filter((request) => request.startsWith('POST'));
  const lookUps = requests.filter((request) => !request.startsWith('POST'));
  const shown = [...commits.slice(0, 1), ...lookUps].flatMap((request) => wrapTarget(request, terminal.width));
  terminal.block('requests', [
    ...shown,
    ...(commits.length > 1 ? [`and ${commits.length - 1} more, one for each session`] : []),
  ]);
  return step;
}

/** Prints the outputs that say most, and the exit code. */
function printOutputs({ outputs, exitCode }: StepResult, names: readonly string[]): void {
  const values = names.map((name) => `${name}: ${outputs.get(name) ?? ''}`.trimEnd());
  terminal.block('outputs', [[...values, `exit code: ${exitCode}`].join(', ')]);
}

/** Counts the files that are listed with their full size. */
async function countListed({ url }: Gateway, uploads: readonly Pick<Upload, 'path' | 'sizeBytes'>[]): Promise<number> {
  const sizes = await Promise.all(uploads.map(({ path }) => fetchListedBytes(url, path)));
  return sizes.filter((sizeBytes, index) => sizeBytes === uploads[index]?.sizeBytes).length;
}

/** @param found what there is instead, when the expectation is not met */
function checkExpectation(expectation: string, found: string, isMet: boolean): boolean {
  terminal.check(isMet, isMet ? `As expected: ${expectation}.` : `NOT as expected: ${expectation}. ${found}.`);
  return isMet;
}

// Fails unless the upload and both commits end as expected, also when this process ends early.
process.exitCode = 1;
if (await main()) process.exitCode = 0;
