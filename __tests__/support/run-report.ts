// What a finished step shows: its log lines, workflow commands and annotations, and the sessions in its outputs.
import { expect } from 'vitest';
import type { Run } from './run-action.js';

/** The members of an object in the `sessions` output that tests read. */
export interface SessionResult {
  readonly sessionId: string;
  readonly result: string;
  readonly statusCode: number | null;
  readonly errorCode: string | null;
  readonly attempts: number;
  readonly path: string | null;
}

export function logLines({ stdout }: Run): readonly string[] {
  return stdout.trimEnd().split('\n');
}

/** Every line that the runner may take for a workflow command, also in its older form `##[…]`. */
export function commands(run: Run): readonly string[] {
  return logLines(run).filter((line) => /^\s*::|##\[/.test(line));
}

/** The step's one error annotation, as GitHub shows it. */
export function annotation({ stdout }: Run): string {
  const errors = [...stdout.matchAll(/^::error [^:]*::(.*)$/gm)].map(([, text = '']) => unescapeCommand(text));
  expect(errors).toHaveLength(1);
  return errors[0] ?? '';
}

/** The step's warnings, as GitHub shows them. */
export function warnings({ stdout }: Run): readonly string[] {
  return [...stdout.matchAll(/^::warning[^:]*::(.*)$/gm)].map(([, text = '']) => unescapeCommand(text));
}

/** The objects in the `sessions` output. */
export function sessionResults({ outputs }: Run): readonly SessionResult[] {
  return JSON.parse(outputs['sessions'] ?? '');
}

/** Everything that the step has written, except the commands that mask a value. */
export function writtenText({ stdout, stderr, outputs, summary }: Run): string {
  const lines = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  return [...lines, stderr, ...Object.values(outputs), summary].join('\n');
}

/** The text in a workflow command, as the runner reads it. */
export function unescapeCommand(text: string): string {
  return text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
}
