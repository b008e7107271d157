// Runs a step as GitHub's runner does: inputs in the environment, outputs and summary in files, the log on stdout.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The results of a step. */
export interface StepResult {
  /** Null when the step was stopped at the time limit. */
  readonly exitCode: number | null;
  /** Standard output and error, with workflow commands. */
  readonly log: string;
  readonly outputs: ReadonlyMap<string, string>;
  /** The job summary's Markdown. */
  readonly summary: string;
}

/** Stops a step that hangs; the demo's steps end within seconds. */
const timeLimitMs = 60_000;

/** Runs an action's file in a process of its own. The step's files are created in a subfolder of `temporaryFolder`. */
export async function runStep(
  file: string,
  inputs: Readonly<Record<string, string>>,
  temporaryFolder: string,
): Promise<StepResult> {
  const folder = await mkdtemp(join(temporaryFolder, 'step-'));
  const [outputFile, summaryFile] = [join(folder, 'output'), join(folder, 'summary.md')];
  await Promise.all([writeFile(outputFile, ''), writeFile(summaryFile, '')]);
  const child = spawn(process.execPath, [file], {
    cwd: folder,
    env: {
      ...toEnvironment(inputs),
      // Windows needs it to create sockets. Nothing else of this machine, such as a proxy, may affect the step.
      SystemRoot: process.env['SystemRoot'],
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: outputFile,
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_RUN_ID: '1234567890',
      GITHUB_STEP_SUMMARY: summaryFile,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: timeLimitMs,
  });
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => parts.push(part));
  }
  await once(child, 'close');
  return {
    exitCode: child.exitCode,
    log: parts.join(''),
    outputs: parseOutputs(await readFile(outputFile, 'utf8')),
    summary: await readFile(summaryFile, 'utf8'),
  };
}

function toEnvironment(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}

/** GitHub's format: the name, `<<` and a delimiter; then the value, up to a line with that delimiter. */
function parseOutputs(text: string): ReadonlyMap<string, string> {
  const outputs = text.matchAll(/^([^\n]+?)<<([^\r\n]+)\r?\n(?:([\s\S]*?)\r?\n)?\2\r?$/gm);
  return new Map(Array.from(outputs, ([, name = '', , value = '']) => [name, value]));
}
