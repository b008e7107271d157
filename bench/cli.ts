// npm run bench: how this action compares. With --quick: whether the bench still runs, and what must hold on any machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Cluster, startCluster } from './cluster.js';
import { compareColdStarts } from './cold-start.js';
import {
  action,
  bare,
  bareMany,
  type Contestant,
  curl,
  installPublished,
  isInstalled,
  nothing,
} from './contestants.js';
import { compareConcurrencies, measureBulk } from './many.js';
import { describe, type Results, write } from './results.js';

interface Plan {
  coldRounds: number;
  concurrencies: readonly number[];
  concurrencyRounds: number;
  counts: readonly number[];
  bulkRounds: number;
}

const thorough: Plan = {
  coldRounds: 60,
  concurrencies: [1, 2, 4, 8, 16, 32],
  concurrencyRounds: 3,
  counts: [1, 2_000, 3_000],
  bulkRounds: 3,
};
const quick: Plan = { coldRounds: 5, concurrencies: [8], concurrencyRounds: 1, counts: [1, 2_000], bulkRounds: 1 };

/** What 2,000 sessions may take more than one. */
const mostMemoryBytes = 40e6;
/** Far above what any machine has shown: something is loaded then that should not be. */
const mostColdRatio = 1.6;
/** What many sessions may take of their ideal time, at the default concurrency. */
const mostOfIdeal = { ratio: 1.15, concurrency: 8 };

async function measure(plan: Plan, published: Contestant | undefined, folder: string): Promise<Results> {
  const clusters: Cluster[] = [];
  try {
    for (const scheme of ['http', 'https'] as const) clusters.push(await startCluster(scheme, folder));
    const others = published ? [published] : [];
    const cold = [nothing, ...(isInstalled('curl') ? [curl] : []), bare, action, ...others];
    return {
      coldStarts: await compareColdStarts(cold, clusters, plan.coldRounds, folder),
      parallel: await compareConcurrencies(200, 50, plan.concurrencies, clusters, plan.concurrencyRounds, folder),
      bulk: await measureBulk([action, bareMany, ...others], plan.counts, clusters, plan.bulkRounds, folder),
    };
  } finally {
    for (const cluster of clusters) cluster.close();
  }
}

/** What must not be on any machine, however slow. That each session is sent once is seen to with every run. */
function broken({ coldStarts, parallel, bulk }: Results): readonly string[] {
  const slow = coldStarts
    .filter(({ name, ratio }) => name === action.name && ratio > mostColdRatio)
    .map(({ scheme, ratio }) => `a cold start over ${scheme} takes ${ratio.toFixed(2)} times the bare script's time`);
  const crowds = parallel
    .filter(({ concurrency, connections, mostInFlight }) => Math.max(connections, mostInFlight) > concurrency)
    .map((each) => `concurrency ${each.concurrency}: ${each.connections} connections, ${each.mostInFlight} in flight`);
  const late = parallel
    .filter(({ concurrency }) => concurrency === mostOfIdeal.concurrency)
    .filter(({ medianMs, idealMs }) => medianMs > mostOfIdeal.ratio * idealMs)
    .map(({ scheme, medianMs, idealMs }) => `many sessions over ${scheme}: ${(medianMs / idealMs).toFixed(2)} × ideal`);
  const ours = bulk.filter(({ name }) => name === action.name);
  const heavy = ours.flatMap(({ scheme, sessions, peakBytes }) => {
    const one = ours.find((other) => other.scheme === scheme && other.sessions === 1);
    const moreBytes = peakBytes - (one?.peakBytes ?? 0);
    if (sessions !== 2_000 || moreBytes <= mostMemoryBytes) return [];
    return [`${sessions} sessions over ${scheme}: ${(moreBytes / 1e6).toFixed(1)} MB more than one`];
  });
  return [...slow, ...crowds, ...late, ...heavy];
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    // Quick means without the network, too.
    const published = values.quick ? undefined : installPublished(folder);
    const results = await measure(values.quick ? quick : thorough, published, folder);
    process.stdout.write(describe(results));
    if (!values.quick) process.stdout.write(`\nWritten to ${write(results, 'bench/results')}\n`);
    const problems = broken(results);
    for (const problem of problems) process.stdout.write(`\nMust not be: ${problem}\n`);
    return problems.length === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Red until proven otherwise.
process.exitCode = 1;
if (await main()) process.exitCode = 0;
