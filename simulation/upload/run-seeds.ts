// Runs consecutive seeds of one mix of uploads.
import type { Mix } from '../mixes.js';
import type { SeedsReport } from '../run-seeds.js';
import { openPackages } from './packages.js';
import { simulateUploads } from './run.js';
import { addUploads, createUploadStatistics, formatUploadStatistics } from './statistics.js';

/** Resolves with the statistics as text, and whether there was neither a wrong result nor a broken rule. */
export async function runUploadSeeds(
  mix: Mix,
  first: number,
  count: number,
  trace?: (line: string) => void,
): Promise<SeedsReport> {
  const statistics = createUploadStatistics();
  const packages = openPackages();
  try {
    for (let seed = first; seed < first + count; seed += 1) {
      try {
        addUploads(statistics, seed, await simulateUploads(seed, packages, { mix, ...(trace && { trace }) }));
      } catch (error) {
        statistics.problems.push({ seed, description: String(error) });
      }
    }
  } finally {
    packages.remove();
  }
  return {
    text: formatUploadStatistics(`${mix} mix of uploads`, statistics),
    isFlawless: statistics.problems.length === 0,
  };
}
