// The files that are found in a package folder, and what keeps it from being uploaded.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { collectProblems } from '../../../src/connection/input-problems.js';
import { reportUnusable, walkFolder } from '../../../src/upload/package-files.js';
import { missingPrograms } from '../../peers/programs.js';
import { type FolderContents, makeFolder } from '../../support/package-folder.js';
import { exceptOnLinux, mayReadEverything, noLinks, onWindows, why } from '../../support/skips.js';

const isWindows = process.platform === 'win32';
const noPipes = onWindows('Windows has no pipes and sockets in folders') ?? missingPrograms(['mkfifo']);
const noPermissions = onWindows('Windows has no permissions that chmod could take away') ?? mayReadEverything;
const onlyUnicode = exceptOnLinux('only on Linux a name can be any bytes');

async function walk(folder: string): Promise<{
  readonly paths: readonly string[];
  readonly folders: readonly string[];
  readonly problems: readonly string[];
}> {
  const { files, folders, unusable } = await walkFolder(folder, 'App');
  const { problems, reportProblem } = collectProblems();
  reportUnusable(unusable, reportProblem);
  return { paths: files.map(({ path }) => path), folders, problems };
}

const walkContents = (contents: FolderContents): ReturnType<typeof walk> => walk(makeFolder(contents));

describe('the files of a package', () => {
  it('have their paths relative to the package, sizes and modification dates', async () => {
    const folder = makeFolder({ 'a.xml': 'four', 'WebPkg/Code/b.dll': new Uint8Array(5) });
    utimesSync(join(folder, 'a.xml'), 1_000_000_000, 1_000_000_000);
    const { files } = await walkFolder(folder, 'App');
    expect(files).toEqual([
      {
        path: 'WebPkg/Code/b.dll',
        storePath: 'App/WebPkg/Code/b.dll',
        localPath: join(folder, 'WebPkg/Code/b.dll'),
        sizeBytes: 5,
        modifiedMs: expect.any(Number),
      },
      {
        path: 'a.xml',
        storePath: 'App/a.xml',
        localPath: join(folder, 'a.xml'),
        sizeBytes: 4,
        modifiedMs: 1_000_000_000_000,
      },
    ]);
  });

  it.each([0, 1, 4 * 2 ** 20 - 1, 4 * 2 ** 20, 4 * 2 ** 20 + 1, 8 * 2 ** 20])(
    'can have %i bytes',
    async (sizeBytes) => {
      const { files } = await walkFolder(makeFolder({ x: new Uint8Array(sizeBytes) }), 'App');
      expect(files.map((file) => file.sizeBytes)).toEqual([sizeBytes]);
    },
  );

  it.each([
    'with blank.txt',
    '#1.txt',
    '100%.txt',
    '%41.txt',
    'a+b.txt',
    'a&b;c=d.txt',
    "it's.txt",
    'Grüße.txt',
    '日本語.txt',
    '🚀.txt',
    '.hidden',
  ])('can be named %j', async (name) => {
    expect(await walkContents({ [name]: '', [`${name}.d/${name}`]: '' })).toEqual({
      paths: [name, `${name}.d/${name}`].toSorted(),
      folders: [`${name}.d`],
      problems: [],
    });
  });

  it('are in the order of their paths by code units, on every machine', async () => {
    const names = ['b', 'B', 'ä', 'a', 'Z', '_', '0', '~'].filter((name) => !isWindows || name !== 'B');
    const { paths } = await walkContents(Object.fromEntries(names.map((name) => [name, ''])));
    expect(paths).toEqual(names.toSorted());
  });

  it('do not include the markers of an earlier upload, in any letter case', async () => {
    const { paths, folders } = await walkContents({ '_.dir': '', 'a/_.DIR': '', 'a/b/_.Dir': '', 'a/x_.dir': '' });
    expect(paths).toEqual(['a/x_.dir']);
    expect(folders).toEqual(['a', 'a/b']);
  });

  it('leave empty folders in the list of folders', async () => {
    expect((await walkContents({ 'WebPkg/Data/': '', 'WebPkg/x': '' })).folders).toEqual(['WebPkg', 'WebPkg/Data']);
  });

  it('include hundreds of one folder, and those at a great depth', async () => {
    const deep = `${'d/'.repeat(60)}x`;
    const many = Array.from({ length: 300 }, (_, index) => [`f/${index}`, ''] as const);
    const { paths, problems } = await walkContents({ [deep]: '', ...Object.fromEntries(many) });
    expect(paths).toHaveLength(301);
    expect(problems).toEqual([]);
  });

  it('may have longer paths than Windows allows programs that do not ask for more', async () => {
    const path = Array.from({ length: 4 }, () => '0123456789'.repeat(10)).join('/');
    expect(await walkContents({ [path]: '' })).toMatchObject({ paths: [path], problems: [] });
  });

  it('do not include a folder in the place of a marker: it is kept as a folder, to be refused', async () => {
    expect((await walkContents({ 'a/_.dir/x': '' })).folders).toContain('a/_.dir');
  });
});

describe.skipIf(noLinks)(`a link in a package${why(noLinks)}`, () => {
  it('to a file in the package is uploaded as that file', async () => {
    const folder = makeFolder({ 'a/x': '12345' });
    symlinkSync('a/x', join(folder, 'link'));
    const { files, unusable } = await walkFolder(folder, 'App');
    expect(files.map(({ path, sizeBytes }) => [path, sizeBytes])).toEqual([
      ['a/x', 5],
      ['link', 5],
    ]);
    expect(unusable).toEqual([]);
  });

  it('to a folder in the package is uploaded as that folder', async () => {
    const folder = makeFolder({ 'a/b/x': '' });
    symlinkSync('a', join(folder, 'link'));
    expect(await walk(folder)).toEqual({
      paths: ['a/b/x', 'link/b/x'],
      folders: ['a', 'a/b', 'link', 'link/b'],
      problems: [],
    });
  });

  it('to a file outside is refused', async () => {
    const outside = makeFolder({ secret: '' });
    const folder = makeFolder({ 'a/x': '' });
    symlinkSync(join(outside, 'secret'), join(folder, 'a/link'));
    expect((await walk(folder)).problems).toEqual([
      `A link that leads out of the package is not uploaded. Replace it by what it leads to: "a/link" (to "${outside}/secret").`,
    ]);
  });

  it('to a folder outside is refused, and not followed', async () => {
    const folder = makeFolder({ 'pkg/x': '', 'other/y': '' });
    symlinkSync('../other', join(folder, 'pkg/link'));
    const { paths, problems } = await walk(join(folder, 'pkg'));
    expect(paths).toEqual(['x']);
    expect(problems).toHaveLength(1);
  });

  it('to a folder outside whose name begins with that of the package is refused', async () => {
    const folder = makeFolder({ 'pkg/x': '', 'pkg2/y': '' });
    symlinkSync('../pkg2', join(folder, 'pkg/link'));
    expect((await walk(join(folder, 'pkg'))).problems[0]).toContain('leads out of the package');
  });

  it('to a folder whose name begins with two dots is inside', async () => {
    const folder = makeFolder({ '..x/y': '' });
    symlinkSync('..x', join(folder, 'link'));
    expect((await walk(folder)).paths).toEqual(['..x/y', 'link/y']);
  });

  it.each([
    ['nothing', 'nowhere'],
    ['itself', 'link'],
  ])('to %s is refused', async (_what, target) => {
    const folder = makeFolder({ x: '' });
    symlinkSync(target, join(folder, 'link'));
    expect((await walk(folder)).problems).toEqual(['A link leads to nothing. Remove or correct it: "link".']);
  });

  it.each(['.', '..', '../..'])(
    'to a folder above it (%s) is refused instead of being followed for ever',
    async (target) => {
      const folder = makeFolder({ 'a/b/x': '' });
      symlinkSync(target, join(folder, 'a/b/link'));
      expect((await walk(folder)).problems).toEqual([
        'A link leads back to a folder above it, so the package has no end. Remove it: "a/b/link".',
      ]);
    },
  );

  it('to a folder with a link back to the first is refused', async () => {
    const folder = makeFolder({ 'a/x': '', 'b/y': '' });
    symlinkSync('../b', join(folder, 'a/to-b'));
    symlinkSync('../a', join(folder, 'b/to-a'));
    expect((await walk(folder)).problems).toEqual([
      'A link leads back to a folder above it, so the package has no end. Remove it: "a/to-b/to-a" and "b/to-a/to-b".',
    ]);
  });

  it('may be the package folder itself', async () => {
    const folder = makeFolder({ 'real/a/x': '' });
    symlinkSync('real', join(folder, 'pkg'));
    symlinkSync('a/x', join(folder, 'real/link'));
    expect(await walk(join(folder, 'pkg'))).toEqual({ paths: ['a/x', 'link'], folders: ['a'], problems: [] });
  });
});

describe('a package with something that is no file', () => {
  it.skipIf(noPipes)(`is refused for a pipe and a socket${why(noPipes)}`, async () => {
    const folder = makeFolder({ 'a/x': '' });
    execFileSync('mkfifo', [join(folder, 'a/pipe')]);
    const server = createServer().listen(join(folder, 'socket'));
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    expect(await walk(folder)).toEqual({
      paths: ['a/x'],
      folders: ['a'],
      problems: ['Only files and folders can be uploaded. Remove the device, pipe or socket "a/pipe" and "socket".'],
    });
  });

  it.skipIf(noPermissions)(`is refused for files and folders without permission${why(noPermissions)}`, async () => {
    const folder = makeFolder({ x: '', 'a/y': '' });
    chmodSync(join(folder, 'x'), 0);
    chmodSync(join(folder, 'a'), 0);
    const { problems } = await walk(folder);
    chmodSync(join(folder, 'a'), 0o700);
    expect(problems).toEqual([
      'The runner\'s user cannot read a part of the package. Give it permission to read "a" (EACCES) and "x" (EACCES).',
    ]);
  });

  it.skipIf(onlyUnicode)(`is refused for a name that is no UTF-8${why(onlyUnicode)}`, async () => {
    const folder = makeFolder({ x: '' });
    const name = Buffer.concat([Buffer.from(`${folder}/Gr`), Buffer.from([0xfc]), Buffer.from('n')]);
    writeFileSync(name, '');
    const other = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xe9])]);
    mkdirSync(other);
    expect((await walk(folder)).problems).toEqual(['A name is not valid UTF-8. Rename "Gr\uFFFDn" and "\uFFFD".']);
  });
});
