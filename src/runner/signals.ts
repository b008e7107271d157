// Cancellation of the step by the runner, as an AbortSignal.
import { setMaxListeners } from 'node:events';

/**
 * A signal that is aborted when the runner cancels the step. The runner sends SIGINT, seven seconds later SIGTERM, and
 * then kills the process.
 * @param onFirst is called before the signal is aborted
 */
export function cancellationSignal(onFirst: () => void): AbortSignal {
  const controller = new AbortController();
  // Every session may listen at the same time; Node.js 20 warns of a leak from eleven listeners on.
  setMaxListeners(0, controller.signal);
  const cancel = (): void => {
    if (controller.signal.aborted) return;
    onFirst();
    controller.abort();
  };
  process.on('SIGINT', cancel);
  process.on('SIGTERM', cancel);
  return controller.signal;
}
