// The clock: timers of any length, periodic calls, and sleeps that an abort ends.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { every, sleep, systemClock } from '../../../src/shared/clock.js';
import { standingClock } from '../../support/standing-clock.js';

const longestTimerMs = 2 ** 31 - 1;

describe("the machine's clock", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([0, 1, longestTimerMs, longestTimerMs + 1, 3 * longestTimerMs + 5, 4_294_967_310_000])(
    'calls back once after %d ms, not before',
    (delayMs) => {
      const callback = vi.fn();
      systemClock.after(delayMs, callback);
      vi.advanceTimersByTime(Math.max(0, delayMs - 1));
      expect(callback).toHaveBeenCalledTimes(delayMs === 0 ? 1 : 0);
      vi.advanceTimersByTime(1);
      expect(callback).toHaveBeenCalledTimes(1);
      vi.advanceTimersByTime(longestTimerMs);
      expect(callback).toHaveBeenCalledTimes(1);
    },
  );

  it.each([0, 1, 2])('can cancel a callback after %d timers of the maximum length', (timers) => {
    const callback = vi.fn();
    const cancel = systemClock.after(5 * longestTimerMs, callback);
    vi.advanceTimersByTime(timers * longestTimerMs + 1);
    cancel();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(5 * longestTimerMs);
    expect(callback).not.toHaveBeenCalled();
  });

  it('has the milliseconds since 1970 for comparisons with dates', () => {
    vi.setSystemTime(new Date('2026-01-02T03:04:05.678Z'));
    expect(systemClock.epochMs()).toBe(Date.UTC(2026, 0, 2, 3, 4, 5, 678));
  });
});

it("the machine's clock never goes back", () => {
  const readings = Array.from({ length: 100 }, () => systemClock.now());
  expect(readings).toEqual(readings.toSorted((a, b) => a - b));
  expect(readings.every(Number.isSafeInteger)).toBe(true);
});

describe('every', () => {
  it('calls back after each period until it is stopped', () => {
    const clock = standingClock();
    const timesMs: number[] = [];
    const stop = every(clock, 30_000, () => timesMs.push(clock.now()));
    clock.pass(95_000);
    expect(timesMs).toEqual([30_000, 60_000, 90_000]);
    stop();
    clock.pass(300_000);
    expect(timesMs).toHaveLength(3);
    expect(clock.waiting).toBe(0);
  });

  it('can be stopped by its callback', () => {
    const clock = standingClock();
    let calls = 0;
    const stop = every(clock, 10, () => {
      calls += 1;
      stop();
    });
    clock.pass(100);
    expect(calls).toBe(1);
  });
});

describe('sleep', () => {
  it('ends after its time and leaves no timer', async () => {
    const clock = standingClock();
    const woken = vi.fn();
    const sleeping = sleep(clock, 1_000, new AbortController().signal).then(woken);
    clock.pass(999);
    await Promise.resolve();
    expect(woken).not.toHaveBeenCalled();
    clock.pass(1);
    await sleeping;
    expect(clock.waiting).toBe(0);
  });

  it('ends at once when the signal is aborted', async () => {
    const clock = standingClock();
    const cancellation = new AbortController();
    const sleeping = sleep(clock, 1_000, cancellation.signal);
    cancellation.abort();
    await sleeping;
    expect([clock.now(), clock.waiting]).toEqual([0, 0]);
  });

  it('does not start when the signal is already aborted', async () => {
    const clock = standingClock();
    const cancellation = new AbortController();
    cancellation.abort();
    await sleep(clock, 1_000, cancellation.signal);
    expect(clock.waiting).toBe(0);
  });
});
