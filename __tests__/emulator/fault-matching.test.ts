// Which requests a fault applies to, and at which point of the request.

import { describe, expect, it } from 'vitest';
import type { Fault } from '../../emulator/faults.js';
import { createClusterWithSession, createTestCluster, OTHER_SESSION, SESSION, START_MS } from './test-cluster.js';

describe('an emulator fault applies to', () => {
  it.each<[string, Fault, boolean]>([
    ['every request if it has no conditions', {}, true],
    ['requests of its operation', { operation: 'commit-session' }, true],
    ['no requests of another operation', { operation: 'get-session' }, false],
    ['requests for its session in any letter case', { sessionId: SESSION.toUpperCase() }, true],
    ['no requests for another session', { sessionId: OTHER_SESSION }, false],
    ['commits of sessions for its path in any notation', { path: 'APP\\F' }, true],
    ['no commits of sessions for another path', { path: 'app' }, false],
  ])('%s', async (_, fault, applies) => {
    const { commit, addFaults } = await createClusterWithSession();
    addFaults({ ...fault, answer: { status: 418 } });
    expect((await commit()).status).toBe(applies ? 418 : 200);
  });

  it('one request by default, and otherwise to as many as "times" says', async () => {
    const { send, addFaults, store } = createTestCluster();
    addFaults(
      { answer: { status: 501 } },
      { times: 2, answer: { status: 502 } },
      { times: 'forever', answer: { status: 503 } },
    );
    const statuses: unknown[] = [];
    for (let sent = 0; sent < 5; sent += 1) {
      statuses.push((await send('GET /')).status);
    }
    expect(statuses).toEqual([501, 502, 502, 503, 503]);
    expect(store.faults()).toEqual([{ times: 'forever', answer: { status: 503 } }]);
    store.clearFaults();
    expect((await send('GET /')).status).toBe(200);
  });

  it('requests for content by the path in the URL', async () => {
    const { list, addFaults } = createTestCluster();
    addFaults({ path: 'app\\F', answer: { status: 418 } });
    expect(await list('app/g')).toMatchObject({ status: 404 });
    expect(await list('app/f')).toMatchObject({ status: 418 });
  });

  it('commits only when its point is "between"', async () => {
    const { send, commit, addFaults } = await createClusterWithSession();
    addFaults({ at: 'between', answer: { status: 418 } });
    expect(await send('GET /')).toMatchObject({ status: 200 });
    expect(await commit()).toMatchObject({ status: 418 });
  });

  it('requests without a route too', async () => {
    const { send, addFaults } = createTestCluster();
    addFaults({ answer: { status: 503 } });
    expect(await send('GET /nowhere')).toMatchObject({ status: 503, headers: { 'Content-Type': /html/ } });
  });

  it('a request together with faults for its other points', async () => {
    const { commit, addFaults, clock } = await createClusterWithSession();
    addFaults({ delayMs: 1 }, { at: 'between', delayMs: 10 }, { at: 'after', delayMs: 100 });
    const response = commit();
    await clock.advance(1);
    await clock.advance(10);
    await clock.advance(100);
    expect(await response).toMatchObject({ status: 200 });
    expect(clock.now()).toBe(START_MS + 111);
  });
});

describe('the point of an emulator fault', () => {
  it.each<[Fault['at'], string[]]>([
    ['before', []],
    ['between', []],
    ['after', ['app\\f']],
  ])('"%s" results in the published files %j when the fault replaces the response', async (at, files) => {
    const { commit, addFaults, store } = await createClusterWithSession();
    addFaults({ operation: 'commit-session', ...(at === undefined ? {} : { at }), answer: { code: 'E_ABORT' } });
    expect(await commit()).toMatchObject({ status: 503, reason: 'E_ABORT', message: 'Operation canceled.' });
    expect(store.files().map(({ path }) => path)).toEqual(files);
  });

  it('"before" precedes the look-up of the session by a commit, and "between" follows it', async () => {
    const { commit, upload, addFaults } = await createClusterWithSession();
    addFaults({ dropSession: true });
    expect(await commit()).toMatchObject({ status: 400, code: 'E_INVALIDARG' });
    await upload('app/f', 'new');
    addFaults({ at: 'between', dropSession: true });
    expect(await commit()).toMatchObject({ status: 404, code: 'NotFound', message: 'Null' });
  });
});
