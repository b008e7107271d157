// Commits case by case: what they need, what they publish, and what a second one does.

import { describe, expect, it } from 'vitest';
import { MINUTE_MS, OTHER_SESSION, SESSION, START_MS, testCluster } from './test-cluster.js';

const REFUSED = { status: 400, reason: 'Bad Request', code: 'E_INVALIDARG', message: 'Invalid argument' };

describe('a commit', () => {
  it('answers 200, JSON by its headers, and nothing in it', async () => {
    const { upload, commit } = testCluster();
    await upload('app/f', 'abc');
    expect(await commit()).toEqual({
      kind: 'answer',
      status: 200,
      reason: 'OK',
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'X-Content-Type-Options': 'nosniff',
        'Content-Length': '0',
      },
      text: '',
      code: undefined,
      message: undefined,
    });
  });

  it('publishes the chunks in order of their start, stamped with the session', async () => {
    const { ask, commit, store, clock } = testCluster();
    const put = (range: string, body: string) =>
      ask(`PUT /ImageStore/App/F/$/UploadChunk?api-version=6.0&session-id=${SESSION}`, { range, body });
    await put('bytes 3-5/6', 'def');
    await put('bytes 0-2/6', 'abc');
    await clock.pass(1000);
    await commit();
    expect(store.file('app\\f')).toMatchObject({
      path: 'App\\F',
      bytes: Buffer.from('abcdef'),
      modifiedMs: START_MS + 1000,
      sessionId: SESSION,
    });
  });

  it('leaves the session listed, with nothing expected', async () => {
    const { upload, commit, look } = testCluster();
    await upload('f', 'abc');
    await commit();
    expect((await look()).text).toContain('"ExpectedRanges":[]');
  });

  it.each([
    ['an unknown session', []],
    ['missing bytes', [['bytes 0-1/3', 'ab']]],
    ['an empty file', [['', '']]],
    ['an end that is one too many', [['bytes 0-3/3', 'abc']]],
  ])('is refused for %s', async (_, chunks) => {
    const { ask, commit, store } = testCluster();
    for (const [range = '', body = ''] of chunks) {
      await ask(`PUT /ImageStore/f/$/UploadChunk?api-version=6.0&session-id=${SESSION}`, { range, body });
    }
    expect(await commit()).toMatchObject(REFUSED);
    expect(store.files()).toEqual([]);
  });

  it('finds out only now that a chunk was shorter than its range, and says so in words', async () => {
    const { ask, commit, store } = testCluster();
    const line = `PUT /ImageStore/app/f/$/UploadChunk?api-version=6.0&session-id=${SESSION}`;
    expect(await ask(line, { range: 'bytes 0-9/10', body: 'abc' })).toMatchObject({ status: 200 });
    const refused = await commit();
    expect(refused).toMatchObject({ status: 400, code: 'E_INVALIDARG' });
    expect(refused.message).toMatch(/app\/f.*\b3 bytes.*\b10 bytes/);
    expect(store.files()).toEqual([]);
  });
});

describe('another commit', () => {
  it('of the same session succeeds and does nothing', async () => {
    const { upload, commit, store, clock } = testCluster();
    await upload('f', 'abc');
    await commit();
    const before = store.file('f');
    await clock.pass(1000);
    expect(await commit()).toMatchObject({ status: 200 });
    expect(store.file('f')).toEqual(before);
  });

  it('is refused once the session has expired, although the file is there', async () => {
    const { upload, commit, store, clock } = testCluster();
    await upload('f', 'abc');
    await commit();
    await clock.pass(30 * MINUTE_MS);
    expect(await commit()).toMatchObject(REFUSED);
    expect(store.file('f')).toMatchObject({ sessionId: SESSION });
  });

  it('of an old session brings its content back over what came later', async () => {
    const { upload, commit, store } = testCluster();
    await upload('app/f', 'old', SESSION);
    await commit(SESSION);
    await upload('APP/f', 'newer', OTHER_SESSION);
    await commit(OTHER_SESSION);
    const newer = store.file('app/f');
    expect(await commit(SESSION)).toMatchObject({ status: 200 });
    expect(store.files()).toMatchObject([{ path: 'app\\f', bytes: Buffer.from('old'), sessionId: SESSION }]);
    expect(store.file('app/f')?.version.number).toBe((newer?.version.number ?? 0n) + 1n);
  });
});

describe('a busy path', () => {
  const busyCluster = async (busyPath: string) => {
    const cluster = testCluster();
    await cluster.upload('app/pkg/f', 'abc', SESSION);
    cluster.script({ operation: 'home', busy: { ms: 10_000, path: busyPath } });
    await cluster.ask('GET /');
    return cluster;
  };
  const pending = { status: 500, reason: 'OperationsPending', code: 'OperationsPending', message: 'Null' };

  it.each(['app/pkg/f', 'APP\\pkg\\F', 'app/pkg', 'app'])('%s holds up a commit to app/pkg/f', async (path) => {
    const { commit, clock } = await busyCluster(path);
    expect(await commit()).toMatchObject(pending);
    await clock.pass(9_999);
    expect(await commit()).toMatchObject(pending);
    await clock.pass(1);
    expect(await commit()).toMatchObject({ status: 200 });
  });

  it.each(['app/pkg/f/below', 'app/pkg/f2', 'ap'])('%s does not', async (path) => {
    const { commit } = await busyCluster(path);
    expect(await commit()).toMatchObject({ status: 200 });
  });

  it('holds up uploads and deletions as well', async () => {
    const { ask } = await busyCluster('app');
    expect(await ask('PUT /ImageStore/app/g?api-version=6.0', { body: 'x' })).toMatchObject(pending);
    expect(await ask('DELETE /ImageStore/app/g?api-version=6.0')).toMatchObject(pending);
  });

  it('is what a commit in progress makes of its own', async () => {
    const { upload, commit, script, clock, store } = testCluster();
    await upload('f', 'abc', SESSION);
    await upload('f', 'other', OTHER_SESSION);
    script({ sessionId: SESSION, publish: { ms: 5_000 } });
    const first = commit(SESSION);
    expect(store.work()).toMatchObject([{ operation: 'commit-session', path: 'f', stage: 'publishing', holds: 'f' }]);
    expect(await commit(SESSION)).toMatchObject(pending);
    expect(await commit(OTHER_SESSION)).toMatchObject(pending);
    await clock.pass(5_000);
    expect(await first).toMatchObject({ status: 200 });
    expect(store.work()).toEqual([]);
    expect(store.file('f')).toMatchObject({ sessionId: SESSION });
  });
});
