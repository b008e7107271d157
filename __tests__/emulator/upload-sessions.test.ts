// Chunks and ranges, look-ups, deletion, and when a session is forgotten.

import { describe, expect, it } from 'vitest';
import { type Extras, MINUTE_MS, OTHER_SESSION, SESSION, START_MS, testCluster } from './test-cluster.js';

const RANGE_REFUSED = { status: 400, code: 'FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE', message: 'Null' };

function chunksOf(cluster = testCluster()) {
  const put = (range: string | undefined, path = 'app/f', sessionId = SESSION) =>
    cluster.ask(
      `PUT /ImageStore/${path}/$/UploadChunk?api-version=6.0&session-id=${sessionId}`,
      (range === undefined ? {} : { range }) satisfies Extras,
    );
  const expected = async (): Promise<string> => {
    const { text } = await cluster.look();
    const [session] = JSON.parse(text).UploadSessions;
    return session.ExpectedRanges.map(
      (range: { StartPosition: string; EndPosition: string }) => `${range.StartPosition}-${range.EndPosition}`,
    ).join(' ');
  };
  return { ...cluster, put, expected };
}

describe('ranges', () => {
  it.each([
    [['bytes 0-9/30'], '10-29'],
    [['bytes 10-19/30'], '0-9 20-29'],
    [['bytes 20-29/30'], '0-19'],
    [['bytes 20-29/30', 'bytes 0-4/30'], '5-19'],
    [['bytes 5-5/30', 'bytes 7-7/30'], '0-4 6-6 8-29'],
    [['bytes 0-9/30', 'bytes 20-29/30', 'bytes 10-19/30'], ''],
    [['bytes 0-30/30'], ''],
    [['bytes 0-0/0'], '0-0'],
    [['bytes 0-0/18446744073709551615'], '1-18446744073709551614'],
  ])('after %j, what is expected is "%s"', async (ranges, expectedRanges) => {
    const { put, expected } = chunksOf();
    for (const range of ranges) {
      expect(await put(range)).toMatchObject({ status: 200, text: '' });
    }
    expect(await expected()).toBe(expectedRanges);
  });

  it.each([
    ['bytes 0-9/10', '0-9/10'],
    ['0-9/10', '0-9/10'],
    ['bytes0-9/10', '0-9/10'],
    ['bytes  0 - 9 / 10 ', '0-9/10'],
    ['bytes 0x0-0x9/0xA', '0-9/10'],
    ['bytes +0-+9/+10', '0-9/10'],
    ['bytes 5/10', '0-0/10'],
    ['bytes */10', '0-0/10'],
    ['bytes 1-2-3/10', '0-0/10'],
    ['', '0-0/0'],
    [undefined, '0-0/0'],
  ])('"%s" reads as %s', async (header, read) => {
    const { put, store } = chunksOf();
    expect(await put(header)).toMatchObject({ status: 200 });
    const [session] = store.sessions();
    const [chunk] = session?.chunks ?? [];
    expect(`${chunk?.start}-${chunk?.end}/${session?.sizeBytes}`).toBe(read);
  });

  it.each([
    'bytes 0-9',
    'bytes 0-9/*',
    'bytes 0-9/10/11',
    'bytes a-9/10',
    'bytes 0-b/10',
    'Bytes 0-9/10',
    'bytes 5-4/10',
    'bytes 0-11/10',
    'bytes 0-9/18446744073709551616',
    'bytes -0x/10-1',
  ])('"%s" is refused', async (header) => {
    const { put, store } = chunksOf();
    expect(await put(header)).toMatchObject(RANGE_REFUSED);
    expect(store.sessions()).toEqual([]);
  });

  it('are looked at before the session id', async () => {
    const { put } = chunksOf();
    expect(await put('bytes 5-4/10', 'app/f', 'x')).toMatchObject(RANGE_REFUSED);
  });

  it.each([
    ['the same again', 'bytes 10-19/30'],
    ['an overlap', 'bytes 15-24/30'],
    ['one that spans two holes', 'bytes 0-29/30'],
    ['one that ends at the total', 'bytes 20-30/30'],
  ])('refuse %s once a chunk is there', async (_, range) => {
    const { put } = chunksOf();
    await put('bytes 10-19/30');
    expect(await put(range)).toMatchObject(RANGE_REFUSED);
  });

  it('of an empty file are accepted again and again', async () => {
    const { put, expected } = chunksOf();
    await put(undefined);
    expect(await put(undefined)).toMatchObject({ status: 200 });
    expect(await expected()).toBe('0-0');
  });
});

describe('a session', () => {
  it.each([
    [
      'another path',
      'app/g',
      'bytes 1-1/2',
      { status: 409, code: 'FABRIC_E_UPLOAD_SESSION_ID_CONFLICT', message: 'Null' },
    ],
    ['another letter case', 'App/f', 'bytes 1-1/2', { status: 409 }],
    ['another path and another size', 'app/g', 'bytes 1-1/3', { status: 409 }],
    ['another size', 'app/f', 'bytes 1-1/3', { status: 400, code: 'E_INVALIDARG' }],
  ])('belongs to its first chunk: %s is refused', async (_, path, range, refused) => {
    const { put } = chunksOf();
    await put('bytes 0-0/2');
    expect(await put(range, path)).toMatchObject(refused);
  });

  it('is shown with its members in order, integers as strings, and slashes escaped', async () => {
    const { ask, put, clock } = chunksOf();
    await put('bytes 1-1/3', 'app/f', SESSION.toUpperCase());
    await clock.pass(1);
    expect(await ask(`GET /ImageStore/$/GetUploadSession?api-version=6.0&session-id=${SESSION}`)).toEqual({
      kind: 'answer',
      status: 200,
      reason: 'OK',
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'X-Content-Type-Options': 'nosniff',
        'Content-Length': '258',
      },
      text:
        `{"UploadSessions":[{"StoreRelativePath":"app\\/f","SessionId":"${SESSION}","FileSize":"3",` +
        '"ModifiedDate":"2026-01-01T00:00:00.000Z","ExpectedRanges":[' +
        '{"StartPosition":"0","EndPosition":"0"},{"StartPosition":"2","EndPosition":"2"}]}]}',
      code: undefined,
      message: undefined,
    });
  });

  it.each([
    ['2.0', '134116992000000000'],
    ['2.9', '134116992000000000'],
    ['3.0', '2026-01-01T00:00:00.000Z'],
  ])('is dated for api-version %s as %s', async (apiVersion, date) => {
    const { ask, put } = chunksOf();
    await put('bytes 0-0/2');
    const { text } = await ask(`GET /ImageStore/app/f/$/GetUploadSession?api-version=${apiVersion}`);
    expect(JSON.parse(text).UploadSessions[0].ModifiedDate).toBe(date);
  });

  it('that nobody knows is 204, not 404', async () => {
    const { look, ask } = testCluster();
    const nothing = {
      status: 204,
      reason: 'No Content',
      text: '',
      headers: { 'Content-Type': 'application/json; charset=utf-8', 'X-Content-Type-Options': 'nosniff' },
    };
    expect(await look()).toMatchObject(nothing);
    expect(await ask('GET /ImageStore/app/f/$/GetUploadSession?api-version=6.0')).toMatchObject(nothing);
  });

  it('is found by its very path, with whatever else goes there, whichever session id is named', async () => {
    const { ask, put } = chunksOf();
    await put('bytes 0-0/2', 'app/f', OTHER_SESSION);
    await put('bytes 0-0/2', 'app/f', SESSION);
    const byPath = (path: string) => ask(`GET /ImageStore/${path}/$/GetUploadSession?api-version=6.0&session-id=x`);
    const { text } = await byPath('app/f');
    const ids = JSON.parse(text).UploadSessions.map((session: { SessionId: string }) => session.SessionId);
    expect(ids).toEqual([SESSION, OTHER_SESSION]);
    expect(await byPath('App/f')).toMatchObject({ status: 204 });
  });

  it('is deleted once', async () => {
    const { ask, put, look } = chunksOf();
    await put('bytes 0-0/2');
    const remove = () => ask(`DELETE /ImageStore/$/DeleteUploadSession?api-version=6.0&session-id=${SESSION}`);
    expect(await remove()).toMatchObject({ status: 200, text: '' });
    expect(await look()).toMatchObject({ status: 204 });
    expect(await remove()).toMatchObject({ status: 404, reason: 'NotFound', code: 'NotFound', message: 'Null' });
  });
});

describe('expiry', () => {
  it('comes with the timer, 30 minutes after the first session and every 5 minutes from then on', async () => {
    const { clock, put, look, store } = chunksOf();
    await put('bytes 0-0/2');
    await clock.pass(1 * MINUTE_MS);
    await put('bytes 0-0/2', 'app/g', OTHER_SESSION);
    await clock.pass(29 * MINUTE_MS - 1);
    expect(await look()).toMatchObject({ status: 200 });
    await clock.pass(1);
    expect(await look()).toMatchObject({ status: 204 });
    await clock.pass(5 * MINUTE_MS - 1);
    expect(await look(OTHER_SESSION), 'over age, and nobody has looked').toMatchObject({ status: 200 });
    await clock.pass(1);
    expect(store.sessions()).toEqual([]);
  });

  it('counts from the last accepted chunk', async () => {
    const { clock, put, look } = chunksOf();
    await put('bytes 0-0/3');
    await clock.pass(20 * MINUTE_MS);
    await put('bytes 1-1/3');
    await clock.pass(10 * MINUTE_MS);
    expect(await put('bytes 1-1/3'), 'a repeated chunk, which moves nothing').toMatchObject(RANGE_REFUSED);
    await clock.pass(20 * MINUTE_MS - 1);
    expect(await look()).toMatchObject({ status: 200 });
    await clock.pass(1);
    expect(await look()).toMatchObject({ status: 204 });
  });

  it('is not put off by commits and look-ups, and a session over age can still be committed', async () => {
    const { clock, upload, look, commit } = testCluster();
    await upload('app/g', 'x', OTHER_SESSION);
    await clock.pass(MINUTE_MS);
    await upload('app/f', 'abc');
    await clock.pass(30 * MINUTE_MS);
    expect(await look()).toMatchObject({ status: 200 });
    expect(await commit()).toMatchObject({ status: 200 });
    await clock.pass(4 * MINUTE_MS);
    expect(await commit()).toMatchObject({ status: 400, code: 'E_INVALIDARG' });
  });

  it('comes before whatever else is due at the same moment', async () => {
    const { clock, upload, commit, script, store } = testCluster();
    await upload('app/f', 'abc');
    script({ delayMs: 30 * MINUTE_MS });
    const asked = commit(SESSION, '&timeout=3600');
    await clock.pass(30 * MINUTE_MS);
    expect(await asked).toMatchObject({ status: 400, code: 'E_INVALIDARG' });
    expect(store.files()).toEqual([]);
  });

  it('starts its timer anew when all sessions have gone in the meantime', async () => {
    const { ask, clock, put, look, store } = chunksOf();
    await put('bytes 0-0/2');
    await ask(`DELETE /ImageStore/$/DeleteUploadSession?api-version=6.0&session-id=${SESSION}`);
    await clock.pass(10 * MINUTE_MS);
    await put('bytes 0-0/2');
    await clock.pass(30 * MINUTE_MS - 1);
    expect(await look()).toMatchObject({ status: 200 });
    await clock.pass(1);
    expect(store.sessions()).toEqual([]);
    expect(clock.now()).toBe(START_MS + 40 * MINUTE_MS);
  });
});
