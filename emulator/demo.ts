// npm start: a package is uploaded, committed and listed on an emulated cluster, then a commit fails and is explained.

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix, resolve } from 'node:path';
import { type Gateway, startGateway } from './gateway.js';
import { runStep, type StepRun } from './runner.js';
import { type PackageFile, writePackage } from './sample-package.js';
import { logAsShown, rows, summaryAsShown, wrap } from './terminal.js';
import { type Chunk, chunksOf, listedBytes, markFolder, uploadChunk } from './upload-client.js';

/** What npm runs, it runs in the project's folder. */
const ACTION = resolve('dist/index.js');

interface Upload {
  readonly path: string;
  readonly sizeBytes: number;
  readonly sessionId: string;
}

async function main(): Promise<boolean> {
  const scratch = await mkdtemp(join(tmpdir(), 'commit-upload-session-'));
  const gateway = await startGateway();
  try {
    heading(`An emulated cluster at ${gateway.url}; all that follows stays on this machine`);
    heading('A package folder, as a build leaves it');
    const files = await writePackage(join(scratch, 'Voting'));
    show(rows(files.map(({ path, content }) => [path, bytes(content.byteLength)])));
    return (await commitAll(gateway, files, scratch)) && (await commitInPart(gateway, files, scratch));
  } finally {
    await gateway.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Every file under a session of its own, and all of them committed by one step: must be green. */
async function commitAll(gateway: Gateway, files: readonly PackageFile[], scratch: string): Promise<boolean> {
  heading('Upload: each file in chunks, under a session id of its own');
  const uploads: Upload[] = [];
  for (const { path, content } of files) {
    uploads.push(await upload(gateway, `Voting.1.0.0/${path}`, chunksOf(content)));
  }
  say(`Listed in the image store now: ${await countListed(gateway, uploads)} of ${uploads.length} files.`);

  heading('Commit: one step, as the runner starts it');
  const run = await commit(gateway, uploads, scratch);
  const listed = await countListed(gateway, uploads);
  say(`Listed in the image store now: ${listed} of ${uploads.length} files.`);
  label('at last the marks that tell the cluster that a folder is complete');
  for (const folder of new Set(uploads.map(({ path }) => posix.dirname(path)))) {
    show([await markFolder(gateway.url, folder)]);
  }
  return promised('green, committed, every file listed', [
    run.exitCode === 0,
    run.outputs.get('result') === 'committed',
    listed === uploads.length,
  ]);
}

/** A file whose second chunk got lost on the way: must be red, and say why. */
async function commitInPart(gateway: Gateway, files: readonly PackageFile[], scratch: string): Promise<boolean> {
  heading('A commit that must fail: the second chunk of the next version never arrived');
  const largest = files.toSorted((one, other) => other.content.byteLength - one.content.byteLength).slice(0, 1);
  const uploads: Upload[] = [];
  for (const { path, content } of largest) {
    uploads.push(await upload(gateway, `Voting.2.0.0/${path}`, chunksOf(content).toSpliced(1, 1)));
  }
  const run = await commit(gateway, uploads, scratch);
  const listed = await countListed(gateway, uploads);
  say(`Listed in the image store now: ${listed} of ${uploads.length} files.`);
  return promised('red, failed with 400 E_INVALIDARG, the missing bytes named, nothing listed', [
    run.exitCode === 1,
    run.outputs.get('result') === 'failed',
    run.outputs.get('status-code') === '400',
    run.outputs.get('error-code') === 'E_INVALIDARG',
    run.outputs.get('sessions')?.includes('"missingRanges":[{"start":2097152,"end":4194303}]') === true,
    listed === 0,
  ]);
}

async function upload({ url }: Gateway, path: string, chunks: readonly Chunk[]): Promise<Upload> {
  const sessionId = randomUUID();
  for (const chunk of chunks) {
    const range = await uploadChunk(url, path, sessionId, chunk);
    show([`${sessionId}  ${path}  ${range}`]);
  }
  return { path, sizeBytes: chunks[0]?.ofBytes ?? 0, sessionId };
}

/** Runs the step and shows all there is to see of it. */
async function commit(gateway: Gateway, uploads: readonly Upload[], scratch: string): Promise<StepRun> {
  const ids = uploads.map(({ sessionId }) => sessionId);
  label('with');
  show([`endpoint: ${gateway.url}`, 'session-id: |', ...ids.map((id) => `  ${id}`)]);

  const before = gateway.requests.length;
  const run = await runStep(ACTION, { endpoint: gateway.url, 'session-id': ids.join('\n') }, scratch);
  const requests = gateway.requests.slice(before);
  const [first, ...others] = requests.filter(({ method }) => method === 'POST');
  const lookUps = requests.filter(({ method }) => method !== 'POST').map(({ method, target }) => `${method} ${target}`);
  label('the request, as the cluster saw it');
  if (first !== undefined) {
    const headers = Object.entries(first.headers).map(([name, value]) => `${name}: ${value}`);
    show([`${first.method} ${first.target}`, ...headers]);
    show(others.length > 0 ? [`and ${others.length} more, one for each session`] : []);
  }
  if (lookUps.length > 0) {
    label('what it looked up after that');
    show(lookUps);
  }
  label('the log');
  show(logAsShown(run.log).flatMap(wrap));
  label('the outputs');
  show([...run.outputs].map(([name, value]) => `${name}: ${value}`.trimEnd()).flatMap(sessionByLine));
  label('the job summary');
  show(summaryAsShown(run.summary));
  label(`the exit code: ${run.exitCode}`);
  return run;
}

/** The output `sessions` is one line of JSON; here every session gets a line. */
function sessionByLine(output: string): readonly string[] {
  return output.replaceAll('},{', '},\n  {').split('\n');
}

/** Files that are listed with their full size. */
async function countListed({ url }: Gateway, uploads: readonly Upload[]): Promise<number> {
  const sizes = await Promise.all(uploads.map(({ path }) => listedBytes(url, path)));
  return sizes.filter((sizeBytes, index) => sizeBytes === uploads[index]?.sizeBytes).length;
}

function promised(what: string, facts: readonly boolean[]): boolean {
  const kept = facts.every(Boolean);
  say(kept ? `As promised: ${what}.` : `NOT as promised, which was: ${what}.`);
  return kept;
}

function bytes(count: number): string {
  return count < 2 ** 20 ? `${count} bytes` : `${(count / 2 ** 20).toFixed(1)} MiB`;
}

function heading(text: string): void {
  process.stdout.write(`\n== ${text}\n`);
}

function label(text: string): void {
  process.stdout.write(`\n   ${text}\n`);
}

function say(text: string): void {
  process.stdout.write(`\n   ${text}\n`);
}

function show(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `     ${line}\n`).join(''));
}

// Red until both commits have gone as promised.
process.exitCode = 1;
if (await main()) {
  process.exitCode = 0;
}
