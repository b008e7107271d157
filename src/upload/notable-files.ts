// The biggest and the slowest files of an upload, for the summary; of thousands, no more are kept.
import type { FileOutcome } from './upload-events.js';

export interface NotableFiles {
  /** Takes a published file into account. */
  add(outcome: FileOutcome): void;
  /** The biggest first, then the slowest of the others. */
  list(): readonly FileOutcome[];
}

const countOfEach = 5;

export function createNotableFiles(): NotableFiles {
  let biggest: readonly FileOutcome[] = [];
  let slowest: readonly FileOutcome[] = [];
  return {
    add: (outcome) => {
      biggest = highest(biggest, outcome, ({ file }) => file.sizeBytes);
      slowest = highest(slowest, outcome, ({ durationMs }) => durationMs);
    },
    list: () => [...biggest, ...slowest.filter((each) => !biggest.includes(each))],
  };
}

/** The highest of these and one more, in descending order. Of equal ones, the earlier stay. */
function highest(
  outcomes: readonly FileOutcome[],
  added: FileOutcome,
  rank: (outcome: FileOutcome) => number,
): readonly FileOutcome[] {
  const lowest = outcomes.at(-1);
  if (outcomes.length === countOfEach && lowest && rank(added) <= rank(lowest)) return outcomes;
  return [...outcomes, added].toSorted((a, b) => rank(b) - rank(a)).slice(0, countOfEach);
}
