// The adaptive limiter: how many tasks run at a time, and what an overload changes.
import { setImmediate as settled } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type AdaptiveLimiter, createAdaptiveLimiter, type TaskKind } from '../../../src/shared/adaptive-limiter.js';
import { type StandingClock, standingClock } from '../../support/standing-clock.js';

interface Running {
  readonly limiter: AdaptiveLimiter;
  readonly clock: StandingClock;
  readonly cancellation: AbortController;
  /** Tasks in the order in which they have started. */
  readonly started: readonly string[];
  /** Adds a task that runs until it is ended. */
  add(name: string, kind?: TaskKind): void;
  end(name: string): Promise<void>;
}

function limiterOf(concurrency: number): Running {
  const clock = standingClock();
  const cancellation = new AbortController();
  const limiter = createAdaptiveLimiter({ clock, concurrency, random: () => 0.5, signal: cancellation.signal });
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    limiter,
    clock,
    cancellation,
    started,
    add: (name, kind) => {
      void limiter.run(() => {
        started.push(name);
        return new Promise<void>((resolve) => ends.set(name, resolve));
      }, kind);
    },
    end: async (name) => {
      ends.get(name)?.();
      await settled();
    },
  };
}

describe('the adaptive limiter', () => {
  it('runs as many tasks at a time as it is told, and the urgent ones first', async () => {
    const { started, add, end } = limiterOf(2);
    for (const name of ['a', 'b', 'c', 'd']) add(name);
    add('urgent', 'urgent');
    await settled();
    expect(started).toEqual(['a', 'b']);
    await end('a');
    expect(started).toEqual(['a', 'b', 'urgent']);
    await end('b');
    await end('urgent');
    expect(started).toEqual(['a', 'b', 'urgent', 'c', 'd']);
  });

  it('starts large and small tasks in turn, however many of each wait, and all of one kind when no other waits', async () => {
    const { started, add, end } = limiterOf(1);
    add('first');
    for (const name of ['L1', 'L2', 'L3', 'L4']) add(name, 'large');
    for (const name of ['S1', 'S2']) add(name, 'small');
    await settled();
    for (const name of ['first', 'L1', 'S1', 'L2', 'S2', 'L3']) await end(name);
    expect(started).toEqual(['first', 'L1', 'S1', 'L2', 'S2', 'L3', 'L4']);
  });

  it('starts nothing during a pause, and half as many tasks after it', async () => {
    const { limiter, clock, started, add, end } = limiterOf(4);
    expect(limiter.recordOverload()).toBe(1_000);
    expect(limiter.concurrency).toBe(2);
    for (const name of ['a', 'b', 'c', 'd']) add(name);
    clock.pass(999);
    await settled();
    expect(started).toEqual([]);
    clock.pass(1);
    await settled();
    expect(started).toEqual(['a', 'b']);
    await end('a');
    expect(started).toEqual(['a', 'b', 'c']);
  });

  it('counts what fails during a pause as one overload', () => {
    const { limiter, clock } = limiterOf(8);
    limiter.recordOverload();
    clock.pass(300);
    expect(limiter.recordOverload()).toBe(700);
    expect(limiter.concurrency).toBe(4);
  });

  it('pauses twice as long each time, up to 30 seconds, and never runs less than one task', () => {
    const { limiter, clock } = limiterOf(8);
    const pauses = Array.from({ length: 7 }, () => {
      const pauseMs = limiter.recordOverload();
      clock.pass(pauseMs);
      return pauseMs;
    });
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(limiter.concurrency).toBe(1);
  });

  it('waits as long as the other side asks, and not less than it would otherwise', () => {
    const { limiter, clock } = limiterOf(8);
    expect(limiter.recordOverload(5_000)).toBe(5_000);
    clock.pass(5_000);
    expect(limiter.recordOverload(10)).toBe(2_000);
    expect(limiter.recordOverload(7_000)).toBe(7_000);
  });

  it('runs one more task after each success, up to the first number, and pauses shortly again', () => {
    const { limiter, clock } = limiterOf(3);
    clock.pass(limiter.recordOverload());
    expect(limiter.concurrency).toBe(1);
    limiter.recordSuccess();
    limiter.recordSuccess();
    limiter.recordSuccess();
    expect(limiter.concurrency).toBe(3);
    expect(limiter.recordOverload()).toBe(1_000);
  });

  it('starts everything at once when it is cancelled', async () => {
    const { limiter, cancellation, started, add } = limiterOf(1);
    limiter.recordOverload();
    for (const name of ['a', 'b', 'c']) add(name);
    cancellation.abort();
    await settled();
    expect(started).toEqual(['a', 'b', 'c']);
    add('d');
    await settled();
    expect(started).toEqual(['a', 'b', 'c', 'd']);
  });

  it('goes on after a task that rejects', async () => {
    const { limiter } = limiterOf(1);
    await expect(limiter.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await limiter.run(async () => 'yes')).toBe('yes');
  });

  it('keeps a timer only while something waits, so that a step which has failed ends at once', async () => {
    const { limiter, clock, started, add } = limiterOf(2);
    limiter.recordOverload();
    expect(clock.waiting).toBe(0);
    add('a');
    expect(clock.waiting).toBe(1);
    clock.pass(1_000);
    await settled();
    expect([started, clock.waiting]).toEqual([['a'], 0]);
  });
});
