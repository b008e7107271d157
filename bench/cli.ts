// npm run bench: compares this action with other programs. --quick: fewer rounds, no network, for the gate in .ci/run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  action,
  baseline,
  baselineForMany,
  type Candidate,
  curl,
  emptyProgram,
  installNpmClient,
  isInstalled,
} from './candidates.js';
import { compareColdStarts } from './cold-start.js';
import { type ColdStartLimits, coldStartGoals, exceededLimits, quickColdStartLimits } from './limits.js';
import { type BulkPlan, type ConcurrencyPlan, compareBulk, compareConcurrencies } from './many-sessions.js';
import { formatResults, type Results, writeResults } from './results.js';
import { type BenchServer, startServer } from './server-process.js';

interface Plan {
  readonly coldStartRounds: number;
  readonly concurrency: ConcurrencyPlan;
  readonly bulk: BulkPlan;
  readonly coldStartLimits: ColdStartLimits;
}

const fullPlan: Plan = {
  coldStartRounds: 60,
  concurrency: { sessions: 200, delayMs: 50, concurrencies: [1, 2, 4, 8, 16, 32], rounds: 3 },
  bulk: { sessionCounts: [1, 2_000, 3_000], concurrency: 8, rounds: 3 },
  coldStartLimits: coldStartGoals,
};

const quickPlan: Plan = {
  coldStartRounds: 5,
  concurrency: { sessions: 200, delayMs: 50, concurrencies: [8], rounds: 3 },
  bulk: { sessionCounts: [1, 2_000], concurrency: 8, rounds: 3 },
  coldStartLimits: quickColdStartLimits,
};

async function measure(plan: Plan, alternatives: readonly Candidate[], folder: string): Promise<Results> {
  const servers: BenchServer[] = [];
  try {
    for (const scheme of ['http', 'https'] as const) servers.push(await startServer(scheme, folder));
    const installed = isInstalled('curl') ? [curl] : [];
    const single = [emptyProgram, ...installed, baseline, action, ...alternatives];
    const many = [action, baselineForMany, ...alternatives];
    return {
      coldStarts: await compareColdStarts(single, servers, plan.coldStartRounds, folder),
      concurrencies: await compareConcurrencies(plan.concurrency, servers, folder),
      bulk: await compareBulk(many, plan.bulk, servers, folder),
    };
  } finally {
    for (const server of servers) server.close();
  }
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
  const plan = values.quick ? quickPlan : fullPlan;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const alternatives = values.quick ? [] : [installNpmClient(folder)];
    const results = await measure(plan, alternatives, folder);
    process.stdout.write(formatResults(results));
    if (!values.quick) process.stdout.write(`\nWritten to ${writeResults(results, 'bench/results')}\n`);
    const problems = exceededLimits(results, plan.coldStartLimits);
    for (const problem of problems) process.stdout.write(`\nMust not be: ${problem}\n`);
    return problems.length === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// An exception, or a process that ends while main waits, must fail the gate.
process.exitCode = 1;
if (await main()) process.exitCode = 0;
