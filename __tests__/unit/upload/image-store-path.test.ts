// The input image-store-path and its default, with the sentences that a workflow author reads.
import { describe, expect, it } from 'vitest';
import { collectProblems } from '../../../src/connection/input-problems.js';
import { defaultImageStorePath, parseImageStorePath } from '../../../src/upload/image-store-path.js';

function parse(value: string): { readonly path: string | undefined; readonly problems: readonly string[] } {
  const { problems, reportProblem } = collectProblems();
  return { path: parseImageStorePath(value, reportProblem), problems };
}

describe('the input image-store-path', () => {
  it.each([
    ['MyAppPkg', 'MyAppPkg'],
    ['apps/MyApp/1.0.0', 'apps/MyApp/1.0.0'],
    ['MyAppPkg/', 'MyAppPkg'],
    ['MyAppPkg//', 'MyAppPkg'],
    ['with blank/100%/#1', 'with blank/100%/#1'],
    ['Größe', 'Größe'],
    ['AXSFType-1.0.20181102', 'AXSFType-1.0.20181102'],
    ['apps/Store', 'apps/Store'],
  ])('accepts %j', (value, path) => {
    expect(parse(value)).toEqual({ path, problems: [] });
  });

  it.each([
    ['/MyAppPkg', 'is absolute; write MyAppPkg.'],
    ['\\\\server\\share', 'is absolute; write server/share.'],
    ['/', 'is absolute.'],
    ['C:\\pkg', 'is a path of a Windows machine.'],
    ['c:pkg', 'is a path of a Windows machine.'],
    ['apps\\MyApp', 'contains a backslash; write apps/MyApp.'],
    ['fabric:ImageStore', 'begins with the connection string of the image store.'],
    ['fabric:ImageStore\\MyApp', 'begins with the connection string of the image store; write MyApp.'],
    ['Fabric:ImageStore/apps/MyApp', 'begins with the connection string of the image store; write apps/MyApp.'],
    ['fabric:/MyApp', 'begins with the connection string of the image store; write MyApp.'],
    ['..', 'contains the segment .., which leads out of a folder.'],
    ['apps/../MyApp', 'contains the segment .., which leads out of a folder.'],
    ['apps//MyApp', 'has an empty segment; write apps/MyApp.'],
    ['./MyApp', 'has an empty segment; write MyApp.'],
    ['.', 'has an empty segment.'],
    ['apps/$/x', 'contains "$". A path in the image store cannot have the segment $.'],
    ['***', 'contains "***". Windows forbids the characters < > : " | ? * \\ and control characters in names.'],
    ['apps/NUL', 'contains "NUL". Windows reserves names such as CON, NUL and COM1 for devices, with any extension.'],
    ['apps./x', 'contains "apps.". Windows forbids names that end with a blank or a dot.'],
    ['apps/ x', 'contains "x", which begins with a blank.'],
    ['apps/_.DIR', "contains _.DIR, the name of the image store's own marker files."],
    ['Store', 'begins with Store, a folder that the cluster keeps for itself.'],
    ['windowsfabricstore/x', 'begins with windowsfabricstore, a folder that the cluster keeps for itself.'],
    [`${'a/'.repeat(140)}b`, 'has 281 characters, which leaves none for files.'],
  ])('refuses %j with the reason and the corrected path', (value, reason) => {
    const { path, problems } = parse(value);
    expect(path).toBeUndefined();
    expect(problems).toEqual([
      expect.stringMatching(
        /^image-store-path must be a relative path in the image store, like MyAppPkg or apps\/MyAppPkg, but "/,
      ),
    ]);
    expect(problems[0]?.endsWith(` ${reason}`)).toBe(true);
  });
});

describe('the default of image-store-path', () => {
  it("is the folder's name", () => {
    const { problems, reportProblem } = collectProblems();
    expect(defaultImageStorePath('MyApp Pkg', reportProblem)).toBe('MyApp Pkg');
    expect(problems).toEqual([]);
  });

  it.each([
    ['', 'image-store-path is empty, but the package folder has no name. Set it.'],
    [
      'Store',
      'image-store-path is empty, and its default cannot be used: the package folder\'s name "Store" begins with Store, a folder that the cluster keeps for itself. Set image-store-path.',
    ],
    [
      'my:app',
      'image-store-path is empty, and its default cannot be used: the package folder\'s name "my:app" contains "my:app". Windows forbids the characters < > : " | ? * \\ and control characters in names. Set image-store-path.',
    ],
  ])('is refused for the folder name %j', (name, sentence) => {
    const { problems, reportProblem } = collectProblems();
    expect(defaultImageStorePath(name, reportProblem)).toBeUndefined();
    expect(problems).toEqual([sentence]);
  });
});
