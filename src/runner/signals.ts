// The wish to stop. An AbortSignal says the same; loading it would cost a thirtieth of the whole start-up.

/** A wish to stop that may come at any time, or never. */
export interface Cancellation {
  readonly requested: boolean;
  /** Calls `stop` once when the wish comes, not if it came before. Returns the way to call it off. */
  onRequest(stop: () => void): () => void;
}

/** A cancellation and the way to bring it about. */
export function cancellable(): Cancellation & { request(): void } {
  const listeners = new Set<() => void>();
  let requested = false;
  return {
    get requested() {
      return requested;
    },
    onRequest: (stop) => {
      listeners.add(stop);
      return () => listeners.delete(stop);
    },
    request: () => {
      requested = true;
      for (const stop of listeners) stop();
      listeners.clear();
    },
  };
}

/** Is requested when the runner asks the step to end: by SIGINT first, seven seconds later by SIGTERM, then it kills. */
export function cancelledByRunner(announce: () => void): Cancellation {
  const cancellation = cancellable();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (!cancellation.requested) announce();
      cancellation.request();
    });
  }
  return cancellation;
}
