// Two thousand histories of a cluster in trouble: no verdict is a lie, no run is without an end.
import { beforeAll, describe, expect, it } from 'vitest';
import { simulate } from '../../simulation/run.js';
import { emptyTally, type Tally, tallied } from '../../simulation/tally.js';
import type { ImageStore } from '../../src/image-store/client.js';
import type { ContentLookup } from '../../src/image-store/responses.js';

async function simulateAll(wrap: (store: ImageStore) => ImageStore): Promise<Tally> {
  const tally = emptyTally();
  for (let seed = 0; seed < 2_000; seed += 1) tallied(tally, seed, await simulate(seed, { wrap }));
  return tally;
}

describe('two thousand histories', () => {
  let tally = emptyTally();
  beforeAll(async () => {
    tally = await simulateAll((store) => store);
  }, 60_000);

  it('hold no lie, break no rule and have an end', () => {
    expect(tally.faults).toEqual([]);
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
  ])('come to "%s"', (what) => {
    expect(tally.counts.get(what) ?? 0).toBeGreaterThan(0);
  });

  it('would hold lies if the last answer were believed', () => {
    expect(tally.counts.get('would have been a lie: to believe the last answer')).toBeGreaterThan(0);
  });

  it('hold few that no client can tell apart', () => {
    const named = [...tally.counts].filter(([what]) => what.startsWith('no client can tell: '));
    const times = named.reduce((sum, [, count]) => sum + count, 0);
    expect(times).toBeGreaterThan(0);
    expect(times / tally.commits).toBeLessThan(0.02);
  });

  it('hold lies for a client that asks for the content before the session', async () => {
    const { faults } = await simulateAll(contentFirst);
    expect(faults.filter(({ what }) => what.startsWith('a lie'))).not.toEqual([]);
  });
});

it('the same seed tells the same story', async () => {
  const stories = [0, 1].map(async () => {
    const lines: string[] = [];
    await simulate(19_672, { tell: (line) => lines.push(line) });
    return lines;
  });
  const [one, other] = await Promise.all(stories);
  expect(one?.length).toBeGreaterThan(10);
  expect(one).toEqual(other);
});

/** Looks at the path just before each look-up of the session, and says what it saw there when asked after it. */
function contentFirst(store: ImageStore): ImageStore {
  const paths = new Map<string, string>();
  let seen: ContentLookup | undefined;
  return {
    commit: (...asked) => store.commit(...asked),
    lookUpSession: async (sessionId, deadlineMs, cancellation) => {
      const path = paths.get(sessionId);
      seen = path === undefined ? undefined : await store.lookUpContent(path, deadlineMs, cancellation);
      const found = await store.lookUpSession(sessionId, deadlineMs, cancellation);
      if (found.kind === 'found') paths.set(sessionId, found.session.path);
      return found;
    },
    lookUpContent: async (...asked) => {
      const early = seen;
      seen = undefined;
      return early ?? store.lookUpContent(...asked);
    },
  };
}
