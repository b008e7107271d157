// The outputs and the annotation of given outcomes.
import { describe, expect, it } from 'vitest';
import { outputsWithoutCommit, overallResult, redactOutcome, toOutputs } from '../../../src/commit/outputs.js';
import type { Outcome } from '../../../src/commit-engine/commit-session.js';
import {
  answered,
  ENDPOINT,
  OTHER_SESSION,
  outcome,
  refused,
  SESSION,
  THIRD_SESSION,
  unanswered,
} from '../../support/attempts.js';

const committed = outcome();
const failed = outcome({
  sessionId: OTHER_SESSION,
  result: 'failed',
  attempts: 2,
  last: refused(400, 'E_INVALIDARG', 'Invalid'),
});
const unknown = outcome({
  sessionId: THIRD_SESSION,
  result: 'unknown',
  attempts: 3,
  last: unanswered({ problem: 'interrupted', code: 'ECONNRESET', message: 'aborted', sent: true }),
});

it.each([
  ['committed', [committed, committed]],
  ['unknown', [committed, unknown]],
  ['failed', [unknown, failed, committed]],
] as const)('the overall result is %s when that is the worst of the sessions', (result, outcomes) => {
  expect(overallResult(outcomes)).toBe(result);
});

describe('the outputs', () => {
  it('describe a session that is committed', () => {
    expect(toOutputs([committed], ENDPOINT)).toEqual({
      result: 'committed',
      'status-code': '200',
      'error-code': '',
      'error-message': '',
      explanation: '',
      attempts: '1',
      sessions: JSON.stringify([
        {
          sessionId: SESSION,
          result: 'committed',
          statusCode: 200,
          errorCode: null,
          errorMessage: null,
          attempts: 1,
          durationMs: 840,
          path: null,
          missingRanges: null,
        },
      ]),
    });
  });

  it('are those of the first session in input order that is not committed', () => {
    expect(toOutputs([committed, failed, unknown], ENDPOINT)).toMatchObject({
      result: 'failed',
      'status-code': '400',
      'error-code': 'E_INVALIDARG',
      'error-message': 'Invalid',
      attempts: '6',
    });
    expect(toOutputs([unknown, failed], ENDPOINT)).toMatchObject({
      result: 'failed',
      'status-code': '',
      'error-code': 'ECONNRESET',
      attempts: '5',
    });
  });

  it('are those of the last session when all are committed', () => {
    const last = outcome({ sessionId: OTHER_SESSION, last: answered({ reasonPhrase: 'Fine' }) });
    expect(toOutputs([committed, last], ENDPOINT)).toMatchObject({
      result: 'committed',
      'status-code': '200',
      attempts: '2',
    });
  });

  it('have an object for each session, in input order', () => {
    expect(JSON.parse(toOutputs([unknown, committed, failed], ENDPOINT).sessions)).toMatchObject([
      { sessionId: THIRD_SESSION, result: 'unknown', statusCode: null, errorCode: 'ECONNRESET', attempts: 3 },
      { sessionId: SESSION, result: 'committed', statusCode: 200, errorCode: null, errorMessage: null },
      {
        sessionId: OTHER_SESSION,
        result: 'failed',
        statusCode: 400,
        errorCode: 'E_INVALIDARG',
        errorMessage: 'Invalid',
      },
    ]);
  });

  it('contain the path and the missing ranges after a look-up that found the session', () => {
    const missingRanges = [{ start: 5, end: 10 }];
    const session = { path: 'App/a.dll', sizeBytes: 11, lastChunkMs: 0, missingRanges };
    const rowOf = (changed: Partial<Outcome>): unknown =>
      JSON.parse(toOutputs([outcome({ result: 'failed', ...changed })], ENDPOINT).sessions)[0];
    expect(rowOf({ session })).toMatchObject({ path: 'App/a.dll', missingRanges });
    expect(rowOf({ session: { ...session, missingRanges: [] } })).toMatchObject({
      path: 'App/a.dll',
      missingRanges: [],
    });
    // The cluster lists a byte of an empty file as missing; there is none.
    const empty = { ...session, sizeBytes: 0, missingRanges: [{ start: 0, end: 0 }] };
    expect(rowOf({ session: empty })).toMatchObject({ path: 'App/a.dll', missingRanges: null });
  });

  it('without a commit say so', () => {
    expect(outputsWithoutCommit('failed', 'INVALID_INPUT', 'Two problems:\n- One.\n- Two.')).toEqual({
      result: 'failed',
      'status-code': '',
      'error-code': 'INVALID_INPUT',
      'error-message': 'Two problems:\n- One.\n- Two.',
      explanation: 'Two problems: One. Two.',
      attempts: '0',
      sessions: '[]',
    });
  });
});

describe('the output sessions', () => {
  const many = (last: Outcome['last']): readonly Outcome[] =>
    Array.from({ length: 3_500 }, () => outcome({ result: 'failed', ...(last && { last }) }));
  const hostile = '\u0001'.repeat(256);

  it.each([
    ['messages', refused(403, 'E_ACCESSDENIED', '"'.repeat(4_096))],
    ['codes of the longest length', refused(403, 'C'.repeat(256), 'm')],
    ['codes of characters that take six bytes each', refused(403, hostile, hostile)],
    ['codes of emoji', refused(403, '😀'.repeat(128), '😀'.repeat(2_048))],
  ])('has every row and fits a mebibyte, with %s in 3,500 rows', (_, last) => {
    const { sessions } = toOutputs(many(last), ENDPOINT);
    expect(Buffer.byteLength(sessions)).toBeLessThan(2 ** 20);
    expect(JSON.parse(sessions)).toHaveLength(3_500);
  });

  it('keeps the codes where there is room', () => {
    const { sessions } = toOutputs(many(refused(403, 'E_ACCESSDENIED', 'm'.repeat(4_096))), ENDPOINT);
    expect(JSON.parse(sessions)[3_499]).toMatchObject({ errorCode: 'E_ACCESSDENIED', statusCode: 403 });
  });
});

describe('a redacted outcome', () => {
  const session = { path: 'App/s3cret/a.dll', sizeBytes: 1, lastChunkMs: 0, missingRanges: [] };
  const redact = (text: string): string => text.replaceAll('s3cret', '***');

  it('has no secret in the path of its session', () => {
    const shown = redactOutcome(outcome({ session, sessionLookup: { kind: 'found', session } }), redact);
    expect(shown.session?.path).toBe('App/***/a.dll');
    expect(JSON.stringify(shown)).not.toContain('s3cret');
  });

  it('is unchanged in everything else', () => {
    expect(redactOutcome(failed, redact)).toEqual(failed);
  });
});
