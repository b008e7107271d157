// The computed limit of an upload: how many round trips its course needs at least, one after another.
import { dirname } from 'node:path/posix';
import { chunkBytes } from '../src/upload/upload-plan.js';
import type { FileShape, PackageShape } from './upload-packages.js';

/** Round trips by the steps of the course of src/upload/upload-package.ts. */
export interface RoundTrips {
  /** Connecting, and the first look at the path, while another connection asks whether there are sessions. */
  readonly begin: number;
  /** Files in one request each; chunks; and for each session a look-up before and after its chunks, and its commit. */
  readonly send: number;
  /** One listing for each folder. */
  readonly verify: number;
  /** One marker for each folder, children before parents. */
  readonly mark: number;
  /** Deleting the sessions. */
  readonly clean: number;
}

/**
 * Counts the round trips of an upload to an empty path. `concurrency` requests are in flight at a time, and a request takes
 * one round trip however large it is: reading, hashing and sending take no time.
 */
export function countRoundTrips({ files }: Pick<PackageShape, 'files'>, concurrency: number): RoundTrips {
  const inTurns = (requests: number): number => Math.ceil(requests / concurrency);
  const chunks = files.map(({ sizeBytes }) => Math.ceil(sizeBytes / chunkBytes)).filter((count) => count > 1);
  const smallFiles = files.length - chunks.length;
  const requests = smallFiles + sum(chunks) + 3 * chunks.length;
  // The largest file cannot be faster than its own look-up, chunks, look-up and commit.
  const longestFile = Math.max(0, ...chunks.map((count) => inTurns(count) + 3));
  const folders = foldersOf(files);
  return {
    begin: 2,
    send: Math.max(inTurns(requests), longestFile),
    verify: inTurns(folders.length),
    mark: sum(countByLevel(folders).map(inTurns)),
    clean: inTurns(chunks.length),
  };
}

export function totalRoundTrips(roundTrips: RoundTrips): number {
  return sum(Object.values(roundTrips));
}

/** Every folder of a package, with its root as `.`. */
function foldersOf(files: readonly FileShape[]): readonly string[] {
  const folders = new Set(['.']);
  for (const { path } of files) {
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.add(folder);
  }
  return [...folders];
}

/** How many folders there are on each level. */
function countByLevel(folders: readonly string[]): readonly number[] {
  const levels = folders.map((folder) => (folder === '.' ? 0 : folder.split('/').length));
  return [...new Set(levels)].map((level) => levels.filter((each) => each === level).length);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
