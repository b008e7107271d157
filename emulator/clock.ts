// Time: the real one, and any clock made movable, so that nobody has to wait half an hour for a session to expire.

import { setTimeout as timer } from 'node:timers/promises';

/** Time, in milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** May resolve early: whoever sleeps looks at the time again. */
  sleep(delayMs: number): Promise<void>;
}

/** A clock that can be put forward; sleepers wake and see. */
export interface MovableClock extends Clock {
  advance(byMs: number): void;
}

/** The machine's clock; its sleepers keep no process alive. */
export const REAL_CLOCK: Clock = {
  now: () => Date.now(),
  sleep: (delayMs) => timer(delayMs, undefined, { ref: false }),
};

/** The same clock, with a lead that grows. */
export function movable(clock: Clock): MovableClock {
  let leadMs = 0;
  const sleepers = new Set<() => void>();
  return {
    now: () => clock.now() + leadMs,
    sleep: (delayMs) =>
      new Promise((resolve) => {
        sleepers.add(resolve);
        void clock.sleep(delayMs).then(() => {
          sleepers.delete(resolve);
          resolve();
        });
      }),
    advance: (byMs) => {
      leadMs += byMs;
      for (const wake of sleepers) {
        wake();
      }
    },
  };
}
