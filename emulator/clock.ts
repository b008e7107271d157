// The emulator's clock. It can be advanced, so that no test waits half an hour for a session to expire.

import { setTimeout as timer } from 'node:timers/promises';

/** Time in milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** May resolve early: the caller checks the time again. */
  sleep(delayMs: number): Promise<void>;
}

/** A longer timer of Node.js fires at once. */
export const longestTimerMs = 2 ** 31 - 1;

/** A clock that can be advanced. Advancing it wakes everyone who sleeps on it. */
export interface MovableClock extends Clock {
  advance(byMs: number): void;
}

/** The system clock. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (delayMs) => timer(delayMs, undefined, { ref: false }),
};

/** Wraps a clock so that it can be advanced. */
export function createMovableClock(clock: Clock): MovableClock {
  let offsetMs = 0;
  const sleepers = new Set<() => void>();
  return {
    now: () => clock.now() + offsetMs,
    sleep: (delayMs) =>
      new Promise((resolve) => {
        sleepers.add(resolve);
        void clock.sleep(delayMs).then(() => {
          sleepers.delete(resolve);
          resolve();
        });
      }),
    advance: (byMs) => {
      offsetMs += byMs;
      for (const wake of sleepers) wake();
    },
  };
}
