// Signs of life during a long commit: how long it has waited, and whether it waits for a connection or for the response.
import { type Clock, every } from '../shared/clock.js';

/** A line this often keeps a long commit from looking dead. */
const heartbeatMs = 30_000;

/** One sign of life of an attempt. */
export interface Heartbeat {
  readonly waitedMs: number;
  /** Whether there is a connection, so that the response is waited for. */
  readonly isSent?: true;
}

/** Calls back every 30 s until it is stopped. `sent` is to be called when the request goes out. */
export function startHeartbeat(
  clock: Clock,
  onHeartbeat: (heartbeat: Heartbeat) => void,
): { readonly sent: () => void; readonly stop: () => void } {
  const startedMs = clock.now();
  let isSent = false;
  const stop = every(clock, heartbeatMs, () =>
    onHeartbeat({ waitedMs: clock.now() - startedMs, ...(isSent && { isSent }) }),
  );
  const sent = (): void => {
    isSent = true;
  };
  return { sent, stop };
}
