// Two thousand simulated clusters with faults: every verdict is right, every commit ends, and wrong rules are found out.
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImageStore } from '../../simulation/client.js';
import type { Mix } from '../../simulation/mixes.js';
import { simulate } from '../../simulation/run.js';
import { addSimulation, createStatistics, type Statistics, sumOf } from '../../simulation/statistics.js';
import { wrongRules } from '../../simulation/wrong-rules.js';

async function simulateAll(mix: Mix): Promise<Statistics> {
  const statistics = createStatistics();
  for (let seed = 0; seed < 2_000; seed += 1) addSimulation(statistics, seed, await simulate(seed, { mix }));
  return statistics;
}

/** The first wrong verdict that a client with this view of the cluster gives; undefined when there is none. */
async function findWrongVerdict(wrapStore: (store: ImageStore) => ImageStore): Promise<string | undefined> {
  const statistics = createStatistics();
  for (let seed = 0; seed < 20_000; seed += 1) {
    addSimulation(statistics, seed, await simulate(seed, { wrapStore }));
    const wrong = statistics.problems.find(({ description }) => description.startsWith('wrong verdict'));
    if (wrong) return `seed ${wrong.seed}: ${wrong.description}`;
  }
  return undefined;
}

describe('2,000 simulated clusters with faults', () => {
  let statistics = createStatistics();
  beforeAll(async () => {
    statistics = await simulateAll('hostile');
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

  it.each(wrongRules)('would lead to wrong verdicts if the client believed %s', (rule) => {
    expect(statistics.counts.get(`wrong if the client believed ${rule}`)).toBeGreaterThan(0);
  });

  it('lead to an undecidable case in some commits, but in fewer than 2 %', () => {
    const total = sumOf(statistics, 'undecidable for any client: ');
    expect(total).toBeGreaterThan(0);
    expect(total / statistics.commits).toBeLessThan(0.02);
  });

  it.each([
    ['looks up the content before the session', contentBeforeSession],
    ['takes a blank answer to a session look-up for a session that is gone', blankMeansGone],
    ['repeats an unexpected success, and then believes the content', unexpectedSuccessRepeated],
  ])(
    'lead to a wrong verdict for a client that %s',
    async (_, wrapStore) => {
      expect(await findWrongVerdict(wrapStore)).toEqual(expect.any(String));
    },
    60_000,
  );

  it('are decided by the look-ups in some of the cases in which something answered for the cluster', () => {
    const undecided = statistics.counts.get('unexpected success: unknown') ?? 0;
    expect(undecided).toBeGreaterThan(0);
    expect(undecided).toBeLessThan(sumOf(statistics, 'unexpected success: '));
  });
});

describe('2,000 simulated clusters in which one request in a hundred meets a fault', () => {
  let statistics = createStatistics();
  beforeAll(async () => {
    statistics = await simulateAll('realistic');
  }, 60_000);

  it('lead to no wrong verdict, no broken rule and no commit that never ends', () => {
    expect(statistics.problems).toEqual([]);
  });

  it('leave fewer than 1 % of the commits unknown, apart from cancelled ones', () => {
    const unknown = statistics.counts.get('verdict: unknown, inconclusive') ?? 0;
    expect(unknown).toBeGreaterThan(0);
    expect(unknown / statistics.commits).toBeLessThan(0.01);
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

/** Looks up the content just before each session look-up, and returns that result when the content is asked for later. */
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

/** Takes a blank 200 for the store's 204. */
function blankMeansGone(store: ImageStore): ImageStore {
  return {
    ...store,
    lookUpSession: async (...request) => {
      const found = await store.lookUpSession(...request);
      const attempt = found.kind === 'failed' ? found.attempt : undefined;
      const isBlank = attempt?.kind === 'response' && attempt.status === 200 && attempt.body === 'empty';
      return isBlank ? { kind: 'notFound' } : found;
    },
  };
}

/** Takes the first unexpected success of a session for a cut answer, which is repeated, and the next for a success. */
function unexpectedSuccessRepeated(store: ImageStore): ImageStore {
  const repeated = new Set<string>();
  return {
    ...store,
    commit: async (sessionId, ...limits) => {
      const attempt = await store.commit(sessionId, ...limits);
      if (attempt.kind !== 'response' || attempt.error || attempt.status < 200 || attempt.status > 299) return attempt;
      if (repeated.has(sessionId)) return { ...attempt, status: 200, body: 'empty' };
      repeated.add(sessionId);
      if (attempt.status === 200 && attempt.body === 'empty') return attempt;
      const { durationMs } = attempt;
      const failure = { problem: 'interrupted', code: 'ECONNRESET', message: 'cut off' } as const;
      return { kind: 'noResponse', method: 'POST', ...failure, sent: true, permanent: false, durationMs };
    },
  };
}
