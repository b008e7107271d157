// The emulator's own HTTP API under /$emulator.

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Gateway } from '../../emulator/gateway.js';
import { startTestGateway } from '../support/test-gateway.js';
import { commit, upload, waitUntil } from './gateway-client.js';
import { MINUTE_MS, SESSION } from './test-cluster.js';

describe('the control API of the emulator', () => {
  const callApi = async (gateway: Gateway, requestLine: string, body?: unknown) => {
    const [method = '', path = ''] = requestLine.split(' ');
    const response = await fetch(`${gateway.url}/$emulator${path}`, {
      method,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, json: (await response.json()) as unknown };
  };

  it('adds, lists and clears faults', async () => {
    const gateway = await startTestGateway();
    const fault = { operation: 'home', answer: { status: 503 } };
    expect(await callApi(gateway, 'POST /faults', fault)).toEqual({ status: 200, json: [fault] });
    expect(await callApi(gateway, 'GET /faults')).toEqual({ status: 200, json: [fault] });
    expect((await fetch(gateway.url)).status).toBe(503);
    await callApi(gateway, 'POST /faults', [fault, fault]);
    expect(await callApi(gateway, 'DELETE /faults')).toEqual({ status: 200, json: [] });
    expect((await fetch(gateway.url)).status).toBe(200);
  });

  it.each([
    ['{', /JSON/],
    ['{"delay":1}', /unknown field delay/],
  ])('rejects the faults %s with a message', async (body, message) => {
    const { status, json } = await callApi(await startTestGateway(), 'POST /faults', body);
    expect({ status, json }).toEqual({ status: 400, json: { error: expect.stringMatching(message) } });
  });

  it('lists the requests to the cluster without those to the control API', async () => {
    const gateway = await startTestGateway();
    await upload(gateway);
    expect(await callApi(gateway, 'GET /requests')).toMatchObject({
      status: 200,
      json: [{ method: 'PUT', bodyBytes: 3 }],
    });
    expect(await callApi(gateway, 'DELETE /requests')).toEqual({ status: 200, json: [] });
    expect(gateway.requests).toEqual([]);
  });

  it('lists the files, the sessions and the tasks of the store', async () => {
    const gateway = await startTestGateway();
    await upload(gateway);
    await commit(gateway);
    expect(await callApi(gateway, 'GET /store')).toMatchObject({
      json: {
        files: [{ path: 'app\\f', sizeBytes: 3, version: '132012345678901234:8589934592:1', sessionId: SESSION }],
        sessions: [{ id: SESSION, path: 'app/f', sizeBytes: '3' }],
        work: [],
      },
    });
  });

  it('lists the size and SHA-256 of every file, and which folders have their marker', async () => {
    const gateway = await startTestGateway();
    await upload(gateway);
    await commit(gateway);
    const put = (path: string) =>
      fetch(`${gateway.url}/ImageStore/${path}?api-version=6.0`, { method: 'PUT', body: '' });
    await put('app/Code/_.dir');
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(await callApi(gateway, 'GET /content')).toEqual({
      status: 200,
      json: {
        files: [
          { path: 'app\\Code\\_.dir', sizeBytes: 0, sha256: sha256('') },
          { path: 'app\\f', sizeBytes: 3, sha256: sha256('abc') },
        ],
        folders: [
          { path: 'app', provisionable: false },
          { path: 'app\\Code', provisionable: true },
        ],
      },
    });
  });

  it('watches a package and lists its differences and violations', async () => {
    const gateway = await startTestGateway();
    const sha256 = createHash('sha256').update('abc').digest('hex').toUpperCase();
    const watch = { path: 'app', files: { f: { sizeBytes: 3, sha256 } } };
    const before = { path: 'app', provisionable: false, missing: ['f'], wrong: [], unexpected: [], violations: [] };
    expect(await callApi(gateway, 'POST /watches', watch)).toEqual({ status: 200, json: [before] });
    await fetch(`${gateway.url}/ImageStore/app/_.dir?api-version=6.0`, { method: 'PUT', body: '' });
    await upload(gateway);
    await commit(gateway);
    const violation = { operation: 'upload-file', changedPaths: ['app/_.dir'], missing: ['f'] };
    expect(await callApi(gateway, 'GET /watches')).toMatchObject({
      json: [{ provisionable: true, missing: [], violations: [violation, { operation: 'commit-session' }] }],
    });
    await callApi(gateway, 'POST /reset');
    expect(await callApi(gateway, 'GET /watches')).toEqual({ status: 200, json: [] });
  });

  it.each([
    [{}, 'A watch needs a path, and files as an object of names.'],
    [{ path: 'app', files: { f: { sizeBytes: 1, sha256: 'abc' } } }, /^files\.f: expected sizeBytes/],
    [{ path: 'app', files: { f: null } }, /^files\.f: expected sizeBytes/],
  ])('rejects %j as a watch', async (body, message) => {
    expect(await callApi(await startTestGateway(), 'POST /watches', body)).toEqual({
      status: 400,
      json: { error: expect.stringMatching(message) },
    });
  });

  it('advances the clock, so that sessions expire and tasks finish at once', async () => {
    const gateway = await startTestGateway();
    await upload(gateway);
    gateway.addFaults([{ operation: 'commit-session', publish: { ms: 30_000 } }]);
    const committed = commit(gateway);
    await waitUntil(() => gateway.store.tasks().length === 1);
    expect(await callApi(gateway, 'POST /clock', { advanceMs: 30_000 })).toMatchObject({
      json: { files: [{}], work: [] },
    });
    expect((await committed).status).toBe(200);
    expect(await callApi(gateway, 'POST /clock', { advanceMs: 30 * MINUTE_MS })).toMatchObject({
      json: { sessions: [] },
    });
  });

  it('advances the clock, so that a request reaches its timeout at once', async () => {
    const gateway = await startTestGateway();
    await upload(gateway);
    gateway.addFaults([{ operation: 'commit-session', publish: { ms: 90_000 } }]);
    const committed = commit(gateway);
    await waitUntil(() => gateway.store.tasks().length === 1);
    await callApi(gateway, 'POST /clock', { advanceMs: 60_000 });
    expect((await committed).status).toBe(504);
    expect(gateway.store.tasks()).toHaveLength(1);
  });

  it.each([{}, { advanceMs: -1 }, { advanceMs: '1' }])('rejects %j as an advance of the clock', async (body) => {
    expect(await callApi(await startTestGateway(), 'POST /clock', body)).toMatchObject({ status: 400 });
  });

  it('triggers a failover, and resets the cluster', async () => {
    const gateway = await startTestGateway();
    await upload(gateway);
    await commit(gateway);
    expect(await callApi(gateway, 'POST /failover')).toMatchObject({ json: { files: [{}], sessions: [] } });
    expect(await callApi(gateway, 'POST /failover', { oldContent: 'gone' })).toMatchObject({ status: 400 });
    expect(await callApi(gateway, 'POST /reset')).toMatchObject({ json: { files: [], sessions: [], work: [] } });
    expect(gateway.requests).toEqual([]);
  });

  it('lists its routes when the route is unknown', async () => {
    const gateway = await startTestGateway();
    expect(await callApi(gateway, 'PUT /faults')).toEqual({
      status: 404,
      json: { error: expect.stringContaining('POST /$emulator/faults') },
    });
    expect((await fetch(`${gateway.url}/%24emulator/`)).status).toBe(200);
    expect((await fetch(`${gateway.url}/$emulators`)).status, 'this route belongs to the cluster').toBe(400);
  });
});
