// Time, as the rest of the code sees it: passed in, so that tests move it instead of waiting for it.
import { onAbort } from './abort.js';

export interface Clock {
  /** Milliseconds on a clock that never jumps; only differences mean anything. */
  now(): number;
  /** Milliseconds since 1970, for comparing with dates that others wrote. */
  epochMs(): number;
  /** Calls back once after `delayMs`, of whatever size. Returns the way to call it off. */
  after(delayMs: number, callback: () => void): () => void;
}

/** Resolves after `delayMs`, or as soon as the signal is aborted. Never rejects. */
export function sleep(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const finish = (): void => {
      cancelTimer();
      ignoreAbort();
      resolve();
    };
    const cancelTimer = clock.after(delayMs, finish);
    const ignoreAbort = onAbort(signal, finish);
  });
}

/** Calls back every `periodMs` until called off. */
export function every(clock: Clock, periodMs: number, callback: () => void): () => void {
  let cancel: () => void;
  const arm = (): void => {
    cancel = clock.after(periodMs, () => {
      arm();
      callback();
    });
  };
  arm();
  return () => cancel();
}

/** `setTimeout` fires at once when asked for more than this. */
const longestTimerMs = 2 ** 31 - 1;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Number(process.hrtime.bigint() / 1_000_000n),
  epochMs: () => Date.now(),
  after: (delayMs, callback) => {
    let timer: NodeJS.Timeout;
    const arm = (leftMs: number): void => {
      const stepMs = Math.min(leftMs, longestTimerMs);
      timer = setTimeout(() => (leftMs > stepMs ? arm(leftMs - stepMs) : callback()), stepMs);
    };
    arm(delayMs);
    return () => clearTimeout(timer);
  },
};
