// The text of one request: of an attempt, and of the look-ups of a session and of its content.
import { describe, expect, it } from 'vitest';
import { describeAttempt, describeContent, describeSession } from '../../../src/diagnostics/attempt-text.js';
import type { ContentLookup, SessionLookup, UploadSession } from '../../../src/image-store/responses.js';
import { answered, refused, unanswered } from '../../support/attempts.js';

describe('the text of an attempt', () => {
  it.each([
    [
      'a FabricError',
      refused(400, 'E_INVALIDARG', 'Invalid argument'),
      'the cluster answered 400 E_INVALIDARG: Invalid argument',
    ],
    [
      'a FabricError without a message',
      refused(500, 'OperationsPending'),
      'the cluster answered 500 OperationsPending without a message',
    ],
    [
      'a FabricError with status 200',
      refused(200, 'E_FAIL', 'no'),
      'the cluster answered 200 with the error E_FAIL: no',
    ],
    [
      'a FabricError with line breaks',
      refused(500, 'E_\nFAIL', 'one\r\n::two'),
      'the cluster answered 500 E_ FAIL: one ::two',
    ],
    [
      'an empty 403',
      answered({ status: 403, reasonPhrase: 'Client certificate required' }),
      'the cluster answered 403 Client certificate required without a body',
    ],
    [
      'a response without a reason phrase',
      answered({ status: 503, reasonPhrase: '' }),
      'the cluster answered 503 without a body',
    ],
    [
      'JSON that is not a FabricError',
      answered({ status: 500, reasonPhrase: 'Oops', body: 'json' }),
      'the cluster answered 500 Oops without a FabricError',
    ],
    [
      'a web page',
      answered({ status: 502, reasonPhrase: 'Bad Gateway', body: 'nonJson' }),
      'something other than the image store answered 502 Bad Gateway with a web page or plain text',
    ],
    [
      'JSON of a front end',
      answered({
        status: 401,
        reasonPhrase: 'Unauthorized',
        body: 'json',
        foreignMessage: 'Missing subscription key.',
      }),
      'something other than the image store answered 401 Unauthorized with the words "Missing subscription key"',
    ],
    [
      'hostile JSON of a front end',
      answered({ status: 400, reasonPhrase: 'Bad', body: 'json', foreignMessage: `one\r\n::two ${'y'.repeat(400)}` }),
      `something other than the image store answered 400 Bad with the words "one ::two ${'y'.repeat(189)}…"`,
    ],
    [
      'a success with JSON',
      answered({ body: 'json' }),
      'something other than the image store answered 200 OK with JSON',
    ],
    ['an endless body', answered({ body: 'tooLarge' }), 'the response 200 OK exceeded the limit of 64 KiB'],
    ['a refused connection', unanswered(), 'the runner could not connect: connect ECONNREFUSED 127.0.0.1:9'],
    [
      'a failed connection with a code that its message lacks',
      unanswered({ code: 'CONNECT_TIMEOUT', message: 'no connection within 30 s' }),
      'the runner could not connect: no connection within 30 s (CONNECT_TIMEOUT)',
    ],
    [
      'a deadline that passed while connecting',
      unanswered({ problem: 'deadline', code: 'DEADLINE', message: 'no connection within 16 s' }),
      'the runner could not connect: no connection within 16 s (DEADLINE)',
    ],
    [
      'a deadline that passed after the request was sent',
      unanswered({ problem: 'deadline', code: 'DEADLINE', message: 'no complete response within 75 s', sent: true }),
      'there was no complete response within 75 s',
    ],
    [
      'a cancelled attempt',
      unanswered({ problem: 'cancelled', code: 'CANCELLED', message: 'x', sent: true }),
      'the step was cancelled',
    ],
    [
      'a lost response',
      unanswered({ problem: 'interrupted', code: 'ECONNRESET', message: 'socket hang up', sent: true }),
      'the connection ended before a response arrived: socket hang up (ECONNRESET)',
    ],
    [
      'an interrupted response',
      unanswered({ problem: 'interrupted', code: 'ECONNRESET', message: 'aborted', sent: true, status: 200 }),
      'the response with status 200 was interrupted: aborted (ECONNRESET)',
    ],
    [
      'a response that is not HTTP',
      unanswered({
        problem: 'interrupted',
        code: 'HPE_INVALID_CONSTANT',
        message: 'Parse Error: Expected HTTP/',
        sent: true,
      }),
      'the response was not valid HTTP: Parse Error: Expected HTTP/ (HPE_INVALID_CONSTANT)',
    ],
    [
      'an upgrade',
      unanswered({
        problem: 'interrupted',
        code: 'UNEXPECTED_UPGRADE',
        message: 'the answer was an upgrade (101)',
        sent: true,
      }),
      'the response was not valid HTTP: the answer was an upgrade (101) (UNEXPECTED_UPGRADE)',
    ],
    [
      'a response with too many headers',
      unanswered({
        problem: 'interrupted',
        code: 'HPE_HEADER_OVERFLOW',
        message: 'Parse Error: Header overflow',
        sent: true,
      }),
      'the headers of the response were too long: Parse Error: Header overflow (HPE_HEADER_OVERFLOW)',
    ],
    [
      'an error of OpenSSL',
      unanswered({
        code: 'EPROTO',
        message:
          'write EPROTO 80CC8A60047F0000:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../deps/openssl/openssl/ssl/record/ssl3_record.c:355:\n',
      }),
      'the runner could not connect: write EPROTO wrong version number',
    ],
    [
      'an error of OpenSSL without the function',
      unanswered({
        code: 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
        message:
          '80CC8A60047F0000:error:0A000418:SSL routines::tlsv1 alert unknown ca:ssl/record/rec_layer_s3.c:1601:SSL alert number 48',
      }),
      'the runner could not connect: tlsv1 alert unknown ca (ERR_SSL_TLSV1_ALERT_UNKNOWN_CA)',
    ],
  ])('describes %s', (_what, attempt, words) => {
    expect(describeAttempt(attempt)).toBe(words);
  });

  it('is short, however long the text of the cluster is', () => {
    expect(describeAttempt(refused(500, 'C'.repeat(5_000), 'm'.repeat(60_000))).length).toBeLessThan(1_200);
    expect(describeAttempt(answered({ status: 403, reasonPhrase: 'r'.repeat(60_000) })).length).toBeLessThan(200);
  });
});

const session: UploadSession = { path: 'App/a.dll', sizeBytes: 11, lastChunkMs: 0, missingRanges: [] };
const file: ContentLookup = { kind: 'found', file: { sizeBytes: 11, modifiedMs: Date.parse('2026-11-23T12:00:00Z') } };

describe('the text of a look-up', () => {
  const there = (changed: Partial<UploadSession>): SessionLookup => ({
    kind: 'found',
    session: { ...session, ...changed },
  });
  const ranges = (count: number): UploadSession['missingRanges'] =>
    Array.from({ length: count }, (_, index) => ({ start: index * 10, end: index * 10 + 4 }));

  it.each<[string, SessionLookup, string]>([
    ['a session that does not exist', { kind: 'notFound' }, 'The cluster has no such upload session now.'],
    ['a complete session', there({}), 'The session is complete: its chunks cover all 11 bytes of App/a.dll.'],
    [
      'a session with a missing range',
      there({ missingRanges: [{ start: 5, end: 10 }] }),
      'The session is incomplete: 6 of 11 bytes of App/a.dll are missing (5-10, counted from 0).',
    ],
    [
      'a session without its last byte',
      there({ missingRanges: [{ start: 10, end: 10 }] }),
      'The session is incomplete: 1 of 11 bytes of App/a.dll is missing (10, counted from 0).',
    ],
    [
      'a session with as many missing ranges as the text lists',
      there({ sizeBytes: 99, missingRanges: ranges(5) }),
      'The session is incomplete: 25 of 99 bytes of App/a.dll are missing (0-4, 10-14, 20-24, 30-34, 40-44, counted from 0).',
    ],
    [
      'a session with more missing ranges than the text lists',
      there({ sizeBytes: 99, missingRanges: ranges(8) }),
      'The session is incomplete: 40 of 99 bytes of App/a.dll are missing (0-4, 10-14, 20-24, 30-34, 40-44 and 3 more ranges, counted from 0).',
    ],
    [
      'a complete session of several MiB',
      there({ sizeBytes: 6_291_456 }),
      'The session is complete: its chunks cover all 6,291,456 bytes of App/a.dll.',
    ],
    [
      'a session of several MiB with a missing range',
      there({ sizeBytes: 6_291_456, missingRanges: [{ start: 2_097_152, end: 4_194_303 }] }),
      'The session is incomplete: 2,097,152 of 6,291,456 bytes of App/a.dll are missing (2097152-4194303, counted from 0).',
    ],
    [
      'a session for an empty file',
      there({ sizeBytes: 0, missingRanges: [{ start: 0, end: 0 }] }),
      'The session is for App/a.dll, an empty file.',
    ],
    [
      'a gateway without upload sessions',
      { kind: 'failed', attempt: refused(400, 'E_INVALIDARG', 'Invalid argument') },
      'This gateway does not support upload sessions.',
    ],
    [
      'a refused look-up',
      { kind: 'failed', attempt: refused(503, 'E_ABORT', 'Canceled.') },
      'Could not look up the session: the cluster answered 503 E_ABORT: Canceled.',
    ],
    [
      'a 200 in an unknown format',
      { kind: 'failed', attempt: answered({ body: 'json' }) },
      'Could not look up the session: the cluster answered 200 in an unknown format.',
    ],
    [
      'a web page',
      { kind: 'failed', attempt: answered({ body: 'nonJson' }) },
      'Could not look up the session: something other than the image store answered 200 OK with a web page or plain text.',
    ],
  ])('describes %s', (_, found, words) => {
    expect(describeSession(found)).toBe(words);
  });

  it.each<[string, ContentLookup, string]>([
    ['a file', file, 'The file at App/a.dll has 11 bytes and was modified at 2026-11-23T12:00:00.000Z.'],
    ['a path without a file', { kind: 'notFound' }, 'There is no file at App/a.dll.'],
    ['a file in mid-publication', { kind: 'publishing' }, 'The cluster is still publishing the file at App/a.dll.'],
    [
      'a failed look-up',
      { kind: 'failed', attempt: unanswered() },
      'Could not look up the file at App/a.dll: the runner could not connect: connect ECONNREFUSED 127.0.0.1:9.',
    ],
  ])('describes %s', (_, found, words) => {
    expect(describeContent(found, 'App/a.dll')).toBe(words);
  });

  it('shows a hostile path on one line and shortened', () => {
    const path = `a\r\n::add-mask::${'y'.repeat(5_000)}`;
    for (const words of [describeSession(there({ path })), describeContent({ kind: 'notFound' }, path)]) {
      expect(words).toContain('a ::add-mask::yyy');
      expect(words.length).toBeLessThan(500);
    }
  });
});
