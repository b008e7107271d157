// Many sessions: how many commits are in flight, in which order, and how an outage affects waiting sessions.
import { setMaxListeners } from 'node:events';
import { setImmediate as settled } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/commit-engine/commit-session.js';
import { type CommitAllOptions, commitSessions } from '../../../src/commit-engine/commit-sessions.js';
import type { Attempt } from '../../../src/image-store/attempt.js';
import type { ImageStore } from '../../../src/image-store/client.js';
import { answered, unanswered } from '../../support/attempts.js';
import { type StandingClock, standingClock } from '../../support/standing-clock.js';

const unreachable = unanswered();

interface Commits {
  readonly clock: StandingClock;
  readonly cancellation: AbortController;
  /** The sessions whose commit was sent, in this order. */
  readonly sent: readonly string[];
  readonly outages: readonly [Attempt, number][];
  readonly outcomes: Promise<readonly Outcome[]>;
  /** Answers the oldest request that waits for its answer. */
  answer(attempt: Attempt): Promise<void>;
}

async function commit(sessionIds: readonly string[], options: Partial<CommitAllOptions> = {}): Promise<Commits> {
  const clock = standingClock();
  const cancellation = new AbortController();
  setMaxListeners(0, cancellation.signal);
  const sent: string[] = [];
  const outages: [Attempt, number][] = [];
  const answers: ((attempt: Attempt) => void)[] = [];
  const unexpected = (): never => expect.fail('nothing is looked up here');
  const store: ImageStore = {
    commit: (sessionId) => {
      sent.push(sessionId);
      return new Promise((resolve) => answers.push(resolve));
    },
    lookUpSession: unexpected,
    lookUpContent: unexpected,
  };
  const outcomes = commitSessions(sessionIds, {
    concurrency: 8,
    store,
    clock,
    random: () => 0.5, // in the middle of the jitter: the first wait is one second
    signal: cancellation.signal,
    maxAttempts: 2,
    timeoutSeconds: 60,
    onEvent: () => {},
    onOutage: (failure, waitingSessions) => outages.push([failure, waitingSessions]),
    ...options,
  });
  outcomes.catch(() => undefined); // each test looks at it when it wants
  await settled();
  const answer = (attempt: Attempt): Promise<void> => {
    answers.shift()?.(attempt);
    return settled();
  };
  return { clock, cancellation, sent, outages, outcomes, answer };
}

const ids = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `0a1b2c3d-0000-4000-8000-${String(index).padStart(12, '0')}`);

describe('many sessions', () => {
  it.each([1, 2, 8, 64])('have at most %i commits in flight, in their order', async (concurrency) => {
    const all = ids(100);
    const { sent, answer } = await commit(all, { concurrency });
    for (let answeredCount = 0; answeredCount < all.length; answeredCount += 1) {
      expect(sent).toEqual(all.slice(0, answeredCount + concurrency));
      await answer(answered());
    }
  });

  it('have their outcomes in input order, whichever ended first', async () => {
    const all = ids(3);
    const { outcomes, answer } = await commit(all);
    await answer(answered({ status: 403 }));
    await answer(answered());
    await answer(answered());
    expect((await outcomes).map(({ sessionId, result }) => [sessionId, result])).toEqual([
      [all[0], 'failed'],
      [all[1], 'committed'],
      [all[2], 'committed'],
    ]);
  });

  it('finish the sessions that have been started before they start others', async () => {
    const [a = '', b = '', c = ''] = ids(3);
    const { clock, sent, answer } = await commit([a, b, c], { concurrency: 1 });
    await answer(answered({ status: 429 }));
    expect(sent).toEqual([a, b]);
    clock.pass(1_000);
    await settled();
    await answer(answered());
    expect(sent).toEqual([a, b, a]);
  });

  it('all end as not committed when the step is cancelled, without a request of their own', async () => {
    const { cancellation, sent, outcomes, answer } = await commit(ids(3_000), { concurrency: 2 });
    cancellation.abort();
    await answer(unanswered({ problem: 'cancelled', code: 'CANCELLED' }));
    await answer(unanswered({ problem: 'cancelled', code: 'CANCELLED' }));
    expect((await outcomes).filter(({ result }) => result === 'failed')).toHaveLength(3_000);
    expect(sent).toHaveLength(2);
  });

  it('reject with an internal error after the other sessions have ended', async () => {
    const [a = '', b = ''] = ids(2);
    const sent: string[] = [];
    const { outcomes } = await commit([a, b], {
      concurrency: 1,
      onEvent: ({ sessionId, kind }) => {
        if (kind === 'started') sent.push(sessionId);
        if (sessionId === a) throw new Error('a fault');
      },
    });
    const rejected = expect(outcomes).rejects.toThrow('a fault');
    await settled();
    expect(sent).toEqual([a, b]);
    await rejected;
  });
});

describe('an outage', () => {
  /** How many failed connections in a row make one. */
  it.each([
    [1, 3],
    [2, 3],
    [5, 5],
    [8, 8],
    [64, 8],
  ])(
    'is shared by all waiting sessions, at a concurrency of %i after %i failures in a row',
    async (concurrency, failures) => {
      const all = ids(concurrency + 20);
      const { sent, outages, answer } = await commit(all, { concurrency });
      for (let failed = 1; failed < failures; failed += 1) await answer(unreachable);
      expect(outages).toEqual([]);
      const sentBefore = sent.length;

      const last = unanswered({ message: 'the last one' });
      await answer(last);
      expect(outages).toEqual([[last, all.length - sentBefore]]);
      expect(sent).toHaveLength(sentBefore);
    },
  );

  it('never uses up the last attempt of a session: each is tried', async () => {
    const all = ids(50);
    const { clock, sent, answer, outcomes, outages } = await commit(all, { concurrency: 4 });
    while (sent.length < 1_000) {
      await answer(unreachable);
      if (clock.waiting === 0) break;
      clock.pass(500);
      await settled();
    }
    const ended = await outcomes;
    expect(new Set(sent)).toEqual(new Set(all));
    expect(ended.every(({ result, attempts, untried }) => result === 'failed' && attempts === 2 && !untried)).toBe(
      true,
    );
    expect(outages).toHaveLength(1);
    expect(sent.length).toBeLessThan(60);
  });

  it('is not shared when only one attempt is allowed: each session is tried, once', async () => {
    const all = ids(20);
    const { sent, answer, outcomes, outages } = await commit(all, { concurrency: 2, maxAttempts: 1 });
    for (let failed = 0; failed < 20; failed += 1) await answer(unreachable);
    expect((await outcomes).map(({ attempts, untried }) => [attempts, untried])).toEqual(all.map(() => [1, undefined]));
    expect(sent).toEqual(all);
    expect(outages).toEqual([]);
  });

  it('that has lasted for more than five minutes ends the sessions that wait, which say that they were not tried', async () => {
    const all = ids(40);
    const { clock, sent, answer, outcomes } = await commit(all, { concurrency: 1, maxAttempts: 1 });
    for (let failed = 0; failed < 11; failed += 1) {
      clock.pass(30_000);
      await answer(unreachable);
    }
    clock.pass(30_000);
    await answer(unreachable);
    const untried = (await outcomes).filter((outcome) => outcome.untried);
    expect(sent).toHaveLength(12);
    expect(untried.map(({ sessionId, result, last }) => [sessionId, result, last])).toEqual(
      all.slice(12).map((sessionId) => [sessionId, 'failed', unreachable]),
    );
  });

  it('counts as an attempt of a session that waits for its next one, too', async () => {
    const all = ids(4);
    const { clock, outages, sent, answer, outcomes } = await commit(all, { concurrency: 1, maxAttempts: 3 });
    await answer(unreachable);
    await answer(unreachable);
    clock.pass(1_000);
    await settled();
    await answer(unreachable);
    // The first two wait for their second attempt, the fourth for its first.
    expect(outages).toEqual([[unreachable, 3]]);
    expect(sent).toHaveLength(3);
    for (let waiting = 0; waiting < 8; waiting += 1) {
      clock.pass(1_000);
      await settled();
      await answer(answered());
    }
    expect((await outcomes).map(({ result, attempts }) => [result, attempts])).toEqual([
      ['committed', 3],
      ['committed', 3],
      ['committed', 2],
      ['committed', 2],
    ]);
  });

  it.each([
    ['a success', answered()],
    ['a refusal', answered({ status: 403 })],
    ['a failed TLS handshake while the response is awaited', unanswered({ problem: 'deadline', sent: false })],
  ])('does not start when %s comes in between', async (_, contact) => {
    const { outages, sent, answer } = await commit(ids(20), { concurrency: 1 });
    for (const attempt of [unreachable, unreachable, contact, unreachable, unreachable]) await answer(attempt);
    expect(outages).toEqual([]);
    expect(sent).toHaveLength(6);
    await answer(unreachable);
    // Those that wait for the time of their second attempt do not wait for the endpoint.
    expect(outages).toEqual([[unreachable, 14]]);
  });

  it('is not reported when no session waits', async () => {
    const { outages, answer } = await commit(ids(3), { concurrency: 3, maxAttempts: 1 });
    for (let failed = 0; failed < 3; failed += 1) await answer(unreachable);
    expect(outages).toEqual([]);
  });

  it('is reported once until the endpoint is reached again', async () => {
    const { clock, outages, answer, outcomes } = await commit(ids(6), { concurrency: 1, maxAttempts: 100 });
    for (let failed = 0; failed < 3; failed += 1) await answer(unreachable);
    expect(outages).toHaveLength(1);
    clock.pass(1_000);
    await settled();
    await answer(unreachable);
    expect(outages).toHaveLength(1);

    clock.pass(5_000);
    await settled();
    await answer(answered());
    for (let failed = 0; failed < 3; failed += 1) await answer(unreachable);
    expect(outages).toHaveLength(2);
    for (let waiting = 0; waiting < 20; waiting += 1) {
      clock.pass(30_000);
      await settled();
      await answer(answered());
    }
    expect((await outcomes).every(({ result }) => result === 'committed')).toBe(true);
  });
});
