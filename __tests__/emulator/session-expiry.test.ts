// When upload sessions expire.

import { describe, expect, it } from 'vitest';
import { createChunkCluster, createTestCluster, MINUTE_MS, OTHER_SESSION, SESSION, START_MS } from './test-cluster.js';

const RANGE_REJECTED = { status: 400, code: 'FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE', message: 'Null' };

describe('the expiry of emulated upload sessions', () => {
  it('happens when the clean-up timer fires, 30 minutes after the first session and then every 5 minutes', async () => {
    const { clock, putChunk, getSession, store } = createChunkCluster();
    await putChunk('bytes 0-0/2');
    await clock.advance(1 * MINUTE_MS);
    await putChunk('bytes 0-0/2', 'app/g', OTHER_SESSION);
    await clock.advance(29 * MINUTE_MS - 1);
    expect(await getSession()).toMatchObject({ status: 200 });
    await clock.advance(1);
    expect(await getSession()).toMatchObject({ status: 204 });
    await clock.advance(5 * MINUTE_MS - 1);
    expect(await getSession(OTHER_SESSION), 'older than 30 minutes, but not cleaned up yet').toMatchObject({
      status: 200,
    });
    await clock.advance(1);
    expect(store.sessions()).toEqual([]);
  });

  it('is counted from the last accepted chunk', async () => {
    const { clock, putChunk, getSession } = createChunkCluster();
    await putChunk('bytes 0-0/3');
    await clock.advance(20 * MINUTE_MS);
    await putChunk('bytes 1-1/3');
    await clock.advance(10 * MINUTE_MS);
    expect(await putChunk('bytes 1-1/3'), 'a repeated chunk, which does not delay the expiry').toMatchObject(
      RANGE_REJECTED,
    );
    await clock.advance(20 * MINUTE_MS - 1);
    expect(await getSession()).toMatchObject({ status: 200 });
    await clock.advance(1);
    expect(await getSession()).toMatchObject({ status: 204 });
  });

  it('is not delayed by commits and look-ups, and a session can be committed until it is cleaned up', async () => {
    const { clock, upload, getSession, commit } = createTestCluster();
    await upload('app/g', 'x', OTHER_SESSION);
    await clock.advance(MINUTE_MS);
    await upload('app/f', 'abc');
    await clock.advance(30 * MINUTE_MS);
    expect(await getSession()).toMatchObject({ status: 200 });
    expect(await commit()).toMatchObject({ status: 200 });
    await clock.advance(4 * MINUTE_MS);
    expect(await commit()).toMatchObject({ status: 400, code: 'E_INVALIDARG' });
  });

  it('comes before a task that is due at the same time', async () => {
    const { clock, upload, commit, addFaults, store } = createTestCluster();
    await upload('app/f', 'abc');
    addFaults({ delayMs: 30 * MINUTE_MS });
    const response = commit(SESSION, '&timeout=3600');
    await clock.advance(30 * MINUTE_MS);
    expect(await response).toMatchObject({ status: 400, code: 'E_INVALIDARG' });
    expect(store.files()).toEqual([]);
  });

  it('is timed from the next session when all sessions have been deleted before', async () => {
    const { send, clock, putChunk, getSession, store } = createChunkCluster();
    await putChunk('bytes 0-0/2');
    await send(`DELETE /ImageStore/$/DeleteUploadSession?api-version=6.0&session-id=${SESSION}`);
    await clock.advance(10 * MINUTE_MS);
    await putChunk('bytes 0-0/2');
    await clock.advance(30 * MINUTE_MS - 1);
    expect(await getSession()).toMatchObject({ status: 200 });
    await clock.advance(1);
    expect(store.sessions()).toEqual([]);
    expect(clock.now()).toBe(START_MS + 40 * MINUTE_MS);
  });
});
