// Runs the committed bundle as the runner does: a process of its own, inputs in the environment, files for the rest.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const bundle = fileURLToPath(new URL('../../dist/index.js', import.meta.url));

/** What a finished step left behind. */
export interface Run {
  /** null when a signal ended it. */
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  outputs: Record<string, string>;
  summary: string;
  /** Time between the last it said and its end, in milliseconds. */
  endedAfterMs: number;
}

/** A step under way. */
export interface RunningAction {
  /** Resolves once this text is in its log. */
  said(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  ended: Promise<Run>;
}

/** Variables beside the inputs; undefined takes one away. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the end of a test is awaited; tests that run at the same time hand in their own. */
export type WhenFinished = (cleanUp: () => Promise<void>) => void;

/** Runs the step to its end. */
export function runAction(
  inputs: Readonly<Record<string, string>>,
  environment: Environment = {},
  whenFinished: WhenFinished = onTestFinished,
): Promise<Run> {
  return startAction(inputs, environment, whenFinished).ended;
}

/** Starts the step in an environment that holds nothing of ours; killed with the test if it still runs then. */
export function startAction(
  inputs: Readonly<Record<string, string>>,
  environment: Environment = {},
  whenFinished: WhenFinished = onTestFinished,
): RunningAction {
  const folder = mkdtempSync(join(tmpdir(), 'action-'));
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
  const child = spawn(process.execPath, [bundle], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  let lastWordMs = performance.now();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    lastWordMs = performance.now();
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
      const outputs = parseOutputs(readFileSync(outputPath, 'utf8'));
      const summary = readFileSync(summaryPath, 'utf8');
      resolve({ exitCode, signal, stdout, stderr, outputs, summary, endedAfterMs: Math.max(0, exitMs - lastWordMs) });
    });
  });
  whenFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true });
  });
  return {
    ended,
    kill: (signal) => child.kill(signal),
    said: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (stdout.includes(text)) resolve();
        };
        child.stdout.on('data', look);
        child.once('close', () =>
          reject(new Error(`the step ended without saying ${JSON.stringify(text)}: ${stdout}`)),
        );
        look();
      }),
  };
}

/** The variable in which the runner hands over an input: upper case, blanks to underscores, dashes kept. */
export function variableOf(input: string): string {
  return `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`;
}

/** Reads an output file: `name<<delimiter`, the value's lines, the delimiter. */
function parseOutputs(text: string): Record<string, string> {
  const entries = text.matchAll(/^(?<name>[^\n<]+)<<(?<delimiter>.+)\n(?<value>[\s\S]*?)\n\k<delimiter>$/gm);
  return Object.fromEntries([...entries].map(({ groups }) => [groups?.['name'] ?? '', groups?.['value'] ?? '']));
}
