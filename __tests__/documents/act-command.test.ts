// npm run act on a machine where a program is missing that it needs. What it runs is in workflows.test.ts.

import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, root } from '../support/repository.js';
import { onWindows, why } from '../support/skips.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

/** Runs the script of a tree without linters, with only these programs on the path. */
function runWith(programs: readonly string[]): { readonly status: number | null; readonly printed: string } {
  const folder = temporaryFolder();
  const [bin, tree] = [join(folder, 'bin'), join(folder, 'tree')];
  // Programs that start, and do nothing else: the script goes no further than to ask whether they are there.
  writeFiles(bin, Object.fromEntries(programs.map((name) => [name, '#!/bin/sh\n'])));
  for (const name of programs) chmodSync(join(bin, name), 0o755);
  cpSync(join(root, 'scripts/act.mjs'), join(tree, 'scripts/act.mjs'));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/act.mjs'], {
    cwd: tree,
    encoding: 'utf8',
    env: { PATH: bin },
  });
  return { status, printed: stdout + stderr };
}

// The script runs what needs Bash, so it is for Linux and macOS.
const noBash = onWindows('its programs are those of Linux and macOS');

describe.skipIf(noBash)(`npm run act${why(noBash)}`, () => {
  it.each<[readonly string[], string]>([
    [['git', 'bash', 'python3'], 'npm run act needs go: install it and put it on PATH.\n'],
    [['git', 'bash'], 'npm run act needs go and python3: install them and put them on PATH.\n'],
  ])('says in one line what is missing when there are only %j', (programs, line) => {
    expect(runWith(programs)).toEqual({ status: 1, printed: line });
  });

  it('needs what the README names', () => {
    const [, names = ''] = /^`npm run act` needs ([^.]*)\./m.exec(read('README.md')) ?? [];
    expect(names).toBe('Bash, Go and Python 3');
    const needed = Array.from(read('scripts/act.mjs').matchAll(/name: '(\w+)',\s+version/g), ([, name]) => name);
    expect(needed).toEqual(['git', 'bash', 'go', 'python3']);
  });
});
