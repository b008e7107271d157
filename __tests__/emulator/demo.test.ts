// npm start without the installation: what it shows, and when it fails. Also the helpers of the demo.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runStep } from '../../emulator/runner.js';
import { alignColumns, renderLog, renderSummary, wrapLine } from '../../emulator/terminal.js';
import { splitIntoChunks } from '../../emulator/upload-client.js';
import { root } from '../support/repository.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';
import { compileEmulator } from './compiled-emulator.js';

const programs = compileEmulator();

/** Runs the demo in a folder with a dist/index.js. */
async function runDemo(folder: string): Promise<{ exitCode: number | null; output: string; leftBehind: string[] }> {
  const temp = temporaryFolder();
  const child = spawn(process.execPath, [join(programs, 'demo.js')], {
    cwd: folder,
    env: { ...process.env, TMPDIR: temp, TEMP: temp, TMP: temp },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  await once(child, 'close');
  return { exitCode: child.exitCode, output, leftBehind: readdirSync(temp) };
}

/** A folder with this source as the action, or with none, beside the upload action of this repository. */
function folderWithAction(source: string | undefined): string {
  const folder = temporaryFolder();
  writeFiles(folder, source === undefined ? { 'dist/package.json': '{}' } : { 'dist/index.js': source });
  cpSync(join(root, 'dist/upload'), join(folder, 'dist/upload'), { recursive: true });
  return folder;
}

function folderWithUploadAction(source: string): string {
  const folder = temporaryFolder();
  writeFiles(folder, { 'dist/upload/index.js': source });
  return folder;
}

describe('npm start', () => {
  it('uploads a package with the upload action, commits one uploaded in chunks, and shows a commit that fails and why', async () => {
    const { exitCode, output, leftBehind } = await runDemo(root);
    expect(output).toMatch(/VotingWebPkg\/Code\/VotingWeb\.exe +5\.0 MiB/);
    expect(output).toMatch(/package: .+\n +image-store-path: Voting\n/);
    expect(output).toMatch(/Uploaded 4 files to Voting in /);
    expect(output).toContain('result: uploaded\n');
    expect(output).toContain('✅ Package uploaded');
    expect(output).toMatch(/VotingWeb\.exe {2}bytes 4194304-5243200\/5243201/);
    expect(output.match(/Listed in the image store now: .*/g)).toEqual([
      'Listed in the image store now: 4 of 4 files.',
      'Listed in the image store now: 0 of 4 files.',
      'Listed in the image store now: 4 of 4 files.',
      'Listed in the image store now: 0 of 1 files.',
    ]);
    expect(output).toMatch(
      /POST \/ImageStore\/\$\/CommitUploadSession\?api-version=6\.0&session-id=[\w-]{36}&timeout=60/,
    );
    expect(output).toContain('content-length: 0');
    expect(output).toContain('and 3 more, one for each session');
    expect(output).toContain('✅ 4 upload sessions committed');
    expect(output).toMatch(
      /Error: 2,097,152 of 5,243,201 bytes of Voting\.2\.0\.0\/VotingWebPkg\/Code\/VotingWeb\.exe are missing/,
    );
    expect(output).toMatch(/the look-ups after it\n +GET \/ImageStore\/\$\/GetUploadSession\?/);
    expect(output.replace(/\s+/g, ' ')).toContain(
      '2,097,152 of 5,243,201 bytes of Voting.2.0.0/VotingWebPkg/Code/VotingWeb.exe are missing',
    );
    expect(output).toContain('"missingRanges":[{"start":2097152,"end":4194303}]');
    expect(output).toContain('What to do: Upload the missing bytes');
    expect(output).toContain('Voting.1.0.0/VotingWebPkg/Config/_.dir');
    expect(output).toMatch(
      /the exit code: 0[\s\S]*As expected: the upload succeeds[\s\S]*the exit code: 0[\s\S]*As expected: the step succeeds[\s\S]*the exit code: 1[\s\S]*As expected: the step fails/,
    );
    expect(exitCode).toBe(0);
    expect(leftBehind).toEqual([]);
  });

  const reportSuccess = `require('node:fs').appendFileSync(process.env.GITHUB_OUTPUT, 'result<<x\\ncommitted\\nx\\n');`;
  const commitAll = `
    const [endpoint, ids] = [process.env.INPUT_ENDPOINT, process.env['INPUT_SESSION-ID'].split('\\n')];
    const query = (id) => 'CommitUploadSession?api-version=6.0&timeout=60&session-id=' + id;
    for (const id of ids) fetch(endpoint + '/ImageStore/$/' + query(id), { method: 'POST', body: '' });`;

  const reportUpload = reportSuccess.replace('committed', 'uploaded');
  const uploadWithoutMarker = `
    const { readdirSync, readFileSync, statSync } = require('node:fs');
    const { INPUT_ENDPOINT: endpoint, INPUT_PACKAGE: folder } = process.env;
    for (const name of readdirSync(folder, { recursive: true })) {
      if (!statSync(folder + '/' + name).isFile()) continue;
      const url = endpoint + '/ImageStore/Voting/' + name.replaceAll('\\\\', '/') + '?api-version=6.0';
      fetch(url, { method: 'PUT', body: readFileSync(folder + '/' + name) });
    }`;

  it.each([
    ['there is no upload action', undefined, 0],
    ['the upload action fails', 'process.exitCode = 1;', 0],
    ['the upload action reports an upload that it has not done', reportUpload, 0],
    ['the upload action does not mark the folder as complete', `${uploadWithoutMarker}${reportUpload}`, 4],
  ])('fails when %s', async (_, source, listed) => {
    const folder = source === undefined ? temporaryFolder() : folderWithUploadAction(source);
    const { exitCode, output, leftBehind } = await runDemo(folder);
    expect(output).toContain(`Listed in the image store now: ${listed} of 4 files.`);
    expect(output).toContain('NOT as expected. Expected: the upload succeeds');
    expect(exitCode).toBe(1);
    expect(leftBehind).toEqual([]);
  });

  it.each([
    ['there is no action', undefined, 'the step succeeds'],
    ['the action fails', 'process.exitCode = 1;', 'the step succeeds'],
    ['the action reports a commit that it has not done', reportSuccess, 'the step succeeds'],
    ['the action commits and does not report it', commitAll, 'the step succeeds'],
    ['the action commits and exits with 1', `${commitAll}${reportSuccess} process.exitCode = 1;`, 'the step succeeds'],
    ['the action never fails', `${commitAll}${reportSuccess}`, 'the step fails'],
  ])('fails when %s', async (_, source, expectation) => {
    const { exitCode, output, leftBehind } = await runDemo(folderWithAction(source));
    expect(output).toContain(`NOT as expected. Expected: ${expectation}`);
    expect(exitCode).toBe(1);
    expect(leftBehind).toEqual([]);
  });
});

describe('the step runner of the demo', () => {
  async function runSource(source: string, inputs: Record<string, string> = {}) {
    const folder = temporaryFolder();
    const file = join(folder, 'action.js');
    writeFileSync(file, `const { appendFileSync } = require('node:fs');\n${source}`);
    return runStep(file, inputs, folder);
  }

  it('passes the inputs in the environment, without other variables of this machine', async () => {
    const { log } = await runSource('console.log(Object.keys(process.env).sort().join())', {
      'session-id': '1',
      'a b': '2',
    });
    const names = log.trim().split(',');
    expect(names).toEqual(expect.arrayContaining(['INPUT_A_B', 'INPUT_SESSION-ID', 'GITHUB_OUTPUT']));
    expect(names).not.toContain('HOME');
  });

  it('parses outputs of zero, one and several lines', async () => {
    const written = ['none<<m\n\nm\n', 'one<<m\n1 = 1\nm\n', 'several<<other\nfirst\nm\n\nlast\nother\n'];
    const { outputs } = await runSource(
      `appendFileSync(process.env.GITHUB_OUTPUT, ${JSON.stringify(written.join(''))})`,
    );
    expect([...outputs]).toEqual([
      ['none', ''],
      ['one', '1 = 1'],
      ['several', 'first\nm\n\nlast'],
    ]);
  });

  it('returns the log, the summary and the exit code', async () => {
    const { log, summary, exitCode } = await runSource(`
      console.log('out'); console.error('err');
      appendFileSync(process.env.GITHUB_STEP_SUMMARY, '<h3>Done</h3>');
      process.exitCode = 3;`);
    expect(log.split('\n').sort()).toEqual(['', 'err', 'out']);
    expect(summary).toBe('<h3>Done</h3>');
    expect(exitCode).toBe(3);
  });
});

describe('the terminal text of the demo', () => {
  it.each([
    ['an annotation starts with its level', '::error title=T::was %25, is\n', ['Error: was %, is']],
    ['an annotation can have several lines', '::warning::one%0A- two\n', ['Warning: one', '- two']],
    ['debug messages are omitted', '::debug::secret\nshown\n', ['shown']],
    ['other lines are unchanged', 'a::error::b\r\n', ['a::error::b']],
  ])('renders a log: %s', (_, log, rendered) => {
    expect(renderLog(log)).toEqual(rendered);
  });

  it('renders the headings, the tables and the entities of a summary', () => {
    const summary =
      '<h3>✅ Done</h3>\n<p>at <code>x&amp;lt;</code></p>\n<table>\n<tr><th>Name</th><th>Result</th></tr>\n' +
      '<tr><td>✅ a</td><td>&lt;b&gt;</td></tr>\n</table>\n<p>&#39;one&#39;<br>two</p>\n';
    expect(renderSummary(summary)).toEqual(['✅ Done', 'at x&lt;', 'Name  Result', '✅ a  <b>', "'one'", 'two']);
  });

  it('pads every column except the last', () => {
    expect(
      alignColumns([
        ['a', 'b'],
        ['long', ''],
      ]),
    ).toEqual(['a     b', 'long']);
  });

  it('wraps lines at blanks, and words that are longer than a line', () => {
    expect(wrapLine(`${'x'.repeat(60)} ${'y'.repeat(60)}`)).toEqual(['x'.repeat(60), 'y'.repeat(60)]);
    expect(wrapLine('z'.repeat(120)).map((line) => line.length)).toEqual([110, 10]);
  });
});

describe('a file that the demo splits into chunks', () => {
  const mebibyte = 2 ** 20;

  it.each([
    [0, []],
    [1, [1]],
    [2 * mebibyte, [2 * mebibyte]],
    [2 * mebibyte + 1, [2 * mebibyte, 1]],
  ])('of %i bytes has chunks of %j bytes', (sizeBytes, sizes) => {
    const chunks = splitIntoChunks(new Uint8Array(sizeBytes));
    expect(chunks.map(({ content }) => content.byteLength)).toEqual(sizes);
    expect(chunks.map(({ startByte }) => startByte)).toEqual(sizes.map((_, index) => index * 2 * mebibyte));
    expect(chunks.every(({ totalBytes }) => totalBytes === sizeBytes)).toBe(true);
  });
});
