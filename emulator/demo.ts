// npm start, on an emulated cluster: uploads a package with the upload action; uploads its files in chunks and commits
// them; then shows a commit that fails.

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix, resolve } from 'node:path';
import { type Gateway, startGateway } from './gateway.js';
import { runStep, type StepResult } from './runner.js';
import { type PackageFile, writeSamplePackage } from './sample-package.js';
import { alignColumns, renderLog, renderSummary, wrapLine } from './terminal.js';
import { type Chunk, fetchListedBytes, splitIntoChunks, uploadChunk, uploadFolderMarker } from './upload-client.js';

/** npm runs scripts in the project's folder. */
const action = resolve('dist/index.js');
const uploadAction = resolve('dist/upload/index.js');

interface Upload {
  readonly path: string;
  readonly sizeBytes: number;
  readonly sessionId: string;
}

async function main(): Promise<boolean> {
  const temporaryFolder = await mkdtemp(join(tmpdir(), 'commit-upload-session-'));
  const gateway = await startGateway();
  try {
    printHeading(`An emulated cluster at ${gateway.url}; nothing leaves this machine`);
    printHeading('A package folder, as a build creates it');
    const folder = join(temporaryFolder, 'Voting');
    const files = await writeSamplePackage(folder);
    printLines(alignColumns(files.map(({ path, content }) => [path, formatSize(content.byteLength)])));
    return (
      (await uploadPackage(gateway, folder, files, temporaryFolder)) &&
      (await commitCompletePackage(gateway, files, temporaryFolder)) &&
      (await commitIncompleteFile(gateway, files, temporaryFolder))
    );
  } finally {
    await gateway.close();
    await rm(temporaryFolder, { recursive: true, force: true });
  }
}

/** Uploads the folder with the upload action. The step must succeed. */
async function uploadPackage(
  gateway: Gateway,
  folder: string,
  files: readonly PackageFile[],
  temporaryFolder: string,
): Promise<boolean> {
  printHeading('The upload action: the whole folder in one step, started as the runner starts it');
  const inputs = { endpoint: gateway.url, package: folder, 'image-store-path': 'Voting' };
  printText('with');
  printLines(Object.entries(inputs).map(([name, value]) => `${name}: ${value}`));
  const step = await runStep(uploadAction, inputs, temporaryFolder);
  printResults(step);
  const listed = await countListed(
    gateway,
    files.map(({ path, content }) => ({ path: `Voting/${path}`, sizeBytes: content.byteLength })),
  );
  const isMarked = (await fetchListedBytes(gateway.url, 'Voting/_.dir')) === 0;
  printText(`Listed in the image store now: ${listed} of ${files.length} files.`);
  return checkExpectation('the upload succeeds, every file is listed, the folder is marked as complete', [
    step.exitCode === 0,
    step.outputs.get('result') === 'uploaded',
    listed === files.length,
    isMarked,
  ]);
}

/** Uploads every file under a session of its own and commits them all in one step. The step must succeed. */
async function commitCompletePackage(
  gateway: Gateway,
  files: readonly PackageFile[],
  temporaryFolder: string,
): Promise<boolean> {
  printHeading('Upload by other means: each file in chunks, under a session id of its own');
  const uploads: Upload[] = [];
  for (const { path, content } of files) {
    uploads.push(await upload(gateway, `Voting.1.0.0/${path}`, splitIntoChunks(content)));
  }
  printText(`Listed in the image store now: ${await countListed(gateway, uploads)} of ${uploads.length} files.`);

  printHeading('Commit: one step, started as the runner starts it');
  const step = await commit(gateway, uploads, temporaryFolder);
  const listed = await countListed(gateway, uploads);
  printText(`Listed in the image store now: ${listed} of ${uploads.length} files.`);
  printText('last, the marker files that tell the cluster that each folder is complete');
  for (const folder of new Set(uploads.map(({ path }) => posix.dirname(path)))) {
    printLines([await uploadFolderMarker(gateway.url, folder)]);
  }
  return checkExpectation('the step succeeds, the result is committed, every file is listed', [
    step.exitCode === 0,
    step.outputs.get('result') === 'committed',
    listed === uploads.length,
  ]);
}

/** Commits a file whose second chunk was never uploaded. The step must fail and say why. */
async function commitIncompleteFile(
  gateway: Gateway,
  files: readonly PackageFile[],
  temporaryFolder: string,
): Promise<boolean> {
  printHeading('A commit that must fail: the second chunk of the next version was never uploaded');
  const largest = files.toSorted((a, b) => b.content.byteLength - a.content.byteLength).slice(0, 1);
  const uploads: Upload[] = [];
  for (const { path, content } of largest) {
    uploads.push(await upload(gateway, `Voting.2.0.0/${path}`, splitIntoChunks(content).toSpliced(1, 1)));
  }
  const step = await commit(gateway, uploads, temporaryFolder);
  const listed = await countListed(gateway, uploads);
  printText(`Listed in the image store now: ${listed} of ${uploads.length} files.`);
  return checkExpectation('the step fails with 400 E_INVALIDARG, names the missing bytes, no file is listed', [
    step.exitCode === 1,
    step.outputs.get('result') === 'failed',
    step.outputs.get('status-code') === '400',
    step.outputs.get('error-code') === 'E_INVALIDARG',
    step.outputs.get('sessions')?.includes('"missingRanges":[{"start":2097152,"end":4194303}]') === true,
    listed === 0,
  ]);
}

async function upload({ url }: Gateway, path: string, chunks: readonly Chunk[]): Promise<Upload> {
  const sessionId = randomUUID();
  for (const chunk of chunks) {
    const range = await uploadChunk(url, path, sessionId, chunk);
    printLines([`${sessionId}  ${path}  ${range}`]);
  }
  return { path, sizeBytes: chunks[0]?.totalBytes ?? 0, sessionId };
}

/** Runs the step and prints its inputs, its requests and its results. */
async function commit(gateway: Gateway, uploads: readonly Upload[], temporaryFolder: string): Promise<StepResult> {
  const ids = uploads.map(({ sessionId }) => sessionId);
  printText('with');
  printLines([`endpoint: ${gateway.url}`, 'session-id: |', ...ids.map((id) => `  ${id}`)]);

  const before = gateway.requests.length;
  const step = await runStep(action, { endpoint: gateway.url, 'session-id': ids.join('\n') }, temporaryFolder);
  const requests = gateway.requests.slice(before);
  const [first, ...others] = requests.filter(({ method }) => method === 'POST');
  const lookUps = requests.filter(({ method }) => method !== 'POST').map(({ method, target }) => `${method} ${target}`);
  printText('the request, as the cluster received it');
  if (first !== undefined) {
    const headers = Object.entries(first.headers).map(([name, value]) => `${name}: ${value}`);
    printLines([`${first.method} ${first.target}`, ...headers]);
    printLines(others.length > 0 ? [`and ${others.length} more, one for each session`] : []);
  }
  if (lookUps.length > 0) {
    printText('the look-ups after it');
    printLines(lookUps);
  }
  printResults(step);
  return step;
}

function printResults(step: StepResult): void {
  printText('the log');
  printLines(renderLog(step.log).flatMap(wrapLine));
  printText('the outputs');
  printLines([...step.outputs].map(([name, value]) => `${name}: ${value}`.trimEnd()).flatMap(splitSessions));
  printText('the job summary');
  printLines(renderSummary(step.summary));
  printText(`the exit code: ${step.exitCode}`);
}

/** Puts each session of the output `sessions`, which is one line of JSON, on a line of its own. */
function splitSessions(output: string): readonly string[] {
  return output.replaceAll('},{', '},\n  {').split('\n');
}

/** Counts the files that are listed with their full size. */
async function countListed({ url }: Gateway, uploads: readonly Pick<Upload, 'path' | 'sizeBytes'>[]): Promise<number> {
  const sizes = await Promise.all(uploads.map(({ path }) => fetchListedBytes(url, path)));
  return sizes.filter((sizeBytes, index) => sizeBytes === uploads[index]?.sizeBytes).length;
}

function checkExpectation(expectation: string, facts: readonly boolean[]): boolean {
  const isMet = facts.every(Boolean);
  printText(isMet ? `As expected: ${expectation}.` : `NOT as expected. Expected: ${expectation}.`);
  return isMet;
}

function formatSize(bytes: number): string {
  return bytes < 2 ** 20 ? `${bytes} bytes` : `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}

function printHeading(text: string): void {
  process.stdout.write(`\n== ${text}\n`);
}

function printText(text: string): void {
  process.stdout.write(`\n   ${text}\n`);
}

function printLines(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `     ${line}\n`).join(''));
}

// Fails unless the upload and both commits end as expected, also when this process ends early.
process.exitCode = 1;
if (await main()) process.exitCode = 0;
