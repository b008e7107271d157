// The part of the benchmark about commits: what is measured, and how often.
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
import { type DurationLimits, durationGoals, exceededLimits, quickDurationLimits } from './limits.js';
import { type BulkPlan, type ConcurrencyPlan, compareBulk, compareConcurrencies } from './many-sessions.js';
import { formatResults, type Results, writeResults } from './results.js';
import { type BenchServer, startServer } from './server-process.js';

interface Plan {
  readonly coldStartRounds: number;
  readonly concurrency: ConcurrencyPlan;
  readonly bulk: BulkPlan;
  readonly limits: DurationLimits;
}

const fullPlan: Plan = {
  coldStartRounds: 60,
  concurrency: { sessions: 200, delayMs: 50, concurrencies: [1, 2, 4, 8, 16, 32], rounds: 3 },
  bulk: { sessionCounts: [1, 2_000, 3_000], concurrency: 8, rounds: 3 },
  limits: durationGoals,
};

const quickPlan: Plan = {
  coldStartRounds: 5,
  concurrency: { sessions: 200, delayMs: 50, concurrencies: [8], rounds: 3 },
  bulk: { sessionCounts: [1, 2_000], concurrency: 8, rounds: 2 },
  limits: quickDurationLimits,
};

/**
 * Measures and shows it.
 * @param folder for the files that the runs write
 * @returns every limit that is exceeded
 */
export async function runCommits(isQuick: boolean, folder: string): Promise<readonly string[]> {
  const plan = isQuick ? quickPlan : fullPlan;
  const results = await measure(plan, isQuick ? [] : [installNpmClient(folder)], folder);
  process.stdout.write(formatResults(results));
  if (!isQuick) process.stdout.write(`\nWritten to ${writeResults(results, 'bench/results')}\n`);
  return exceededLimits(results, plan.limits);
}

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
