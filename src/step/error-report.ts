// Reports what kept a step from its work: wrong inputs, or an internal error, as far as that is still possible.
import type { Log } from '../runner/log.js';
import { type StepOutputs, writeSummary } from '../runner/outputs-file.js';
import type { Redactor } from '../runner/redaction.js';
import { escapeHtml } from '../shared/sanitize.js';
import { tryWriteOutputs } from './outputs.js';

/** How a step words such an error. */
export interface ErrorReport {
  /** The title of the annotation for wrong inputs. */
  readonly failedTitle: string;
  /** The code of an error that is about the inputs; undefined for an internal one. */
  readonly inputErrorCode: (error: unknown) => string | undefined;
  /** What an internal error leaves open, as the end of a sentence. */
  readonly doubt: string;
  /** The outputs when nothing was done. */
  readonly toOutputs: (result: 'failed' | 'unknown', code: string, message: string) => StepOutputs;
}

export function reportError(
  error: unknown,
  { failedTitle, inputErrorCode, doubt, toOutputs }: ErrorReport,
  redactor: Redactor,
  log: Log,
): void {
  const inputCode = inputErrorCode(error);
  const cause = redactor.redact(error instanceof Error ? error.message : String(error));
  const isInputError = inputCode !== undefined;
  const title = isInputError ? failedTitle : 'Internal error';
  const message = isInputError ? cause : `Internal error in this action; ${doubt}: ${cause}`;
  if (error instanceof Error && !isInputError) log.debug(error.stack ?? '');
  const outputs = toOutputs(isInputError ? 'failed' : 'unknown', inputCode ?? 'INTERNAL', message);
  if (tryWriteOutputs(outputs, message, log)) log.error(title, message);
  writeSummary(summarizeProblem(title, message), log);
}

/** Our own sentences are shorter; text of the cluster within them may not be. */
const maxParagraphCharacters = 2_000;

/** The summary when nothing was done. */
export function summarizeProblem(title: string, message: string): string {
  const lines = message.split('\n').map((line) => escapeHtml(line, maxParagraphCharacters));
  return `<h3>❌ ${title}</h3>\n<p>${lines.join('<br>')}</p>\n`;
}
