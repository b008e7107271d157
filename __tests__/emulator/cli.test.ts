// The emulator as a person or a workflow starts it: a process with one line to say.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const build = mkdtempSync(join(tmpdir(), 'emulator-'));

beforeAll(() => {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.emulator.json', '--outDir', build], { cwd: root });
  writeFileSync(join(build, 'package.json'), '{"type":"module"}');
});

afterAll(() => rmSync(build, { recursive: true }));

function run(...options: readonly string[]): ChildProcess & { said(): string; complained(): string } {
  const child = spawn(process.execPath, [join(build, 'emulator', 'cli.js'), ...options]);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let [said, complained] = ['', ''];
  child.stdout.on('data', (text) => {
    said += text;
  });
  child.stderr.on('data', (text) => {
    complained += text;
  });
  return Object.assign(child, { said: () => said, complained: () => complained });
}

async function url(child: ReturnType<typeof run>): Promise<string> {
  while (!child.said().includes('\n')) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return /http:\/\/127\.0\.0\.1:\d+/.exec(child.said())?.[0] ?? child.said();
}

describe('npm run emulator', () => {
  it('prints one line with its URL, and answers there', async () => {
    const child = run('--port', '0');
    expect((await fetch(await url(child))).status).toBe(200);
    expect(child.said()).toMatch(/^[^\n]*http:\/\/127\.0\.0\.1:\d+[^\n]*\n$/);
  });

  // On Windows kill() ends it unheard, whatever the signal.
  it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
    'ends on %s, hanging peers or not',
    async (signal) => {
      const child = run('--port=0');
      const address = await url(child);
      await fetch(`${address}/$emulator/faults`, { method: 'POST', body: '{"operation":"home","delivery":"hang"}' });
      const hanging = fetch(address).catch(() => 'cut off');
      let seen = 0;
      while (seen === 0) {
        const requests: unknown = await (await fetch(`${address}/$emulator/requests`)).json();
        seen = Array.isArray(requests) ? requests.length : 0;
      }
      child.kill(signal);
      expect(await once(child, 'exit')).toEqual([0, null]);
      expect(await hanging).toBe('cut off');
    },
  );

  it('--linux takes the session API away', async () => {
    const address = await url(run('--port', '0', '--linux'));
    const session = '0a1b2c3d-0000-4000-8000-00000000000a';
    const look = `${address}/ImageStore/$/GetUploadSession?api-version=6.0&session-id=${session}`;
    expect((await fetch(look)).status).toBe(400);
  });

  it('--help says what there is', async () => {
    const child = run('--help');
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(child.said()).toMatch(/--port PORT .*19080[\s\S]*--linux[\s\S]*--help/);
  });

  it.each([
    [['--prot', '0'], /Unknown option '--prot'/],
    [['--port', 'http'], /--port takes a whole number from 0 to 65535, not 'http'/],
    [['--port', '65536'], /not '65536'/],
    [['19080'], /Unexpected argument '19080'/],
  ])('%j is explained', async (options, sentence) => {
    const child = run(...options);
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(child.complained()).toMatch(sentence);
    expect(child.complained()).toContain('--linux');
    expect(child.said()).toBe('');
  });
});
