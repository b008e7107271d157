// What the client gets instead of the real response: a scripted answer, a damaged response, or a 504.

import { describe, expect, it } from 'vitest';
import type { Fault } from '../../emulator/faults.js';
import { createClusterWithSession, createTestCluster } from './test-cluster.js';

describe('the answer of an emulator fault', () => {
  it.each([
    [
      { code: 'OperationsPending' },
      500,
      'OperationsPending',
      '{"Error":{"Code":"OperationsPending","Message":"Null"}}',
    ],
    [
      { code: 'E_ACCESSDENIED', message: 'no/way' },
      403,
      'Access Denied',
      '{"Error":{"Code":"E_ACCESSDENIED","Message":"no\\/way"}}',
    ],
    [{ code: '0x80070070' }, 500, '0x80070070', '{"Error":{"Code":"0x80070070","Message":"Null"}}'],
    [
      { code: 'E_INVALIDARG', status: 429, reason: 'Slow' },
      429,
      'Slow',
      '{"Error":{"Code":"E_INVALIDARG","Message":"Invalid argument"}}',
    ],
    [{ status: 403, reason: 'Client certificate required', body: '' }, 403, 'Client certificate required', ''],
    [{ status: 200, body: 'abc' }, 200, 'OK', 'abc'],
    [{ status: 204 }, 204, 'No Content', ''],
    [{ status: 101 }, 101, 'Switching Protocols', ''],
  ])('%j is sent as %i %s', async (answer, status, reason, text) => {
    const { send, addFaults } = createTestCluster();
    addFaults({ answer });
    expect(await send('GET /')).toMatchObject({ status, reason, text });
  });

  it('is sent with its headers and content type', async () => {
    const { send, addFaults } = createTestCluster();
    addFaults({ answer: { code: 'E_ABORT', headers: { 'Retry-After': '7' }, contentType: 'text/plain' } });
    expect((await send('GET /')).headers).toMatchObject({ 'Retry-After': '7', 'Content-Type': 'text/plain' });
  });
});

describe('the delivery of an emulator fault', () => {
  it.each<[NonNullable<Fault['delivery']>, object]>([
    ['reset', { kind: 'reset' }],
    ['close', { kind: 'close' }],
    ['hang', { kind: 'hang' }],
    [{ raw: 'SSH-2.0' }, { kind: 'raw', text: 'SSH-2.0' }],
  ])('%j ends the request at the point of the fault', async (delivery, result) => {
    const { commit, addFaults, store } = await createClusterWithSession();
    addFaults({ delivery }, { at: 'after', delivery });
    expect(await commit()).toMatchObject(result);
    expect(store.files()).toEqual([]);
    expect(await commit()).toMatchObject({ status: 200 });
    expect(store.files()).toHaveLength(1);
  });

  it.each<[NonNullable<Fault['delivery']>, object]>([
    ['endless', { kind: 'endless', status: 200 }],
    ['keep-open', { kind: 'keep-open', status: 200 }],
    [{ cutAfterBytes: 3 }, { kind: 'cut', status: 200 }],
    [{ dripMs: 5 }, { kind: 'drip', status: 200 }],
  ])('%j damages the response of a commit that succeeds', async (delivery, result) => {
    const { commit, addFaults, store } = await createClusterWithSession();
    addFaults({ delivery });
    expect(await commit()).toMatchObject(result);
    expect(store.files()).toHaveLength(1);
  });
});

describe('a slow commit on the emulator', () => {
  it.each<[string, Fault]>([
    ['delayed before the handler', { delayMs: 90_000 }],
    ['delayed between look-up and commit', { at: 'between', delayMs: 90_000 }],
    ['delayed while publishing', { publish: { ms: 90_000 } }],
  ])('%s is answered 504 at its timeout and publishes later', async (_, fault) => {
    const { commit, addFaults, clock, store } = await createClusterWithSession();
    addFaults(fault);
    const response = commit();
    await clock.advance(60_000);
    expect(await response).toMatchObject({
      status: 504,
      reason: 'FABRIC_E_TIMEOUT',
      code: 'FABRIC_E_TIMEOUT',
      message: 'Operation timed out.',
    });
    expect(store.files()).toEqual([]);
    expect(store.tasks()).toHaveLength(1);
    await clock.advance(29_999);
    expect(store.files()).toEqual([]);
    await clock.advance(1);
    expect(store.files()).toHaveLength(1);
    expect(store.tasks()).toEqual([]);
  });

  it('is answered 504 if it has finished after its timeout by the time that the clock is read', async () => {
    const { commit, addFaults, clock, store } = await createClusterWithSession();
    addFaults({ publish: { ms: 90_000 } });
    const response = commit();
    await clock.advance(3_600_000);
    expect(await response).toMatchObject({ status: 504 });
    expect(store.files()).toHaveLength(1);
  });

  it('succeeds if it finishes exactly at its timeout', async () => {
    const { commit, addFaults, clock } = await createClusterWithSession();
    addFaults({ publish: { ms: 60_000 } });
    const response = commit();
    await clock.advance(60_000);
    expect(await response).toMatchObject({ status: 200 });
  });
});
