// npm run emulator: its options, its output and how it stops.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { noSignals, why } from '../support/skips.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { compileEmulator } from './compiled-emulator.js';

const programs = compileEmulator();

function run(...options: readonly string[]): ChildProcess & { output(): string; errors(): string } {
  const child = spawn(process.execPath, [join(programs, 'cli.js'), ...options]);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (text) => {
    output += text;
  });
  child.stderr.on('data', (text) => {
    errors += text;
  });
  return Object.assign(child, { output: () => output, errors: () => errors });
}

async function waitForUrl(child: ReturnType<typeof run>): Promise<string> {
  while (!child.output().includes('\n')) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return /http:\/\/127\.0\.0\.1:\d+/.exec(child.output())?.[0] ?? child.output();
}

describe('npm run emulator', () => {
  it('prints one line with its URL and responds there', async () => {
    const child = run('--port', '0');
    expect((await fetch(await waitForUrl(child))).status).toBe(200);
    expect(child.output()).toMatch(/^[^\n]*http:\/\/127\.0\.0\.1:\d+[^\n]*\n$/);
  });

  it.skipIf(noSignals).each(['SIGINT', 'SIGTERM'] as const)(
    `stops on %s even while a client waits for a response${why(noSignals)}`,
    async (signal) => {
      const child = run('--port=0');
      const address = await waitForUrl(child);
      await fetch(`${address}/$emulator/faults`, { method: 'POST', body: '{"operation":"home","delivery":"hang"}' });
      const hanging = fetch(address).catch(() => 'connection closed');
      let received = 0;
      while (received === 0) {
        const requests: unknown = await (await fetch(`${address}/$emulator/requests`)).json();
        received = Array.isArray(requests) ? requests.length : 0;
      }
      child.kill(signal);
      expect(await once(child, 'exit')).toEqual([0, null]);
      expect(await hanging).toBe('connection closed');
    },
  );

  it('has no session API with --linux', async () => {
    const address = await waitForUrl(run('--port', '0', '--linux'));
    const session = '0a1b2c3d-0000-4000-8000-00000000000a';
    const sessionUrl = `${address}/ImageStore/$/GetUploadSession?api-version=6.0&session-id=${session}`;
    expect((await fetch(sessionUrl)).status).toBe(400);
  });

  it('has pages with --page-size, and bodies on disk with --spool', async () => {
    const folder = temporaryFolder();
    const child = run('--port', '0', '--page-size', '1', '--spool', folder);
    const store = `${await waitForUrl(child)}/ImageStore`;
    for (const name of ['a', 'b']) {
      await fetch(`${store}/${name}?api-version=6.0`, { method: 'PUT', body: Buffer.alloc(100_000) });
    }
    expect(await (await fetch(`${store}?api-version=6.0`)).json()).toMatchObject({ ContinuationToken: 'b' });
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('lists its options with --help', async () => {
    const child = run('--help');
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(child.output()).toMatch(
      /--port PORT .*19080[\s\S]*--linux[\s\S]*--page-size COUNT[\s\S]*--spool FOLDER[\s\S]*--help/,
    );
  });

  it.each([
    [['--prot', '0'], /Unknown option '--prot'/],
    [['--port', 'http'], /--port must be a whole number from 0 to 65535, but is 'http'/],
    [['--port', '65536'], /but is '65536'/],
    [['--page-size', '0'], /--page-size must be a whole number from 1, but is '0'/],
    [['19080'], /Unexpected argument '19080'/],
  ])('explains why it rejects %j', async (options, message) => {
    const child = run(...options);
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(child.errors()).toMatch(message);
    expect(child.errors()).toContain('--linux');
    expect(child.output()).toBe('');
  });
});
