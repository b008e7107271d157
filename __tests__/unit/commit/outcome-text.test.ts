// What happened, in words.
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/commit/commit-session.js';
import {
  describeAttempt,
  describeContent,
  describeOutcome,
  describeSession,
  duration,
  errorOf,
} from '../../../src/commit/outcome-text.js';
import type { ContentLookup, SessionLookup, UploadSession } from '../../../src/image-store/responses.js';
import { answered, outcome, refused, SESSION, unanswered } from '../../support/attempts.js';

const notBegun: Outcome = { sessionId: SESSION, result: 'failed', reason: 'cancelled', attempts: 0, durationMs: 0 };

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
      answered({ status: 403, reasonPhrase: 'Client certificate required' }),
      'the cluster answered 403 Client certificate required without a body',
    ],
    [
      'an answer without a reason',
      answered({ status: 503, reasonPhrase: '' }),
      'the cluster answered 503 without a body',
    ],
    [
      'JSON that is no FabricError',
      answered({ status: 500, reasonPhrase: 'Oops', body: 'json' }),
      'the cluster answered 500 Oops without a FabricError',
    ],
    [
      'a page',
      answered({ status: 502, reasonPhrase: 'Bad Gateway', body: 'nonJson' }),
      'the answer was 502 Bad Gateway with a page or text that is no answer of the image store',
    ],
    ['an endless body', answered({ body: 'tooLarge' }), 'the answer 200 OK was longer than the 64 KiB that are read'],
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
      unanswered({ problem: 'interrupted', code: 'ECONNRESET', message: 'socket hang up', sent: true }),
      'the connection ended before an answer came: socket hang up (ECONNRESET)',
    ],
    [
      'a cut answer',
      unanswered({ problem: 'interrupted', code: 'ECONNRESET', message: 'aborted', sent: true, status: 200 }),
      'the answer 200 was cut off: aborted (ECONNRESET)',
    ],
  ])('%s', (_what, attempt, words) => {
    expect(describeAttempt(attempt)).toBe(words);
  });

  it('is shortened, however much the cluster says', () => {
    expect(describeAttempt(refused(500, 'C'.repeat(5_000), 'm'.repeat(60_000))).length).toBeLessThan(1_200);
    expect(describeAttempt(answered({ status: 403, reasonPhrase: 'r'.repeat(60_000) })).length).toBeLessThan(200);
  });
});

const session: UploadSession = { path: 'App/a.dll', sizeBytes: 11, lastChunkMs: 0, missingRanges: [] };
const file: ContentLookup = { kind: 'found', file: { sizeBytes: 11, modifiedMs: Date.parse('2026-11-23T12:00:00Z') } };

describe('a look-up in words', () => {
  const there = (changed: Partial<UploadSession>): SessionLookup => ({
    kind: 'found',
    session: { ...session, ...changed },
  });
  const ranges = (count: number): UploadSession['missingRanges'] =>
    Array.from({ length: count }, (_, index) => ({ start: index * 10, end: index * 10 + 4 }));

  it.each<[string, SessionLookup, string]>([
    ['no session', { kind: 'notFound' }, 'The cluster has no such upload session now.'],
    ['a complete one', there({}), 'The session is complete: its chunks cover all 11 bytes of App/a.dll.'],
    [
      'one with a hole',
      there({ missingRanges: [{ start: 5, end: 10 }] }),
      'The session is incomplete: 6 of 11 bytes of App/a.dll are missing (5-10, counted from 0).',
    ],
    [
      'one that lacks its last byte',
      there({ missingRanges: [{ start: 10, end: 10 }] }),
      'The session is incomplete: 1 of 11 bytes of App/a.dll is missing (10, counted from 0).',
    ],
    [
      'one with as many holes as are named',
      there({ sizeBytes: 99, missingRanges: ranges(5) }),
      'The session is incomplete: 25 of 99 bytes of App/a.dll are missing (0-4, 10-14, 20-24, 30-34, 40-44, counted from 0).',
    ],
    [
      'one with more',
      there({ sizeBytes: 99, missingRanges: ranges(8) }),
      'The session is incomplete: 40 of 99 bytes of App/a.dll are missing (0-4, 10-14, 20-24, 30-34, 40-44 and 3 more ranges, counted from 0).',
    ],
    [
      'one for an empty file',
      there({ sizeBytes: 0, missingRanges: [{ start: 0, end: 0 }] }),
      'The session is for App/a.dll, an empty file.',
    ],
    [
      'a gateway without sessions',
      { kind: 'failed', attempt: refused(400, 'E_INVALIDARG', 'Invalid argument') },
      'This gateway does not know upload sessions at all.',
    ],
    [
      'a refusal',
      { kind: 'failed', attempt: refused(503, 'E_ABORT', 'Canceled.') },
      'Looking the session up did not help: the cluster answered 503 E_ABORT: Canceled.',
    ],
    [
      'an answer that is none',
      { kind: 'failed', attempt: answered({ body: 'json' }) },
      'Looking the session up did not help: the answer 200 was none that is known.',
    ],
    [
      'a page',
      { kind: 'failed', attempt: answered({ body: 'nonJson' }) },
      'Looking the session up did not help: the answer was 200 OK with a page or text that is no answer of the image store.',
    ],
  ])('of a session: %s', (_, found, words) => {
    expect(describeSession(found)).toBe(words);
  });

  it.each<[string, ContentLookup, string]>([
    ['a file', file, 'At App/a.dll there is a file of 11 bytes, modified 2026-11-23T12:00:00.000Z.'],
    ['none', { kind: 'notFound' }, 'There is no file at App/a.dll.'],
    ['in mid-publication', { kind: 'publishing' }, 'The file at App/a.dll is still being published.'],
    [
      'no answer',
      { kind: 'failed', attempt: unanswered() },
      'Looking at the content did not help: no connection could be made: connect ECONNREFUSED 127.0.0.1:9.',
    ],
  ])('of content: %s', (_, found, words) => {
    expect(describeContent(found, 'App/a.dll')).toBe(words);
  });

  it('has a hostile path on one line, shortened', () => {
    const path = `a\r\n::add-mask::${'y'.repeat(5_000)}`;
    for (const words of [describeSession(there({ path })), describeContent({ kind: 'notFound' }, path)]) {
      expect(words).toContain('a ::add-mask::yyy');
      expect(words.length).toBeLessThan(500);
    }
  });
});

describe('an outcome in words', () => {
  it.each([
    ['committed', outcome(), `Upload session ${SESSION} is committed at http://cluster:19080 (840 ms).`],
    [
      'committed at last',
      outcome({ attempts: 3, durationMs: 4_200 }),
      `Upload session ${SESSION} is committed at http://cluster:19080 (3 attempts, 4.2 s).`,
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
    [
      'failed at last',
      outcome({ result: 'failed', attempts: 2, last: refused(403, 'E_ACCESSDENIED', 'No.') }),
      `Upload session ${SESSION} was not committed at http://cluster:19080: in the last of 2 attempts the cluster answered 403 E_ACCESSDENIED: No.`,
    ],
    [
      'unknown at last',
      outcome({ result: 'unknown', attempts: 2, last: refused(503, 'E_ABORT', 'Canceled') }),
      `Upload session ${SESSION} may or may not be committed at http://cluster:19080: in the last of 2 attempts the cluster answered 503 E_ABORT: Canceled.`,
    ],
    [
      'unknown, although the last attempt alone leaves no doubt',
      outcome({ result: 'unknown', attempts: 2, last: answered() }),
      `Upload session ${SESSION} may or may not be committed at http://cluster:19080: an earlier attempt may have been carried out, and in the last of 2 the cluster answered 200 OK without a body.`,
    ],
    [
      'cancelled while it waited',
      outcome({
        result: 'unknown',
        reason: 'cancelled',
        attempts: 2,
        last: answered({ status: 503, reasonPhrase: 'x' }),
      }),
      `Upload session ${SESSION} may or may not be committed at http://cluster:19080: in the last of 2 attempts the cluster answered 503 x without a body, then the step was cancelled.`,
    ],
    [
      'cancelled in flight',
      outcome({
        result: 'unknown',
        reason: 'cancelled',
        last: unanswered({ problem: 'cancelled', code: 'CANCELLED', sent: true }),
      }),
      `Upload session ${SESSION} may or may not be committed at http://cluster:19080: the step was cancelled.`,
    ],
    [
      'with what was found',
      outcome({
        result: 'unknown',
        last: refused(503, 'E_ABORT', 'Canceled'),
        session,
        sessionNow: { kind: 'notFound' },
        content: { kind: 'notFound' },
      }),
      `Upload session ${SESSION} may or may not be committed at http://cluster:19080: the cluster answered 503 E_ABORT: Canceled. The cluster has no such upload session now. There is no file at App/a.dll.`,
    ],
    [
      'proven by a 200',
      outcome({ reason: 'published', attempts: 2, session, content: file }),
      `Upload session ${SESSION} is committed at http://cluster:19080 (2 attempts, 840 ms). An earlier answer left that in doubt; what proves it: the last answer was 200, and at App/a.dll there is a file of the session's 11 bytes, modified 2026-11-23T12:00:00.000Z.`,
    ],
    [
      'proven without one',
      outcome({ reason: 'published', attempts: 2, last: refused(400, 'E_INVALIDARG'), session, content: file }),
      `Upload session ${SESSION} is committed at http://cluster:19080 (2 attempts, 840 ms). An earlier answer left that in doubt; what proves it: the session is gone, and at App/a.dll there is a file of the session's 11 bytes, modified 2026-11-23T12:00:00.000Z.`,
    ],
  ])('%s', (_what, ended, words) => {
    expect(describeOutcome(ended, 'http://cluster:19080')).toBe(words);
  });

  it('says that a cancelled step never began it', () => {
    expect(describeOutcome(notBegun, 'http://c')).toBe(
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
      outcome({ result: 'failed', last: answered({ status: 401, reasonPhrase: 'Unauthorized' }) }),
      { code: '', message: sentence('the cluster answered 401 Unauthorized without a body') },
    ],
    [
      "the network's code",
      outcome({ result: 'failed', last: unanswered() }),
      { code: 'ECONNREFUSED', message: sentence('no connection could be made: connect ECONNREFUSED 127.0.0.1:9') },
    ],
    [
      'CANCELLED, where nothing was begun',
      notBegun,
      { code: 'CANCELLED', message: sentence('the step was cancelled before its commit was begun') },
    ],
  ])('is %s', (_what, ended, error) => {
    expect(errorOf(ended, 'http://c')).toEqual(error);
  });
});
