// The step's log. The one rule: nothing that others wrote may become a command, for the runner reads them from the log.
import * as core from '@actions/core';
import { sanitize, truncate } from '../shared/sanitize.js';
import type { Redactor } from './redaction.js';

export interface Log {
  info(line: string): void;
  /** Whether debug lines are kept; the runner throws them away otherwise. */
  readonly isDebug: boolean;
  debug(line: string): void;
  /** An annotation beside the step; may have several lines. */
  warning(text: string): void;
  /** The step's error annotation under a title; may have several lines. */
  error(title: string, text: string): void;
}

/** GitHub shows about this much of an annotation. */
const maxAnnotationCharacters = 4_000;

/** Writes to the runner; whether anybody can read it there changes nothing for the step. */
export const runnerLog: Log = {
  info: (line) => ignoringLogFailure(() => core.info(escapeCommands(line))),
  isDebug: core.isDebug(),
  debug: (line) => ignoringLogFailure(() => core.debug(sanitize(line, maxLineCharacters))),
  warning: (text) => ignoringLogFailure(() => core.warning(truncate(text, maxAnnotationCharacters))),
  error: (title, text) => ignoringLogFailure(() => core.error(truncate(text, maxAnnotationCharacters), { title })),
};

/** Node.js writes to files and pipes at once, and throws when a file's disk is full. */
export function ignoringLogFailure(write: () => void): void {
  try {
    write();
  } catch {
    // Nobody could be told.
  }
}

/** A stream without a listener ends the process when its other end is closed. */
export function keepStreamsFromEndingProcess(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

const maxLineCharacters = 2_000;

/** The runner reads `::` as a command at the start of a line, blanks before it aside, and `##[` anywhere in it (ActionCommand.cs). */
function escapeCommands(line: string): string {
  const text = sanitize(line, maxLineCharacters).replaceAll('##[', '## [');
  return text.startsWith('::') ? `: ${text.slice(1)}` : text;
}

/** The same log, in which no secret can be read. The runner masks them as well, where it is the runner that listens. */
export function redactingLog(log: Log, { redact }: Redactor): Log {
  return {
    info: (line) => log.info(redact(line)),
    isDebug: log.isDebug,
    debug: (line) => log.debug(redact(line)),
    warning: (text) => log.warning(redact(text)),
    error: (title, text) => log.error(title, redact(text)),
  };
}
