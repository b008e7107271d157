// Whose turn it is: many sessions, a bounded number of them at the cluster at a time, and one shared look at an endpoint
// that nobody can connect to.
import type { Attempt } from '../image-store/attempt.js';

export interface Turns {
  /**
   * Begins the subjects in their order, each as soon as it is its turn, and resolves with what became of each, in the
   * same order. A failure that counts for all counts as the first attempt of those that are not begun by then: to wait
   * for one more connection that cannot be made would tell no more. They have no turn to end then.
   */
  each<Subject, Result>(subjects: readonly Subject[], begin: Begin<Subject, Result>): Promise<readonly Result[]>;
  /**
   * Resolves when it is the caller's turn for a later attempt, who then has to end it; with a failure instead, and
   * without a turn, where one counts for all. Later attempts go before first ones: a session that was begun gets to its
   * end before its evidence grows old.
   */
  take(): Promise<Attempt | undefined>;
  /** Ends a turn, with what came of its attempt. */
  end(attempt: Attempt | undefined): void;
}

type Begin<Subject, Result> = (subject: Subject, failure: Attempt | undefined) => Promise<Result>;

/** So many connections in a row must have failed before a failure counts for those that wait, too. */
const fewestFailures = 3;

/** @param share is told, once until there is contact again, of a failure that counts for so many more than the one that met it */
export function takeTurns(concurrency: number, share: (failure: Attempt, count: number) => void): Turns {
  const later: ((failure?: Attempt) => void)[] = [];
  /** What is not begun needs no memory of its own yet, so that thousands are as cheap as a few. */
  let first = { count: 0, begin: (_?: Attempt): void => undefined };
  const enough = Math.max(fewestFailures, Math.min(concurrency, 8));
  let taken = 0;
  let failuresInARow = 0;
  let isShared = false;

  const takeFirst = (): typeof first.begin | undefined => {
    if (first.count === 0) return undefined;
    first.count -= 1;
    return first.begin;
  };
  const next = (): void => {
    const start = later.shift() ?? takeFirst();
    if (start === undefined) return;
    taken += 1;
    start();
  };
  const spareAll = (failure: Attempt): void => {
    const [waiting, { count }] = [later.splice(0), first];
    first.count = 0;
    if (waiting.length + count > 0 && !isShared) {
      isShared = true;
      share(failure, waiting.length + count);
    }
    for (const start of waiting) start(failure);
    for (let begun = 0; begun < count; begun += 1) first.begin(failure);
  };

  return {
    each: <Subject, Result>(subjects: readonly Subject[], begin: Begin<Subject, Result>) =>
      new Promise<readonly Result[]>((resolve, reject) => {
        const results: Result[] = [];
        const unbegun = subjects.entries();
        let open = subjects.length;
        if (open === 0) resolve(results);
        const beginNext = async (failure?: Attempt): Promise<void> => {
          const { value, done } = unbegun.next();
          if (done) return;
          const [index, subject] = value;
          // Not at once: those that end at once would begin one another, each within the call of the one before.
          await undefined;
          results[index] = await begin(subject, failure);
          open -= 1;
          if (open === 0) resolve(results);
        };
        first = { count: subjects.length, begin: (failure) => void beginNext(failure).catch(reject) };
        while (taken < concurrency && first.count > 0) next();
      }),
    take: () =>
      new Promise((resolve) => {
        later.push(resolve);
        if (taken < concurrency) next();
      }),
    end: (attempt) => {
      taken -= 1;
      if (attempt !== undefined) {
        const isUnreachable = attempt.kind === 'noResponse' && attempt.problem === 'connect';
        failuresInARow = isUnreachable ? failuresInARow + 1 : 0;
        if (!isUnreachable) isShared = false;
        if (failuresInARow >= enough) spareAll(attempt);
      }
      next();
    },
  };
}
