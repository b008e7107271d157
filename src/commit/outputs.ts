// The step's outputs.
import type { Outcome } from '../commit-engine/commit-session.js';
import type { Result } from '../commit-engine/verdict.js';
import type { ConnectionInfo } from '../connection/connection-info.js';
import type { UploadSession } from '../image-store/responses.js';
import { truncate } from '../shared/sanitize.js';
import { errorOf } from './outcome-text.js';

/** The outputs by name; every value is a string, as the runner stores it. */
export type Outputs = Record<(typeof outputNames)[number], string>;
export const outputNames = [
  'result',
  'status-code',
  'error-code',
  'error-message',
  'explanation',
  'attempts',
  'sessions',
] as const;

/** The result over all sessions: failed before unknown before committed. */
export function overallResult(outcomes: readonly Outcome[]): Result {
  const results = outcomes.map(({ result }) => result);
  return results.includes('failed') ? 'failed' : results.includes('unknown') ? 'unknown' : 'committed';
}

/** The outcome as it may be shown: the cluster's path can hold a secret as every other text of its. */
export function redactOutcome(outcome: Outcome, redact: (text: string) => string): Outcome {
  const { session, sessionLookup } = outcome;
  const redactPath = (found: UploadSession): UploadSession => ({ ...found, path: redact(found.path) });
  return {
    ...outcome,
    ...(session && { session: redactPath(session) }),
    ...(sessionLookup?.kind === 'found' && {
      sessionLookup: { kind: 'found', session: redactPath(sessionLookup.session) },
    }),
  };
}

/**
 * The outputs for these outcomes, which are in input order and at least one.
 * @param explanation the annotation; empty when all are committed
 */
export function toOutputs(outcomes: readonly Outcome[], connection: ConnectionInfo, explanation = ''): Outputs {
  const shown = outcomes.find(({ result }) => result !== 'committed') ?? outcomes.at(-1);
  const error = shown ? errorOf(shown, connection.url) : { code: '', message: '' };
  return {
    result: overallResult(outcomes),
    'status-code': String(shown?.last?.status ?? ''),
    'error-code': error.code,
    'error-message': error.message,
    explanation,
    attempts: String(outcomes.reduce((sum, { attempts }) => sum + attempts, 0)),
    sessions: toSessions(outcomes, connection),
  };
}

/** The outputs when no commit was started: wrong inputs, or an internal error. */
export function outputsWithoutCommit(result: Result, code: string, message: string): Outputs {
  return {
    result,
    'status-code': '',
    'error-code': code,
    'error-message': message,
    explanation: message.replace(/\n(?:- )?/g, ' '),
    attempts: '0',
    sessions: '[]',
  };
}

/** GitHub takes a mebibyte of an output. */
const maxSessionsBytes = 1_000_000;

interface RowLimits {
  readonly messageCharacters: number;
  readonly ranges: number;
  readonly pathCharacters: number;
  readonly codeCharacters: number;
}

/** What is given up, in this order, when the rows of many sessions would be too large together. */
const rowLimits: readonly RowLimits[] = [
  {
    messageCharacters: 4_096,
    ranges: Number.POSITIVE_INFINITY,
    pathCharacters: Number.POSITIVE_INFINITY,
    codeCharacters: 256,
  },
  { messageCharacters: 2_000, ranges: 100, pathCharacters: 1_000, codeCharacters: 256 },
  { messageCharacters: 300, ranges: 10, pathCharacters: 300, codeCharacters: 100 },
  { messageCharacters: 60, ranges: 2, pathCharacters: 80, codeCharacters: 60 },
  { messageCharacters: 0, ranges: 0, pathCharacters: 0, codeCharacters: 60 },
  // A character may take six bytes in JSON, and 3,500 sessions of a row without texts two thirds of the limit.
  { messageCharacters: 0, ranges: 0, pathCharacters: 0, codeCharacters: 10 },
];

/** Every session in a row of its own, however many there are. */
function toSessions(outcomes: readonly Outcome[], connection: ConnectionInfo): string {
  let json = '';
  for (const limits of rowLimits) {
    json = JSON.stringify(outcomes.map((outcome) => toRow(outcome, connection, limits)));
    if (Buffer.byteLength(json) <= maxSessionsBytes) break;
  }
  return json;
}

function toRow(outcome: Outcome, connection: ConnectionInfo, limits: RowLimits): Record<string, unknown> {
  const { sessionId, result, last, attempts, durationMs, session } = outcome;
  const error = errorOf(outcome, connection.url);
  const ranges = session && session.sizeBytes > 0 ? session.missingRanges : undefined;
  return {
    sessionId,
    result,
    statusCode: last?.status ?? null,
    errorCode: truncate(error.code, limits.codeCharacters) || null,
    errorMessage: truncate(error.message, limits.messageCharacters) || null,
    attempts,
    durationMs,
    path: truncate(session?.path ?? '', limits.pathCharacters) || null,
    missingRanges: ranges && ranges.length <= limits.ranges ? ranges : null,
  };
}
