// Content of the image store: uploads of whole files, listings and deletions.

import { describe, expect, it } from 'vitest';
import { createTestCluster, START_MS } from './test-cluster.js';

async function clusterWith(...paths: readonly string[]) {
  const cluster = createTestCluster();
  for (const path of paths) {
    await cluster.send(`PUT /ImageStore/${path}?api-version=6.0`, { body: path });
  }
  return cluster;
}

function paths(text: string): { files: string[]; folders: string[] } {
  const listing = JSON.parse(text);
  return {
    files: listing.StoreFiles.map((file: { StoreRelativePath: string }) => file.StoreRelativePath),
    folders: listing.StoreFolders.map(
      (folder: { StoreRelativePath: string; FileCount: string }) => `${folder.StoreRelativePath} ${folder.FileCount}`,
    ),
  };
}

describe('uploading a whole file to the emulator', () => {
  it.each(['', 'abc'])('publishes the content "%s" with one PUT', async (body) => {
    const { send, store } = createTestCluster();
    expect(await send('PUT /ImageStore/app/_.dir?api-version=6.0', { body })).toMatchObject({ status: 200, text: '' });
    expect(store.file('app/_.dir')).toMatchObject({ bytes: Buffer.from(body), sessionId: undefined });
  });

  it('is rejected like a chunk when the Content-Range is malformed', async () => {
    const { send, store } = createTestCluster();
    expect(await send('PUT /ImageStore/f?api-version=6.0', { range: 'bytes 2-1/3', body: 'abc' })).toMatchObject({
      status: 400,
      code: 'FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE',
    });
    expect(store.files()).toEqual([]);
  });

  it('is rejected when the path consists of blanks, and so is deleting it', async () => {
    const { send } = createTestCluster();
    expect(await send('PUT /ImageStore/%20?api-version=6.0')).toMatchObject({ status: 400, code: 'E_INVALIDARG' });
    expect(await send('DELETE /ImageStore/%20?api-version=6.0')).toMatchObject({ status: 400, code: 'E_INVALIDARG' });
  });
});

describe('a content listing of the emulator', () => {
  it('of one file has its members in the order of the cluster, integers as strings, and backslashes in the path', async () => {
    const { list } = await clusterWith('App/f');
    expect(await list('app/F')).toMatchObject({
      status: 200,
      text:
        '{"StoreFiles":[{"StoreRelativePath":"App\\\\f","FileVersion":{"EpochDataLossNumber":"132012345678901234",' +
        '"VersionNumber":"1","EpochConfigurationNumber":"8589934592"},"FileSize":"5",' +
        `"ModifiedDate":"${new Date(START_MS).toISOString()}"}],"StoreFolders":[],"ContinuationToken":""}`,
    });
  });

  it.each(['1.0', '2.0', '3.0'])('has no continuation token with api-version %s', async (apiVersion) => {
    const { list } = await clusterWith('f');
    expect(JSON.parse((await list('f', apiVersion)).text)).not.toHaveProperty('ContinuationToken');
  });

  it.each(['1.5', '6.0', '6.2'])('has a continuation token with api-version %s', async (apiVersion) => {
    const { list } = await clusterWith('f');
    expect(JSON.parse((await list('f', apiVersion)).text)).toMatchObject({ ContinuationToken: '' });
  });

  it('of a folder contains its files, and its subfolders with the number of files at any depth', async () => {
    const { send, list } = await clusterWith('b', 'app/pkg/x', 'app/pkg/deep/y', 'app/z', 'apple');
    expect(paths((await send('GET /ImageStore?api-version=6.2')).text)).toEqual({
      files: ['apple', 'b'],
      folders: ['app 3'],
    });
    expect(paths((await list('app')).text)).toEqual({ files: ['app\\z'], folders: ['app\\pkg 2'] });
    expect(paths((await list('APP/pkg/')).text)).toEqual({ files: ['app\\pkg\\x'], folders: ['app\\pkg\\deep 1'] });
  });

  it.each([
    ['6.0', { 'Content-Type': 'application/json; charset=utf-8', 'X-Content-Type-Options': 'nosniff' }],
    ['6.2', {}],
  ])(
    'of a path that does not exist is an empty 404; with api-version %s its headers include %j',
    async (apiVersion, headers) => {
      const { list } = await clusterWith('f');
      const reply = await list('g', apiVersion);
      expect(reply).toMatchObject({ status: 404, reason: 'Not Found', text: '' });
      expect(reply.headers).toEqual({ ...headers, 'Content-Length': '0' });
    },
  );

  it('of an empty store is 404 with the FabricError FABRIC_E_NAME_DOES_NOT_EXIST', async () => {
    const { send } = createTestCluster();
    expect(await send('GET /ImageStore?api-version=6.2')).toMatchObject({
      status: 404,
      reason: 'FABRIC_E_NAME_DOES_NOT_EXIST',
      code: 'FABRIC_E_NAME_DOES_NOT_EXIST',
    });
  });

  it('of a folder omits files that are being published, and is 404 when there is neither another file nor a marker', async () => {
    const { send, list, addFaults } = await clusterWith('app/old');
    addFaults({ operation: 'upload-file', times: 'forever', publish: { ms: 1000 } });
    void send('PUT /ImageStore/app/old?api-version=6.0', { body: 'newer' });
    expect(await list('app')).toMatchObject({ status: 404, text: '' });
  });

  it.each([
    ['6.0', { 'Content-Type': 'application/json; charset=utf-8', 'X-Content-Type-Options': 'nosniff' }],
    ['6.2', {}],
  ])(
    'of a folder with a marker is 204 when the continuation token is behind everything; its headers with api-version %s are %j',
    async (apiVersion, headers) => {
      const { send } = await clusterWith('app/_.dir', 'app/f');
      const list = (folder: string) => send(`GET /ImageStore/${folder}?api-version=${apiVersion}&ContinuationToken=z`);
      expect(await list('app')).toMatchObject({ status: 204, reason: 'No Content', text: '', headers });
      await send('DELETE /ImageStore/app/_.dir?api-version=6.0');
      expect(await list('app')).toMatchObject({ status: 404 });
    },
  );
});

describe('deleting content from the emulator', () => {
  it.each([
    ['App/F', ['app2', 'app\\g\\h']],
    ['app', ['app2']],
    ['app/g', ['app2', 'app\\f']],
  ])('deletes %s and keeps %j', async (path, remaining) => {
    const { send, store } = await clusterWith('app/f', 'app/g/h', 'app2');
    expect(await send(`DELETE /ImageStore/${path}?api-version=6.0`)).toMatchObject({ status: 200, text: '' });
    expect(store.files().map((file) => file.path)).toEqual(remaining);
  });

  it('returns 404 with a FabricError when the path does not exist', async () => {
    const { send } = createTestCluster();
    expect(await send('DELETE /ImageStore/f?api-version=6.0')).toMatchObject({
      status: 404,
      code: 'FABRIC_E_FILE_NOT_FOUND',
    });
  });

  it.each(['Store', 'windowsfabricstore'])('rejects the reserved folder %s', async (path) => {
    const { send } = createTestCluster();
    expect(await send(`DELETE /ImageStore/${path}?api-version=6.0`)).toMatchObject({
      status: 400,
      code: 'FABRIC_E_IMAGEBUILDER_RESERVED_DIRECTORY_ERROR',
    });
  });

  it('retries every 5 s while a file in the folder is being published', async () => {
    const { send, addFaults, clock, store } = await clusterWith('app/f');
    addFaults({ operation: 'upload-file', publish: { ms: 7_000 } });
    void send('PUT /ImageStore/app/f?api-version=6.0', { body: 'newer' });
    const deletion = send('DELETE /ImageStore/app?api-version=6.0');
    await clock.advance(5_000);
    await clock.advance(4_999);
    expect(store.files()).toHaveLength(1);
    await clock.advance(1);
    expect(await deletion).toMatchObject({ status: 200 });
    expect(store.files()).toEqual([]);
  });

  it('returns 504 when a file in the folder is still being published at the timeout', async () => {
    const { send, addFaults, clock } = await clusterWith('app/f');
    addFaults({ operation: 'upload-file', publish: { ms: 600_000 } });
    void send('PUT /ImageStore/app/f?api-version=6.0', { body: 'newer' });
    const deletion = send('DELETE /ImageStore/app?api-version=6.0&timeout=7');
    await clock.advance(5_000);
    await clock.advance(2_000);
    expect(await deletion).toMatchObject({ status: 504, code: 'FABRIC_E_TIMEOUT' });
  });
});
