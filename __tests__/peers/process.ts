// Starts a daemon in the foreground, with a folder and a port of its own, and stops it when the test ends.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { WhenFinished } from '../support/clean-up.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';
import { type Program, programPath } from './programs.js';

/** The folder and the port that belong to one daemon. */
export interface Place {
  folder: string;
  port: number;
}

/** How to start a daemon so that it stays in the foreground and writes its log to stdout or stderr. */
export interface DaemonPlan {
  program: Program;
  parameters: (place: Place) => readonly string[];
  /** Name to content of the files that its folder holds before it starts. */
  files: (place: Place) => Readonly<Record<string, string>>;
  /** What it logs when it listens. Another process that listens on the port does not write that. */
  listening: RegExp;
}

export interface Daemon extends Place {
  /** Its whole log. */
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
    const daemon = await launch(plan, whenFinished);
    if (await daemon.listens) {
      whenFinished(daemon.stop);
      return daemon;
    }
    const log = daemon.log();
    await daemon.stop();
    if (triesLeft === 0 || !portClash.test(log)) throw new Error(`${plan.program} did not start: ${log}`);
  }
}

async function launch(plan: DaemonPlan, whenFinished: WhenFinished): Promise<Daemon & { listens: Promise<boolean> }> {
  const path = programPath(plan.program);
  const folder = temporaryFolder(whenFinished);
  // A daemon that root starts may change to another user, who needs access to this folder.
  chmodSync(folder, 0o777);
  const place = { folder, port: await freePort() };
  writeFiles(folder, plan.files(place));
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
    // watcher.sh takes that as the end of the test process.
    child.stdin?.destroy();
    await exited;
  };
  return { ...place, log, read, stop, listens: untilListening(child, () => plan.listening.test(log())) };
}

async function untilListening(child: ChildProcess, isListening: () => boolean): Promise<boolean> {
  const giveUpAt = performance.now() + startingMs;
  while (child.exitCode === null && child.signalCode === null && performance.now() < giveUpAt) {
    if (isListening()) return true;
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
