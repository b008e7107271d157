// Commits: what they require, what they publish, what a second commit does, and busy paths.

import { describe, expect, it } from 'vitest';
import { createTestCluster, MINUTE_MS, OTHER_SESSION, SESSION, START_MS } from './test-cluster.js';

const REJECTED = { status: 400, reason: 'Bad Request', code: 'E_INVALIDARG', message: 'Invalid argument' };

describe('a commit on the emulator', () => {
  it('returns 200 with JSON headers and an empty body', async () => {
    const { upload, commit } = createTestCluster();
    await upload('app/f', 'abc');
    expect(await commit()).toEqual({
      kind: 'response',
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

  it('publishes the chunks in order of their start and records the session id on the file', async () => {
    const { send, commit, store, clock } = createTestCluster();
    const putChunk = (range: string, body: string) =>
      send(`PUT /ImageStore/App/F/$/UploadChunk?api-version=6.0&session-id=${SESSION}`, { range, body });
    await putChunk('bytes 3-5/6', 'def');
    await putChunk('bytes 0-2/6', 'abc');
    await clock.advance(1000);
    await commit();
    expect(store.file('app\\f')).toMatchObject({
      path: 'App\\F',
      bytes: Buffer.from('abcdef'),
      modifiedMs: START_MS + 1000,
      sessionId: SESSION,
    });
  });

  it('keeps the session, which then expects no more ranges', async () => {
    const { upload, commit, getSession } = createTestCluster();
    await upload('f', 'abc');
    await commit();
    expect((await getSession()).text).toContain('"ExpectedRanges":[]');
  });

  it.each([
    ['an unknown session', []],
    ['a session with missing bytes', [['bytes 0-1/3', 'ab']]],
    ['a session of an empty file', [['', '']]],
    ['a range that ends one byte after the file', [['bytes 0-3/3', 'abc']]],
  ])('is rejected for %s and publishes nothing', async (_, chunks) => {
    const { send, commit, store } = createTestCluster();
    for (const [range = '', body = ''] of chunks) {
      await send(`PUT /ImageStore/f/$/UploadChunk?api-version=6.0&session-id=${SESSION}`, { range, body });
    }
    expect(await commit()).toMatchObject(REJECTED);
    expect(store.files()).toEqual([]);
  });

  it('is rejected when a chunk is shorter than its range, with a message that names the path and both sizes', async () => {
    const { send, commit, store } = createTestCluster();
    const line = `PUT /ImageStore/app/f/$/UploadChunk?api-version=6.0&session-id=${SESSION}`;
    expect(await send(line, { range: 'bytes 0-9/10', body: 'abc' })).toMatchObject({ status: 200 });
    const rejected = await commit();
    expect(rejected).toMatchObject({ status: 400, code: 'E_INVALIDARG' });
    expect(rejected.message).toMatch(/app\/f.*\b3 bytes.*\b10 bytes/);
    expect(store.files()).toEqual([]);
  });
});

describe('a second commit on the emulator', () => {
  it('of the same session succeeds and leaves the file as it is', async () => {
    const { upload, commit, store, clock } = createTestCluster();
    await upload('f', 'abc');
    await commit();
    const before = store.file('f');
    await clock.advance(1000);
    expect(await commit()).toMatchObject({ status: 200 });
    expect(store.file('f')).toEqual(before);
  });

  it('is rejected once the session has expired, although the file is published', async () => {
    const { upload, commit, store, clock } = createTestCluster();
    await upload('f', 'abc');
    await commit();
    await clock.advance(30 * MINUTE_MS);
    expect(await commit()).toMatchObject(REJECTED);
    expect(store.file('f')).toMatchObject({ sessionId: SESSION });
  });

  it('of an older session replaces newer content with its own', async () => {
    const { upload, commit, store } = createTestCluster();
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

describe('a busy path on the emulator', () => {
  const busyCluster = async (busyPath: string) => {
    const cluster = createTestCluster();
    await cluster.upload('app/pkg/f', 'abc', SESSION);
    cluster.addFaults({ operation: 'home', busy: { ms: 10_000, path: busyPath } });
    await cluster.send('GET /');
    return cluster;
  };
  const pending = { status: 500, reason: 'OperationsPending', code: 'OperationsPending', message: 'Null' };

  it.each(['app/pkg/f', 'APP\\pkg\\F', 'app/pkg', 'app'])(
    '%s makes a commit to app/pkg/f fail with OperationsPending until the path is free',
    async (path) => {
      const { commit, clock } = await busyCluster(path);
      expect(await commit()).toMatchObject(pending);
      await clock.advance(9_999);
      expect(await commit()).toMatchObject(pending);
      await clock.advance(1);
      expect(await commit()).toMatchObject({ status: 200 });
    },
  );

  it.each(['app/pkg/f/below', 'app/pkg/f2', 'ap'])('%s does not affect a commit to app/pkg/f', async (path) => {
    const { commit } = await busyCluster(path);
    expect(await commit()).toMatchObject({ status: 200 });
  });

  it.each([
    ['PUT', 200],
    ['DELETE', 404],
  ])(
    'delays a %s, which the naming gateway retries every 5 s until the path is free or 504',
    async (method, status) => {
      const { send, clock } = await busyCluster('app');
      const reply = send(`${method} /ImageStore/app/g?api-version=6.0`);
      const replyWithin9Seconds = send(`${method} /ImageStore/app/g?api-version=6.0&timeout=9`);
      await clock.advance(5_000);
      expect(await replyWithin9Seconds).toMatchObject({ status: 504, code: 'FABRIC_E_TIMEOUT' });
      await clock.advance(5_000);
      expect(await reply).toMatchObject({ status });
    },
  );

  it('results from a commit that is publishing, for the same session and for others', async () => {
    const { upload, commit, addFaults, clock, store } = createTestCluster();
    await upload('f', 'abc', SESSION);
    await upload('f', 'other', OTHER_SESSION);
    addFaults({ sessionId: SESSION, publish: { ms: 5_000 } });
    const first = commit(SESSION);
    expect(store.tasks()).toMatchObject([
      { operation: 'commit-session', path: 'f', stage: 'publishing', busyPath: 'f' },
    ]);
    expect(await commit(SESSION)).toMatchObject(pending);
    expect(await commit(OTHER_SESSION)).toMatchObject(pending);
    await clock.advance(5_000);
    expect(await first).toMatchObject({ status: 200 });
    expect(store.tasks()).toEqual([]);
    expect(store.file('f')).toMatchObject({ sessionId: SESSION });
  });
});
