// Content: whole files in, listings out, deletions.

import { describe, expect, it } from 'vitest';
import { START_MS, testCluster } from './test-cluster.js';

async function clusterWith(...paths: readonly string[]) {
  const cluster = testCluster();
  for (const path of paths) {
    await cluster.ask(`PUT /ImageStore/${path}?api-version=6.0`, { body: path });
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

describe('a whole file', () => {
  it.each(['', 'abc'])('of "%s" is put in one go', async (body) => {
    const { ask, store } = testCluster();
    expect(await ask('PUT /ImageStore/app/_.dir?api-version=6.0', { body })).toMatchObject({ status: 200, text: '' });
    expect(store.file('app/_.dir')).toMatchObject({ bytes: Buffer.from(body), sessionId: undefined });
  });

  it('with a Content-Range that cannot be read is refused like a chunk', async () => {
    const { ask, store } = testCluster();
    expect(await ask('PUT /ImageStore/f?api-version=6.0', { range: 'bytes 2-1/3', body: 'abc' })).toMatchObject({
      status: 400,
      code: 'FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE',
    });
    expect(store.files()).toEqual([]);
  });

  it('needs a path that is more than blanks', async () => {
    const { ask } = testCluster();
    expect(await ask('PUT /ImageStore/%20?api-version=6.0')).toMatchObject({ status: 400, code: 'E_INVALIDARG' });
    expect(await ask('DELETE /ImageStore/%20?api-version=6.0')).toMatchObject({ status: 400, code: 'E_INVALIDARG' });
  });
});

describe('a listing', () => {
  it('of one file has its members in order, integers as strings, backslashes in the path', async () => {
    const { content } = await clusterWith('App/f');
    expect(await content('app/F')).toMatchObject({
      status: 200,
      text:
        '{"StoreFiles":[{"StoreRelativePath":"App\\\\f","FileVersion":{"EpochDataLossNumber":"132012345678901234",' +
        '"VersionNumber":"1","EpochConfigurationNumber":"8589934592"},"FileSize":"5",' +
        `"ModifiedDate":"${new Date(START_MS).toISOString()}"}],"StoreFolders":[],"ContinuationToken":""}`,
    });
  });

  it.each(['1.0', '2.0', '3.0'])('knows no paging with api-version %s', async (apiVersion) => {
    const { content } = await clusterWith('f');
    expect(JSON.parse((await content('f', apiVersion)).text)).not.toHaveProperty('ContinuationToken');
  });

  it.each(['1.5', '6.0', '6.2'])('has a token with api-version %s', async (apiVersion) => {
    const { content } = await clusterWith('f');
    expect(JSON.parse((await content('f', apiVersion)).text)).toMatchObject({ ContinuationToken: '' });
  });

  it('shows the files of a folder, and the folders in it with all the files below', async () => {
    const { ask, content } = await clusterWith('b', 'app/pkg/x', 'app/pkg/deep/y', 'app/z', 'apple');
    expect(paths((await ask('GET /ImageStore?api-version=6.2')).text)).toEqual({
      files: ['apple', 'b'],
      folders: ['app 3'],
    });
    expect(paths((await content('app')).text)).toEqual({ files: ['app\\z'], folders: ['app\\pkg 2'] });
    expect(paths((await content('APP/pkg/')).text)).toEqual({ files: ['app\\pkg\\x'], folders: ['app\\pkg\\deep 1'] });
  });

  it.each([
    ['6.0', { 'Content-Type': 'application/json; charset=utf-8', 'X-Content-Type-Options': 'nosniff' }],
    ['6.2', {}],
  ])('of what is not there is an empty 404, for api-version %s with the headers %j', async (apiVersion, headers) => {
    const { content } = await clusterWith('f');
    const reply = await content('g', apiVersion);
    expect(reply).toMatchObject({ status: 404, reason: 'Not Found', text: '' });
    expect(reply.headers).toEqual({ ...headers, 'Content-Length': '0' });
  });

  it('of an empty store ends in a FabricError', async () => {
    const { ask } = testCluster();
    expect(await ask('GET /ImageStore?api-version=6.2')).toMatchObject({
      status: 404,
      reason: 'FABRIC_E_NAME_DOES_NOT_EXIST',
      code: 'FABRIC_E_NAME_DOES_NOT_EXIST',
    });
  });

  it('of a folder leaves out what is in transit, and says 204 when that is all there is', async () => {
    const { ask, content, script } = await clusterWith('app/old');
    script({ operation: 'upload-file', times: 'forever', publish: { ms: 1000 } });
    void ask('PUT /ImageStore/app/old?api-version=6.0', { body: 'newer' });
    const nothing = { status: 204, reason: 'No Content', text: '' };
    expect(await content('app')).toMatchObject({ ...nothing, headers: { 'X-Content-Type-Options': 'nosniff' } });
    expect((await content('app', '6.2')).headers).toEqual({});
  });
});

describe('a deletion', () => {
  it.each([
    ['App/F', ['app2', 'app\\g\\h']],
    ['app', ['app2']],
    ['app/g', ['app2', 'app\\f']],
  ])('of %s leaves %j', async (path, left) => {
    const { ask, store } = await clusterWith('app/f', 'app/g/h', 'app2');
    expect(await ask(`DELETE /ImageStore/${path}?api-version=6.0`)).toMatchObject({ status: 200, text: '' });
    expect(store.files().map((file) => file.path)).toEqual(left);
  });

  it('of what is not there is a 404 with a FabricError', async () => {
    const { ask } = testCluster();
    expect(await ask('DELETE /ImageStore/f?api-version=6.0')).toMatchObject({
      status: 404,
      code: 'FABRIC_E_FILE_NOT_FOUND',
    });
  });

  it.each(['Store', 'windowsfabricstore'])('of the reserved %s is refused', async (path) => {
    const { ask } = testCluster();
    expect(await ask(`DELETE /ImageStore/${path}?api-version=6.0`)).toMatchObject({
      status: 400,
      code: 'FABRIC_E_IMAGEBUILDER_RESERVED_DIRECTORY_ERROR',
    });
  });

  it('of a folder waits in steps of 5 s while a file in it is being published', async () => {
    const { ask, script, clock, store } = await clusterWith('app/f');
    script({ operation: 'upload-file', publish: { ms: 7_000 } });
    void ask('PUT /ImageStore/app/f?api-version=6.0', { body: 'newer' });
    const deletion = ask('DELETE /ImageStore/app?api-version=6.0');
    await clock.pass(5_000);
    await clock.pass(4_999);
    expect(store.files()).toHaveLength(1);
    await clock.pass(1);
    expect(await deletion).toMatchObject({ status: 200 });
    expect(store.files()).toEqual([]);
  });

  it('that waits too long ends in 504', async () => {
    const { ask, script, clock } = await clusterWith('app/f');
    script({ operation: 'upload-file', publish: { ms: 600_000 } });
    void ask('PUT /ImageStore/app/f?api-version=6.0', { body: 'newer' });
    const deletion = ask('DELETE /ImageStore/app?api-version=6.0&timeout=7');
    await clock.pass(5_000);
    await clock.pass(2_000);
    expect(await deletion).toMatchObject({ status: 504, code: 'FABRIC_E_TIMEOUT' });
  });
});
