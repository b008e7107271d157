// Callbacks of an AbortSignal that outlives them.
import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { onAbort } from '../../../src/shared/abort.js';

describe('a callback for the abortion of a signal', () => {
  it('is called once, together with the others', () => {
    const controller = new AbortController();
    const called: string[] = [];
    onAbort(controller.signal, () => called.push('a'));
    onAbort(controller.signal, () => called.push('b'));
    controller.abort();
    controller.abort();
    expect(called).toEqual(['a', 'b']);
  });

  it('is not called after it was called off, and its place is used again', () => {
    const controller = new AbortController();
    const called: string[] = [];
    const ignore = onAbort(controller.signal, () => called.push('a'));
    onAbort(controller.signal, () => called.push('b'));
    ignore();
    onAbort(controller.signal, () => called.push('c'));
    controller.abort();
    expect(called).toEqual(['c', 'b']);
  });

  it('shares one listener of the signal with the others, which goes with the last of them', () => {
    const { signal } = new AbortController();
    const ignoring = Array.from({ length: 100 }, () => onAbort(signal, () => undefined));
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    for (const ignore of ignoring) ignore();
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});
