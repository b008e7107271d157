// Runs a bounded number of tasks at a time, and fewer of them while the other side is overloaded.
import type { Clock } from './clock.js';

/**
 * Urgent tasks go before all others. Those with large and with small bodies take turns, so that some fill the line while
 * others wait for answers. Within each kind the order is that of the calls.
 */
export type TaskKind = 'urgent' | 'large' | 'small';

export interface AdaptiveLimiter {
  /** Runs a task as soon as fewer than the current number run and no pause lasts. */
  run<Result>(task: () => Promise<Result>, kind?: TaskKind): Promise<Result>;
  /**
   * The other side is overloaded: half as many tasks run from now on, and none starts during a pause, which doubles each
   * time. What fails during the pause counts once with what began it, because it was sent before.
   * @param askedMs how long the other side asks to wait, at least
   * @returns how long the pause lasts from now on
   */
  recordOverload(askedMs?: number): number;
  /** The other side works: one more task may run, up to the original number. */
  recordSuccess(): void;
  /** How many tasks may run at a time now. */
  readonly concurrency: number;
}

export interface AdaptiveLimiterOptions {
  readonly clock: Clock;
  /** How many tasks run at a time, at most; at least one. */
  readonly concurrency: number;
  /** A number from 0 up to but not including 1. */
  readonly random: () => number;
  /** When it is aborted, everything that waits starts at once, and is expected to end by the same signal. */
  readonly signal: AbortSignal;
}

/** The first pause; the next one is twice as long, up to the longest. */
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

export function createAdaptiveLimiter(options: AdaptiveLimiterOptions): AdaptiveLimiter {
  const { clock, random, signal } = options;
  const waiting: Readonly<Record<TaskKind, (() => void)[]>> = { urgent: [], large: [], small: [] };
  let lastKind: TaskKind = 'small';
  let concurrency = options.concurrency;
  let running = 0;
  let pauses = 0;
  let pausedUntilMs = clock.now();
  let cancelTimer = (): void => undefined;

  const takeWaiting = (): (() => void) | undefined => {
    const order: readonly TaskKind[] =
      lastKind === 'large' ? ['urgent', 'small', 'large'] : ['urgent', 'large', 'small'];
    const kind = order.find((each) => waiting[each].length > 0);
    if (kind === undefined) return undefined;
    if (kind !== 'urgent') lastKind = kind;
    return waiting[kind].shift();
  };
  const startWaiting = (): void => {
    cancelTimer();
    while (signal.aborted || (running < concurrency && clock.now() >= pausedUntilMs)) {
      const start = takeWaiting();
      if (start === undefined) return;
      running += 1;
      start();
    }
    // Only while something waits: a step that has failed meanwhile would not end before.
    const isWaiting = Object.values(waiting).some(({ length }) => length > 0);
    const leftMs = pausedUntilMs - clock.now();
    if (isWaiting && leftMs > 0) cancelTimer = clock.after(leftMs, startWaiting);
  };
  const pause = (pauseMs: number): void => {
    pausedUntilMs = Math.max(pausedUntilMs, clock.now() + pauseMs);
    startWaiting();
  };
  signal.addEventListener('abort', startWaiting);

  return {
    run: async (task, kind = 'small') => {
      await new Promise<void>((resolve) => {
        waiting[kind].push(resolve);
        startWaiting();
      });
      try {
        return await task();
      } finally {
        running -= 1;
        startWaiting();
      }
    },
    recordOverload: (askedMs = 0) => {
      if (clock.now() >= pausedUntilMs) {
        const backoffMs = Math.min(longestPauseMs, firstPauseMs * 2 ** pauses * (0.75 + random() / 2));
        pauses += 1;
        concurrency = Math.max(1, Math.floor(concurrency / 2));
        pause(Math.round(backoffMs));
      }
      if (clock.now() + askedMs > pausedUntilMs) pause(askedMs);
      return pausedUntilMs - clock.now();
    },
    recordSuccess: () => {
      pauses = 0;
      concurrency = Math.min(options.concurrency, concurrency + 1);
      startWaiting();
    },
    get concurrency() {
      return concurrency;
    },
  };
}
