// Groups files that are not published by what they have in common: result and cause.
import { causeOfAttempt } from '../diagnostics/attempt-cause.js';
import { findFileCause } from './file-causes.js';
import type { FileOutcome } from './upload-events.js';

/** Files with the same result for the same cause; at least one. */
export interface CauseGroup {
  readonly result: 'failed' | 'unknown';
  /** As the rest of a sentence that says "because": "the cluster answered 403 E_ACCESSDENIED". */
  readonly cause: string;
  readonly paths: readonly string[];
}

/** Groups those that are not published, the largest group first; those that were never begun come last. */
export function groupByCause(outcomes: readonly FileOutcome[]): readonly CauseGroup[] {
  const groups = new Map<string, CauseGroup & { readonly paths: string[]; readonly isBegun: boolean }>();
  for (const outcome of outcomes) {
    const { file, result, reason } = outcome;
    if (result === 'published') continue;
    const cause = causeOf(outcome);
    const key = `${result} ${cause}`;
    const group = groups.get(key);
    if (group) group.paths.push(file.path);
    else groups.set(key, { result, cause, paths: [file.path], isBegun: reason !== 'notStarted' });
  }
  return [...groups.values()]
    .toSorted((a, b) => Number(b.isBegun) - Number(a.isBegun) || b.paths.length - a.paths.length)
    .map(({ result, cause, paths }) => ({ result, cause, paths }));
}

/** What the file has in common with others. */
function causeOf(outcome: FileOutcome): string {
  const found = findFileCause(outcome);
  if (found) return found.cause;
  return outcome.last ? causeOfAttempt(outcome.last) : 'no attempt succeeded';
}
