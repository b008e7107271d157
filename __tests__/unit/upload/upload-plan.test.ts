// The plan of an upload: the way and the order of files, and the chunks of big ones.
import { describe, expect, it } from 'vitest';
import { chunkBytes, countBytes, planTransfers, splitIntoChunks, wholeFile } from '../../../src/upload/upload-plan.js';

const mebibyte = 2 ** 20;
const file = (path: string, sizeBytes: number) => ({
  path,
  storePath: `App/${path}`,
  localPath: `/${path}`,
  sizeBytes,
  modifiedMs: 0,
});

describe('a planned upload', () => {
  it.each([
    [0, 'put'],
    [1, 'put'],
    [4 * mebibyte - 1, 'put'],
    [4 * mebibyte, 'put'],
    [4 * mebibyte + 1, 'session'],
    [8 * mebibyte, 'session'],
    [5 * 2 ** 30, 'session'],
  ])('sends a file of %i bytes by %s', (sizeBytes, kind) => {
    expect(planTransfers([file('x', sizeBytes)], true)).toEqual([{ kind, file: file('x', sizeBytes) }]);
  });

  it('sends every file by put to a gateway without upload sessions', () => {
    const kinds = planTransfers([file('a', 0), file('b', 5 * 2 ** 30)], false).map(({ kind }) => kind);
    expect(kinds).toEqual(['put', 'put']);
  });

  it('begins with the biggest file, and has files of one size in the order of their paths', () => {
    const files = [
      file('b', 1),
      file('c', 5 * mebibyte),
      file('a', 1),
      file('d', 0),
      file('B', 1),
      file('e', 6 * mebibyte),
    ];
    const paths = planTransfers(files, true).map((transfer) => transfer.file.path);
    expect(paths).toEqual(['e', 'c', 'B', 'a', 'b', 'd']);
    expect(files[0]?.path).toBe('b');
  });

  it('has nothing to send for no file', () => {
    expect(planTransfers([], true)).toEqual([]);
  });
});

describe('the chunks of a file', () => {
  it.each([
    [0, []],
    [1, [[0, 0]]],
    [chunkBytes - 1, [[0, chunkBytes - 2]]],
    [chunkBytes, [[0, chunkBytes - 1]]],
    [
      chunkBytes + 1,
      [
        [0, chunkBytes - 1],
        [chunkBytes, chunkBytes],
      ],
    ],
    [
      2 * chunkBytes - 1,
      [
        [0, chunkBytes - 1],
        [chunkBytes, 2 * chunkBytes - 2],
      ],
    ],
    [
      2 * chunkBytes,
      [
        [0, chunkBytes - 1],
        [chunkBytes, 2 * chunkBytes - 1],
      ],
    ],
    [
      2 * chunkBytes + 1,
      [
        [0, chunkBytes - 1],
        [chunkBytes, 2 * chunkBytes - 1],
        [2 * chunkBytes, 2 * chunkBytes],
      ],
    ],
  ])('of %i bytes are whole ones of 4 MiB and the rest', (sizeBytes, chunks) => {
    expect(splitIntoChunks(wholeFile(sizeBytes)).map(({ start, end }) => [start, end])).toEqual(chunks);
  });

  it.each([0, 1, chunkBytes, 192 * mebibyte, 5 * 2 ** 30 + 7])(
    'of %i bytes contain each byte once, in order',
    (sizeBytes) => {
      const chunks = splitIntoChunks(wholeFile(sizeBytes));
      expect(countBytes(chunks)).toBe(sizeBytes);
      let next = 0;
      for (const { start, end } of chunks) {
        expect(start).toBe(next);
        expect(end - start + 1).toBeLessThanOrEqual(chunkBytes);
        next = end + 1;
      }
      expect(next).toBe(sizeBytes);
    },
  );

  it('are those of each missing range, and reach over the end of none', () => {
    const missing = [
      { start: 5, end: 5 },
      { start: 10, end: 10 + chunkBytes },
      { start: 3 * chunkBytes, end: 4 * chunkBytes - 1 },
    ];
    expect(splitIntoChunks(missing)).toEqual([
      { start: 5, end: 5 },
      { start: 10, end: 9 + chunkBytes },
      { start: 10 + chunkBytes, end: 10 + chunkBytes },
      { start: 3 * chunkBytes, end: 4 * chunkBytes - 1 },
    ]);
    expect(countBytes(missing)).toBe(2 * chunkBytes + 2);
  });
});
