// npm start without the installation: what it shows, and when it fails. Also the helpers of the demo.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runStep } from '../../emulator/runner.js';
import {
  alignColumns,
  createTerminal,
  renderLog,
  renderSummary,
  wrapTarget,
  wrapText,
} from '../../emulator/terminal.js';
import { splitIntoChunks } from '../../emulator/upload-client.js';
import { root } from '../support/repository.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';
import { compileEmulator } from './compiled-emulator.js';

const programs = compileEmulator();

/** Runs the demo in a folder with a dist/index.js. */
async function runDemo(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<{ exitCode: number | null; output: string; leftBehind: string[] }> {
  const temp = temporaryFolder();
  const child = spawn(process.execPath, [join(programs, 'demo.js')], {
    cwd: folder,
    env: { ...process.env, FORCE_COLOR: undefined, TMPDIR: temp, TEMP: temp, TMP: temp, ...environment },
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
    expect(output).toMatch(/before +a package folder of 4 files, 5\.0 MiB\n/);
    expect(output).toMatch(/Uploaded 4 files to Voting in /);
    expect(output).toContain('result: uploaded, image-store-path: Voting, application-type-name: VotingType');
    expect(output).toContain('✅ Package uploaded');
    expect(output).toMatch(/before +6 chunks uploaded under 4 session ids, 0 of 4 files listed\n/);
    expect(output).toMatch(
      /requests +POST \/ImageStore\/\$\/CommitUploadSession\s+\?api-version=6\.0&session-id=[\w-]{36}\s*&timeout=60\n +and 3 more/,
    );
    expect(output).toContain('result: committed, status-code: 200, attempts: 4, exit code: 0');
    expect(output.replace(/\s+/g, ' ')).toContain(
      'annotation Error: 2,097,152 of 5,243,201 bytes of Voting.2.0.0/VotingWebPkg/Code/VotingWeb.exe are missing',
    );
    expect(output).toMatch(/\n +GET \/ImageStore\/\$\/GetUploadSession\s/);
    expect(output).toContain('result: failed, status-code: 400, error-code: E_INVALIDARG');
    expect(output.match(/[✔✘] .*/g)).toEqual([
      '✔ As expected: uploaded, every file listed, and provisioned.',
      '✔ As expected: committed, and every file listed.',
      '✔ As expected: failed with 400 E_INVALIDARG, and no file listed.',
    ]);
    expect(exitCode).toBe(0);
    expect(leftBehind).toEqual([]);
  });

  it('is about 60 lines, each as wide as a line may be, and ends with three lines that say what it has shown', async () => {
    const lines = (await runDemo(root)).output.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(45);
    expect(lines.length).toBeLessThanOrEqual(62);
    expect(lines.filter((line) => [...line].length > 100)).toEqual([]);
    const recap = lines.slice(lines.indexOf('In short') + 1);
    expect(recap).toHaveLength(3);
    expect(recap.filter((line) => line.length > 79)).toEqual([]);
  });

  it('has colours only where they are wanted', async () => {
    const control = '\u001B[';
    expect((await runDemo(root)).output).not.toContain(control);
    const { output } = await runDemo(root, { FORCE_COLOR: '1' });
    expect(output).toContain(`${control}1mIn short${control}22m`);
    expect(output).toContain(`${control}32m✔ As expected: uploaded`);
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
    expect(output).toContain(
      `✘ NOT as expected: uploaded, every file listed, and provisioned. ${listed} of 4 files are listed.`,
    );
    expect(exitCode).toBe(1);
    expect(leftBehind).toEqual([]);
  });

  it.each([
    ['there is no action', undefined, 'committed, and every file listed'],
    ['the action fails', 'process.exitCode = 1;', 'committed, and every file listed'],
    ['the action reports a commit that it has not done', reportSuccess, 'committed, and every file listed'],
    ['the action commits and does not report it', commitAll, 'committed, and every file listed'],
    [
      'the action commits and exits with 1',
      `${commitAll}${reportSuccess} process.exitCode = 1;`,
      'committed, and every file listed',
    ],
    ['the action never fails', `${commitAll}${reportSuccess}`, 'failed with 400 E_INVALIDARG'],
  ])('fails when %s', async (_, source, expectation) => {
    const { exitCode, output, leftBehind } = await runDemo(folderWithAction(source));
    expect(output).toContain(`✘ NOT as expected: ${expectation}`);
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

  const summary =
    '<h3>✅ Done</h3>\n<p>at <code>x&amp;lt;</code></p>\n<table>\n<tr><th>Name</th><th>Result</th></tr>\n' +
    '<tr><td>✅ a</td><td>&lt;b&gt;</td></tr>\n</table>\n<p>&#39;one&#39;<br>two</p>\n' +
    '<details><summary>more</summary>\n<table><tr><td>hidden</td></tr></table>\n</details>\n';

  it('renders the headings, the tables and the entities of a summary, and the titles of what is folded', () => {
    expect(renderSummary(summary, 100)).toEqual([
      ...['✅ Done', 'at x&lt;', 'Name  Result', '✅ a  <b>', "'one'", 'two', '▸ more'],
    ]);
  });

  it('renders a table that is too wide as a line for each cell', () => {
    const wide =
      '<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td>one</td><td>two</td><td>three</td></tr></table>';
    expect(renderSummary(wide, 15)).toEqual(['A    B    C', 'one  two  three']);
    expect(renderSummary(wide, 14)).toEqual(['A: one', 'B: two', 'C: three']);
    expect(renderSummary('<table><tr><th>Name</th><td>some value</td></tr></table>', 10)).toEqual(['Name: some value']);
  });

  it('pads every column except the last', () => {
    expect(
      alignColumns([
        ['a', 'b'],
        ['long', ''],
      ]),
    ).toEqual(['a     b', 'long']);
  });

  it.each([
    ['at blanks', 'aaa bbb ccc', 7, ['aaa bbb', 'ccc']],
    ['and keeps what it begins with', '  aaa bbb', 6, ['  aaa', '  bbb']],
    [
      'and leaves a longer word whole',
      'a 0a1b2c3d-0000-4000-8000-00000000000a b',
      10,
      ['a', '0a1b2c3d-0000-4000-8000-00000000000a', 'b'],
    ],
    ['only where it is too long', 'a  b', 4, ['a  b']],
  ])('wraps a line %s', (_, line, width, lines) => {
    expect(wrapText(line, width)).toEqual(lines);
  });

  it('wraps the target of a request before its parameters', () => {
    const target = 'GET /a?b=1&c=22&d=3';
    expect(wrapTarget(target, 19)).toEqual([target]);
    expect(wrapTarget(target, 12)).toEqual(['GET /a', '  ?b=1&c=22', '  &d=3']);
    expect(wrapTarget(target, 9)).toEqual(['GET /a', '  ?b=1', '  &c=22', '  &d=3']);
  });

  it('is as wide as the terminal, and as wide as a page without one', () => {
    const print = (columns: number | undefined) => {
      const stream = Object.assign(new PassThrough(), columns === undefined ? {} : { columns });
      const terminal = createTerminal(stream);
      terminal.text('word '.repeat(40).trim());
      terminal.block('label', ['word '.repeat(40).trim()]);
      return String(stream.read())
        .split('\n')
        .map((line) => line.length);
    };
    expect(Math.max(...print(80))).toBe(79);
    expect(Math.max(...print(20))).toBeLessThanOrEqual(40);
    expect(Math.max(...print(undefined))).toBe(99);
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
