// Cancellation of the step by the runner, as an AbortSignal.
import { setMaxListeners } from 'node:events';

/**
 * What the runner sends before it kills the process (ProcessInvoker.cs): SIGINT, and seven seconds later SIGTERM. On
 * Windows they are Ctrl+C and Ctrl+Break, which Node.js calls SIGINT and SIGBREAK.
 */
const signals = ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const;

/**
 * A signal that is aborted when the runner cancels the step.
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
  for (const signal of signals) process.on(signal, cancel);
  return controller.signal;
}
