// What is wrong with an input, said in the same way for every input.
import { sanitize } from '../shared/sanitize.js';

/** Notes a problem, and returns undefined so that a parser can end with it. */
export type ReportProblem = (problem: string) => undefined;

/** What an author wrote, as a complaint quotes it. Never for secrets. */
export function quote(text: string): string {
  return `"${sanitize(text, 120)}"`;
}

/** What to say of a required input that is empty. */
export function emptyInput(name: string, accepted: string): string {
  return (
    `${name} is empty; it takes ${accepted}. ` +
    'If the workflow fills it from a secret, a variable or an expression, that one is not set here.'
  );
}

/** Several things in a sentence: "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
