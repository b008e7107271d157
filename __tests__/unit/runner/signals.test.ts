// Cancellation of the step by the runner's signals.
import { getEventListeners } from 'node:events';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { cancellationSignal } from '../../../src/runner/signals.js';

const names = ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const;

/** The signal, and a way to deliver a signal of the runner to it alone. */
function listen(onFirst: () => void): { signal: AbortSignal; deliver: (name: NodeJS.Signals) => void } {
  const before = new Map(names.map((name) => [name, process.listeners(name)]));
  const signal = cancellationSignal(onFirst);
  const added = names.map((name) => {
    const [listener] = process.listeners(name).filter((each) => !before.get(name)?.includes(each));
    if (listener === undefined) throw new Error(`nobody listens to ${name}`);
    onTestFinished(() => void process.off(name, listener));
    return { name, listener };
  });
  return {
    signal,
    deliver: (name) => {
      for (const each of added) if (each.name === name) each.listener(name);
    },
  };
}

describe('the cancellation signal', () => {
  it.each(names)('is aborted by %s', (name) => {
    const { signal, deliver } = listen(() => undefined);
    expect(signal.aborted).toBe(false);
    deliver(name);
    expect(signal.aborted).toBe(true);
  });

  it('announces the first of several signals, before it is aborted', () => {
    const announced: boolean[] = [];
    const { signal, deliver } = listen(() => announced.push(signal.aborted));
    for (const name of ['SIGINT', 'SIGTERM', 'SIGINT'] as const) deliver(name);
    expect(announced).toEqual([false]);
  });

  it('takes hundreds of listeners without a warning, and calls each of them once', () => {
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    onTestFinished(() => warn.mockRestore());
    const { signal, deliver } = listen(() => undefined);
    const listeners = Array.from({ length: 200 }, () => vi.fn());
    for (const listener of listeners) signal.addEventListener('abort', listener);
    expect(getEventListeners(signal, 'abort')).toHaveLength(200);
    deliver('SIGINT');
    deliver('SIGTERM');
    expect(listeners.every((listener) => listener.mock.calls.length === 1)).toBe(true);
    expect(warn).not.toHaveBeenCalled();
  });
});
