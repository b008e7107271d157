// Two thousand simulated clusters with faults: every verdict is right, every commit ends, and wrong rules are found out.
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImageStore } from '../../simulation/client.js';
import { simulate } from '../../simulation/run.js';
import { addSimulation, createStatistics, type Statistics } from '../../simulation/statistics.js';

async function simulateAll(wrapStore: (store: ImageStore) => ImageStore): Promise<Statistics> {
  const statistics = createStatistics();
  for (let seed = 0; seed < 2_000; seed += 1) addSimulation(statistics, seed, await simulate(seed, { wrapStore }));
  return statistics;
}

describe('2,000 simulated clusters with faults', () => {
  let statistics = createStatistics();
  beforeAll(async () => {
    statistics = await simulateAll((store) => store);
  }, 60_000);

  it('lead to no wrong verdict, no broken rule and no commit that never ends', () => {
    expect(statistics.problems).toEqual([]);
  });

  it.each([
    'verdict: committed, answered',
    'verdict: committed, published',
    'verdict: failed, answered',
    'verdict: failed, aborted',
    'verdict: failed, cancelled',
    'verdict: failed, incomplete',
    'verdict: failed, not published',
    'verdict: unknown, cancelled',
    'verdict: unknown, inconclusive',
    'stopped: attempts',
    'stopped: cancelled',
    'stopped: final',
    'stopped: inProgress',
    'stopped: time',
  ])('lead at least once to "%s"', (name) => {
    expect(statistics.counts.get(name) ?? 0).toBeGreaterThan(0);
  });

  it('would lead to wrong verdicts if the client trusted the last response', () => {
    expect(statistics.counts.get('wrong if the last response were trusted')).toBeGreaterThan(0);
  });

  it('lead to an undecidable case in some commits, but in fewer than 2 %', () => {
    const undecidable = [...statistics.counts].filter(([name]) => name.startsWith('undecidable for any client: '));
    const total = undecidable.reduce((sum, [, count]) => sum + count, 0);
    expect(total).toBeGreaterThan(0);
    expect(total / statistics.commits).toBeLessThan(0.02);
  });

  it('lead to wrong verdicts for a client that looks up the content before the session', async () => {
    const { problems } = await simulateAll(contentBeforeSession);
    expect(problems.filter(({ description }) => description.startsWith('wrong verdict'))).not.toEqual([]);
  });
});

describe('a simulation', () => {
  it('is the same every time for the same seed', async () => {
    const traces = [0, 1].map(async () => {
      const lines: string[] = [];
      await simulate(19_672, { trace: (line) => lines.push(line) });
      return lines;
    });
    const [one, other] = await Promise.all(traces);
    expect(one?.length).toBeGreaterThan(10);
    expect(one).toEqual(other);
  });
});

/** Looks up the content just before each session lookup, and returns that result when the content is asked for later. */
function contentBeforeSession(store: ImageStore): ImageStore {
  const paths = new Map<string, string>();
  let early: Awaited<ReturnType<ImageStore['lookUpContent']>> | undefined;
  return {
    commit: (...request) => store.commit(...request),
    lookUpSession: async (sessionId, ...limits) => {
      const path = paths.get(sessionId);
      early = path === undefined ? undefined : await store.lookUpContent(path, ...limits);
      const found = await store.lookUpSession(sessionId, ...limits);
      if ('session' in found) paths.set(sessionId, found.session.path);
      return found;
    },
    lookUpContent: async (...request) => {
      const content = early;
      early = undefined;
      return content ?? store.lookUpContent(...request);
    },
  };
}
