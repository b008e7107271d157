// Folder listings in pages, with continuation tokens as the gateway makes and reads them.

import { describe, expect, it } from 'vitest';
import { parseContinuationToken, toContinuationToken } from '../../emulator/listing.js';
import { createTestCluster } from './test-cluster.js';

async function clusterWith(pageSize: number, ...paths: readonly string[]) {
  const cluster = createTestCluster({ pageSize });
  for (const path of paths) {
    await cluster.send(`PUT /ImageStore/${path}?api-version=6.0`, { body: path });
  }
  const listPage = async (folder: string, token: string, apiVersion = '6.2') => {
    const query = token === '' ? '' : `&ContinuationToken=${token}`;
    const reply = await cluster.send(`GET /ImageStore/${folder}?api-version=${apiVersion}${query}`);
    const listing = reply.status === 200 ? JSON.parse(reply.text) : undefined;
    const entries: string[] = (listing?.StoreFiles ?? [])
      .map((file: { StoreRelativePath: string }) => file.StoreRelativePath)
      .concat(
        (listing?.StoreFolders ?? []).map(
          (found: { StoreRelativePath: string; FileCount: string }) =>
            `${found.StoreRelativePath}\\ ${found.FileCount}`,
        ),
      );
    const next: string | undefined = listing?.ContinuationToken;
    return { reply, entries, next };
  };
  /** All pages, with each token handed back as it came. */
  const listPages = async (folder: string) => {
    const pages: string[][] = [];
    for (let token: string | undefined = ''; token !== undefined; ) {
      const { entries, next } = await listPage(folder, token);
      pages.push(entries);
      token = next === '' || pages.length > 10 ? undefined : next;
    }
    return pages;
  };
  return { ...cluster, listPage, listPages };
}

describe('a paged listing of the emulator', () => {
  it('has as many files and folders as fit on each page, sorted by path, and an empty token on the last page only', async () => {
    const { listPages } = await clusterWith(2, 'app/b', 'app/a', 'app/Code/x', 'app/Code/y/z', 'app/d', 'app/_.dir');
    expect(await listPages('app')).toEqual([['app\\_.dir', 'app\\a'], ['app\\b', 'app\\Code\\ 2'], ['app\\d']]);
  });

  it('of the root has pages too', async () => {
    const { listPages } = await clusterWith(1, 'a', 'b/c', 'd');
    expect(await listPages('')).toEqual([['a'], ['b\\ 1'], ['d']]);
  });

  it('counts a folder completely, however many files it has', async () => {
    const { listPages } = await clusterWith(1, 'app/a', 'app/b/1', 'app/b/2', 'app/b/3', 'app/c');
    expect(await listPages('app')).toEqual([['app\\a'], ['app\\b\\ 3'], ['app\\c']]);
  });

  it('has the path of the next entry as its token, with the backslashes escaped', async () => {
    const { listPage } = await clusterWith(1, 'App/a', 'App/Code/x');
    expect(await listPage('App', '')).toMatchObject({ next: 'App%5CCode' });
  });

  it('starts at the first path that is not before the token, also when that file is gone', async () => {
    const { listPage, send } = await clusterWith(1, 'app/a', 'app/b', 'app/c');
    const { next = '' } = await listPage('app', '');
    await send('DELETE /ImageStore/app/b?api-version=6.0');
    expect((await listPage('app', next)).entries).toEqual(['app\\c']);
  });

  it.each(['APP%2Fb', '%20app%5Cb%5C', 'app%5Cb'])('reads the token %s as app\\b', async (token) => {
    const { listPage } = await clusterWith(5, 'app/a', 'app/b');
    expect((await listPage('app', token)).entries).toEqual(['app\\b']);
  });

  it('shows a file twice that is before the files of a folder and not before the name of the folder', async () => {
    const { listPages } = await clusterWith(2, 'app/Code/x', 'app/Code.xml', 'app/b');
    expect(await listPages('app')).toEqual([
      ['app\\b', 'app\\Code.xml'],
      ['app\\Code.xml', 'app\\Code\\ 1'],
    ]);
  });

  it('starts from the beginning when the client escapes a token that is escaped already', async () => {
    const { listPage } = await clusterWith(1, 'app/a', 'app/b');
    const { next = '' } = await listPage('app', '');
    expect((await listPage('app', encodeURIComponent(next))).entries).toEqual(['app\\a']);
  });

  it('starts from the beginning when a token contains an equals sign, unless the client escapes that', async () => {
    const { listPage } = await clusterWith(1, 'app/a', 'app/b=1');
    const { next = '' } = await listPage('app', '');
    expect(next).toBe('app%5Cb=1');
    expect((await listPage('app', next)).entries).toEqual(['app\\a']);
    expect((await listPage('app', next.replace('=', '%3D'))).entries).toEqual(['app\\b=1']);
  });

  it.each(['1.0', '2.0', '3.0'])(
    'does not exist with api-version %s: a folder that needs several pages is 413',
    async (apiVersion) => {
      const { listPage } = await clusterWith(2, 'app/a', 'app/b', 'other/a', 'other/b', 'other/c');
      expect((await listPage('app', 'app%5Cb', apiVersion)).entries).toEqual(['app\\a', 'app\\b']);
      expect((await listPage('other', '', apiVersion)).reply).toMatchObject({
        status: 413,
        code: 'FABRIC_E_VALUE_TOO_LARGE',
      });
    },
  );

  it('has one entry for each notation of a folder, because it compares their letter case', async () => {
    const { listPages } = await clusterWith(9, 'app/Code/a', 'app/code/b', 'app/Code/c');
    expect(await listPages('app')).toEqual([['app\\Code\\ 1', 'app\\code\\ 1', 'app\\Code\\ 1']]);
  });

  it('has slashes and distinguishes letter case on Linux', async () => {
    const { send } = createTestCluster({ linux: true, pageSize: 1 });
    for (const path of ['app/B', 'app/a', 'App/c']) {
      await send(`PUT /ImageStore/${path}?api-version=6.0`, { body: path });
    }
    expect(JSON.parse((await send('GET /ImageStore/app?api-version=6.0')).text)).toMatchObject({
      StoreFiles: [{ StoreRelativePath: 'app/B' }],
      ContinuationToken: 'app/a',
    });
  });
});

describe('the continuation token of the emulator', () => {
  it.each([
    ['app\\my file', 'app%5Cmy%20file'],
    ['app\\Größe', 'app%5CGr%C3%B6%C3%9Fe'],
    ['a[1]&^`{}|"<>', 'a%5B1%5D%26%5E%60%7B%7D%7C%22%3C%3E'],
    ["a~!@$*()-_=+;:',./", "a~!@$*()-_=+;:',./"],
    ['a\\C# code\\b c', 'a%5CC# code\\b c'],
  ])('for %s is %s, and names the same path when it is read', (path, token) => {
    expect(toContinuationToken(path, false)).toBe(token);
    expect(parseContinuationToken(token)).toBe(path);
  });

  it('for a name with a percent sign and two digits names another path, which no client can mend', () => {
    expect(toContinuationToken('a%41b', false)).toBe('a%41b');
    expect(parseContinuationToken('a%41b')).toBe('aAb');
  });

  it('keeps letters of other alphabets on Linux', () => {
    expect(toContinuationToken('app/Größe 1', true)).toBe('app/Größe%201');
  });
});
