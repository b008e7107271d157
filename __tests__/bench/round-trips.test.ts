// The computed limit of an upload: its round trips are those that were counted by hand.
import { describe, expect, it } from 'vitest';
import { countRoundTrips, totalRoundTrips } from '../../bench/round-trips.js';
import { type FileShape, manyFiles, oneBigFile } from '../../bench/upload-packages.js';

const MIB = 2 ** 20;
const files = (count: number, folder: string, sizeBytes: number): readonly FileShape[] =>
  Array.from({ length: count }, (_, index) => ({ path: `${folder}${index}`, sizeBytes }));

describe('the round trips of an upload', () => {
  it.each<[string, readonly FileShape[], number, ReturnType<typeof countRoundTrips>]>([
    ['one small file', files(1, '', 1), 8, { begin: 2, send: 1, verify: 1, mark: 1, clean: 0 }],
    [
      'one more small file than fits at a time',
      files(9, '', 1),
      8,
      { begin: 2, send: 2, verify: 1, mark: 1, clean: 0 },
    ],
    ['a file of exactly one chunk', files(1, '', 4 * MIB), 8, { begin: 2, send: 1, verify: 1, mark: 1, clean: 0 }],
    [
      'a file of one byte more: look-up, two chunks side by side, look-up, commit',
      files(1, '', 4 * MIB + 1),
      8,
      { begin: 2, send: 4, verify: 1, mark: 1, clean: 1 },
    ],
    [
      'the same file, one request at a time',
      files(1, '', 4 * MIB + 1),
      1,
      { begin: 2, send: 5, verify: 1, mark: 1, clean: 1 },
    ],
    ['two folders within each other', files(1, 'a/b/', 1), 2, { begin: 2, send: 1, verify: 2, mark: 3, clean: 0 }],
    [
      'two folders side by side',
      [...files(1, 'a/', 1), ...files(1, 'b/', 1)],
      2,
      { begin: 2, send: 1, verify: 2, mark: 2, clean: 0 },
    ],
    ['the package of many files', manyFiles.files, 8, { begin: 2, send: 45, verify: 2, mark: 5, clean: 1 }],
    ['the package of one big file', oneBigFile.files, 8, { begin: 2, send: 9, verify: 1, mark: 3, clean: 1 }],
  ])('are those of its course for %s', (_, shape, concurrency, expected) => {
    const roundTrips = countRoundTrips({ files: shape }, concurrency);
    expect(roundTrips).toEqual(expected);
    expect(totalRoundTrips(roundTrips)).toBe(Object.values(expected).reduce((sum, each) => sum + each, 0));
  });
});
