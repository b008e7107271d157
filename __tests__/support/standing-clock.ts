// A clock whose time passes only when a test says so.
import type { Clock } from '../../src/shared/clock.js';

export interface StandingClock extends Clock {
  /** Lets time pass. Callbacks that are due have been called when this returns. */
  pass(delayMs: number): void;
  /** How many callbacks still wait. */
  readonly waiting: number;
}

/** Starts at zero. */
export function standingClock(): StandingClock {
  let nowMs = 0;
  const alarms = new Set<{ dueMs: number; callback: () => void }>();
  return {
    now: () => nowMs,
    epochMs: () => nowMs,
    after: (delayMs, callback) => {
      const alarm = { dueMs: nowMs + delayMs, callback };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    pass: (delayMs) => {
      const endMs = nowMs + delayMs;
      for (;;) {
        const [next] = [...alarms].filter(({ dueMs }) => dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs);
        if (next === undefined) break;
        alarms.delete(next);
        nowMs = next.dueMs;
        next.callback();
      }
      nowMs = endMs;
    },
    get waiting() {
      return alarms.size;
    },
  };
}
