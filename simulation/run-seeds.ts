// Runs consecutive seeds of one mix.
import type { Mix } from './mixes.js';
import { simulate } from './run.js';
import { addSimulation, createStatistics, formatStatistics } from './statistics.js';

/** What came of many seeds. */
export interface SeedsReport {
  readonly text: string;
  readonly isFlawless: boolean;
}

/** Resolves with the statistics as text, and whether there was neither a wrong verdict nor a broken rule. */
export async function runSeeds(
  mix: Mix,
  first: number,
  count: number,
  trace?: (line: string) => void,
): Promise<SeedsReport> {
  const statistics = createStatistics();
  for (let seed = first; seed < first + count; seed += 1) {
    try {
      addSimulation(statistics, seed, await simulate(seed, { mix, ...(trace && { trace }) }));
    } catch (error) {
      statistics.problems.push({ seed, description: String(error) });
    }
  }
  return { text: formatStatistics(`${mix} mix`, statistics), isFlawless: statistics.problems.length === 0 };
}
