// Folders of the emulator: their markers, what ImageBuilder finds, names in URLs, deletion, and watched packages.

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestCluster, OTHER_SESSION, SESSION, START_MS } from './test-cluster.js';

function createFolderCluster(options: Parameters<typeof createTestCluster>[0] = {}) {
  const cluster = createTestCluster(options);
  const put = (path: string, body = '') => cluster.send(`PUT /ImageStore/${path}?api-version=6.0`, { body });
  const remove = (path: string) => cluster.send(`DELETE /ImageStore/${path}?api-version=6.0`);
  const paths = () => cluster.store.files().map((file) => file.path);
  return { ...cluster, put, remove, paths };
}

describe('a folder of the emulator', () => {
  it('is provisionable from the publication of its marker until the deletion of the marker', async () => {
    const { put, remove, store } = createFolderCluster();
    await put('app/f', 'abc');
    expect(store.isProvisionable('app')).toBe(false);
    await put('app/_.dir');
    expect(store.isProvisionable('APP/')).toBe(true);
    await remove('app/_.dir');
    expect(store.isProvisionable('app')).toBe(false);
    expect(store.file('app/f')).toBeDefined();
  });

  it('is not provisionable by the markers of its subfolders', async () => {
    const { put, store } = createFolderCluster();
    await put('app/pkg/_.dir');
    expect(store.isProvisionable('app')).toBe(false);
    expect(store.isProvisionable('app/pkg')).toBe(true);
  });

  it('is not provisionable while its marker is being published again', async () => {
    const { put, addFaults, clock, store } = createFolderCluster();
    await put('app/_.dir');
    addFaults({ publish: { ms: 1000 } });
    void put('app/_.dir');
    expect(store.isProvisionable('app')).toBe(false);
    await clock.advance(1000);
    expect(store.isProvisionable('app')).toBe(true);
  });

  it('lists its marker like any other file', async () => {
    const { put, list } = createFolderCluster();
    await put('app/_.dir');
    expect(JSON.parse((await list('app')).text).StoreFiles).toMatchObject([
      {
        StoreRelativePath: 'app\\_.dir',
        FileVersion: { VersionNumber: '1' },
        FileSize: '0',
        ModifiedDate: new Date(START_MS).toISOString(),
      },
    ]);
  });

  it('that has the path of a file as well is listed and deleted without that file', async () => {
    const { put, remove, list, paths } = createFolderCluster();
    await put('app', 'a file');
    await put('app/f');
    expect(JSON.parse((await list('app')).text).StoreFiles).toMatchObject([{ StoreRelativePath: 'app\\f' }]);
    expect(await remove('app')).toMatchObject({ status: 200 });
    expect(paths()).toEqual(['app']);
    expect(await remove('app')).toMatchObject({ status: 200 });
    expect(paths()).toEqual([]);
  });

  it('cannot be deleted before a writer to another path with the same beginning has finished', async () => {
    const { put, remove, addFaults, clock } = createFolderCluster();
    await put('app/f');
    addFaults({ operation: 'upload-file', publish: { ms: 4_000 } });
    void put('app2/f');
    let deleted = false;
    const deletion = remove('app').then(() => {
      deleted = true;
    });
    await clock.advance(4_999);
    expect(deleted).toBe(false);
    await clock.advance(1);
    await deletion;
    expect(deleted).toBe(true);
  });

  it.each(['Store', 'WindowsFabricStore'])(
    'with the reserved name %s takes and loses files, but is kept itself',
    async (name) => {
      const { put, remove, paths } = createFolderCluster();
      expect(await put(`${name}/f`)).toMatchObject({ status: 200 });
      expect(await remove(name)).toMatchObject({ code: 'FABRIC_E_IMAGEBUILDER_RESERVED_DIRECTORY_ERROR' });
      expect(await remove(`${name}/f`)).toMatchObject({ status: 200 });
      expect(paths()).toEqual([]);
    },
  );
});

describe('a name in a URL of the emulator', () => {
  it.each([
    ['my app', 'my%20app'],
    ['C#', 'C%23'],
    ['100%', '100%25'],
    ['a%20b', 'a%2520b'],
    ['Größe', 'Gr%C3%B6%C3%9Fe'],
    ['名前', '%E5%90%8D%E5%89%8D'],
    ['a+b=c&d;e', 'a+b=c&d;e'],
    ['_.$', '_.%24'],
  ])('of a folder and a file can be %s, encoded as %s', async (name, encoded) => {
    const { put, remove, list, upload, commit, store } = createFolderCluster();
    const path = `${encoded}/${encoded}`;
    expect(await put(path, 'abc')).toMatchObject({ status: 200 });
    expect(JSON.parse((await list(path)).text).StoreFiles).toMatchObject([{ StoreRelativePath: `${name}\\${name}` }]);
    expect(await remove(path)).toMatchObject({ status: 200 });
    await upload(path, 'abc');
    expect(await commit()).toMatchObject({ status: 200 });
    expect(store.file(`${name}/${name}`)).toMatchObject({ bytes: Buffer.from('abc'), sessionId: SESSION });
  });

  it.each(['app/$/f', '%24', 'app/%24'])('cannot be a single dollar sign: %s is an unknown URL', async (path) => {
    const { put, remove, list } = createFolderCluster();
    for (const request of [put, remove, list]) {
      expect(await request(path)).toMatchObject({ status: 400, code: 'E_INVALIDARG' });
    }
  });

  it('means the same file in any letter case, and the last upload decides how it is written', async () => {
    const { put, paths } = createFolderCluster();
    await put('App/Größe', 'a');
    await put('app/GRÖßE', 'b');
    expect(paths()).toEqual(['app\\GRÖßE']);
  });
});

describe('a watched package of the emulator', () => {
  const expected = (text: string) => ({
    sizeBytes: text.length,
    sha256: createHash('sha256').update(text).digest('hex'),
  });
  const files = { 'manifest.xml': expected('new manifest'), 'Code/a.exe': expected('new code') };
  const createWatched = async (...before: readonly (readonly [string, string])[]) => {
    const cluster = createFolderCluster();
    for (const [path, body] of before) await cluster.put(path, body);
    return { ...cluster, watch: cluster.store.watchPackage('app', files) };
  };
  const complete = { missing: [], wrong: [], unexpected: [] };

  it('has no violation when the marker comes last', async () => {
    const { put, store, watch } = await createWatched();
    await put('app/manifest.xml', 'new manifest');
    await put('app/Code/a.exe', 'new code');
    await put('app/Code/_.dir');
    await put('app/_.dir');
    expect(watch.violations).toEqual([]);
    expect(store.comparePackage('app', files)).toEqual(complete);
  });

  it('has a violation for every change while the marker is there and a file is missing or has other content', async () => {
    const { put, watch } = await createWatched();
    await put('app/_.dir');
    await put('app/manifest.xml', 'new mani');
    await put('app/manifest.xml', 'new manifest');
    const violation = { atMs: START_MS, operation: 'upload-file', unexpected: [] };
    expect(watch.violations).toEqual([
      { ...violation, changedPaths: ['app/_.dir'], missing: ['manifest.xml', 'Code/a.exe'], wrong: [] },
      { ...violation, changedPaths: ['app/manifest.xml'], missing: ['manifest.xml', 'Code/a.exe'], wrong: [] },
      { ...violation, changedPaths: ['app/manifest.xml'], missing: ['Code/a.exe'], wrong: ['manifest.xml'] },
      { ...violation, changedPaths: ['app/manifest.xml'], missing: ['manifest.xml', 'Code/a.exe'], wrong: [] },
      { ...violation, changedPaths: ['app/manifest.xml'], missing: ['Code/a.exe'], wrong: [] },
    ]);
  });

  it('has none for an older package that is only read, and one as soon as that is changed before its marker', async () => {
    const { put, list, watch } = await createWatched(['app/manifest.xml', 'old'], ['app/_.dir', '']);
    await list('app');
    await put('other/f');
    expect(watch.violations).toEqual([]);
    await put('app/Code/a.exe', 'new code');
    expect(watch.violations).toMatchObject([
      { missing: ['Code/a.exe'], wrong: ['manifest.xml'] },
      { missing: [], wrong: ['manifest.xml'] },
    ]);
  });

  it('has none when the marker of an older package is deleted first', async () => {
    const { put, remove, watch } = await createWatched(['app/manifest.xml', 'old'], ['app/_.dir', '']);
    await remove('app/_.dir');
    await put('app/manifest.xml', 'new manifest');
    await put('app/Code/a.exe', 'new code');
    await put('app/_.dir');
    expect(watch.violations).toEqual([]);
  });

  it('has one when the marker comes back beside a file of an older package', async () => {
    const { put, watch } = await createWatched(['app/old.dll', 'x']);
    await put('app/manifest.xml', 'new manifest');
    await put('app/Code/a.exe', 'new code');
    await put('app/_.dir');
    expect(watch.violations).toMatchObject([{ ...complete, unexpected: ['app\\old.dll'] }]);
  });

  it('sees what a commit, another writer and a failover do', async () => {
    const { put, upload, commit, send, addFaults, store, watch } = await createWatched();
    await put('app/manifest.xml', 'new manifest');
    await put('app/Code/a.exe', 'new code');
    await put('app/_.dir');
    await upload('app/Code/a.exe', 'older code', OTHER_SESSION);
    await commit(OTHER_SESSION);
    addFaults({ operation: 'home', overwrite: { path: 'app/manifest.xml', content: 'theirs' } });
    await send('GET /');
    addFaults({ publish: { ms: 1000 } });
    void put('app/Code/a.exe', 'new code');
    store.failOver('lost');
    expect(watch.violations.map(({ operation, missing, wrong }) => ({ operation, missing, wrong }))).toEqual([
      { operation: 'commit-session', missing: ['Code/a.exe'], wrong: [] },
      { operation: 'commit-session', missing: [], wrong: ['Code/a.exe'] },
      { operation: 'home', missing: [], wrong: ['manifest.xml', 'Code/a.exe'] },
      { operation: 'upload-file', missing: ['Code/a.exe'], wrong: ['manifest.xml'] },
      { operation: 'none', missing: ['Code/a.exe'], wrong: ['manifest.xml'] },
    ]);
  });
});

describe('a change of files in the emulator', () => {
  it('is reported with the paths and with the request that made it, and a failover without one', async () => {
    const changes: unknown[] = [];
    const { send, remove, store } = createFolderCluster({ onChanged: (...change) => changes.push(change) });
    const headers = { 'x-servicefabricrequestid': 'step:1' };
    await send('PUT /ImageStore/app/f?api-version=6.0', { body: 'abc', headers });
    await remove('app');
    const published = [['app/f'], 'step:1'];
    expect(changes).toEqual([published, published, [['app\\f'], undefined]]);
    changes.length = 0;
    store.addFaults([{ operation: 'upload-file', publish: { ms: 1_000 } }]);
    void send('PUT /ImageStore/app/g?api-version=6.0', { headers });
    store.failOver('kept');
    expect(changes).toEqual([
      [['app/g'], 'step:1'],
      [['app\\g'], undefined],
    ]);
  });
});
