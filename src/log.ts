// The step's log. The one rule: no text that others wrote may start a line, because the runner reads lines as commands.
import * as core from '@actions/core';
import { cutAt, oneLine } from './foreign-text.js';

export interface Log {
  info(line: string): void;
  debug(line: string): void;
  /** An annotation beside the step; may have several lines. */
  warning(text: string): void;
  /** The step's error annotation; may have several lines. */
  error(text: string): void;
}

/** GitHub shows about this much of an annotation. */
const maxAnnotationCharacters = 4_000;

/** Writes to the runner. */
export const runnerLog: Log = {
  // A line that begins with :: or ##[ would be a command; all of ours begin with a word.
  info: (line) => core.info(oneLine(line, 2_000).replace(/^(?=::|##\[)/, ' ')),
  debug: (line) => core.debug(oneLine(line, 2_000)),
  warning: (text) => core.warning(cutAt(text, maxAnnotationCharacters)),
  error: (text) => core.error(cutAt(text, maxAnnotationCharacters), { title: 'Upload session not committed' }),
};
