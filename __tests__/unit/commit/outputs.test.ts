// The outputs and the annotation of given outcomes.
import { describe, expect, it } from 'vitest';
import { advise } from '../../../src/commit/outcome-advice.js';
import {
  annotate,
  outputsWithoutCommit,
  overallResult,
  redactOutcome,
  toOutputs,
} from '../../../src/commit/outputs.js';
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

  it('have no sessions and no attempts when nothing was committed', () => {
    expect(outputsWithoutCommit('failed', 'INVALID_INPUT', 'text')).toEqual({
      result: 'failed',
      'status-code': '',
      'error-code': 'INVALID_INPUT',
      'error-message': 'text',
      attempts: '0',
      sessions: '[]',
    });
  });
});

describe('the annotation', () => {
  it('says what happened to what and why, then what to do', () => {
    expect(annotate([outcome({ result: 'failed', last: refused(404, 'NotFound') })], ENDPOINT, advise)).toBe(
      `Upload session ${SESSION} was not committed at http://cluster:19080: the cluster answered 404 NotFound without a message. ` +
        'The session disappeared during the commit: somebody deleted it, or the image store moved to another node. Upload the file again under a new session id.',
    );
  });

  it('has no advice when there is none for the failure', () => {
    const last = refused(418, 'FABRIC_E_NEW', 'New');
    expect(annotate([outcome({ result: 'failed', last })], ENDPOINT, advise)).toBe(
      `Upload session ${SESSION} was not committed at http://cluster:19080: the cluster answered 418 FABRIC_E_NEW: New.`,
    );
  });

  it('counts the sessions that are not committed, describes the first and lists the others', () => {
    const text = annotate([committed, failed, unknown], ENDPOINT, advise);
    expect(text).toMatch(/^2 of 3 upload sessions are not committed\. Upload session \S+0b was not committed at /);
    expect(text).toMatch(new RegExp(`\nLikewise: ${THIRD_SESSION} \\(unknown\\)\\.$`));
  });

  it('lists the first five of many sessions, and counts the others', () => {
    const many = Array.from({ length: 8 }, () => failed);
    expect(annotate(many, ENDPOINT, advise).match(/\(failed\)/g)).toHaveLength(4);
    expect(annotate(many, ENDPOINT, advise)).toMatch(/ and 3 more\.$/);
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
