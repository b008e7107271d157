// Time that jumps from one thing due to the next: half an hour takes as long as what happens in it.
import type { Clock as ClusterClock } from '../emulator/clock.js';
import type { Clock as ClientClock } from '../src/shared/clock.js';

/** One clock for both sides. */
export interface SimulatedClock extends ClientClock, ClusterClock {
  /** Lets happen whatever is due, one thing after the other, until this is settled; what it gives or throws. */
  passUntil<Value>(settled: Promise<Value>): Promise<Value>;
  /** Lets so much time pass. */
  pass(delayMs: number): Promise<void>;
}

/** A run that does not end would otherwise be noticed by nobody but the one who waits for it. */
const mostSteps = 100_000;

/** A clock that shows this time until it is told to let time pass. */
export function simulatedClock(startMs: number): SimulatedClock {
  let nowMs = startMs;
  const alarms = new Set<{ dueMs: number; ring: () => void }>();
  const after = (delayMs: number, ring: () => void): (() => void) => {
    const alarm = { dueMs: nowMs + Math.max(0, delayMs), ring };
    alarms.add(alarm);
    return () => alarms.delete(alarm);
  };

  /** Rings the alarm that is due first, the older of two; false when none is due by then. */
  const ringNext = (untilMs: number): boolean => {
    let next: { dueMs: number; ring: () => void } | undefined;
    for (const alarm of alarms) if (next === undefined || alarm.dueMs < next.dueMs) next = alarm;
    if (next === undefined || next.dueMs > untilMs) return false;
    alarms.delete(next);
    nowMs = next.dueMs;
    next.ring();
    return true;
  };

  return {
    now: () => nowMs,
    epochMs: () => nowMs,
    after,
    sleep: (delayMs) => new Promise((resolve) => after(delayMs, resolve)),
    passUntil: async (settled) => {
      let isSettled = false;
      const note = (): void => {
        isSettled = true;
      };
      settled.then(note, note);
      for (let steps = 0; ; steps += 1) {
        await everythingSaid();
        if (isSettled) return settled;
        if (steps === mostSteps) throw new Error(`no end after ${mostSteps} steps`);
        if (!ringNext(Number.POSITIVE_INFINITY)) throw new Error('no end, and nothing left that could bring it about');
      }
    },
    pass: async (delayMs) => {
      const untilMs = nowMs + delayMs;
      do await everythingSaid();
      while (ringNext(untilMs));
      nowMs = untilMs;
    },
  };
}

/** All that follows from the last thing that happened has followed: promises settle before the next macrotask. */
function everythingSaid(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
