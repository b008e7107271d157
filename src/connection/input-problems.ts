// Input problems: how every input words them, and how they become one error.
import type { Redactor } from '../runner/redaction.js';
import { dropInvisible, sanitize, showInvisible } from '../shared/sanitize.js';
import { lookAlikeDashes } from './look-alikes.js';

/** Where the inputs of an action come from. */
export interface InputSource {
  /** The value of an input as the runner provides it: untrimmed, and an empty string when it is not set. */
  readonly read: (name: string) => string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Receives every secret as soon as it has been read. */
  readonly redactor: Redactor;
  /** Milliseconds since 1970. */
  readonly epochMs: number;
}

/** Records a problem. Returns undefined, so that a parser can end with `return reportProblem(…)`. */
export type ReportProblem = (problem: string) => undefined;

/** Every problem of the inputs, in one error. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly code = 'INVALID_INPUT';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const [first, ...others] = problems;
    super(
      first !== undefined && others.length === 0
        ? `${first} Nothing was sent to the cluster.`
        : `The inputs have ${problems.length} problems, and nothing was sent to the cluster:\n${problems.map((each) => `- ${each}`).join('\n')}`,
    );
    this.problems = problems;
  }
}

/** Problems as they are reported. */
export interface ProblemCollection {
  readonly problems: readonly string[];
  readonly reportProblem: ReportProblem;
}

/**
 * Collects problems, so that the author reads all of them at once.
 * @param forward receives each of them as well
 */
export function collectProblems(forward?: ReportProblem): ProblemCollection {
  const problems: string[] = [];
  return {
    problems,
    reportProblem: (problem) => {
      problems.push(problem);
      return forward?.(problem);
    },
  };
}

/** The problem of an input whose whole value is wrong. Never for secrets: it quotes the value. */
export function wrongValue(name: string, accepted: string, value: string): string {
  return `${name} must be ${accepted}, but is ${quote(value)}.${lookAlikeNote(value)}`;
}

/** A sentence that names the dashes of a wrong value that only look like a hyphen; empty when there are none. */
export function lookAlikeNote(value: string): string {
  const dashes = lookAlikeDashes(value);
  return dashes === undefined ? '' : ` It contains ${dashes}, which only looks like "-".`;
}

/** The problem of a required input that is empty. */
export function emptyInput(name: string, accepted: string): string {
  return (
    `${name} must be ${accepted}, but is empty. ` +
    'If the workflow fills it from a secret, a variable or an expression, that one is not set here.'
  );
}

/** A value as a problem quotes it: on one line, shortened, invisible characters shown. Never for secrets. */
export function quote(value: string): string {
  return `"${sanitize(showInvisible(value), 120)}"`;
}

/** A list in a sentence: "a", "a and b", "a, b and c". */
export function joinWithAnd(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** What a number input accepts. */
export interface WholeNumberRange {
  readonly max: number;
  /** The value of an empty input. */
  readonly defaultValue: number;
  readonly unit?: 'seconds';
}

/** Parses a number input: decimal digits only, from 1 to `max`. */
export function parseWholeNumber(
  name: string,
  value: string,
  { max, defaultValue, unit }: WholeNumberRange,
  reportProblem: ReportProblem,
): number | undefined {
  const digits = dropInvisible(value).trim();
  if (digits === '') return defaultValue;
  const number = /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
  if (number >= 1 && number <= max) return number;
  const what = unit === undefined ? 'a whole number' : `a whole number of ${unit}`;
  return reportProblem(wrongValue(name, `${what} from 1 to ${max}`, value));
}
