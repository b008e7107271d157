// Many sessions in one step: how close to the ideal, how much memory, how fast.
import type { Cluster } from './cluster.js';
import { action, type Contestant, newIds, run } from './contestants.js';
import type { Seen } from './seen.js';
import { median } from './statistics.js';

export interface Parallel {
  scheme: Cluster['scheme'];
  concurrency: number;
  medianMs: number;
  /** As many rounds of answers as it takes, and one session's start. */
  idealMs: number;
  /** The most of all rounds. */
  connections: number;
  mostInFlight: number;
}

/** Commits so many sessions, each answered after `delayMs`, with each concurrency in every round. */
export async function compareConcurrencies(
  sessions: number,
  delayMs: number,
  concurrencies: readonly number[],
  clusters: readonly Cluster[],
  rounds: number,
  folder: string,
): Promise<readonly Parallel[]> {
  const found: Parallel[] = [];
  for (const cluster of clusters) {
    const startsMs: number[] = [];
    const runs = concurrencies.map((concurrency) => ({ concurrency, times: [] as number[], seen: [] as Seen[] }));
    for (let round = 0; round < rounds; round += 1) {
      const one = { cluster, ids: newIds(1), concurrency: 1, folder };
      await cluster.begin(delayMs);
      startsMs.push(run(action, one).ms - delayMs);
      for (const { concurrency, times, seen } of runs) {
        await cluster.begin(delayMs);
        times.push(run(action, { ...one, ids: newIds(sessions), concurrency }).ms);
        seen.push(await eachOnce(cluster, sessions));
      }
    }
    for (const { concurrency, times, seen } of runs) {
      found.push({
        scheme: cluster.scheme,
        concurrency,
        medianMs: median(times),
        idealMs: Math.ceil(sessions / concurrency) * delayMs + median(startsMs),
        connections: Math.max(...seen.map(({ connections }) => connections)),
        mostInFlight: Math.max(...seen.map(({ mostInFlight }) => mostInFlight)),
      });
    }
  }
  return found;
}

export interface Bulk {
  name: string;
  scheme: Cluster['scheme'];
  sessions: number;
  peakBytes: number;
  /** Commits in a second, the one session's time taken off; none for one session. */
  perSecond: number | undefined;
}

/** Commits so many sessions, eight at a time, answered at once; `counts` begins with the one that others are compared with. */
export async function measureBulk(
  contestants: readonly Contestant[],
  counts: readonly number[],
  clusters: readonly Cluster[],
  rounds: number,
  folder: string,
): Promise<readonly Bulk[]> {
  const races = clusters.flatMap((cluster) =>
    contestants.flatMap((contestant) =>
      counts.map((sessions) => ({ cluster, contestant, sessions, times: [] as number[], peaks: [] as number[] })),
    ),
  );
  for (let round = 0; round < rounds; round += 1) {
    for (const { cluster, contestant, sessions, times, peaks } of races) {
      await cluster.begin(0);
      const job = { cluster, ids: newIds(sessions), concurrency: 8, folder };
      const { ms, peakBytes = Number.NaN } = run(contestant, job, 'memory');
      await eachOnce(cluster, sessions);
      times.push(ms);
      peaks.push(peakBytes);
    }
  }
  return races.map(({ cluster, contestant, sessions, times, peaks }) => {
    const one = races.find((race) => race.cluster === cluster && race.contestant === contestant);
    const restMs = median(times) - median(one?.times ?? []);
    return {
      name: contestant.name,
      scheme: cluster.scheme,
      sessions,
      peakBytes: median(peaks),
      perSecond: sessions === one?.sessions ? undefined : ((sessions - (one?.sessions ?? 0)) / restMs) * 1_000,
    };
  });
}

/** What the server saw. @throws unless every session was sent, and once */
async function eachOnce(cluster: Cluster, sessions: number): Promise<Seen> {
  const seen = await cluster.seen();
  if (seen.posts === sessions && seen.sessions === sessions) return seen;
  throw new Error(`${sessions} sessions: the server saw ${seen.posts} commits of ${seen.sessions}`);
}
