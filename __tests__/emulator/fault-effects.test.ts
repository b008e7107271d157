// What faults do to the cluster: publishing that fails, failovers and other writers.

import { describe, expect, it } from 'vitest';
import type { Fault } from '../../emulator/faults.js';
import { createClusterWithOldFile, createClusterWithSession, OTHER_SESSION, SESSION } from './test-cluster.js';

describe('publishing on the emulator', () => {
  it.each<[Fault['publish'], object]>([
    [{ ms: 1000 }, { status: 200, text: expect.stringContaining('"FileSize":"3"') }],
    [
      { ms: 1000, shows: 'new-file' },
      { status: 200, text: expect.stringContaining('"FileSize":"3"') },
    ],
    [
      { ms: 1000, shows: 'nothing' },
      { status: 404, code: 'FABRIC_E_FILE_NOT_FOUND' },
    ],
  ])('with the fault %j makes a listing return %j meanwhile', async (publish, listed) => {
    const { commit, list, addFaults, clock } = await createClusterWithSession();
    addFaults({ ...(publish === undefined ? {} : { publish }) });
    const response = commit();
    expect(await list('app/f')).toMatchObject(listed);
    await clock.advance(1000);
    await response;
    expect(await list('app/f')).toMatchObject({ status: 200 });
  });

  it('that is rolled back leaves no new file, and the next commit succeeds', async () => {
    const { commit, addFaults, store } = await createClusterWithSession();
    addFaults({ publish: { ends: 'rollback' } });
    expect(await commit()).toMatchObject({ status: 500, reason: '0x80070070', code: '0x80070070', message: 'Null' });
    expect(store.files()).toEqual([]);
    expect(await commit()).toMatchObject({ status: 200 });
    expect(store.file('app/f')?.version.number, 'the failed attempt used a version number').toBe(2n);
  });

  it('that is rolled back keeps an old file with the session id of the failed commit, so the next commit falsely succeeds', async () => {
    const { commit, addFaults, store, readFile } = await createClusterWithOldFile();
    const before = store.file('app/f');
    addFaults({ publish: { ends: 'rollback' } });
    await commit();
    expect(store.file('app/f')).toEqual({ ...before, sessionId: SESSION });
    expect(await commit()).toMatchObject({ status: 200 });
    expect(readFile()).toBe('old');
  });

  it('that is rolled back keeps the session id of an old file when rollbackStamps is false', async () => {
    const { commit, addFaults, store, readFile } = await createClusterWithOldFile({ rollbackStamps: false });
    addFaults({ publish: { ends: 'rollback' } });
    await commit();
    expect(store.file('app/f')?.sessionId).toBe(OTHER_SESSION);
    await commit();
    expect(readFile()).toBe('new');
  });

  it.each<[NonNullable<Fault['publish']>, string]>([
    [{ ends: 'rollback', oldContent: 'kept' }, 'old'],
    [{ ends: 'rollback', oldContent: 'lost' }, ''],
    [{ ends: 'failover', oldContent: 'kept' }, 'old'],
    [{ ends: 'failover', oldContent: 'lost' }, ''],
    [{ ends: 'failover' }, ''],
  ])('over an old file with the fault %j leaves the content "%s"', async (publish, remaining) => {
    const { commit, addFaults, readFile } = await createClusterWithOldFile();
    addFaults({ publish });
    await commit();
    expect(readFile()).toBe(remaining);
  });

  it('can be rolled back after the 504 of its request', async () => {
    const { commit, addFaults, clock, readFile, store } = await createClusterWithOldFile();
    addFaults({ publish: { ms: 90_000, ends: 'rollback' } });
    const response = commit();
    await clock.advance(60_000);
    expect(await response).toMatchObject({ status: 504 });
    await clock.advance(30_000);
    expect(readFile()).toBe('old');
    expect(store.file('app/f')?.sessionId).toBe(SESSION);
  });
});

describe('a failover of the emulator', () => {
  it('while a commit publishes makes the commit fail with E_ABORT and removes all sessions', async () => {
    const { commit, addFaults, store } = await createClusterWithOldFile();
    addFaults({ publish: { ends: 'failover' } });
    expect(await commit()).toMatchObject({ status: 503, code: 'E_ABORT' });
    expect(store.sessions()).toEqual([]);
  });

  it.each<['kept' | 'lost', string]>([
    ['kept', 'old'],
    ['lost', ''],
  ])('aborts the commits that are publishing, and the old content is %s', async (oldContent, remaining) => {
    const { send, commit, addFaults, clock, store, readFile } = await createClusterWithOldFile();
    addFaults({ operation: 'commit-session', publish: { ms: 1000 } }, { operation: 'home', failover: { oldContent } });
    const response = commit();
    await send('GET /');
    expect(await response).toMatchObject({ status: 503, code: 'E_ABORT' });
    expect(store.tasks()).toEqual([]);
    await clock.advance(1000);
    expect(readFile()).toBe(remaining);
  });

  it('between look-up and commit is answered 404 for a session that is not committed, and 200 for one that is', async () => {
    const { commit, addFaults, store } = await createClusterWithSession();
    addFaults({ at: 'between', failover: {} });
    expect(await commit()).toMatchObject({ status: 404, code: 'NotFound' });
    expect(store.files()).toEqual([]);

    const committed = await createClusterWithSession();
    await committed.commit();
    committed.addFaults({ at: 'between', failover: {} });
    expect(await committed.commit()).toMatchObject({ status: 200 });
  });

  it('restarts the version numbers in a later epoch', async () => {
    const { commit, store, upload } = await createClusterWithOldFile();
    await commit();
    const before = store.file('app/f')?.version;
    store.failOver('lost');
    await upload('app/f', 'newest', OTHER_SESSION);
    await commit(OTHER_SESSION);
    const after = store.file('app/f')?.version;
    expect(after).toMatchObject({ dataLoss: before?.dataLoss, number: 1n });
    expect(after?.configuration).toBeGreaterThan(before?.configuration ?? 0n);
  });
});

describe('another writer on the emulator', () => {
  it('overwrites the file at the point of the fault', async () => {
    const { commit, addFaults, readFile, store } = await createClusterWithOldFile();
    await commit();
    addFaults({ at: 'after', overwrite: { content: 'theirs' } });
    expect(await commit()).toMatchObject({ status: 200 });
    expect(readFile()).toBe('theirs');
    expect(store.file('app/f')?.sessionId).toBeUndefined();
  });

  it('keeps the path busy from the point of the fault on', async () => {
    const { commit, addFaults, clock } = await createClusterWithSession();
    addFaults({ at: 'between', busy: { ms: 5_000 } });
    expect(await commit()).toMatchObject({ status: 500, code: 'OperationsPending' });
    await clock.advance(5_000);
    expect(await commit()).toMatchObject({ status: 200 });
  });
});
