// Many sessions in one process: duration relative to the ideal, peak memory and commits per second.
import { action, type Candidate } from './candidates.js';
import { createSessionIds, takeSample } from './sample.js';
import type { ServerStats } from './server-messages.js';
import type { BenchServer, Scheme } from './server-process.js';
import { median } from './statistics.js';

export interface ConcurrencyResult {
  readonly scheme: Scheme;
  readonly concurrency: number;
  readonly medianMs: number;
  /** The fewest possible rounds of responses, and the start-up time of one session. */
  readonly idealMs: number;
  /** Maximum over all rounds. */
  readonly connections: number;
  readonly maxInFlight: number;
}

export interface ConcurrencyPlan {
  readonly sessions: number;
  /** How long the server takes for each response. */
  readonly delayMs: number;
  readonly concurrencies: readonly number[];
  readonly rounds: number;
}

/** Runs this action once per round with each concurrency. */
export async function compareConcurrencies(
  plan: ConcurrencyPlan,
  servers: readonly BenchServer[],
  folder: string,
): Promise<readonly ConcurrencyResult[]> {
  const results: ConcurrencyResult[] = [];
  for (const server of servers) results.push(...(await compareOn(server, plan, folder)));
  return results;
}

async function compareOn(
  server: BenchServer,
  { sessions, delayMs, concurrencies, rounds }: ConcurrencyPlan,
  folder: string,
): Promise<readonly ConcurrencyResult[]> {
  const measure = async (count: number, concurrency: number): Promise<{ durationMs: number; stats: ServerStats }> => {
    await server.reset(delayMs);
    const workload = { server, sessionIds: createSessionIds(count), concurrency, folder };
    const { durationMs } = takeSample(action, workload);
    return { durationMs, stats: await statsOfOneCommitEach(server, count) };
  };
  const startUpsMs: number[] = [];
  const allSeries = concurrencies.map((concurrency) => ({
    concurrency,
    durationsMs: [] as number[],
    stats: [] as ServerStats[],
  }));
  for (let round = 0; round < rounds; round += 1) {
    startUpsMs.push((await measure(1, 1)).durationMs - delayMs);
    for (const series of allSeries) {
      const { durationMs, stats } = await measure(sessions, series.concurrency);
      series.durationsMs.push(durationMs);
      series.stats.push(stats);
    }
  }
  return allSeries.map(({ concurrency, durationsMs, stats }) => ({
    scheme: server.scheme,
    concurrency,
    medianMs: median(durationsMs),
    idealMs: Math.ceil(sessions / concurrency) * delayMs + median(startUpsMs),
    connections: Math.max(...stats.map(({ connections }) => connections)),
    maxInFlight: Math.max(...stats.map(({ maxInFlight }) => maxInFlight)),
  }));
}

export interface BulkResult {
  readonly name: string;
  readonly scheme: Scheme;
  readonly sessions: number;
  readonly peakBytes: number;
  /** Without the time that one session takes from start to exit; undefined for one session. */
  readonly commitsPerSecond: number | undefined;
}

export interface BulkPlan {
  /** The first one is what the others are compared with. */
  readonly sessionCounts: readonly number[];
  readonly concurrency: number;
  readonly rounds: number;
}

/** Runs every candidate once per round with each number of sessions; the server responds immediately. */
export async function compareBulk(
  candidates: readonly Candidate[],
  { sessionCounts, concurrency, rounds }: BulkPlan,
  servers: readonly BenchServer[],
  folder: string,
): Promise<readonly BulkResult[]> {
  const allSeries = servers.flatMap((server) =>
    candidates.flatMap((candidate) =>
      sessionCounts.map((sessions) => ({
        server,
        candidate,
        sessions,
        durationsMs: [] as number[],
        peaksBytes: [] as number[],
      })),
    ),
  );
  for (let round = 0; round < rounds; round += 1) {
    for (const { server, candidate, sessions, durationsMs, peaksBytes } of allSeries) {
      await server.reset(0);
      const workload = { server, sessionIds: createSessionIds(sessions), concurrency, folder };
      const { durationMs, peakBytes } = takeSample(candidate, workload, 'memory');
      await statsOfOneCommitEach(server, sessions);
      durationsMs.push(durationMs);
      peaksBytes.push(peakBytes);
    }
  }
  return allSeries.map((series) => {
    const { server, candidate, sessions, durationsMs, peaksBytes } = series;
    const first = allSeries.find((other) => other.server === server && other.candidate === candidate) ?? series;
    const additionalMs = median(durationsMs) - median(first.durationsMs);
    return {
      name: candidate.name,
      scheme: server.scheme,
      sessions,
      peakBytes: median(peaksBytes),
      commitsPerSecond: series === first ? undefined : ((sessions - first.sessions) / additionalMs) * 1_000,
    };
  });
}

/** The server's counts. @throws unless every session was committed exactly once */
async function statsOfOneCommitEach(server: BenchServer, sessions: number): Promise<ServerStats> {
  const stats = await server.stats();
  if (stats.posts === sessions && stats.sessions === sessions) return stats;
  throw new Error(
    `The server received ${stats.posts} commits of ${stats.sessions} sessions, expected ${sessions} of each.`,
  );
}
