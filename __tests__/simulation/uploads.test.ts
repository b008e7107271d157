// Hundreds of simulated uploads with faults: no package is marked that is not there as a whole, every run ends, and wrong
// rules are found out.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mix } from '../../simulation/mixes.js';
import { faultKinds } from '../../simulation/upload/faults.js';
import { openPackages } from '../../simulation/upload/packages.js';
import { simulateUploads } from '../../simulation/upload/run.js';
import { addUploads, createUploadStatistics, type UploadStatistics } from '../../simulation/upload/statistics.js';
import { wrongUploadRules } from '../../simulation/upload/wrong-rules.js';

const packages = openPackages();
afterAll(packages.remove);

async function simulateAll(mix: Mix, seeds: number): Promise<UploadStatistics> {
  const statistics = createUploadStatistics();
  for (let seed = 0; seed < seeds; seed += 1)
    addUploads(statistics, seed, await simulateUploads(seed, packages, { mix }));
  return statistics;
}

describe('300 simulated uploads with faults', () => {
  let statistics = createUploadStatistics();
  beforeAll(async () => {
    statistics = await simulateAll('hostile', 300);
  }, 120_000);

  it('lead to no wrong result, no broken rule and no run that never ends', () => {
    expect(statistics.problems).toEqual([]);
  });

  it.each([
    'on Linux: uploaded',
    'on Windows: uploaded',
    'failed: cancelled',
    'failed: changedFiles',
    'failed: differences',
    'failed: files: attempts',
    'failed: files: refused',
    'failed: foreignContent',
    'failed: listing while inspecting',
    'failed: listing while verifying',
    'failed: request while inspecting',
    'failed: request while marking',
    'unknown: cancelled',
    'unknown: request while marking',
    'second run, with bytes in sessions: uploaded',
    'second run, without bytes in sessions: uploaded',
    'other writer, folder deleted: uploaded',
    'other writer, other upload: uploaded',
    'undecidable for any client: another writer (uploaded)',
    'undecidable for any client: same size (uploaded)',
  ])('lead at least once to "%s"', (name) => {
    expect(statistics.counts.get(name) ?? 0).toBeGreaterThan(0);
  });

  it.each([...faultKinds])('meet the fault "%s" at least once', (kind) => {
    expect(statistics.counts.get(`fault: ${kind}`) ?? 0).toBeGreaterThan(0);
  });
});

describe('100 simulated uploads in which one request in a hundred meets a fault', () => {
  it('lead to no wrong result, and are uploaded unless somebody prevents it', async () => {
    const statistics = await simulateAll('realistic', 100);
    expect(statistics.problems).toEqual([]);
    const uploaded = statistics.counts.get('all uploaded') ?? 0;
    expect(uploaded / statistics.runs).toBeGreaterThan(0.75);
  }, 60_000);
});

describe('the simulation of uploads', () => {
  it.each(Object.entries(wrongUploadRules))(
    'finds out a client that %s',
    async (_, { seeds, found, wrapStores }) => {
      const statistics = createUploadStatistics();
      const isFound = (): boolean => statistics.problems.some(({ description }) => found.test(description));
      for (let seed = 0; seed < seeds && !isFound(); seed += 1) {
        addUploads(statistics, seed, await simulateUploads(seed, packages, { wrapStores }));
      }
      expect(isFound()).toBe(true);
    },
    120_000,
  );

  it('is the same every time for the same seed', async () => {
    const lines: string[][] = [[], []];
    for (const each of lines) await simulateUploads(104, packages, { trace: (line) => each.push(line) });
    expect(lines[0]?.length).toBeGreaterThan(100);
    expect(lines[0]).toEqual(lines[1]);
  });
});
