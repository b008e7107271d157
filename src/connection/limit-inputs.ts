// The number inputs that every action of this repository has: timeout, max-attempts and concurrency.
import { parseWholeNumber, type ReportProblem } from './input-problems.js';

export interface LimitInputs {
  readonly timeoutSeconds: number;
  readonly maxAttempts: number;
  readonly concurrency: number;
}

/** The gateway parses the timeout as an unsigned 32-bit number (Parse.cpp). */
const longestTimeoutSeconds = 2 ** 32 - 1;

/**
 * Reads and checks the limits.
 * @param read returns the trimmed value of an input
 * @param defaultTimeoutSeconds the timeout of an empty input
 * @returns undefined when it has reported a problem
 */
export function readLimitInputs(
  read: (name: string) => string,
  defaultTimeoutSeconds: number,
  reportProblem: ReportProblem,
): LimitInputs | undefined {
  const parse = (name: string, max: number, defaultValue: number, unit?: 'seconds'): number | undefined =>
    parseWholeNumber(name, read(name), { max, defaultValue, ...(unit && { unit }) }, reportProblem);
  const timeoutSeconds = parse('timeout', longestTimeoutSeconds, defaultTimeoutSeconds, 'seconds');
  const maxAttempts = parse('max-attempts', 100, 5);
  const concurrency = parse('concurrency', 64, 8);
  if (timeoutSeconds === undefined || maxAttempts === undefined || concurrency === undefined) return undefined;
  return { timeoutSeconds, maxAttempts, concurrency };
}
