// Runs a bounded number of tasks at a time.

export interface Limiter<Failure> {
  /**
   * Runs a task as soon as fewer than `concurrency` run, in the order of the calls. A task that still waits when
   * `failFast` is called runs at once, beside the bound, and is handed the failure: it must not do its work then.
   * @param failsFast whether the task can do with the failure instead of its work
   */
  run<Result>(task: (failure: Failure | undefined) => Promise<Result>, failsFast: boolean): Promise<Result>;
  /**
   * Resolves when a task could run at once because none waits, or when `failFast` is called. To start tasks only then
   * keeps thousands of them from taking memory, and puts those that wait in `run` first.
   */
  available(): Promise<void>;
  /**
   * Hands this failure to the waiting tasks that can do with it, or to all of them.
   * @returns how many there were
   */
  failFast(failure: Failure, which: 'willing' | 'all'): number;
}

/** @param concurrency how many tasks run at a time, at least one */
export function createLimiter<Failure>(concurrency: number): Limiter<Failure> {
  let waiting: { readonly failsFast: boolean; readonly start: (failure: Failure | undefined) => void }[] = [];
  const watching: (() => void)[] = [];
  let running = 0;

  const isAvailable = (): boolean => running < concurrency && waiting.length === 0;
  const startNext = (): void => {
    if (running < concurrency) waiting.shift()?.start(undefined);
    if (isAvailable()) watching.shift()?.();
  };
  const runNow = async <Result>(task: (failure: undefined) => Promise<Result>): Promise<Result> => {
    running += 1;
    try {
      return await task(undefined);
    } finally {
      running -= 1;
      startNext();
    }
  };

  return {
    run: (task, failsFast) => {
      if (isAvailable()) return runNow(task);
      return new Promise((resolve, reject) => {
        const start = (failure: Failure | undefined): void => {
          (failure === undefined ? runNow(task) : task(failure)).then(resolve, reject);
        };
        waiting.push({ failsFast, start });
      });
    },
    available: () =>
      new Promise((resolve) => {
        if (isAvailable()) resolve();
        else watching.push(resolve);
      }),
    failFast: (failure, which) => {
      const failed = waiting.filter(({ failsFast }) => failsFast || which === 'all');
      waiting = waiting.filter((each) => !failed.includes(each));
      for (const { start } of failed) start(failure);
      for (const resolve of watching.splice(0)) resolve();
      return failed.length;
    },
  };
}
