// Groups files that are not published by what they have in common: result and cause.
import { causeOfAttempt } from '../diagnostics/attempt-cause.js';
import type { FileOutcome, FileReason } from './upload-events.js';

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
    const { file, result, reason = 'refused' } = outcome;
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
function causeOf({ reason = 'refused', last }: FileOutcome): string {
  const general: Partial<Readonly<Record<FileReason, string>>> = {
    lost: 'the cluster lost the upload session again and again',
    wrongSize: 'the cluster joined the chunks to a file of another size, twice',
    conflict: 'another file has the same upload session',
    cancelled: 'the step was cancelled',
    changed: 'the file changed while it was being uploaded',
    unreadable: 'the file cannot be read',
    notStarted: 'the step ended before the file was sent',
  };
  return general[reason] ?? (last ? causeOfAttempt(last) : 'no attempt succeeded');
}
