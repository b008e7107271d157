// Programs that stand in for those that a script calls: found first on PATH, they answer from a table and record each call.

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { temporaryFolder, writeFiles } from './temporary-folder.js';

/** One call of a program that stands in: its arguments, and what it was given on its input if that was JSON. */
export interface Call {
  readonly call: string;
  readonly body?: unknown;
}

/** How a script ended, with what it printed and the calls of programs that stand in. */
export interface ScriptRun {
  readonly exitCode: number | null;
  readonly output: string;
  readonly error: string;
  readonly calls: readonly Call[];
}

/** An answer that is a failure, with these words. */
export class Refusal {
  readonly words: string;

  constructor(words: string) {
    this.words = words;
  }
}

/**
 * A folder with `gh`, which answers each call by its arguments: with the JSON of the table, or with a Refusal. A call that
 * the table does not have is refused. `--input -` is no part of a call's name in the table.
 */
export function fakeGh(answers: Readonly<Record<string, unknown>>): string {
  const folder = temporaryFolder();
  const table = Object.entries(answers).map(([call, answer]) => [
    call,
    answer instanceof Refusal ? { words: answer.words } : { stdout: JSON.stringify(answer) },
  ]);
  const gh = `#!${process.execPath}
const { appendFileSync, readFileSync } = require('node:fs');
const input = process.argv.includes('--input') ? readFileSync(0, 'utf8') : undefined;
const call = process.argv.slice(2).join(' ').replace(/ --input -$/, '');
appendFileSync(${JSON.stringify(join(folder, 'calls'))}, JSON.stringify({ call, body: input && JSON.parse(input) }) + '\\n');
const { stdout, words } = new Map(${JSON.stringify(table)}).get(call) ?? { words: 'not in the table: ' + call };
if (words === undefined) console.log(stdout);
else {
  console.error('gh: ' + words);
  process.exitCode = 1;
}
`;
  writeFiles(folder, { gh });
  chmodSync(join(folder, 'gh'), 0o755);
  return folder;
}

/** A folder with programs that are these shell scripts, each by its name. */
export function fakePrograms(scripts: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  writeFiles(
    folder,
    Object.fromEntries(Object.entries(scripts).map(([name, script]) => [name, `#!/bin/sh\n${script}\n`])),
  );
  for (const name of Object.keys(scripts)) chmodSync(join(folder, name), 0o755);
  return folder;
}

/** Runs a command to its end, with the programs of these folders in front of all others. */
export function runWith(
  folders: readonly string[],
  [program = '', ...args]: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): ScriptRun {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { HOME: cwd, PATH: [...folders, process.env['PATH']].join(delimiter), ...env },
  });
  const calls = folders
    .map((folder) => join(folder, 'calls'))
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').trimEnd().split('\n'))
    .map((line): Call => JSON.parse(line));
  return { exitCode: status, output: stdout, error: stderr, calls };
}
