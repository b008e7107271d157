// Whose turn it is: many sessions, a bounded number of them at the cluster at a time, and one shared look at an endpoint
// that nobody can connect to.
import type { Attempt } from './attempt.js';

export interface Turns {
  /**
   * Resolves with undefined when it is the caller's turn, who then has to end it. Later attempts go before first ones: a
   * session that was begun gets to its end before its evidence grows old.
   *
   * Resolves with a failure instead when no connection can be made at all: the caller has had its attempt by that, since
   * to wait for one more connection that cannot be made would tell no more. It has no turn to end then.
   */
  take(attempt: 'first' | 'later'): Promise<Attempt | undefined>;
  /** Ends a turn, with what came of its attempt. */
  end(attempt: Attempt | undefined): void;
}

/** So many connections in a row must have failed before a failure counts for those that wait, too. */
const fewestFailures = 3;

/** @param share is told, once until there is contact again, of a failure that counts for so many more than the one that met it */
export function takeTurns(concurrency: number, share: (failure: Attempt, count: number) => void): Turns {
  const later: ((failure?: Attempt) => void)[] = [];
  const first: ((failure?: Attempt) => void)[] = [];
  const enough = Math.max(fewestFailures, Math.min(concurrency, 8));
  let taken = 0;
  let failuresInARow = 0;
  let isShared = false;

  const next = (): void => {
    const start = later.shift() ?? first.shift();
    if (start === undefined) return;
    taken += 1;
    start();
  };

  return {
    take: (attempt) =>
      new Promise((resolve) => {
        (attempt === 'first' ? first : later).push(resolve);
        if (taken < concurrency) next();
      }),
    end: (attempt) => {
      taken -= 1;
      if (attempt !== undefined) {
        const isUnreachable = attempt.kind === 'unanswered' && attempt.problem === 'connect';
        failuresInARow = isUnreachable ? failuresInARow + 1 : 0;
        if (!isUnreachable) isShared = false;
        if (failuresInARow >= enough) {
          const spared = [...later.splice(0), ...first.splice(0)];
          if (spared.length > 0 && !isShared) {
            isShared = true;
            share(attempt, spared.length);
          }
          for (const spare of spared) spare(attempt);
        }
      }
      next();
    },
  };
}
