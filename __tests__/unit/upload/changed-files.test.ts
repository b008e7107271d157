// Files that changed while the package was being uploaded.
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChangedFiles } from '../../../src/upload/changed-files.js';
import { walkFolder } from '../../../src/upload/package-files.js';
import { makeFolder } from '../../support/package-folder.js';
import { noLinks, why } from '../../support/skips.js';

/** What is found after this was done to a folder with the files `a` (4 bytes) and `b/c` (0 bytes), both of 2020. */
async function changesAfter(change: (folder: string) => void): Promise<readonly (readonly [string, string, string])[]> {
  const folder = makeFolder({ a: 'four', 'b/c': '' });
  for (const path of ['a', 'b/c']) utimesSync(join(folder, path), 1_577_836_800, 1_577_836_800);
  const { files } = await walkFolder(folder, 'App');
  change(folder);
  return (await findChangedFiles(files)).map((each) => [each.file.path, each.change, each.description] as const);
}

const changed = (path: string): string => `"${path}" changed while the package was being uploaded:`;

describe('a file of the package', () => {
  it('has not changed when it was only read, or got another name for its folder', async () => {
    expect(await changesAfter(() => undefined)).toEqual([]);
    expect(await changesAfter((folder) => chmodSync(join(folder, 'a'), 0o600))).toEqual([]);
  });

  it.each<[string, (folder: string) => void, readonly [string, string, string]]>([
    [
      'grew',
      (folder) => writeFileSync(join(folder, 'a'), 'fives'),
      ['a', 'size', `${changed('a')} it had 4 bytes and has 5 bytes now.`],
    ],
    [
      'became empty',
      (folder) => writeFileSync(join(folder, 'a'), ''),
      ['a', 'size', `${changed('a')} it had 4 bytes and has 0 bytes now.`],
    ],
    [
      'was written again with the same size',
      (folder) => utimesSync(join(folder, 'a'), 1_577_836_801, 1_577_836_801),
      ['a', 'date', `${changed('a')} it was modified at 2020-01-01T00:00:01.000Z.`],
    ],
    [
      'was replaced by an older one of the same size',
      (folder) => utimesSync(join(folder, 'a'), 1_000_000_000, 1_000_000_000),
      ['a', 'date', `${changed('a')} it was modified at 2001-09-09T01:46:40.000Z.`],
    ],
    [
      'was written again within a second',
      (folder) => utimesSync(join(folder, 'a'), 1_577_836_800.25, 1_577_836_800.25),
      ['a', 'date', `${changed('a')} it was modified at 2020-01-01T00:00:00.250Z.`],
    ],
    ['was removed', (folder) => rmSync(join(folder, 'a')), ['a', 'missing', `${changed('a')} it is gone.`]],
    [
      'was renamed with its folder',
      (folder) => renameSync(join(folder, 'b'), join(folder, 'd')),
      ['b/c', 'missing', `${changed('b/c')} it is gone.`],
    ],
    [
      'became a folder',
      (folder) => {
        rmSync(join(folder, 'a'));
        mkdirSync(join(folder, 'a'));
      },
      ['a', 'missing', `${changed('a')} it is no file any more.`],
    ],
  ])('has changed when it %s', async (_what, change, expected) => {
    expect(await changesAfter(change)).toEqual([expected]);
  });

  it.skipIf(noLinks)(`has changed when a link leads in a circle now${why(noLinks)}`, async () => {
    const [found] = await changesAfter((folder) => {
      rmSync(join(folder, 'a'));
      symlinkSync('a', join(folder, 'a'));
    });
    expect(found).toEqual(['a', 'unreadable', `${changed('a')} it cannot be read (ELOOP).`]);
  });

  it('is one of all that changed', async () => {
    const found = await changesAfter((folder) => rmSync(folder, { recursive: true }));
    expect(found.map(([path]) => path)).toEqual(['a', 'b/c']);
  });
});
