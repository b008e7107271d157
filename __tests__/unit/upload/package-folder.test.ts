// The input package: what is found at the path, and what the sentence says when it is no package folder.
import { chmodSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectProblems } from '../../../src/connection/input-problems.js';
import { findPackageFolder } from '../../../src/upload/package-folder.js';
import { type FolderContents, makeFolder } from '../../support/package-folder.js';
import { exceptOnLinux, exceptOnWindows, mayReadEverything, onWindows, why } from '../../support/skips.js';

const manifest = 'ApplicationManifest.xml';

const ignoresCase = exceptOnLinux('file systems of Windows and macOS ignore letter case');
const separators = onWindows('backslashes separate folders on Windows');
const noPermissions = onWindows('Windows has no permissions that chmod could take away') ?? mayReadEverything;
const noDrives = exceptOnWindows('only Windows has drives');

async function find(
  value: string,
  contents: FolderContents,
): Promise<{ readonly workspace: string; readonly folder: string | undefined; readonly problems: readonly string[] }> {
  const workspace = makeFolder(contents);
  const { problems, reportProblem } = collectProblems();
  return { workspace, folder: await findPackageFolder(value, workspace, reportProblem), problems };
}

/** The one sentence, without its beginning, and with the workspace as `W`. */
async function reason(value: string, contents: FolderContents): Promise<string | undefined> {
  const { workspace, folder, problems } = await find(value, contents);
  expect(folder).toBeUndefined();
  expect(problems).toHaveLength(1);
  const start = `package must be the folder that contains ApplicationManifest.xml, but "${value}" `;
  expect(problems[0]?.startsWith(start)).toBe(true);
  return problems[0]?.slice(start.length).replaceAll(workspace, 'W');
}

describe('the input package', () => {
  it.each(['pkg/Release', './pkg/Release', 'pkg/Release/', 'pkg/../pkg/Release'])(
    'is a path relative to the workspace, like %j',
    async (value) => {
      const { workspace, folder, problems } = await find(value, { [`pkg/Release/${manifest}`]: '' });
      expect(folder).toBe(join(workspace, 'pkg', 'Release'));
      expect(problems).toEqual([]);
    },
  );

  it('can be an absolute path outside the workspace', async () => {
    const elsewhere = makeFolder({ [manifest]: '' });
    expect((await find(elsewhere, {})).folder).toBe(elsewhere);
  });

  it('can be the workspace itself', async () => {
    const { workspace, folder } = await find('.', { [manifest]: '' });
    expect(folder).toBe(workspace);
  });

  it.each(['my pkg', '#1', '100%', 'Größe', 'App.sfpkg'])('can be a folder named %j', async (name) => {
    expect((await find(name, { [`${name}/${manifest}`]: '' })).problems).toEqual([]);
  });

  it('can contain the manifest in another letter case', async () => {
    expect((await find('pkg', { 'pkg/applicationmanifest.XML': '' })).problems).toEqual([]);
  });
});

describe('the input package that is a file', () => {
  it.each([
    [
      'out/My.sfpkg',
      'is an archive. Extract it in an earlier step, as in "unzip My.sfpkg -d My", and write the extracted folder.',
    ],
    [
      'My.ZIP',
      'is an archive. Extract it in an earlier step, as in "unzip My.ZIP -d My", and write the extracted folder.',
    ],
    [`pkg/${manifest}`, 'is that file; write "pkg".'],
    [manifest, 'is that file; write ".".'],
    [
      'My.sfproj',
      'is a project. Build its package in an earlier step (msbuild /t:Package), and write its folder pkg/Release.',
    ],
    ['pkg.tar', 'is a file.'],
  ])('is refused with what to do: %s', async (value, sentence) => {
    expect(await reason(value, { [value]: '' })).toBe(sentence);
  });
});

describe('the input package that does not exist', () => {
  const build = 'Build or download the package in an earlier step of the same job.';

  it('is described by what is there instead', async () => {
    expect(await reason('pkg/Release', { 'pkg/Debug/x': '', 'pkg/readme.md': '' })).toBe(
      `does not exist: "W${sep}pkg" contains "Debug" and "readme.md", but not "Release". ${build}`,
    );
  });

  it('is described by the first folder of it that is missing', async () => {
    expect(await reason('out/pkg/Release', { src: '' })).toBe(
      `does not exist: "W" contains "src", but not "out". ${build}`,
    );
  });

  it('is described by an empty workspace', async () => {
    expect(await reason('pkg', {})).toBe(`does not exist, and "W" is empty. ${build}`);
  });

  it('lists five of many entries', async () => {
    const many = Object.fromEntries([...'gfedcba'].map((name) => [name, '']));
    expect(await reason('pkg', many)).toBe(
      `does not exist: "W" contains "a", "b", "c", "d", "e" and 2 more, but not "pkg". ${build}`,
    );
  });

  it('is described by a file in its way', async () => {
    expect(await reason('pkg/Release', { pkg: '' })).toBe(`does not exist, because "W${sep}pkg" is not a folder.`);
  });

  it('is described as a pattern', async () => {
    expect(await reason('**/pkg/Release', { x: '' })).toBe(
      'does not exist. Patterns are not expanded; write the path of one folder.',
    );
  });

  it.skipIf(ignoresCase)(`is described by its spelling in another letter case${why(ignoresCase)}`, async () => {
    expect(await reason('pkg/release', { [`pkg/Release/${manifest}`]: '' })).toBe(
      'does not exist: "release" is spelled "Release", and letter case matters on this runner.',
    );
  });

  it.skipIf(separators)(`is described by its backslashes${why(separators)}`, async () => {
    expect(await reason('pkg\\Release', { [`pkg/Release/${manifest}`]: '' })).toBe(
      'does not exist, because on this runner backslashes do not separate folders; write "pkg/Release".',
    );
  });

  it.skipIf(noPermissions)(`cannot be told from one without permission${why(noPermissions)}`, async () => {
    const workspace = makeFolder({ 'pkg/': '' });
    chmodSync(join(workspace, 'pkg'), 0);
    const { problems, reportProblem } = collectProblems();
    await findPackageFolder('pkg', workspace, reportProblem);
    chmodSync(join(workspace, 'pkg'), 0o700);
    expect(problems[0]).toContain('cannot be read (EACCES)');
  });
});

describe.skipIf(noDrives)(`the input package on Windows${why(noDrives)}`, () => {
  const withSlashes = (path: string): string => path.replaceAll('\\', '/');

  it.each<[string, (path: string) => string]>([
    ['slashes', withSlashes],
    ['backslashes', (path) => path],
    ['a drive in lower case', (path) => path.replace(/^\w/, (drive) => drive.toLowerCase())],
    ['other letter case', (path) => path.toUpperCase()],
    ['no drive', (path) => path.slice(2)],
    ['the prefix of long paths', (path) => `\\\\?\\${path}`],
  ])('is an absolute path with %s', async (_, write) => {
    const workspace = makeFolder({ [`pkg/Release/${manifest}`]: '' });
    const { problems, reportProblem } = collectProblems();
    const folder = await findPackageFolder(write(join(workspace, 'pkg', 'Release')), 'C:\\elsewhere', reportProblem);
    expect(problems).toEqual([]);
    expect(readdirSync(folder ?? '')).toEqual([manifest]);
  });

  it('is described by the way in which Git Bash writes it', async () => {
    const workspace = makeFolder({ [`pkg/${manifest}`]: '' });
    const { problems, reportProblem } = collectProblems();
    const path = withSlashes(join(workspace, 'pkg'));
    const value = `/${path.slice(0, 1).toLowerCase()}${path.slice(2)}`;
    expect(await findPackageFolder(value, workspace, reportProblem)).toBeUndefined();
    expect(problems[0]).toContain(
      `does not exist, because only Git Bash takes it for a path on a drive; write "${path}".`,
    );
  });

  it('is described by a drive that does not exist', async () => {
    expect(await reason('Q:/pkg/Release', {})).toBe('does not exist, and neither does "Q:\\".');
  });
});

describe('the input package that is another folder', () => {
  it.each<[string, string, FolderContents, string]>([
    [
      'an empty folder',
      'pkg',
      { 'pkg/': '' },
      'is empty. Build or download the package in an earlier step of the same job.',
    ],
    ['the folder above', 'pkg', { [`pkg/Release/${manifest}`]: '' }, 'does not contain it; write "pkg/Release".'],
    ['the workspace', '.', { [`App/pkg/Release/${manifest}`]: '' }, 'does not contain it; write "App/pkg/Release".'],
    [
      'the folder above two packages',
      'pkg',
      { [`pkg/Release/${manifest}`]: '', [`pkg/Debug/${manifest}`]: '' },
      'does not contain it. Write one of "pkg/Debug" and "pkg/Release".',
    ],
    [
      'a project whose package is built',
      'App',
      { 'App/App.sfproj': '', [`App/ApplicationPackageRoot/${manifest}`]: '', [`App/pkg/Release/${manifest}`]: '' },
      'does not contain it; write "App/pkg/Release".',
    ],
    [
      'a project whose package is not built',
      'App',
      { 'App/App.sfproj': '', [`App/ApplicationPackageRoot/${manifest}`]: '' },
      'is a project whose package is not built. Build it in an earlier step (msbuild /t:Package), and write "App/pkg/Release".',
    ],
    [
      'a project without manifests',
      'App',
      { 'App/App.sfproj': '' },
      'is a project whose package is not built. Build it in an earlier step (msbuild /t:Package), and write "App/pkg/Release".',
    ],
    [
      'the folder of a service',
      'pkg/WebPkg',
      { [`pkg/${manifest}`]: '', 'pkg/WebPkg/ServiceManifest.xml': '' },
      'is only a part of a package; write "pkg".',
    ],
    [
      'the folder of a code package',
      'pkg/WebPkg/Code',
      { [`pkg/${manifest}`]: '', 'pkg/WebPkg/Code/Web.exe': '' },
      'is only a part of a package; write "pkg".',
    ],
    [
      'the output of a compiler',
      'bin',
      { 'bin/Web.dll': '', 'bin/Web.exe': '' },
      'contains "Web.dll" and "Web.exe", and no folder below it contains that file either.',
    ],
    [
      'a folder with a package too far below',
      'a',
      { [`a/b/c/d/e/f/${manifest}`]: '' },
      'contains "b", and no folder below it contains that file either.',
    ],
    [
      'a folder with a package in node_modules',
      'a',
      { [`a/node_modules/x/${manifest}`]: '' },
      'contains "node_modules", and no folder below it contains that file either.',
    ],
  ])('is refused with the folder that is meant: %s', async (_what, value, contents, sentence) => {
    expect(await reason(value, contents)).toBe(sentence);
  });
});
