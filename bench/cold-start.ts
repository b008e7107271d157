// One commit per process: how long each candidate takes, relative to the baseline.
import { baseline, type Candidate } from './candidates.js';
import { createSessionIds, takeSample } from './sample.js';
import type { BenchServer, Scheme } from './server-process.js';
import { median, pairedRatio, shuffled } from './statistics.js';

export interface ColdStart {
  readonly name: string;
  readonly scheme: Scheme;
  readonly medianMs: number;
  /** Duration relative to the baseline's in the same rounds. */
  readonly ratio: number;
}

interface Series {
  readonly server: BenchServer;
  readonly candidate: Candidate;
  readonly durationsMs: number[];
}

/**
 * Runs every candidate once per round. The order is random, because a program that always ran after the same other one
 * would always find the caches in the same state. The candidates must include the baseline.
 */
export async function compareColdStarts(
  candidates: readonly Candidate[],
  servers: readonly BenchServer[],
  rounds: number,
  folder: string,
): Promise<readonly ColdStart[]> {
  const allSeries = servers.flatMap((server) =>
    candidates.map((candidate): Series => ({ server, candidate, durationsMs: [] })),
  );
  for (const server of servers) await server.reset(0);
  // Round -1 fills the disk cache and is not counted.
  for (let round = -1; round < rounds; round += 1) {
    for (const { server, candidate, durationsMs } of shuffled(allSeries)) {
      const workload = { server, sessionIds: createSessionIds(1), concurrency: 1, folder };
      const { durationMs } = takeSample(candidate, workload);
      if (round >= 0) durationsMs.push(durationMs);
    }
  }
  const committing = candidates.filter(({ commits }) => commits).length;
  for (const server of servers) await checkCommitCount(server, committing * (rounds + 1));
  return allSeries.map(({ server, candidate, durationsMs }) => {
    const base = allSeries.find((other) => other.server === server && other.candidate === baseline);
    return {
      name: candidate.name,
      scheme: server.scheme,
      medianMs: median(durationsMs),
      ratio: pairedRatio(durationsMs, base?.durationsMs ?? []),
    };
  });
}

async function checkCommitCount({ scheme, stats }: BenchServer, expected: number): Promise<void> {
  const { posts } = await stats();
  if (posts !== expected) throw new Error(`The server received ${posts} commits over ${scheme}, expected ${expected}.`);
}
