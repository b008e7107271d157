// npm start, without the installation: what it shows, and that its green means something.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { runStep } from '../../emulator/runner.js';
import { logAsShown, rows, summaryAsShown, wrap } from '../../emulator/terminal.js';
import { chunksOf } from '../../emulator/upload-client.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const build = mkdtempSync(join(tmpdir(), 'demo-'));

beforeAll(() => {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.emulator.json', '--outDir', build], { cwd: root });
  writeFileSync(join(build, 'package.json'), '{"type":"module"}');
});

afterAll(() => rmSync(build, { recursive: true }));

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'demo-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Runs the demo in a folder that has a dist/index.js. */
async function demo(folder: string): Promise<{ exitCode: number | null; said: string; leftBehind: string[] }> {
  const temp = temporaryFolder();
  const child = spawn(process.execPath, [join(build, 'emulator', 'demo.js')], {
    cwd: folder,
    env: { ...process.env, TMPDIR: temp, TEMP: temp, TMP: temp },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  await once(child, 'close');
  return { exitCode: child.exitCode, said, leftBehind: readdirSync(temp) };
}

function folderWithAction(source: string): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist', 'index.js'), source);
  return folder;
}

describe('npm start', () => {
  it('uploads, commits and lists a package, then explains a commit that fails', async () => {
    const { exitCode, said, leftBehind } = await demo(root);
    expect(said).toMatch(/VotingWebPkg\/Code\/VotingWeb\.exe +5\.0 MiB/);
    expect(said).toMatch(/VotingWeb\.exe {2}bytes 4194304-5243200\/5243201/);
    expect(said.match(/Listed in the image store now: .*/g)).toEqual([
      'Listed in the image store now: 0 of 4 files.',
      'Listed in the image store now: 4 of 4 files.',
      'Listed in the image store now: 0 of 1 files.',
    ]);
    expect(said).toMatch(
      /POST \/ImageStore\/\$\/CommitUploadSession\?api-version=6\.0&session-id=[\w-]{36}&timeout=60/,
    );
    expect(said).toContain('content-length: 0');
    expect(said).toContain('and 3 more, one for each session');
    expect(said).toContain('✅ 4 upload sessions committed');
    expect(said).toMatch(/Error: Upload session [\w-]{36} was not committed/);
    expect(said).toMatch(/what it looked up after that\n +GET \/ImageStore\/\$\/GetUploadSession\?/);
    expect(said.replace(/\s+/g, ' ')).toContain(
      '2097152 of 5243201 bytes of Voting.2.0.0/VotingWebPkg/Code/VotingWeb.exe are missing',
    );
    expect(said).toContain('"missingRanges":[{"start":2097152,"end":4194303}]');
    expect(said).toContain('What to do: Upload the missing bytes');
    expect(said).toContain('Voting.1.0.0/VotingWebPkg/Config/_.dir');
    expect(said).toMatch(/the exit code: 0[\s\S]*As promised: green[\s\S]*the exit code: 1[\s\S]*As promised: red/);
    expect(exitCode).toBe(0);
    expect(leftBehind).toEqual([]);
  });

  const claimSuccess = `require('node:fs').appendFileSync(process.env.GITHUB_OUTPUT, 'result<<x\\ncommitted\\nx\\n');`;
  const commitAll = `
    const [endpoint, ids] = [process.env.INPUT_ENDPOINT, process.env['INPUT_SESSION-ID'].split('\\n')];
    const query = (id) => 'CommitUploadSession?api-version=6.0&timeout=60&session-id=' + id;
    for (const id of ids) fetch(endpoint + '/ImageStore/$/' + query(id), { method: 'POST', body: '' });`;

  it.each([
    ['there is no action', undefined, 'green'],
    ['the action fails', 'process.exitCode = 1;', 'green'],
    ['the action claims what it has not done', claimSuccess, 'green'],
    ['the action commits and does not say so', commitAll, 'green'],
    ['the action commits and is red', `${commitAll}${claimSuccess} process.exitCode = 1;`, 'green'],
    ['the action is green whatever comes', `${commitAll}${claimSuccess}`, 'red'],
  ])('is red when %s', async (_, source, promise) => {
    const { exitCode, said, leftBehind } = await demo(
      source === undefined ? temporaryFolder() : folderWithAction(source),
    );
    expect(said).toContain(`NOT as promised, which was: ${promise}`);
    expect(exitCode).toBe(1);
    expect(leftBehind).toEqual([]);
  });
});

describe('the runner', () => {
  async function step(source: string, inputs: Record<string, string> = {}) {
    const folder = temporaryFolder();
    const file = join(folder, 'action.js');
    writeFileSync(file, `const { appendFileSync } = require('node:fs');\n${source}`);
    return runStep(file, inputs, folder);
  }

  it('hands inputs over in the environment, and nothing else of this machine', async () => {
    const { log } = await step('console.log(Object.keys(process.env).sort().join())', {
      'session-id': '1',
      'a b': '2',
    });
    const names = log.trim().split(',');
    expect(names).toEqual(expect.arrayContaining(['INPUT_A_B', 'INPUT_SESSION-ID', 'GITHUB_OUTPUT']));
    expect(names).not.toContain('HOME');
  });

  it('reads outputs of no, one and several lines', async () => {
    const written = ['none<<m\n\nm\n', 'one<<m\n1 = 1\nm\n', 'several<<other\nfirst\nm\n\nlast\nother\n'];
    const { outputs } = await step(`appendFileSync(process.env.GITHUB_OUTPUT, ${JSON.stringify(written.join(''))})`);
    expect([...outputs]).toEqual([
      ['none', ''],
      ['one', '1 = 1'],
      ['several', 'first\nm\n\nlast'],
    ]);
  });

  it('gives the log, the summary and the exit code', async () => {
    const { log, summary, exitCode } = await step(`
      console.log('out'); console.error('err');
      appendFileSync(process.env.GITHUB_STEP_SUMMARY, '<h3>Done</h3>');
      process.exitCode = 3;`);
    expect(log.split('\n').sort()).toEqual(['', 'err', 'out']);
    expect(summary).toBe('<h3>Done</h3>');
    expect(exitCode).toBe(3);
  });
});

describe('the terminal', () => {
  it.each([
    ['an annotation says what it is', '::error title=T::was %25, is\n', ['Error: was %, is']],
    ['an annotation of several lines has several', '::warning::one%0A- two\n', ['Warning: one', '- two']],
    ['debug lines are left out', '::debug::secret\nshown\n', ['shown']],
    ['other lines stay as they are', 'a::error::b\r\n', ['a::error::b']],
  ])('shows a log: %s', (_, log, shown) => {
    expect(logAsShown(log)).toEqual(shown);
  });

  it('shows a summary: headings, tables in columns, text with its entities', () => {
    const summary =
      '<h3>✅ Done</h3>\n<p>at <code>x&amp;lt;</code></p>\n<table>\n<tr><th>Name</th><th>Result</th></tr>\n' +
      '<tr><td>✅ a</td><td>&lt;b&gt;</td></tr>\n</table>\n<p>&#39;one&#39;<br>two</p>\n';
    expect(summaryAsShown(summary)).toEqual(['✅ Done', 'at x&lt;', 'Name  Result', '✅ a  <b>', "'one'", 'two']);
  });

  it('pads columns, but not the end of a line', () => {
    expect(
      rows([
        ['a', 'b'],
        ['long', ''],
      ]),
    ).toEqual(['a     b', 'long']);
  });

  it('wraps at blanks, and in the middle of a word that has none', () => {
    expect(wrap(`${'x'.repeat(60)} ${'y'.repeat(60)}`)).toEqual(['x'.repeat(60), 'y'.repeat(60)]);
    expect(wrap('z'.repeat(120)).map((line) => line.length)).toEqual([110, 10]);
  });
});

describe('a file in chunks', () => {
  const mebibyte = 2 ** 20;

  it.each([
    [0, []],
    [1, [1]],
    [2 * mebibyte, [2 * mebibyte]],
    [2 * mebibyte + 1, [2 * mebibyte, 1]],
  ])('of %i bytes has chunks of %j', (sizeBytes, sizes) => {
    const chunks = chunksOf(new Uint8Array(sizeBytes));
    expect(chunks.map(({ content }) => content.byteLength)).toEqual(sizes);
    expect(chunks.map(({ startByte }) => startByte)).toEqual(sizes.map((_, index) => index * 2 * mebibyte));
    expect(chunks.every(({ ofBytes }) => ofBytes === sizeBytes)).toBe(true);
  });
});
