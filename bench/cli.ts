// npm run bench: compares the actions with other programs. --quick: fewer rounds, no network, for the gate in .ci/run.
// --only commits or --only uploads: one part of it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommits } from './commit-part.js';
import { runUploads } from './upload-part.js';

const parts = new Map([
  ['commits', runCommits],
  ['uploads', runUploads],
]);

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } } });
  const names = values.only === undefined ? parts.keys() : [values.only];
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const problems: string[] = [];
    for (const name of names) {
      const run = parts.get(name);
      if (run === undefined)
        throw new TypeError(`--only must be one of ${[...parts.keys()].join(' or ')}, but is ${name}`);
      problems.push(...(await run(values.quick, folder)));
    }
    for (const problem of problems) process.stdout.write(`\nMust not be: ${problem}\n`);
    return problems.length === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// An exception, or a process that ends while main waits, must fail the gate.
process.exitCode = 1;
if (await main()) process.exitCode = 0;
