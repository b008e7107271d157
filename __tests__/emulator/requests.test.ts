// What reaches the cluster and what does not: routes, queries, numbers, lengths.

import { describe, expect, it } from 'vitest';
import { SESSION, testCluster } from './test-cluster.js';

const COMMIT = `/ImageStore/$/CommitUploadSession?session-id=${SESSION}`;

describe('routes', () => {
  it.each([
    ['another letter case of the first segment', 'POST', '/imagestore/$/CommitUploadSession'],
    ['another letter case of the action', 'POST', '/ImageStore/$/commituploadsession'],
    ['GET for a POST', 'GET', '/ImageStore/$/CommitUploadSession'],
    ['HEAD', 'HEAD', '/ImageStore/a'],
    ['a segment too many', 'POST', '/ImageStore/$/CommitUploadSession/now'],
    ['a segment too few', 'PUT', '/ImageStore/$/UploadChunk'],
    ['an unknown action', 'POST', '/ImageStore/$/Copy'],
    ['a $ inside a path', 'GET', '/ImageStore/a/$/b'],
    ['another collection', 'GET', '/$/GetClusterVersion'],
  ])('answers %s with 400 and E_INVALIDARG', async (_, method, path) => {
    const { ask } = testCluster();
    const reply = await ask(`${method} ${path}?api-version=6.0&session-id=${SESSION}`);
    expect(reply).toMatchObject({ status: 400, reason: 'Bad Request', code: 'E_INVALIDARG' });
    expect(reply.text).toBe('{"Error":{"Code":"E_INVALIDARG","Message":"Invalid argument"}}');
  });

  it.each([
    ['a slash at the end', '/ImageStore/$/GetUploadSession/'],
    ['slashes doubled', '//ImageStore//$//GetUploadSession'],
    ['an encoded $', '/ImageStore/%24/GetUploadSession'],
    ['an absolute form', 'http://cluster:19080/ImageStore/$/GetUploadSession'],
  ])('takes %s', async (_, path) => {
    const { ask } = testCluster();
    expect(await ask(`GET ${path}?api-version=6.0&session-id=${SESSION}`)).toMatchObject({ status: 204 });
  });

  it.each(['app/a%20b%2Bc.txt', 'app%2Fa%20b%2Bc.txt'])('reads the path %s as app/a b+c.txt', async (path) => {
    const { upload, store } = testCluster();
    await upload(path, 'abc');
    expect(store.sessions()).toMatchObject([{ path: 'app/a b+c.txt' }]);
  });

  it('leaves a path that is not UTF-8 to http.sys', async () => {
    const { ask } = testCluster();
    const reply = await ask('GET /ImageStore/%FF?api-version=6.0');
    expect(reply).toMatchObject({ status: 400, headers: { 'Content-Type': 'text/html; charset=us-ascii' } });
  });

  it('has no session API on Linux, where anything else goes on', async () => {
    const { ask, upload, store } = testCluster({ linux: true });
    await upload('app/f', 'abc');
    expect(store.sessions()).toEqual([]);
    expect(await ask(`POST ${COMMIT}&api-version=6.0`)).toMatchObject({ status: 400, code: 'E_INVALIDARG' });
    expect(await ask(`GET /ImageStore/$/GetUploadSession?api-version=6.0&session-id=${SESSION}`)).toMatchObject({
      status: 400,
      code: 'E_INVALIDARG',
    });
    expect(await ask('PUT /ImageStore/app/F?api-version=6.0', { body: 'abc' })).toMatchObject({ status: 200 });
    expect((await ask('GET /ImageStore/app/F?api-version=6.0')).text).toContain('"StoreRelativePath":"app\\/F"');
    expect(await ask('GET /ImageStore/app/f?api-version=6.2')).toMatchObject({ status: 404 });
    expect(await ask('PUT /ImageStore/g?api-version=6.0', { range: 'any' })).toMatchObject({ status: 200 });
  });

  it('shows its front page without an api-version', async () => {
    const { ask } = testCluster();
    expect(await ask('GET /')).toMatchObject({ status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  });
});

describe('api-version', () => {
  const given = (apiVersion: string) => testCluster().ask(`POST ${COMMIT}&${apiVersion}`);

  // A commit of an unknown session is E_INVALIDARG too: only look-ups tell a taken api-version from a refused one.
  const look = (apiVersion: string) =>
    testCluster().ask(`GET /ImageStore/$/GetUploadSession?session-id=${SESSION}&${apiVersion}`);

  it.each(['1.0', '3.0', '6.0', '6.4', '6.0-preview', '6.0x', '6.', '6', '+6', '06.0', '.6e1', '60e-1'])(
    'takes %s',
    async (version) => {
      expect(await look(`api-version=${version}`)).toMatchObject({ status: 204 });
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
  ])('refuses "%s"', async (query) => {
    expect(await look(query)).toMatchObject({ status: 400, code: 'E_INVALIDARG' });
    expect(await given(query)).toMatchObject({ status: 400, code: 'E_INVALIDARG' });
  });

  it('goes as far as the runtime goes', async () => {
    const { ask } = testCluster({ runtimeVersion: 9.1 });
    expect(await ask(`GET /ImageStore/$/GetUploadSession?session-id=${SESSION}&api-version=9.1`)).toMatchObject({
      status: 204,
    });
  });
});

describe('queries', () => {
  const look = async (query: string) => {
    const { ask, upload } = testCluster();
    await upload('f', 'abc');
    return (await ask(`GET /ImageStore/$/GetUploadSession?${query}`)).status;
  };

  it.each([
    ['the first of two', `session-id=${SESSION}&session-id=x&api-version=6.0&api-version=99`],
    ['upper case digits', `session-id=${SESSION.toUpperCase()}&api-version=6.0`],
    ['empty elements in between', `&&session-id=${SESSION}&&api-version=6.0&`],
    ['a doubled equals sign', `session-id==${SESSION}&api-version=6.0`],
    ['what nobody knows', `x=1&session-id=${SESSION}&y&api-version=6.0`],
  ])('take %s', async (_, query) => {
    expect(await look(query)).toBe(200);
  });

  it.each([
    ['a name in another letter case', `Session-Id=${SESSION}`],
    ['an empty value', 'session-id='],
    ['a value with an equals sign', `session-id=${SESSION}=1`],
    ['a percent-encoded dash', `session-id=${SESSION.replace('-', '%2D')}`],
    ['braces', `session-id={${SESSION}}`],
    ['no dashes', `session-id=${SESSION.replaceAll('-', '')}`],
    ['a digit too few', `session-id=${SESSION.slice(0, -1)}`],
    ['the nil GUID', 'session-id=00000000-0000-0000-0000-000000000000'],
    ['nothing', 'x=1'],
  ])('refuse %s for a session id', async (_, query) => {
    expect(await look(`${query}&api-version=6.0`)).toBe(400);
  });

  it.each([
    ['GET /ImageStore/$/GetUploadSession', 'FABRIC_E_INVALID_UPLOAD_SESSION_ID'],
    ['PUT /ImageStore/f/$/UploadChunk', 'FABRIC_E_INVALID_UPLOAD_SESSION_ID'],
    ['POST /ImageStore/$/CommitUploadSession', 'E_INVALIDARG'],
    ['DELETE /ImageStore/$/DeleteUploadSession', 'E_INVALIDARG'],
  ])('without a session id make %s say %s', async (line, code) => {
    const { ask } = testCluster();
    expect(await ask(`${line}?api-version=6.0`)).toMatchObject({ status: 400, code });
    expect(await ask(`${line}?api-version=6.0&session-id=x`)).toMatchObject({ status: 400, code });
  });
});

describe('timeout', () => {
  // The commit takes as long as anything can: the answer comes when the time given is over.
  const secondsUntilAnswer = async (timeout: string) => {
    const { upload, commit, script, clock } = testCluster();
    await upload('f', 'abc');
    script({ operation: 'commit-session', publish: { ms: Number.MAX_SAFE_INTEGER } });
    let status: number | undefined;
    const asked = commit(SESSION, timeout).then((reply) => {
      status = reply.status;
    });
    let seconds = 0;
    while (status === undefined && seconds < 200) {
      await clock.pass(1000);
      seconds += 1;
    }
    await Promise.race([asked, clock.pass(0)]);
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
  ])('"%s" gives %i seconds', async (query, seconds) => {
    expect(await secondsUntilAnswer(query)).toEqual({ seconds, status: 504 });
  });

  it('4294967295 is more than a minute', async () => {
    expect(await secondsUntilAnswer('&timeout=4294967295')).toEqual({ seconds: 200, status: undefined });
  });

  it('0 leaves no time at all', async () => {
    const { upload, commit, store } = testCluster();
    await upload('f', 'abc');
    expect(await commit(SESSION, '&timeout=0')).toMatchObject({ status: 504, code: 'FABRIC_E_TIMEOUT' });
    expect(store.files()).toEqual([]);
  });
});

describe('bodies', () => {
  const bare = { method: 'POST', target: `${COMMIT}&api-version=6.0`, headers: {}, body: new Uint8Array(0) };

  it('need a length in POST and PUT, or http.sys answers 411 with a page', async () => {
    const { store } = testCluster();
    const refused = { kind: 'answer', answer: { status: 411, reason: 'Length Required' } };
    expect(await store.handle(bare)).toMatchObject(refused);
    expect(await store.handle({ ...bare, method: 'PUT' })).toMatchObject(refused);
    expect(await store.handle({ ...bare, method: 'DELETE' })).toMatchObject({ answer: { status: 400 } });
    expect(await store.handle({ ...bare, headers: { 'transfer-encoding': 'chunked' } })).toMatchObject({
      answer: { status: 400 },
    });
  });

  it('need none when strictness is switched off', async () => {
    const { store } = testCluster({ strictLength: false });
    expect(await store.handle(bare)).toMatchObject({ answer: { status: 400, reason: 'Bad Request' } });
  });

  it('over 4 MiB are refused, but for a PUT', async () => {
    const { ask } = testCluster();
    const body = new Uint8Array(4 * 1024 * 1024 + 1);
    expect(await ask(`POST ${COMMIT}&api-version=6.0`, { body })).toMatchObject({
      status: 413,
      code: 'FABRIC_E_MESSAGE_TOO_LARGE',
    });
    expect(await ask('PUT /ImageStore/f?api-version=6.0', { body })).toMatchObject({ status: 200 });
  });
});
