// Reports what kept a step from its work: wrong inputs, or an internal error, as far as that is still possible.
import type { Log } from '../runner/log.js';
import { writeOutputs, writeSummary } from '../runner/outputs-file.js';
import type { Redactor } from '../runner/redaction.js';
import { escapeHtml } from '../shared/sanitize.js';

/** How a step words such an error. */
export interface ErrorReport {
  /** The title of the annotation for wrong inputs. */
  readonly failedTitle: string;
  /** What an internal error leaves open, as the end of a sentence. */
  readonly doubt: string;
  /** The outputs when nothing was done. */
  readonly toOutputs: (result: 'failed' | 'unknown', code: string, message: string) => Readonly<Record<string, string>>;
}

const internalTitle = 'Internal error';

/** @param inputErrorCode the code of an error of the inputs; undefined for an internal one */
export function reportError(
  error: unknown,
  inputErrorCode: string | undefined,
  { failedTitle, doubt, toOutputs }: ErrorReport,
  redactor: Redactor,
  log: Log,
): void {
  const message = redactor.redact(error instanceof Error ? error.message : String(error));
  const isInputError = inputErrorCode !== undefined;
  if (isInputError) log.error(failedTitle, message);
  else log.error(internalTitle, `Internal error in this action; ${doubt}: ${message}`);
  if (error instanceof Error && !isInputError) log.debug(error.stack ?? '');
  try {
    writeOutputs(toOutputs(isInputError ? 'failed' : 'unknown', inputErrorCode ?? 'INTERNAL', message));
  } catch (cause) {
    log.error(internalTitle, `Could not write the outputs, so later steps read nothing: ${String(cause)}`);
  }
  writeSummary(summarizeProblem(isInputError ? failedTitle : internalTitle, message), log);
}

/** Our own sentences are shorter; text of the cluster within them may not be. */
const maxParagraphCharacters = 2_000;

/** The summary when nothing was done. */
export function summarizeProblem(title: string, message: string): string {
  const lines = message.split('\n').map((line) => escapeHtml(line, maxParagraphCharacters));
  return `<h3>❌ ${title}</h3>\n<p>${lines.join('<br>')}</p>\n`;
}
