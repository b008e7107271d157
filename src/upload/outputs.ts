// What the step leaves behind: its outputs.
import type { ConnectionInfo } from '../connection/connection-info.js';
import { describeAttempt } from '../diagnostics/attempt-text.js';
import type { Attempt } from '../image-store/attempt.js';
import { truncate } from '../shared/sanitize.js';
import type { Inputs } from './inputs.js';
import { describeFile, explain, shownFailure } from './outcome-text.js';
import type { FileOutcome } from './upload-events.js';
import type { UploadOutcome } from './upload-outcome.js';

/** The outputs by name, in the order in which they are written: the result last, so that a half-written file has none. */
export type Outputs = Record<(typeof outputNames)[number], string>;
export const outputNames = [
  'image-store-path',
  'application-type-name',
  'application-type-version',
  'files',
  'bytes',
  'bytes-sent',
  'attempts',
  'status-code',
  'error-code',
  'error-message',
  'explanation',
  'sessions',
  'result',
] as const;

const emptyOutputs: Outputs = {
  'image-store-path': '',
  'application-type-name': '',
  'application-type-version': '',
  files: '0',
  bytes: '0',
  'bytes-sent': '0',
  attempts: '0',
  'status-code': '',
  'error-code': '',
  'error-message': '',
  explanation: '',
  sessions: '[]',
  result: 'failed',
};

/** The outputs of an upload. */
export function toOutputs(
  outcome: UploadOutcome,
  inputs: Omit<Inputs, 'credentials'>,
  connection: ConnectionInfo,
): Outputs {
  const { package: content, imageStorePath } = inputs;
  const { file, attempt } = shownFailure(outcome);
  const error = outcome.problem ? errorOf(attempt, file, outcome) : { code: '', message: '' };
  return {
    ...emptyOutputs,
    'image-store-path': imageStorePath,
    'application-type-name': content.applicationType.name,
    'application-type-version': content.applicationType.version,
    files: String(content.files.length),
    bytes: String(content.sizeBytes),
    'bytes-sent': String(outcome.bytesSent),
    attempts: String(outcome.attempts),
    'status-code': String((outcome.problem && attempt?.status) ?? ''),
    'error-code': error.code,
    'error-message': error.message,
    explanation: explain(outcome, imageStorePath, connection),
    sessions: toSessions(outcome.files),
    result: outcome.result,
  };
}

/** The outputs when nothing was sent: wrong inputs, or an internal error. */
export function outputsWithoutUpload(result: 'failed' | 'unknown', code: string, message: string): Outputs {
  return { ...emptyOutputs, 'error-code': code, 'error-message': message, explanation: message, result };
}

function errorOf(
  attempt: Attempt | undefined,
  file: FileOutcome | undefined,
  { problem }: UploadOutcome,
): { readonly code: string; readonly message: string } {
  if (attempt?.kind === 'noResponse') return { code: attempt.code, message: attempt.message };
  if (attempt) return { code: attempt.error?.code ?? '', message: attempt.error?.message ?? describeAttempt(attempt) };
  return { code: codeOf(problem?.kind), message: file ? describeFile(file) : '' };
}

function codeOf(kind: NonNullable<UploadOutcome['problem']>['kind'] | undefined): string {
  return (kind ?? '').replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** GitHub takes a megabyte of an output. */
const maxSessionsBytes = 1_000_000;
/** What a message is shortened to when the rows of many files would be too large together. */
const messageLimits = [4_096, 300, 0];

/** A row for every file that had a session. */
function toSessions(files: readonly FileOutcome[]): string {
  const withSession = files.filter(({ sessionIds }) => sessionIds.length > 0);
  let json = '[]';
  for (const limit of messageLimits) {
    json = JSON.stringify(withSession.map((file) => toRow(file, limit)));
    if (Buffer.byteLength(json) <= maxSessionsBytes) break;
  }
  return json;
}

function toRow(outcome: FileOutcome, maxMessageCharacters: number): Record<string, unknown> {
  const { file, result, last, commit, sessionIds, session, attempts, durationMs } = outcome;
  const shown = last ?? commit?.last;
  const error = result !== 'published' && shown?.kind === 'response' ? shown.error : undefined;
  const code = result !== 'published' && shown?.kind === 'noResponse' ? shown.code : error?.code;
  return {
    sessionId: sessionIds.at(-1) ?? null,
    result: result === 'published' ? 'committed' : result,
    statusCode: shown?.status ?? null,
    errorCode: code ?? null,
    errorMessage:
      result === 'published' ? null : truncate(error?.message ?? describeFile(outcome), maxMessageCharacters) || null,
    attempts,
    durationMs,
    path: file.storePath,
    missingRanges: session?.missingRanges ?? null,
  };
}
