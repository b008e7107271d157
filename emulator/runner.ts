// GitHub's runner as an action sees it: inputs in the environment, outputs and summary in files, a log on stdout.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** All that a step leaves behind. */
export interface StepRun {
  /** Null when it had to be ended. */
  readonly exitCode: number | null;
  /** Workflow commands included, as the runner gets it. */
  readonly log: string;
  readonly outputs: ReadonlyMap<string, string>;
  /** The job summary's Markdown. */
  readonly summary: string;
}

/** A step that hangs must not take its spectators along. */
const LONGEST_MS = 60_000;

/** Runs an action's file in a process of its own; its output and summary files are put below a scratch folder. */
export async function runStep(
  file: string,
  inputs: Readonly<Record<string, string>>,
  scratch: string,
): Promise<StepRun> {
  const folder = await mkdtemp(join(scratch, 'step-'));
  const [outputFile, summaryFile] = [join(folder, 'output'), join(folder, 'summary.md')];
  await Promise.all([writeFile(outputFile, ''), writeFile(summaryFile, '')]);
  const child = spawn(process.execPath, [file], {
    cwd: folder,
    env: {
      ...environmentOfInputs(inputs),
      // Windows makes no sockets without it. Nothing else of this machine, a proxy for instance, may change the run.
      SystemRoot: process.env['SystemRoot'],
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: outputFile,
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_RUN_ID: '1234567890',
      GITHUB_STEP_SUMMARY: summaryFile,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST_MS,
  });
  const pieces: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece));
  }
  await once(child, 'close');
  return {
    exitCode: child.exitCode,
    log: pieces.join(''),
    outputs: readOutputs(await readFile(outputFile, 'utf8')),
    summary: await readFile(summaryFile, 'utf8'),
  };
}

function environmentOfInputs(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}

/** An output is a name, `<<` and a mark of the writer's choice, then the value up to that mark. */
function readOutputs(text: string): ReadonlyMap<string, string> {
  const outputs = text.matchAll(/^([^\n]+?)<<([^\r\n]+)\r?\n(?:([\s\S]*?)\r?\n)?\2\r?$/gm);
  return new Map(Array.from(outputs, ([, name = '', , value = '']) => [name, value]));
}
