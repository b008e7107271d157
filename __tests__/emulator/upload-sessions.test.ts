// Upload sessions: chunks and their ranges, look-ups and deletion.

import { describe, expect, it } from 'vitest';
import { createChunkCluster, createTestCluster, OTHER_SESSION, SESSION } from './test-cluster.js';

const RANGE_REJECTED = { status: 400, code: 'FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE', message: 'Null' };

describe('the chunk ranges of an emulated upload session', () => {
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
  ])('%j leave "%s" as the expected ranges', async (ranges, expectedRanges) => {
    const { putChunk, getExpectedRanges } = createChunkCluster();
    for (const range of ranges) {
      expect(await putChunk(range)).toMatchObject({ status: 200, text: '' });
    }
    expect(await getExpectedRanges()).toBe(expectedRanges);
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
  ])('are parsed from the Content-Range "%s" as %s', async (header, parsed) => {
    const { putChunk, store } = createChunkCluster();
    expect(await putChunk(header)).toMatchObject({ status: 200 });
    const [session] = store.sessions();
    const [chunk] = session?.chunks ?? [];
    expect(`${chunk?.start}-${chunk?.end}/${session?.sizeBytes}`).toBe(parsed);
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
  ])('are rejected when the Content-Range is "%s"', async (header) => {
    const { putChunk, store } = createChunkCluster();
    expect(await putChunk(header)).toMatchObject(RANGE_REJECTED);
    expect(store.sessions()).toEqual([]);
  });

  it('are checked before the session id', async () => {
    const { putChunk } = createChunkCluster();
    expect(await putChunk('bytes 5-4/10', 'app/f', 'x')).toMatchObject(RANGE_REJECTED);
  });

  it.each([
    ['the range of the same chunk', 'bytes 10-19/30'],
    ['an overlapping range', 'bytes 15-24/30'],
    ['a range that spans two gaps', 'bytes 0-29/30'],
    ['a range that ends at the total', 'bytes 20-30/30'],
  ])('do not include %s once the session has a chunk', async (_, range) => {
    const { putChunk } = createChunkCluster();
    await putChunk('bytes 10-19/30');
    expect(await putChunk(range)).toMatchObject(RANGE_REJECTED);
  });

  it('of an empty file are accepted repeatedly', async () => {
    const { putChunk, getExpectedRanges } = createChunkCluster();
    await putChunk(undefined);
    expect(await putChunk(undefined)).toMatchObject({ status: 200 });
    expect(await getExpectedRanges()).toBe('0-0');
  });
});

describe('an emulated upload session', () => {
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
  ])('rejects a chunk with %s than its first chunk', async (_, path, range, rejected) => {
    const { putChunk } = createChunkCluster();
    await putChunk('bytes 0-0/2');
    expect(await putChunk(range, path)).toMatchObject(rejected);
  });

  it('is returned with its members in the order of the cluster, integers as strings, and escaped slashes', async () => {
    const { send, putChunk, clock } = createChunkCluster();
    await putChunk('bytes 1-1/3', 'app/f', SESSION.toUpperCase());
    await clock.advance(1);
    expect(await send(`GET /ImageStore/$/GetUploadSession?api-version=6.0&session-id=${SESSION}`)).toEqual({
      kind: 'response',
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
  ])('has its date with api-version %s as %s', async (apiVersion, date) => {
    const { send, putChunk } = createChunkCluster();
    await putChunk('bytes 0-0/2');
    const { text } = await send(`GET /ImageStore/app/f/$/GetUploadSession?api-version=${apiVersion}`);
    expect(JSON.parse(text).UploadSessions[0].ModifiedDate).toBe(date);
  });

  it('that does not exist is answered 204, not 404', async () => {
    const { getSession, send } = createTestCluster();
    const noContent = {
      status: 204,
      reason: 'No Content',
      text: '',
      headers: { 'Content-Type': 'application/json; charset=utf-8', 'X-Content-Type-Options': 'nosniff' },
    };
    expect(await getSession()).toMatchObject(noContent);
    expect(await send('GET /ImageStore/app/f/$/GetUploadSession?api-version=6.0')).toMatchObject(noContent);
  });

  it('is found by its exact path, together with the other sessions of the path, whatever session id the query has', async () => {
    const { send, putChunk } = createChunkCluster();
    await putChunk('bytes 0-0/2', 'app/f', OTHER_SESSION);
    await putChunk('bytes 0-0/2', 'app/f', SESSION);
    const byPath = (path: string) => send(`GET /ImageStore/${path}/$/GetUploadSession?api-version=6.0&session-id=x`);
    const { text } = await byPath('app/f');
    const ids = JSON.parse(text).UploadSessions.map((session: { SessionId: string }) => session.SessionId);
    expect(ids).toEqual([SESSION, OTHER_SESSION]);
    expect(await byPath('App/f')).toMatchObject({ status: 204 });
  });

  it('can be deleted once, and a second deletion is 404', async () => {
    const { send, putChunk, getSession } = createChunkCluster();
    await putChunk('bytes 0-0/2');
    const deleteSession = () => send(`DELETE /ImageStore/$/DeleteUploadSession?api-version=6.0&session-id=${SESSION}`);
    expect(await deleteSession()).toMatchObject({ status: 200, text: '' });
    expect(await getSession()).toMatchObject({ status: 204 });
    expect(await deleteSession()).toMatchObject({ status: 404, reason: 'NotFound', code: 'NotFound', message: 'Null' });
  });
});
