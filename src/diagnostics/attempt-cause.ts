// What a failed request has in common with others: its cause without a path, a number or the server's own words.
import type { Attempt } from '../image-store/attempt.js';
import { sanitize } from '../shared/sanitize.js';

/** Codes and reason phrases are short; more than this is garbage. */
const maxCodeCharacters = 60;

/** As the rest of a sentence that says "because": "the cluster answered 503 Busy". */
export function causeOfAttempt(attempt: Attempt): string {
  if (attempt.kind === 'response') {
    const { status, error, reasonPhrase, body, foreignMessage } = attempt;
    const isForeign = error === undefined && (body === 'nonJson' || foreignMessage !== undefined);
    const who = isForeign ? 'something other than the image store' : 'the cluster';
    return `${who} answered ${sanitize(`${status} ${error?.code ?? reasonPhrase}`, maxCodeCharacters)}`;
  }
  const code = sanitize(attempt.code, maxCodeCharacters);
  switch (attempt.problem) {
    case 'connect':
      return `the runner could not connect (${code})`;
    case 'deadline':
      return attempt.sent ? 'there was no complete response in time' : `the runner could not connect (${code})`;
    case 'interrupted':
      return `there was no complete response (${code})`;
    case 'cancelled':
      return 'the step was cancelled';
  }
}
