// A simulated clock that jumps from one timer to the next, so that half an hour passes in milliseconds.

/** One clock for client and cluster. */
export interface SimulatedClock {
  /** Milliseconds since 1970, as everything in the simulation counts them. */
  now(): number;
  /** The same number. */
  epochMs(): number;
  sleep(delayMs: number): Promise<void>;
  /** Calls back once after `delayMs`. Returns a function that cancels the timer. */
  after(delayMs: number, callback: () => void): () => void;
  /** Calls back once at this time, or as soon as possible when it has passed. */
  at(timeMs: number, callback: () => void): void;
  /** Fires timers in order until the promise settles, and returns it. */
  runUntil<Value>(promise: Promise<Value>): Promise<Value>;
  /** Lets `delayMs` pass and fires every timer that is due by then. */
  advance(delayMs: number): Promise<void>;
}

interface Timer {
  readonly dueMs: number;
  readonly callback: () => void;
}

/** Turns a simulation that never ends into an error. */
const maxTimers = 100_000;

/**
 * A clock that stands still at `startMs` until it is advanced.
 * @param settle resolves when everything has happened that can happen without more time
 */
export function createSimulatedClock(startMs: number, settle = flushPromises): SimulatedClock {
  let nowMs = startMs;
  const timers = new Set<Timer>();
  const after = (delayMs: number, callback: () => void): (() => void) => {
    const timer = { dueMs: nowMs + Math.max(0, delayMs), callback };
    timers.add(timer);
    return () => timers.delete(timer);
  };

  /** Fires the earliest timer, of equal ones the oldest; false when none is due by then. */
  const fireNext = (untilMs: number): boolean => {
    let next: Timer | undefined;
    for (const timer of timers) if (next === undefined || timer.dueMs < next.dueMs) next = timer;
    if (next === undefined || next.dueMs > untilMs) return false;
    timers.delete(next);
    nowMs = next.dueMs;
    next.callback();
    return true;
  };

  return {
    now: () => nowMs,
    epochMs: () => nowMs,
    after,
    at: (timeMs, callback) => void after(timeMs - nowMs, callback),
    sleep: (delayMs) => new Promise((resolve) => after(delayMs, resolve)),
    runUntil: async (promise) => {
      let isSettled = false;
      const markSettled = (): void => {
        isSettled = true;
      };
      promise.then(markSettled, markSettled);
      for (let fired = 0; ; fired += 1) {
        await settle();
        if (isSettled) return promise;
        if (fired === maxTimers) throw new Error(`the simulation has not ended after ${maxTimers} timers`);
        if (!fireNext(Number.POSITIVE_INFINITY)) throw new Error('the simulation cannot end: no timer is left');
      }
    },
    advance: async (delayMs) => {
      const untilMs = nowMs + delayMs;
      do await settle();
      while (fireNext(untilMs));
      nowMs = untilMs;
    },
  };
}

/** Every promise that can settle now does so before the next macrotask. */
function flushPromises(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const fileRequests: readonly string[] = ['FSReqPromise', 'CloseReq'];

/** The same for code that also reads files: no simulated time passes while Node.js works on a file. */
export async function flushFilesAndPromises(): Promise<void> {
  do await flushPromises();
  while (process.getActiveResourcesInfo().some((name) => fileRequests.includes(name)));
}
