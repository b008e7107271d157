// What happened, in words.
import { describe, expect, it } from 'vitest';
import { describeAttempt, describeOutcome, duration, errorOf } from '../src/sentences.js';
import { answered, outcome, refused, SESSION, unanswered } from './attempts.js';

describe('an attempt in words', () => {
  it.each([
    [
      'a FabricError',
      refused(400, 'E_INVALIDARG', 'Invalid argument'),
      'the cluster answered 400 E_INVALIDARG: Invalid argument',
    ],
    [
      'a FabricError without a text',
      refused(500, 'OperationsPending'),
      'the cluster answered 500 OperationsPending without a message',
    ],
    ['a FabricError under 200', refused(200, 'E_FAIL', 'no'), 'the cluster answered 200 and yet the error E_FAIL: no'],
    [
      'a FabricError on two lines',
      refused(500, 'E_\nFAIL', 'one\r\n::two'),
      'the cluster answered 500 E_ FAIL: one ::two',
    ],
    [
      'an empty 403',
      answered({ status: 403, reason: 'Client certificate required' }),
      'the cluster answered 403 Client certificate required without a body',
    ],
    ['an answer without a reason', answered({ status: 503, reason: '' }), 'the cluster answered 503 without a body'],
    [
      'JSON that is no FabricError',
      answered({ status: 500, reason: 'Oops', body: 'json' }),
      'the cluster answered 500 Oops without a FabricError',
    ],
    [
      'a page',
      answered({ status: 502, reason: 'Bad Gateway', body: 'page' }),
      'the answer was 502 Bad Gateway with a page or text that is no answer of the image store',
    ],
    ['an endless body', answered({ body: 'endless' }), 'the answer 200 OK was longer than the 64 KiB that are read'],
    ['no connection', unanswered(), 'no connection could be made: connect ECONNREFUSED 127.0.0.1:9'],
    [
      'no connection, with a code that the text lacks',
      unanswered({ code: 'CONNECT_TIMEOUT', message: 'no connection within 30 s' }),
      'no connection could be made: no connection within 30 s (CONNECT_TIMEOUT)',
    ],
    [
      'no connection before the deadline',
      unanswered({ problem: 'deadline', code: 'DEADLINE', message: 'no whole answer within 16 s' }),
      'no connection could be made: no whole answer within 16 s (DEADLINE)',
    ],
    [
      'the deadline',
      unanswered({ problem: 'deadline', code: 'DEADLINE', message: 'no whole answer within 75 s', sent: true }),
      'the cluster gave no whole answer within 75 s',
    ],
    [
      'cancelled',
      unanswered({ problem: 'cancelled', code: 'CANCELLED', message: 'x', sent: true }),
      'the step was cancelled',
    ],
    [
      'a lost answer',
      unanswered({ problem: 'cut', code: 'ECONNRESET', message: 'socket hang up', sent: true }),
      'the connection ended before an answer came: socket hang up (ECONNRESET)',
    ],
    [
      'a cut answer',
      unanswered({ problem: 'cut', code: 'ECONNRESET', message: 'aborted', sent: true, status: 200 }),
      'the answer 200 was cut off: aborted (ECONNRESET)',
    ],
  ])('%s', (_what, attempt, words) => {
    expect(describeAttempt(attempt)).toBe(words);
  });

  it('is shortened, however much the cluster says', () => {
    expect(describeAttempt(refused(500, 'C'.repeat(5_000), 'm'.repeat(60_000))).length).toBeLessThan(1_200);
    expect(describeAttempt(answered({ status: 403, reason: 'r'.repeat(60_000) })).length).toBeLessThan(200);
  });
});

describe('an outcome in words', () => {
  it.each([
    ['committed', outcome(), `Committed upload session ${SESSION} at http://cluster:19080 (840 ms).`],
    [
      'committed at last',
      outcome({ attempts: 3, durationMs: 4_200 }),
      `Committed upload session ${SESSION} at http://cluster:19080 (3 attempts, 4.2 s).`,
    ],
    [
      'failed',
      outcome({ result: 'failed', last: refused(404, 'NotFound') }),
      `Upload session ${SESSION} was not committed at http://cluster:19080: the cluster answered 404 NotFound without a message.`,
    ],
    [
      'unknown',
      outcome({ result: 'unknown', last: refused(504, 'FABRIC_E_TIMEOUT', 'Too long') }),
      `Upload session ${SESSION} may or may not be committed at http://cluster:19080: the cluster answered 504 FABRIC_E_TIMEOUT: Too long.`,
    ],
  ])('%s', (_what, ended, words) => {
    expect(describeOutcome(ended, 'http://cluster:19080')).toBe(words);
  });

  it('says that a cancelled step never began it', () => {
    expect(describeOutcome({ sessionId: SESSION, result: 'failed', attempts: 0, durationMs: 0 }, 'http://c')).toBe(
      `Upload session ${SESSION} was not committed at http://c: the step was cancelled before its commit was begun.`,
    );
  });
});

it.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [1_000, '1 s'],
  [1_040, '1 s'],
  [12_340, '12.3 s'],
  [10_000, '10 s'],
  [60_000, '1 min'],
  [90_000, '1 min 30 s'],
  [245_000, '4 min 5 s'],
  [119_600, '2 min'],
  [7_200_000, '120 min'],
])('%d ms are %s to people', (ms, words) => {
  expect(duration(ms)).toBe(words);
});

describe('the error of an outcome', () => {
  const sentence = (end: string): string => `Upload session ${SESSION} was not committed at http://c: ${end}.`;
  it.each([
    ['a success', outcome(), { code: '', message: '' }],
    [
      "the cluster's own words, whole and untouched",
      outcome({ result: 'failed', last: refused(400, 'E_INVALIDARG', ` <b>\n${'m'.repeat(5_000)}`) }),
      { code: 'E_INVALIDARG', message: ` <b>\n${'m'.repeat(5_000)}` },
    ],
    [
      'our sentence, where the cluster has none',
      outcome({ result: 'failed', last: refused(404, 'NotFound') }),
      { code: 'NotFound', message: sentence('the cluster answered 404 NotFound without a message') },
    ],
    [
      'no code, where there is no FabricError',
      outcome({ result: 'failed', last: answered({ status: 401, reason: 'Unauthorized' }) }),
      { code: '', message: sentence('the cluster answered 401 Unauthorized without a body') },
    ],
    [
      "the network's code",
      outcome({ result: 'failed', last: unanswered() }),
      { code: 'ECONNREFUSED', message: sentence('no connection could be made: connect ECONNREFUSED 127.0.0.1:9') },
    ],
    [
      'CANCELLED, where nothing was begun',
      { sessionId: SESSION, result: 'failed' as const, attempts: 0, durationMs: 0 },
      { code: 'CANCELLED', message: sentence('the step was cancelled before its commit was begun') },
    ],
  ])('is %s', (_what, ended, error) => {
    expect(errorOf(ended, 'http://c')).toEqual(error);
  });
});
