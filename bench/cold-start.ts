// One commit from a cold start: whole processes, side by side in every round.
import type { Cluster } from './cluster.js';
import { bare, type Contestant, newIds, run } from './contestants.js';
import { median, pairedRatio, shuffled } from './statistics.js';

export interface ColdStart {
  name: string;
  scheme: Cluster['scheme'];
  medianMs: number;
  /** How many times the bare script's time it took, measured in the same rounds. */
  ratio: number;
}

/**
 * Runs everybody once a round, in an order drawn anew each time: whoever always came after the same one would find what
 * that one leaves in the caches. The bare script has to be among them.
 */
export async function compareColdStarts(
  contestants: readonly Contestant[],
  clusters: readonly Cluster[],
  rounds: number,
  folder: string,
): Promise<readonly ColdStart[]> {
  const races = clusters.flatMap((cluster) => contestants.map((contestant) => ({ cluster, contestant })));
  const times = new Map(races.map((race) => [race, [] as number[]]));
  for (const cluster of clusters) await cluster.begin(0);
  // The first one is for the disk's sake.
  for (let round = -1; round < rounds; round += 1) {
    for (const race of shuffled(races)) {
      const { ms } = run(race.contestant, { cluster: race.cluster, ids: newIds(1), concurrency: 1, folder });
      if (round >= 0) times.get(race)?.push(ms);
    }
  }
  const committing = contestants.filter(({ commits }) => commits).length;
  for (const cluster of clusters) {
    const { posts } = await cluster.seen();
    const expected = committing * (rounds + 1);
    if (posts !== expected) throw new Error(`${posts} commits came over ${cluster.scheme} instead of ${expected}`);
  }
  return races.map((race) => {
    const base = races.find(({ cluster, contestant }) => cluster === race.cluster && contestant === bare) ?? race;
    const own = times.get(race) ?? [];
    const { name } = race.contestant;
    return {
      name,
      scheme: race.cluster.scheme,
      medianMs: median(own),
      ratio: pairedRatio(own, times.get(base) ?? []),
    };
  });
}
