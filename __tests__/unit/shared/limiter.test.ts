// Whose turn it is, and what happens to those who wait when nobody can connect.
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../src/image-store/attempt.js';
import { type Turns, takeTurns } from '../../../src/shared/limiter.js';
import { answered, unanswered } from '../../support/attempts.js';

const unreachable = unanswered();

interface Crowd {
  turns: Turns;
  /** Who got what, in this order. */
  got: readonly { who: string; what: Attempt | undefined }[];
  /** What was shared, and for how many. */
  shared: readonly [Attempt, number][];
  /** Lets somebody ask for a later attempt. */
  ask(who: string): void;
  /** Ends a turn and lets everybody hear of it. */
  end(attempt: Attempt | undefined): Promise<void>;
  names(): readonly string[];
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function crowd(concurrency: number, ...first: readonly string[]): Promise<Crowd> {
  const got: { who: string; what: Attempt | undefined }[] = [];
  const shared: [Attempt, number][] = [];
  const turns = takeTurns(concurrency, (failure, count) => shared.push([failure, count]));
  const ask = (who: string): void => {
    void turns.take().then((what) => got.push({ who, what }));
  };
  void turns.each(first, async (who, what) => void got.push({ who, what }));
  await settled();
  const end = (attempt: Attempt | undefined): Promise<void> => {
    turns.end(attempt);
    return settled();
  };
  return { turns, got, shared, ask, end, names: () => got.map(({ who }) => who) };
}

const named = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `s${index}`);

describe('turns', () => {
  it.each([1, 2, 8, 64])('are at most %i at a time, and begin in order', async (concurrency) => {
    const all = named(100);
    const { names, end } = await crowd(concurrency, ...all);

    for (let ended = 0; ended < all.length; ended += 1) {
      expect(names()).toEqual(all.slice(0, ended + concurrency));
      await end(answered());
    }
  });

  it('come back when they end with a failure of the cluster, or without an attempt', async () => {
    const { names, end } = await crowd(1, 'a', 'b', 'c');
    await end(answered({ status: 503 }));
    await end(undefined);
    expect(names()).toEqual(['a', 'b', 'c']);
  });

  it('go to later attempts before first ones, each in order', async () => {
    const { names, ask, end } = await crowd(1, 'first1', 'first2', 'first3');
    ask('later1');
    ask('later2');
    for (let ended = 0; ended < 4; ended += 1) await end(answered());
    expect(names()).toEqual(['first1', 'later1', 'later2', 'first2', 'first3']);
  });

  it('are free again for those who ask when nobody waits', async () => {
    const { names, ask, end } = await crowd(2, 'a', 'b');
    await end(answered());
    await end(answered());
    ask('c');
    ask('d');
    ask('e');
    await settled();
    expect(names()).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('the results', () => {
  it('come in the order of what was begun, whatever ended first', async () => {
    const turns = takeTurns(2, () => undefined);
    const begun: ((result: string) => void)[] = [];
    const all = turns.each(['a', 'b', 'c'], () => new Promise<string>((resolve) => begun.push(resolve)));
    await settled();
    turns.end(answered());
    await settled();
    begun[2]?.('third');
    begun[0]?.('first');
    begun[1]?.('second');
    expect(await all).toEqual(['first', 'second', 'third']);
  });

  it('of nothing are none', async () => {
    expect(await takeTurns(8, () => undefined).each([], () => Promise.reject(new Error('begun')))).toEqual([]);
  });

  it('come for very many that end as soon as they begin', async () => {
    const turns = takeTurns(8, () => undefined);
    const numbers = Array.from({ length: 100_000 }, (_, index) => index);
    const results = await turns.each(numbers, async (number) => {
      turns.end(undefined);
      return number;
    });
    expect(results).toEqual(numbers);
  });

  it('do not come when one fails by a fault', async () => {
    const turns = takeTurns(8, () => undefined);
    const fault = turns.each(['a', 'b'], async (who) => {
      if (who === 'b') throw new Error('a fault');
    });
    await expect(fault).rejects.toThrow('a fault');
  });

  it('are not waited for by what has not begun: nothing is held for it', async () => {
    const turns = takeTurns(1, () => undefined);
    const begun: string[] = [];
    void turns.each(named(1_000), async (who) => void begun.push(who));
    await settled();
    expect(begun).toEqual(['s0']);
    turns.end(answered());
    await settled();
    expect(begun).toEqual(['s0', 's1']);
  });
});

describe('a failure to connect', () => {
  /** How many in a row it takes. */
  const limits: readonly [concurrency: number, enough: number][] = [
    [1, 3],
    [2, 3],
    [5, 5],
    [8, 8],
    [64, 8],
  ];

  it.each(limits)('counts for all that wait, with %i turns after %i in a row', async (concurrency, enough) => {
    const all = named(concurrency + 20);
    const { got, shared, end } = await crowd(concurrency, ...all);

    for (let failures = 1; failures < enough; failures += 1) await end(unreachable);
    expect(shared).toEqual([]);
    expect(got.every(({ what }) => what === undefined)).toBe(true);
    const begun = got.length;

    const last = unanswered({ message: 'the last one' });
    await end(last);
    expect(shared).toEqual([[last, all.length - begun]]);
    expect(got.map(({ who }) => who)).toEqual(all);
    expect(got.slice(begun).every(({ what }) => what === last)).toBe(true);
  });

  it('reaches those who wait for a later attempt, too', async () => {
    const { got, shared, ask, end } = await crowd(1, 'a', 'b', 'c', 'first');
    await end(unreachable);
    await end(unreachable);
    ask('later');
    await end(unreachable);
    expect(shared).toEqual([[unreachable, 2]]);
    expect(got.slice(3)).toEqual([
      { who: 'later', what: unreachable },
      { who: 'first', what: unreachable },
    ]);
  });

  it.each([
    ['an answer', answered()],
    ['a refusal', answered({ status: 403 })],
    ['a connection that was cut', unanswered({ problem: 'interrupted', sent: true })],
    ['a deadline', unanswered({ problem: 'deadline', sent: true })],
  ])('counts for itself alone after %s in between', async (_, contact) => {
    const { got, shared, end } = await crowd(1, ...named(20));
    for (const attempt of [unreachable, unreachable, contact, unreachable, unreachable]) await end(attempt);
    expect(shared).toEqual([]);
    expect(got).toHaveLength(6);

    await end(unreachable);
    expect(shared).toEqual([[unreachable, 14]]);
  });

  it('leaves no turn behind: as many as before can have one after it', async () => {
    const { names, ask, end } = await crowd(3, ...named(10));
    for (let failures = 0; failures < 3; failures += 1) await end(unreachable);
    expect(names()).toHaveLength(10);
    // The third failure let two successors begin; they still have their turns, and a failure shared is not one.
    for (const who of ['x', 'y', 'z']) ask(who);
    await settled();
    expect(names().slice(10)).toEqual(['x']);
    await end(answered());
    await end(answered());
    expect(names().slice(10)).toEqual(['x', 'y', 'z']);
  });

  it('is announced once, and again only after contact', async () => {
    const { names, shared, ask, end } = await crowd(1, ...named(10));
    for (let failures = 0; failures < 3; failures += 1) await end(unreachable);
    expect(shared).toEqual([[unreachable, 7]]);

    for (const who of named(10)) ask(who);
    await settled();
    await end(unreachable);
    expect(names()).toHaveLength(20);
    expect(shared).toHaveLength(1);

    for (const who of named(10)) ask(who);
    await settled();
    await end(answered());
    for (let failures = 0; failures < 3; failures += 1) await end(unreachable);
    expect(names()).toHaveLength(30);
    expect(shared).toEqual([
      [unreachable, 7],
      [unreachable, 6],
    ]);
  });

  it('is not announced when nobody waits', async () => {
    const { shared, end } = await crowd(3, ...named(3));
    for (let failures = 0; failures < 3; failures += 1) await end(unreachable);
    expect(shared).toEqual([]);
  });
});
