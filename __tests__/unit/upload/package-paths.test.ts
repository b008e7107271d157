// The checks of a package's paths: problems and notices as a workflow author reads them.
import { describe, expect, it } from 'vitest';
import { collectProblems } from '../../../src/connection/input-problems.js';
import { checkPaths } from '../../../src/upload/package-paths.js';

/** Checks files at these paths, with the folders that they are in. */
function check(
  paths: readonly string[],
  imageStorePath = 'App',
): { readonly problems: readonly string[]; readonly notices: readonly string[] } {
  const files = paths
    .filter((path) => !path.endsWith('/'))
    .map((path) => ({ path, storePath: `${imageStorePath}/${path}`, localPath: path, sizeBytes: 0, modifiedMs: 0 }));
  const folders = paths.flatMap((path) =>
    path
      .split('/')
      .slice(0, -1)
      .map((_, index, segments) => segments.slice(0, index + 1).join('/')),
  );
  const { problems, reportProblem } = collectProblems();
  const notices = checkPaths({ files, folders: [...new Set(folders)].toSorted() }, imageStorePath, reportProblem);
  return { problems, notices };
}

const good = [
  'ApplicationManifest.xml',
  'WebPkg/ServiceManifest.xml',
  'WebPkg/Code/Web.exe',
  'WebPkg/Config/Settings.xml',
];

describe('the paths of a package', () => {
  it('need no problem and no notice', () => {
    expect(check(good)).toEqual({ problems: [], notices: [] });
  });

  it.each([
    ['a segment $', ['a/$/x'], 'A path in the image store cannot have the segment $. Rename "a/$".'],
    [
      'forbidden characters',
      ['a:b', 'c/d?.txt', 'e|f/g'],
      'Windows forbids the characters < > : " | ? * \\ and control characters in names. Rename "e|f", "a:b" and "c/d?.txt".',
    ],
    [
      'names of devices',
      ['a/NUL', 'aux.json', 'con/x'],
      'Windows reserves names such as CON, NUL and COM1 for devices, with any extension. Rename "con", "a/NUL" and "aux.json".',
    ],
    [
      'names that end with a dot',
      ['a./x', 'b.'],
      'Windows forbids names that end with a blank or a dot. Rename "a." and "b.".',
    ],
    [
      'more names than a sentence can hold',
      ['1:', '2:', '3:', '4:', '5:', '6:', '7:'],
      'Windows forbids the characters < > : " | ? * \\ and control characters in names. Rename "1:", "2:", "3:", "4:", "5:" and 2 more.',
    ],
    [
      'a folder with the name of a marker',
      ['WebPkg/_.Dir/x'],
      'The image store needs the name _.dir for its own files. Rename the folder "WebPkg/_.Dir".',
    ],
    [
      'files that differ only in letter case',
      ['a/x.dll', 'a/X.dll'],
      'The image store ignores letter case, so one of these would overwrite the other. Rename or remove one of "a/x.dll" and "a/X.dll".',
    ],
    [
      'folders that differ only in letter case, but not what is in them',
      ['Code/x', 'code/x', 'code/y'],
      'The image store ignores letter case, so one of these would overwrite the other. Rename or remove one of "Code" and "code".',
    ],
    [
      'a folder and a file that differ only in letter case',
      ['Code/x', 'code'],
      'The image store ignores letter case, so one of these would overwrite the other. Rename or remove one of "Code" and "code".',
    ],
    [
      'umlauts that differ only in letter case',
      ['Ä', 'ä'],
      'The image store ignores letter case, so one of these would overwrite the other. Rename or remove one of "Ä" and "ä".',
    ],
  ])('are refused for %s, in one problem', (_what, paths, problem) => {
    expect(check(paths).problems).toEqual([problem]);
  });

  it('have each of their faults reported at once', () => {
    expect(check(['$/x', 'a:b', 'NUL', 'x.', 'y', 'Y', 'z'.repeat(256)]).problems).toHaveLength(6);
  });

  it.each([
    ['ß and ss', ['straße', 'strasse']],
    ['composed and decomposed letters', ['\u00E4', 'a\u0308']],
    ['the same name in two folders', ['a/x', 'b/X']],
  ])('may differ in %s', (_what, paths) => {
    expect(check(paths).problems).toEqual([]);
  });
});

describe('a path in the image store', () => {
  /** A path in the image store of this many characters. */
  const ofLength = (length: number): string => `${'d'.repeat(90)}/${'e'.repeat(90)}/${'f'.repeat(length - 186)}`;

  it('of 199 characters needs no notice', () => {
    expect(check([ofLength(199)])).toEqual({ problems: [], notices: [] });
  });

  it.each([200, 300])('of %i characters is a notice', (length) => {
    const path = ofLength(length);
    expect(`App/${path}`).toHaveLength(length);
    const { problems, notices } = check([path]);
    expect(problems).toEqual([]);
    expect(notices).toEqual([
      expect.stringMatching(
        new RegExp(
          `^A path in the image store has 200 characters or more, and nodes can fail on long paths\\. The longest has ${length}: "…e*/?f+"\\.$`,
        ),
      ),
    ]);
  });

  it('of 301 characters is refused', () => {
    const { problems, notices } = check([ofLength(301)]);
    expect(problems).toEqual([
      expect.stringMatching(
        /^A path in the image store can have at most 300 characters, image-store-path included\. Shorten "…f{100}" \(301 characters\)\.$/,
      ),
    ]);
    expect(notices).toEqual([]);
  });

  it('counts image-store-path', () => {
    expect(check(['x'.repeat(250)], 'a'.repeat(50)).problems).toHaveLength(1);
    expect(check(['x'.repeat(249)], 'a'.repeat(50)).problems).toEqual([]);
  });

  it('counts the marker of an empty folder', () => {
    expect(check([`${'d'.repeat(150)}/${'e'.repeat(139)}/`]).problems).toEqual([]);
    expect(check([`${'d'.repeat(150)}/${'e'.repeat(140)}/`]).problems).toHaveLength(1);
  });

  it('is counted in a notice about many, of which the longest is named', () => {
    const { notices } = check([ofLength(210), `${ofLength(220)}`, 'short']);
    expect(notices[0]).toMatch(/^2 paths in the image store have 200 characters or more.* The longest has 220: /);
  });
});

describe('the application manifest in another letter case', () => {
  it('is a notice', () => {
    expect(check(['applicationmanifest.xml'])).toEqual({
      problems: [],
      notices: [
        'The application manifest is spelled "applicationmanifest.xml" instead of ApplicationManifest.xml. It is used, because the image store ignores letter case.',
      ],
    });
  });

  it('is a problem beside another one', () => {
    expect(check(['applicationmanifest.xml', 'ApplicationManifest.xml']).problems).toHaveLength(1);
  });

  it('is nothing to note in a folder below', () => {
    expect(check([...good, 'WebPkg/applicationmanifest.xml']).notices).toEqual([]);
  });
});

describe('a folder beside an archive of the same name', () => {
  it('is a notice in the folder of a service', () => {
    expect(check([...good, 'WebPkg/Code.zip', 'WebPkg/config.ZIP']).notices).toEqual([
      'The cluster uses an archive and ignores the folder of the same name beside it, so this folder is uploaded for nothing: "WebPkg/Code" and "WebPkg/Config". Leave it out of the package.',
    ]);
  });

  it.each([
    ['at the root', ['WebPkg.zip', 'WebPkg/x']],
    ['in a code package', ['WebPkg/Code/lib.zip', 'WebPkg/Code/lib/x']],
    ['whose name only begins the same', ['WebPkg/Code2.zip', 'WebPkg/Code/x']],
  ])('is nothing to note %s', (_what, paths) => {
    expect(check(paths).notices).toEqual([]);
  });
});
