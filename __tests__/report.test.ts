// Outputs, annotation and log lines, from outcomes alone.
import { describe, expect, it } from 'vitest';
import type { Log } from '../src/log.js';
import { annotate, outputsWithoutCommit, overall, tellEvent, toOutputs } from '../src/report.js';
import { answered, ENDPOINT, OTHER_SESSION, outcome, refused, SESSION, THIRD_SESSION, unanswered } from './attempts.js';

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
  last: unanswered({ problem: 'cut', code: 'ECONNRESET', message: 'aborted', sent: true }),
});

it.each([
  ['committed', [committed, committed]],
  ['unknown', [committed, unknown]],
  ['failed', [unknown, failed, committed]],
] as const)('the result is %s over all sessions', (result, outcomes) => {
  expect(overall(outcomes)).toBe(result);
});

describe('the outputs', () => {
  it('of a commit that worked', () => {
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
    const last = outcome({ sessionId: OTHER_SESSION, last: answered({ reason: 'Fine' }) });
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

  it('without a commit say so', () => {
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
    expect(annotate([outcome({ result: 'failed', last: refused(404, 'NotFound') })], ENDPOINT)).toBe(
      `Upload session ${SESSION} was not committed at http://cluster:19080: the cluster answered 404 NotFound without a message. ` +
        'The session disappeared while it was being committed: it was deleted, or the image store moved to another node. Upload again under a new session id.',
    );
  });

  it('says nothing more where nothing more is known', () => {
    const last = refused(418, 'FABRIC_E_NEW', 'New');
    expect(annotate([outcome({ result: 'failed', last })], ENDPOINT)).toBe(
      `Upload session ${SESSION} was not committed at http://cluster:19080: the cluster answered 418 FABRIC_E_NEW: New.`,
    );
  });

  it('counts the sessions that are not committed, tells the first and names the others', () => {
    const text = annotate([committed, failed, unknown], ENDPOINT);
    expect(text).toMatch(/^2 of 3 upload sessions are not committed\. Upload session \S+0b was not committed at /);
    expect(text).toMatch(new RegExp(`\nLikewise: ${THIRD_SESSION} \\(unknown\\)\\.$`));
  });

  it('names the first few of many', () => {
    const many = Array.from({ length: 8 }, () => failed);
    expect(annotate(many, ENDPOINT).match(/\(failed\)/g)).toHaveLength(4);
    expect(annotate(many, ENDPOINT)).toMatch(/ and 3 more\.$/);
  });
});

describe('the log lines', () => {
  const lines: string[] = [];
  const ignore = (): void => undefined;
  const log: Log = { info: (line) => lines.push(line), debug: ignore, warning: ignore, error: ignore };

  it('say what is tried, how long it takes, and what came of it', () => {
    tellEvent({ kind: 'begun', sessionId: SESSION }, ENDPOINT, 120, log);
    tellEvent({ kind: 'waiting', sessionId: SESSION, waitedMs: 60_000 }, ENDPOINT, 120, log);
    tellEvent({ kind: 'ended', outcome: committed }, ENDPOINT, 120, log);
    expect(lines).toEqual([
      `Committing upload session ${SESSION} at http://cluster:19080 (timeout 120 s)`,
      `Still waiting for upload session ${SESSION}: 1 min of 120 s`,
      `Committed upload session ${SESSION} at http://cluster:19080 (840 ms).`,
    ]);
  });
});
