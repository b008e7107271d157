// The limiter: a bounded number of tasks at a time, and what happens to waiting tasks.
import { setImmediate as settled } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createLimiter, type Limiter } from '../../../src/shared/limiter.js';

interface Runs {
  readonly limiter: Limiter<string>;
  /** The tasks that were started, with the failure that each was handed, in this order. */
  readonly started: readonly { name: string; failure: string | undefined }[];
  run(name: string, failsFast?: boolean): Promise<string>;
  end(name: string): Promise<void>;
  names(): readonly string[];
}

function createRuns(concurrency: number): Runs {
  const limiter = createLimiter<string>(concurrency);
  const started: { name: string; failure: string | undefined }[] = [];
  const endings = new Map<string, () => void>();
  return {
    limiter,
    started,
    run: (name, failsFast = true) =>
      limiter.run((failure) => {
        started.push({ name, failure });
        return new Promise((resolve) => endings.set(name, () => resolve(`result of ${name}`)));
      }, failsFast),
    end: (name) => {
      endings.get(name)?.();
      return settled();
    },
    names: () => started.map(({ name }) => name),
  };
}

const named = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `t${index}`);

describe('a limiter', () => {
  it.each([1, 2, 8, 64])('runs at most %i tasks at a time, in the order of the calls', async (concurrency) => {
    const all = named(100);
    const { run, end, names } = createRuns(concurrency);
    for (const name of all) void run(name);

    for (const [ended, name] of all.entries()) {
      expect(names()).toEqual(all.slice(0, ended + concurrency));
      await end(name);
    }
  });

  it('resolves with the result of the task, whatever ended first', async () => {
    const { run, end } = createRuns(2);
    const results = Promise.all(['a', 'b', 'c'].map((name) => run(name)));
    await end('b');
    await end('c');
    await end('a');
    expect(await results).toEqual(['result of a', 'result of b', 'result of c']);
  });

  it('rejects with the fault of a task, and runs the next one', async () => {
    const limiter = createLimiter<string>(1);
    const broken = limiter.run(() => Promise.reject(new Error('a fault')), true);
    const next = limiter.run(async () => 'next', true);
    await expect(broken).rejects.toThrow('a fault');
    expect(await next).toBe('next');
  });

  it('runs a task at once when nothing waits', async () => {
    const { run, end, names } = createRuns(2);
    void run('a');
    void run('b');
    await end('a');
    await end('b');
    for (const name of ['c', 'd', 'e']) void run(name);
    expect(names()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is available only when no task waits, so that waiting tasks start first', async () => {
    const { limiter, run, end, names } = createRuns(1);
    void run('a');
    let isAvailable = false;
    void limiter.available().then(() => {
      isAvailable = true;
    });
    void run('b');
    await end('a');
    expect([names(), isAvailable]).toEqual([['a', 'b'], false]);
    await end('b');
    expect(isAvailable).toBe(true);
    await limiter.available();
  });
});

describe('failing fast', () => {
  it('hands the failure to every waiting task at once, in their order', async () => {
    const { limiter, run, started } = createRuns(2);
    for (const name of ['a', 'b', 'c', 'd']) void run(name);
    expect(limiter.failFast('unreachable', 'willing')).toBe(2);
    expect(started).toEqual([
      { name: 'a', failure: undefined },
      { name: 'b', failure: undefined },
      { name: 'c', failure: 'unreachable' },
      { name: 'd', failure: 'unreachable' },
    ]);
  });

  it('resolves with what the waiting task makes of the failure', async () => {
    const { limiter, run, end } = createRuns(1);
    void run('a');
    const waiting = run('b');
    limiter.failFast('unreachable', 'willing');
    await end('b');
    expect(await waiting).toBe('result of b');
  });

  it('leaves the bound unchanged, because a task with a failure does not run', async () => {
    const { limiter, run, end, names } = createRuns(1);
    void run('a');
    void run('failed');
    limiter.failFast('unreachable', 'willing');
    void run('b');
    expect(names()).toEqual(['a', 'failed']);
    await end('failed');
    expect(names()).toEqual(['a', 'failed']);
    await end('a');
    expect(names()).toEqual(['a', 'failed', 'b']);
  });

  it('ends every wait for the limiter to be available', async () => {
    const { limiter, run } = createRuns(1);
    void run('a');
    const available = limiter.available();
    expect(limiter.failFast('unreachable', 'willing')).toBe(0);
    await available;
  });

  it('leaves tasks waiting that must do their work, unless all are meant', async () => {
    const { limiter, run, end, names } = createRuns(1);
    void run('a');
    void run('b', false);
    void run('c');
    expect(limiter.failFast('unreachable', 'willing')).toBe(1);
    expect(names()).toEqual(['a', 'c']);
    await end('a');
    expect(names()).toEqual(['a', 'c', 'b']);

    void run('d', false);
    expect(limiter.failFast('unreachable', 'all')).toBe(1);
    expect(names()).toEqual(['a', 'c', 'b', 'd']);
  });
});
