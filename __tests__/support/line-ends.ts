// The ends of lines in what a step has written.
import { EOL } from 'node:os';

/** Text of a step, in which lines end as the system ends them, with lines that end with LF. */
export function withLineFeeds(text: string): string {
  return text.replaceAll(EOL, '\n');
}
