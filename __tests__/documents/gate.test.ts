// The gate, .ci/run, fails with each command that it runs. These programs stand in for the real ones.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeWith } from '../peers/programs.js';
import { fakePrograms, runWith } from '../support/fake-programs.js';
import { read } from '../support/repository.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

/** Runs the gate where the command with this number fails, counted from 1, and every other succeeds. */
function runGate(failing: number, changes: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder();
  writeFiles(folder, { '.ci/run': read('.ci/run'), calls: '' });
  const counted = `echo "$(basename "$0") $*" | tr '\\n' ' ' >>'${folder}/calls'; echo >>'${folder}/calls'
[ "$(wc -l <'${folder}/calls')" -ne ${failing} ]`;
  const programs = fakePrograms({
    bash: counted,
    npm: counted,
    npx: counted,
    // The clone needs a folder.
    git: `mkdir -p "$4"\n${counted}`,
    node: 'echo v20.19.0',
    ...changes,
  });
  const { exitCode, output } = runWith([programs], ['/bin/bash', '.ci/run'], { cwd: folder, env: { TMPDIR: folder } });
  const calls = readFileSync(join(folder, 'calls'), 'utf8').split(/ *\n/).slice(0, -1);
  return { exitCode, lines: output.trimEnd().split('\n'), calls };
}

describeWith(['bash'], 'the gate', () => {
  const gates = read('.ci/run').match(/^gate ['"]/gm)?.length ?? 0;

  it('passes where every command succeeds', () => {
    const { exitCode, lines, calls } = runGate(0);
    expect([exitCode, lines.at(-1)]).toEqual([0, `${gates} passed, 0 failed`]);
    expect(calls.length).toBeGreaterThanOrEqual(gates);
  });

  it('fails with the first command that fails, whichever it is, and runs none after it', { timeout: 120_000 }, () => {
    const { calls } = runGate(0);
    expect(calls).toEqual(expect.arrayContaining(['npm cit', 'npm start', 'npm run check', 'npm run act']));
    for (const index of calls.keys()) {
      const run = runGate(index + 1);
      expect([run.exitCode, run.lines.at(-1)], calls[index]).toEqual([
        1,
        expect.stringMatching(/^\d+ passed, 1 failed$/),
      ]);
      expect(run.lines.at(-2), calls[index]).toMatch(/^=== .* FAILED$/);
      expect(run.calls.length, calls[index]).toBe(index + 1);
    }
  });

  it('fails where a version of Node cannot be had, and another one would run in its place', () => {
    // As npx does, with the node of this machine.
    const npx = 'while [ "$1" != -- ]; do shift; done\nshift 2\nexec /bin/bash "$@"';
    const { exitCode, lines } = runGate(0, { npx });
    expect([exitCode, lines.at(-2)]).toEqual([1, '=== tests on Node 24 FAILED']);
  });
});
