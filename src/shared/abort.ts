// Listening to an AbortSignal that outlives its listeners by thousands.

interface Listening {
  /** The callbacks; undefined where one was called off. */
  readonly slots: ((() => void) | undefined)[];
  count: number;
  readonly listener: () => void;
}

const listenings = new WeakMap<AbortSignal, Listening>();

/**
 * Calls back once the signal is aborted. Returns the way to call it off. The signal itself
 * gets one listener for all, and a place in the list is used again: a removed listener of Node.js still refers to the one
 * after it, and a grown Set to its successor. That kept whatever thousands of requests refer to in memory.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const listening = listenings.get(signal) ?? startListening(signal);
  const { slots, listener } = listening;
  const free = slots.indexOf(undefined);
  const slot = free < 0 ? slots.length : free;
  slots[slot] = callback;
  if (listening.count === 0) signal.addEventListener('abort', listener);
  listening.count += 1;
  return () => {
    if (slots[slot] !== callback) return;
    slots[slot] = undefined;
    listening.count -= 1;
    if (listening.count === 0) signal.removeEventListener('abort', listener);
  };
}

function startListening(signal: AbortSignal): Listening {
  const slots: Listening['slots'] = [];
  const listener = (): void => {
    for (const callback of [...slots]) callback?.();
  };
  const listening: Listening = { slots, count: 0, listener };
  listenings.set(signal, listening);
  return listening;
}
