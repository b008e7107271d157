// Runs the committed action as the runner does: a child process, with the inputs in its environment.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { EOL } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { WhenFinished } from './clean-up.js';
import { withLineFeeds } from './line-ends.js';
import { root } from './repository.js';
import { temporaryFolder } from './temporary-folder.js';

/** The committed bundles of the two actions. */
export const bundles = { commit: join(root, 'dist/index.js'), upload: join(root, 'dist/upload/index.js') } as const;

/** What a finished step has written, and how it ended. */
export interface Run {
  /** null when a signal ended it. */
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  outputs: Record<string, string>;
  summary: string;
  /** Time between its last output and its end. */
  endedAfterMs: number;
}

/** A step that is running. */
export interface RunningAction {
  /** Resolves when its log contains this text. */
  waitForLog(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  ended: Promise<Run>;
}

/** Variables in addition to the inputs; undefined removes one. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Runs the step to its end. */
export function runAction(
  inputs: Readonly<Record<string, string>>,
  environment: Environment = {},
  whenFinished: WhenFinished = onTestFinished,
): Promise<Run> {
  return startAction(inputs, environment, whenFinished).ended;
}

/** Starts the step in an environment without this machine's variables; kills it if it still runs when the test ends. */
export function startAction(
  inputs: Readonly<Record<string, string>>,
  environment: Environment = {},
  whenFinished: WhenFinished = onTestFinished,
  nodeArguments: readonly string[] = [bundles.commit],
): RunningAction {
  const folder = temporaryFolder(whenFinished);
  const outputPath = join(folder, 'output');
  const summaryPath = join(folder, 'summary');
  writeFileSync(outputPath, '');
  writeFileSync(summaryPath, '');
  const env = {
    PATH: process.env['PATH'],
    SystemRoot: process.env['SystemRoot'],
    GITHUB_ACTIONS: 'true',
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_OUTPUT: outputPath,
    GITHUB_STEP_SUMMARY: summaryPath,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [variableOf(name), value])),
    ...environment,
  };
  const child = spawn(process.execPath, nodeArguments, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  let lastOutputMs = performance.now();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    lastOutputMs = performance.now();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  let exitMs = 0;
  child.once('exit', () => {
    exitMs = performance.now();
  });
  const ended = new Promise<Run>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => {
      resolve({
        exitCode,
        signal,
        stdout: withLineFeeds(stdout),
        stderr: withLineFeeds(stderr),
        outputs: parseOutputs(readFileSync(outputPath, 'utf8')),
        summary: readFileSync(summaryPath, 'utf8'),
        endedAfterMs: Math.max(0, exitMs - lastOutputMs),
      });
    });
  });
  whenFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    ended,
    kill: (signal) => child.kill(signal),
    waitForLog: (text) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          if (stdout.includes(text)) resolve();
        };
        child.stdout.on('data', check);
        child.once('close', () =>
          reject(new Error(`the step ended without logging ${JSON.stringify(text)}: ${stdout}`)),
        );
        check();
      }),
  };
}

/** The variable in which the runner passes an input: upper case, underscores for blanks, dashes unchanged. */
export function variableOf(input: string): string {
  return `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`;
}

/** Reads an output file: `name<<delimiter`, the value, the delimiter; after each the line end of the system. */
function parseOutputs(text: string): Record<string, string> {
  const entry = `^(?<name>[^\\n<]+)<<(?<delimiter>.+)${EOL}(?<value>[^]*?)${EOL}\\k<delimiter>${EOL}`;
  const entries = text.matchAll(new RegExp(entry, 'gm'));
  return Object.fromEntries([...entries].map(({ groups }) => [groups?.['name'] ?? '', groups?.['value'] ?? '']));
}
