// The REST calls as they are sent, and the result that each response leads to.
import { v4 } from 'uuid';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTransport } from '../../../src/http/transport.js';
import { type ImageStore, openImageStore } from '../../../src/image-store/client.js';
import type { ContentLookup, SessionLookup } from '../../../src/image-store/responses.js';
import { systemClock } from '../../../src/shared/clock.js';
import { SESSION } from '../../support/attempts.js';
import { answering, type ConnectionHandler, httpAnswer, startRawServer } from '../../support/raw-server.js';

const json = ['Content-Type: application/json; charset=utf-8'];
const date = '2026-11-23T12:00:00.123Z';

/** An image store whose gateway answers so, and the request lines that it saw. */
async function storeAt(
  handler: ConnectionHandler,
  clock = systemClock,
  redact = (text: string): string => text,
): Promise<{ store: ImageStore; lines: () => string[] }> {
  const server = await startRawServer(handler);
  const transport = openTransport({
    clock: systemClock,
    url: server.url,
    connectTimeoutMs: 30_000,
    userAgent: 'tester/1',
  });
  onTestFinished(() => transport.close());
  const store = openImageStore({
    endpointUrl: `${server.url}/base`,
    transport,
    clock,
    newRequestId: v4,
    redact,
    runLabel: 'test',
  });
  return { store, lines: () => server.requests().map((head) => head.split('\r\n')[0] ?? '') };
}

const error = (code: string): string => JSON.stringify({ Error: { Code: code, Message: 'm' } });

describe('a look-up of a session', () => {
  const lookUp = async (handler: ConnectionHandler): Promise<{ found: SessionLookup; lines: string[] }> => {
    const { store, lines } = await storeAt(handler);
    const found = await store.lookUpSession(SESSION, 15_000, new AbortController().signal);
    return { found, lines: lines() };
  };

  it('asks caches on the way for nothing old', async () => {
    let head = '';
    await lookUp(async ({ request, send }) => {
      head = (await request()) ?? '';
      send('HTTP/1.1 204 No Content\r\n\r\n');
    });
    expect(head.toLowerCase()).toContain('\r\ncache-control: no-cache\r\n');
  });

  it('sends one GET with the session id', async () => {
    const { lines } = await lookUp(answering('HTTP/1.1 204 No Content\r\n\r\n'));
    expect(lines).toEqual([`GET /base/ImageStore/$/GetUploadSession?api-version=6.0&session-id=${SESSION} HTTP/1.1`]);
  });

  const listed = JSON.stringify({
    UploadSessions: [
      { StoreRelativePath: 'a', SessionId: SESSION, FileSize: '1', ModifiedDate: date, ExpectedRanges: [] },
    ],
  });

  it.each<[string, string, object]>([
    [
      'a listing',
      httpAnswer('200 OK', listed, json),
      { kind: 'found', session: { path: 'a', sizeBytes: 1, lastChunkMs: Date.parse(date), missingRanges: [] } },
    ],
    ['a 204, which the gateway sends for an unknown session', 'HTTP/1.1 204 No Content\r\n\r\n', { kind: 'notFound' }],
    ['a 200 without a body', httpAnswer('200 OK'), { kind: 'failed', attempt: { status: 200, body: 'empty' } }],
    ['a 200 with blanks', httpAnswer('200 OK', ' \r\n'), { kind: 'failed', attempt: { status: 200 } }],
    ['an empty list', httpAnswer('200 OK', '{"UploadSessions":[]}', json), { kind: 'failed' }],
    ['201 with the listing', httpAnswer('201 Created', listed, json), { kind: 'failed', attempt: { status: 201 } }],
    [
      'a page',
      httpAnswer('200 OK', '<html>Sign in</html>'),
      { kind: 'failed', attempt: { status: 200, body: 'nonJson' } },
    ],
    [
      'a body that is too large',
      httpAnswer('200 OK', `${listed}${' '.repeat(70_000)}`),
      { kind: 'failed', attempt: { body: 'tooLarge' } },
    ],
    ['404, which says nothing of a session', httpAnswer('404 Not Found'), { kind: 'failed', attempt: { status: 404 } }],
    [
      '400 of a Linux gateway',
      httpAnswer('400 Bad', error('E_INVALIDARG'), json),
      { kind: 'failed', attempt: { status: 400, error: { code: 'E_INVALIDARG' } } },
    ],
    [
      '503',
      httpAnswer('503 Service Unavailable', error('E_ABORT'), json),
      { kind: 'failed', attempt: { status: 503, error: { code: 'E_ABORT' } } },
    ],
    ['a redirect', httpAnswer('302 Found', '', ['Location: /login']), { kind: 'failed', attempt: { status: 302 } }],
  ])('has the right result for %s', async (_, answer, expected) => {
    expect((await lookUp(answering(answer))).found).toMatchObject(expected);
  });

  it('fails after one request when its response is interrupted', async () => {
    const { found, lines } = await lookUp(async ({ request, socket }) => {
      await request();
      socket.resetAndDestroy();
    });
    expect(found).toMatchObject({ kind: 'failed', attempt: { kind: 'noResponse', problem: 'interrupted' } });
    expect(lines).toHaveLength(1);
  });
});

describe('a look-up of content', () => {
  const lookUp = async (
    handler: ConnectionHandler,
    path = 'App/a.dll',
  ): Promise<{ found: ContentLookup; lines: string[] }> => {
    const { store, lines } = await storeAt(handler);
    const found = await store.lookUpContent(path, 15_000, new AbortController().signal);
    return { found, lines: lines() };
  };

  it.each([
    ['without special characters', 'App/Code/app.dll', 'App/Code/app.dll'],
    ['with blanks', 'My App/a b.dll', 'My%20App/a%20b.dll'],
    ['with a plus', 'c++/a+b', 'c%2B%2B/a%2Bb'],
    ['with the first characters of a query and a fragment', 'C#/why?', 'C%23/why%3F'],
    ['with the characters of a parameter', 'a&b=c', 'a%26b%3Dc'],
    ['with a per cent sign', '100%25', '100%2525'],
    ['with backslashes', 'App\\a.dll', 'App%5Ca.dll'],
    ['that is not ASCII', 'Überblick/日本/😀', '%C3%9Cberblick/%E6%97%A5%E6%9C%AC/%F0%9F%98%80'],
    ['with a dollar sign', '$/x', '%24/x'],
  ])('sends one GET for a path %s', async (_, path, target) => {
    const { lines } = await lookUp(answering(httpAnswer('404 Not Found')), path);
    expect(lines).toEqual([`GET /base/ImageStore/${target}?api-version=6.0 HTTP/1.1`]);
  });

  const listed = JSON.stringify({
    StoreFiles: [{ StoreRelativePath: 'App\\a.dll', FileSize: '7', ModifiedDate: date }],
    StoreFolders: [],
  });

  it.each<[string, string, object]>([
    [
      'a listing',
      httpAnswer('200 OK', listed, json),
      { kind: 'found', file: { sizeBytes: 7, modifiedMs: Date.parse(date) } },
    ],
    ['404 without a body', httpAnswer('404 Not Found'), { kind: 'notFound' }],
    [
      '404 with a FabricError',
      httpAnswer('404 Not Found', error('FABRIC_E_NAME_DOES_NOT_EXIST'), json),
      { kind: 'failed', attempt: { status: 404 } },
    ],
    ['204', 'HTTP/1.1 204 No Content\r\n\r\n', { kind: 'failed', attempt: { status: 204 } }],
    ['a 200 without a body', httpAnswer('200 OK'), { kind: 'failed', attempt: { status: 200, body: 'empty' } }],
    [
      'a listing without the file',
      httpAnswer('200 OK', '{"StoreFiles":[],"StoreFolders":[]}', json),
      { kind: 'failed', attempt: { status: 200 } },
    ],
    [
      'a file dated ahead of the gateway',
      httpAnswer('200 OK', listed, [...json, 'Date: Mon, 23 Nov 2026 11:57:00 GMT']),
      { kind: 'failed', attempt: { status: 200 } },
    ],
    [
      'a file dated ahead of the gateway by no more than clocks differ',
      httpAnswer('200 OK', listed, [...json, 'Date: Mon, 23 Nov 2026 11:59:00 GMT']),
      { kind: 'found' },
    ],
    [
      'a file that is being published',
      httpAnswer('404 Not Found', error('FABRIC_E_FILE_NOT_FOUND'), json),
      { kind: 'publishing' },
    ],
    [
      'a 404 from a proxy',
      httpAnswer('404 Not Found', '<html>No such page</html>'),
      { kind: 'failed', attempt: { status: 404, body: 'nonJson' } },
    ],
    [
      '503',
      httpAnswer('503 Service Unavailable', error('E_ABORT'), json),
      { kind: 'failed', attempt: { status: 503 } },
    ],
    ['503 without a body', httpAnswer('503 Service Unavailable'), { kind: 'failed', attempt: { status: 503 } }],
    ['403', httpAnswer('403 Client certificate required'), { kind: 'failed', attempt: { status: 403 } }],
    ['a page', httpAnswer('200 OK', '<html></html>'), { kind: 'failed', attempt: { status: 200, body: 'nonJson' } }],
    [
      'JSON of another kind',
      httpAnswer('200 OK', '{}', json),
      { kind: 'failed', attempt: { status: 200, body: 'json' } },
    ],
  ])('has the right result for %s', async (_, answer, expected) => {
    expect((await lookUp(answering(answer))).found).toMatchObject(expected);
  });
});

describe('a Retry-After', () => {
  it.each([
    ['seconds', '7', 7_000],
    ['no wait at all', '0', 0],
    ['a date', 'Thu, 01 Jan 1970 00:02:00 GMT', 20_000],
    ['a date in the past', 'Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['nonsense, which is ignored', 'soon', undefined],
  ])('of %s is a time to wait', async (_, retryAfter, retryAfterMs) => {
    const clock = { ...systemClock, epochMs: () => 100_000 };
    const handler = answering(httpAnswer('429 Too Many Requests', '', [`Retry-After: ${retryAfter}`]));
    const { store } = await storeAt(handler, clock);
    const attempt = await store.commit(SESSION, 60, new AbortController().signal);
    expect(attempt.kind === 'response' && attempt.retryAfterMs).toBe(retryAfterMs);
  });
});

describe('what a front end adds to a response', () => {
  const redact = (text: string): string => text.replaceAll('s3cret', '***');

  it('is kept without secrets: its server, location and challenge, and its own words', async () => {
    const answer = httpAnswer('401 Unauthorized', '{"message":"No s3cret key"}', [
      ...json,
      'Server: s3cret/1',
      'Location: /s3cret',
      'WWW-Authenticate: Basic realm="s3cret"',
      'WWW-Authenticate: NTLM',
    ]);
    const { store } = await storeAt(answering(answer), systemClock, redact);
    expect(await store.commit(SESSION, 60, new AbortController().signal)).toMatchObject({
      status: 401,
      body: 'json',
      headers: { server: '***/1', location: '/***', authenticate: 'Basic realm="***", NTLM' },
      foreignMessage: 'No *** key',
    });
  });

  it.each([
    ['a FabricError', error('E_FAIL')],
    ['an empty body', ''],
    ['a page', '<html></html>'],
  ])('is no message of its own in %s', async (_, body) => {
    const { store } = await storeAt(answering(httpAnswer('500 Oops', body)));
    expect(await store.commit(SESSION, 60, new AbortController().signal)).not.toHaveProperty('foreignMessage');
  });
});
