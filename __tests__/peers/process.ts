// A daemon's life: a folder and a port of its own, started in the foreground, stopped with the test.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { WhenFinished } from '../support/run-action.js';
import { type Program, programPath } from './programs.js';

/** What a daemon may call its own. */
export interface Place {
  folder: string;
  port: number;
}

/** How to start a daemon so that it stays in the foreground and writes what it has to say to stdout or stderr. */
export interface DaemonPlan {
  program: Program;
  parameters: (place: Place) => readonly string[];
  /** Name to content of the files that its folder holds before it starts. */
  files: (place: Place) => Readonly<Record<string, string>>;
  /** What it says once it listens: its own words, so that a foreign listener on the port is not taken for it. */
  listening: RegExp;
}

export interface Daemon extends Place {
  /** Everything it has said. */
  log(): string;
  /** The content of a file that it writes into its folder; empty before it is there. */
  read(file: string): string;
  stop(): Promise<void>;
}

const startingMs = 15_000;
const portClash = /in use|could not bind|cannot bind|unable to bind/i;

const watcher = fileURLToPath(new URL('watcher.sh', import.meta.url));

/** Starts on a free port of 127.0.0.1 and resolves once it listens; rejects with its log when it does not. */
export async function startDaemon(plan: DaemonPlan, whenFinished: WhenFinished): Promise<Daemon> {
  for (let triesLeft = 4; ; triesLeft -= 1) {
    const daemon = await launch(plan);
    if (await daemon.listens) {
      whenFinished(daemon.stop);
      return daemon;
    }
    const log = daemon.log();
    await daemon.stop();
    if (triesLeft === 0 || !portClash.test(log)) throw new Error(`${plan.program} did not start: ${log}`);
  }
}

async function launch(plan: DaemonPlan): Promise<Daemon & { listens: Promise<boolean> }> {
  const path = programPath(plan.program);
  const folder = mkdtempSync(join(tmpdir(), `${plan.program}-`));
  // Started by root, some give up their rights and then have to come back in as somebody else.
  chmodSync(folder, 0o777);
  const place = { folder, port: await freePort() };
  for (const [name, content] of Object.entries(plan.files(place))) writeFileSync(join(folder, name), content);
  const output = openSync(join(folder, 'log'), 'a');
  const child = spawn('/bin/sh', [watcher, path, ...plan.parameters(place)], {
    cwd: folder,
    detached: true,
    stdio: ['pipe', output, output],
  });
  closeSync(output);
  const exited = once(child, 'exit');
  const read = (file: string): string => {
    const whole = join(folder, file);
    return existsSync(whole) ? readFileSync(whole, 'utf8') : '';
  };
  const log = (): string => read('log');
  const stop = async (): Promise<void> => {
    // watcher.sh takes that as the end of us.
    child.stdin?.destroy();
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...place, log, read, stop, listens: untilListening(child, () => plan.listening.test(log())) };
}

async function untilListening(child: ChildProcess, hasSaidSo: () => boolean): Promise<boolean> {
  const giveUpAt = performance.now() + startingMs;
  while (child.exitCode === null && child.signalCode === null && performance.now() < giveUpAt) {
    if (hasSaidSo()) return true;
    await sleep(10);
  }
  return false;
}

/** Below the range from which systems serve port 0, so that no server of another test takes it in between. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 6_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!free) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}
