// How the gateway parses requests: routes, api-versions, queries, timeouts and bodies.

import { describe, expect, it } from 'vitest';
import { createTestCluster, SESSION } from './test-cluster.js';

const COMMIT = `/ImageStore/$/CommitUploadSession?session-id=${SESSION}`;

describe('the routes of the emulator', () => {
  it.each([
    ['another letter case of the first segment', 'POST', '/imagestore/$/CommitUploadSession'],
    ['another letter case of the action', 'POST', '/ImageStore/$/commituploadsession'],
    ['GET for a POST', 'GET', '/ImageStore/$/CommitUploadSession'],
    ['HEAD', 'HEAD', '/ImageStore/a'],
    ['one segment too many', 'POST', '/ImageStore/$/CommitUploadSession/now'],
    ['one segment too few', 'PUT', '/ImageStore/$/UploadChunk'],
    ['an unknown action', 'POST', '/ImageStore/$/Copy'],
    ['a $ inside a path', 'GET', '/ImageStore/a/$/b'],
    ['another collection', 'GET', '/$/GetClusterVersion'],
  ])('reject %s with 400 E_INVALIDARG', async (_, method, path) => {
    const { send } = createTestCluster();
    const reply = await send(`${method} ${path}?api-version=6.0&session-id=${SESSION}`);
    expect(reply).toMatchObject({ status: 400, reason: 'Bad Request', code: 'E_INVALIDARG' });
    expect(reply.text).toBe('{"Error":{"Code":"E_INVALIDARG","Message":"Invalid argument"}}');
  });

  it.each([
    ['a slash at the end', '/ImageStore/$/GetUploadSession/'],
    ['doubled slashes', '//ImageStore//$//GetUploadSession'],
    ['an encoded $', '/ImageStore/%24/GetUploadSession'],
    ['a target in absolute form', 'http://cluster:19080/ImageStore/$/GetUploadSession'],
  ])('accept %s', async (_, path) => {
    const { send } = createTestCluster();
    expect(await send(`GET ${path}?api-version=6.0&session-id=${SESSION}`)).toMatchObject({ status: 204 });
  });

  it.each(['app/a%20b%2Bc.txt', 'app%2Fa%20b%2Bc.txt'])('decode the path %s as app/a b+c.txt', async (path) => {
    const { upload, store } = createTestCluster();
    await upload(path, 'abc');
    expect(store.sessions()).toMatchObject([{ path: 'app/a b+c.txt' }]);
  });

  it('reject a path that is not UTF-8 with an HTML page of http.sys', async () => {
    const { send } = createTestCluster();
    const reply = await send('GET /ImageStore/%FF?api-version=6.0');
    expect(reply).toMatchObject({ status: 400, headers: { 'Content-Type': 'text/html; charset=us-ascii' } });
  });

  it('include no session API on Linux, where the routes for content work with slashes and letter case', async () => {
    const { send, upload, store } = createTestCluster({ linux: true });
    await upload('app/f', 'abc');
    expect(store.sessions()).toEqual([]);
    expect(await send(`POST ${COMMIT}&api-version=6.0`)).toMatchObject({ status: 400, code: 'E_INVALIDARG' });
    expect(await send(`GET /ImageStore/$/GetUploadSession?api-version=6.0&session-id=${SESSION}`)).toMatchObject({
      status: 400,
      code: 'E_INVALIDARG',
    });
    expect(await send('PUT /ImageStore/app/F?api-version=6.0', { body: 'abc' })).toMatchObject({ status: 200 });
    expect((await send('GET /ImageStore/app/F?api-version=6.0')).text).toContain('"StoreRelativePath":"app\\/F"');
    expect(await send('GET /ImageStore/app/f?api-version=6.2')).toMatchObject({ status: 404 });
    expect(await send('PUT /ImageStore/g?api-version=6.0', { range: 'any' })).toMatchObject({ status: 200 });
  });

  it('include a home page that needs no api-version', async () => {
    const { send } = createTestCluster();
    expect(await send('GET /')).toMatchObject({ status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  });
});

describe('the api-version of a request to the emulator', () => {
  const commit = (apiVersion: string) => createTestCluster().send(`POST ${COMMIT}&${apiVersion}`);

  // A commit of an unknown session is E_INVALIDARG too, so only a look-up shows that an api-version is accepted.
  const getSession = (apiVersion: string) =>
    createTestCluster().send(`GET /ImageStore/$/GetUploadSession?session-id=${SESSION}&${apiVersion}`);

  it.each(['1.0', '3.0', '6.0', '6.4', '6.0-preview', '6.0x', '6.', '6', '+6', '06.0', '.6e1', '60e-1'])(
    'can be %s',
    async (version) => {
      expect(await getSession(`api-version=${version}`)).toMatchObject({ status: 204 });
    },
  );

  it.each([
    'api-version=0.9',
    'api-version=6.5',
    'api-version=-6',
    'api-version=x6.0',
    'api-version=6.0.',
    'api-version=6.0.1',
    'api-version=6e',
    'api-version=',
    'Api-Version=6.0',
    '',
  ])('is rejected when the query is "%s"', async (query) => {
    expect(await getSession(query)).toMatchObject({ status: 400, code: 'E_INVALIDARG' });
    expect(await commit(query)).toMatchObject({ status: 400, code: 'E_INVALIDARG' });
  });

  it('can be as new as the emulated runtime', async () => {
    const { send } = createTestCluster({ runtimeVersion: 9.1 });
    expect(await send(`GET /ImageStore/$/GetUploadSession?session-id=${SESSION}&api-version=9.1`)).toMatchObject({
      status: 204,
    });
  });
});

describe('the query of a request to the emulator', () => {
  const getSession = async (query: string) => {
    const { send, upload } = createTestCluster();
    await upload('f', 'abc');
    return (await send(`GET /ImageStore/$/GetUploadSession?${query}`)).status;
  };

  it.each([
    ['two values of which the first is valid', `session-id=${SESSION}&session-id=x&api-version=6.0&api-version=99`],
    ['an upper case session id', `session-id=${SESSION.toUpperCase()}&api-version=6.0`],
    ['empty elements', `&&session-id=${SESSION}&&api-version=6.0&`],
    ['a doubled equals sign', `session-id==${SESSION}&api-version=6.0`],
    ['unknown parameters', `x=1&session-id=${SESSION}&y&api-version=6.0`],
  ])('is accepted with %s', async (_, query) => {
    expect(await getSession(query)).toBe(200);
  });

  it.each([
    ['a name in another letter case', `Session-Id=${SESSION}`],
    ['an empty value', 'session-id='],
    ['a value with an equals sign', `session-id=${SESSION}=1`],
    ['a percent-encoded dash', `session-id=${SESSION.replace('-', '%2D')}`],
    ['braces', `session-id={${SESSION}}`],
    ['no dashes', `session-id=${SESSION.replaceAll('-', '')}`],
    ['one digit too few', `session-id=${SESSION.slice(0, -1)}`],
    ['the nil GUID', 'session-id=00000000-0000-0000-0000-000000000000'],
    ['no parameter', 'x=1'],
  ])('is rejected with %s as the session id', async (_, query) => {
    expect(await getSession(`${query}&api-version=6.0`)).toBe(400);
  });

  it.each([
    ['GET /ImageStore/$/GetUploadSession', 'FABRIC_E_INVALID_UPLOAD_SESSION_ID'],
    ['PUT /ImageStore/f/$/UploadChunk', 'FABRIC_E_INVALID_UPLOAD_SESSION_ID'],
    ['POST /ImageStore/$/CommitUploadSession', 'E_INVALIDARG'],
    ['DELETE /ImageStore/$/DeleteUploadSession', 'E_INVALIDARG'],
  ])('makes %s fail with %s when the session id is missing or malformed', async (requestLine, code) => {
    const { send } = createTestCluster();
    expect(await send(`${requestLine}?api-version=6.0`)).toMatchObject({ status: 400, code });
    expect(await send(`${requestLine}?api-version=6.0&session-id=x`)).toMatchObject({ status: 400, code });
  });
});

describe('the timeout of a request to the emulator', () => {
  // The commit takes longer than any timeout, so the response comes at the timeout.
  const secondsUntilResponse = async (timeout: string) => {
    const { upload, commit, addFaults, clock } = createTestCluster();
    await upload('f', 'abc');
    addFaults({ operation: 'commit-session', publish: { ms: Number.MAX_SAFE_INTEGER } });
    let status: number | undefined;
    const response = commit(SESSION, timeout).then((reply) => {
      status = reply.status;
    });
    let seconds = 0;
    while (status === undefined && seconds < 200) {
      await clock.advance(1000);
      seconds += 1;
    }
    await Promise.race([response, clock.advance(0)]);
    return { seconds, status };
  };

  it.each([
    ['', 60],
    ['&timeout=5', 5],
    ['&timeout=+5', 5],
    ['&timeout=005', 5],
    ['&timeout= 5 ', 5],
    ['&timeout=-5', 60],
    ['&timeout=5.5', 60],
    ['&timeout=0x5', 60],
    ['&timeout=five', 60],
    ['&timeout=4294967296', 60],
    ['&Timeout=5', 60],
  ])('with the query "%s" is %i seconds', async (query, seconds) => {
    expect(await secondsUntilResponse(query)).toEqual({ seconds, status: 504 });
  });

  it('can be 4294967295 seconds', async () => {
    expect(await secondsUntilResponse('&timeout=4294967295')).toEqual({ seconds: 200, status: undefined });
  });

  it('of 0 seconds is answered 504 before anything is done', async () => {
    const { upload, commit, store } = createTestCluster();
    await upload('f', 'abc');
    expect(await commit(SESSION, '&timeout=0')).toMatchObject({ status: 504, code: 'FABRIC_E_TIMEOUT' });
    expect(store.files()).toEqual([]);
  });
});

describe('the body of a request to the emulator', () => {
  const bare = { method: 'POST', target: `${COMMIT}&api-version=6.0`, headers: {}, body: new Uint8Array(0) };

  it('needs a length in a POST or PUT, or the response is the 411 of http.sys', async () => {
    const { store } = createTestCluster();
    const rejected = { kind: 'response', response: { status: 411, reason: 'Length Required' } };
    expect(await store.handle(bare)).toMatchObject(rejected);
    expect(await store.handle({ ...bare, method: 'PUT' })).toMatchObject(rejected);
    expect(await store.handle({ ...bare, method: 'DELETE' })).toMatchObject({ response: { status: 400 } });
    expect(await store.handle({ ...bare, headers: { 'transfer-encoding': 'chunked' } })).toMatchObject({
      response: { status: 400 },
    });
  });

  it('needs no length when strictLength is false', async () => {
    const { store } = createTestCluster({ strictLength: false });
    expect(await store.handle(bare)).toMatchObject({ response: { status: 400, reason: 'Bad Request' } });
  });

  it('is rejected above 4 MiB, except in a PUT', async () => {
    const { send } = createTestCluster();
    const body = new Uint8Array(4 * 1024 * 1024 + 1);
    expect(await send(`POST ${COMMIT}&api-version=6.0`, { body })).toMatchObject({
      status: 413,
      code: 'FABRIC_E_MESSAGE_TOO_LARGE',
    });
    expect(await send('PUT /ImageStore/f?api-version=6.0', { body })).toMatchObject({ status: 200 });
  });
});
