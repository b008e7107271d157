// When the time of a request is over. A body may take as long as it moves; only what follows has a limit as a whole.
import type { Clock } from '../shared/clock.js';

/** A body of which nobody takes a byte for so long is given up. */
export const stallLimitMs = 60_000;

/** Which limit was reached: the time for the response, or that for the next bytes of the body. */
export type Expiry = 'DEADLINE' | 'STALLED';

export interface RequestDeadline {
  /** The socket has taken so many bytes of the body. */
  recordProgress(bytes: number): void;
  /** Whether the whole body has been taken. */
  isBodySent(): boolean;
  cancel(): void;
}

/**
 * Starts the time of a request: `deadlineMs` for all of it or, with a body, for what follows once the body is taken.
 */
export function startDeadline(
  { deadlineMs, body }: { readonly deadlineMs: number; readonly body?: { readonly sizeBytes: number } | undefined },
  clock: Clock,
  onExpired: (expiry: Expiry) => void,
): RequestDeadline {
  let leftBytes = body?.sizeBytes ?? 0;
  const start = (): (() => void) =>
    leftBytes > 0
      ? clock.after(stallLimitMs, () => onExpired('STALLED'))
      : clock.after(deadlineMs, () => onExpired('DEADLINE'));
  let cancelTimer = start();
  let isCancelled = false;
  return {
    recordProgress: (bytes) => {
      leftBytes -= bytes;
      cancelTimer();
      if (!isCancelled) cancelTimer = start();
    },
    isBodySent: () => leftBytes <= 0,
    cancel: () => {
      isCancelled = true;
      cancelTimer();
    },
  };
}
