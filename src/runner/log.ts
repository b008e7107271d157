// The step's log. The one rule: nothing that others wrote may become a command, for the runner reads them from the log.
import * as core from '@actions/core';
import { cutAt, oneLine } from '../shared/sanitize.js';
import type { Secrets } from './redaction.js';

export interface Log {
  info(line: string): void;
  /** Whether debug lines are kept; the runner throws them away otherwise. */
  isDebug: boolean;
  debug(line: string): void;
  /** An annotation beside the step; may have several lines. */
  warning(text: string): void;
  /** The step's error annotation under a title; may have several lines. */
  error(title: string, text: string): void;
}

/** GitHub shows about this much of an annotation. */
const maxAnnotationCharacters = 4_000;

/** Writes to the runner. */
export const runnerLog: Log = {
  info: (line) => core.info(harmless(line)),
  isDebug: core.isDebug(),
  debug: (line) => core.debug(oneLine(line, maxLineCharacters)),
  warning: (text) => core.warning(cutAt(text, maxAnnotationCharacters)),
  error: (title, text) => core.error(cutAt(text, maxAnnotationCharacters), { title }),
};

const maxLineCharacters = 2_000;

/** The runner reads `::` as a command at the start of a line, blanks before it aside, and `##[` anywhere in it (ActionCommand.cs). */
function harmless(line: string): string {
  const text = oneLine(line, maxLineCharacters).replaceAll('##[', '## [');
  return text.startsWith('::') ? `: ${text.slice(1)}` : text;
}

/** The same log, in which no secret can be read. The runner masks them as well, where it is the runner that listens. */
export function withoutSecrets(log: Log, { strike }: Secrets): Log {
  return {
    info: (line) => log.info(strike(line)),
    isDebug: log.isDebug,
    debug: (line) => log.debug(strike(line)),
    warning: (text) => log.warning(strike(text)),
    error: (title, text) => log.error(title, strike(text)),
  };
}
