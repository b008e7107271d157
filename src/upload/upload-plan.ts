// The plan of an upload: how each file is sent, in which order, and in which chunks.
import type { ByteRange } from '../image-store/responses.js';
import type { PackageFile } from './package-files.js';

/** Measured: chunks of 4 to 8 MiB are the fastest, and a session for every small file costs half as much again. */
export const chunkBytes = 4 * 2 ** 20;

/** How a file is sent: by one PUT of all of it, or by the chunks of an upload session. */
export interface Transfer {
  readonly kind: 'put' | 'session';
  readonly file: PackageFile;
}

/**
 * Plans how the files are sent: the biggest first, so that no big one is left for the end.
 * @param hasSessions whether the gateway has the upload session API; that of a Linux cluster has not
 */
export function planTransfers(files: readonly PackageFile[], hasSessions: boolean): readonly Transfer[] {
  return files
    .toSorted((a, b) => b.sizeBytes - a.sizeBytes || (a.path < b.path ? -1 : 1))
    .map((file) => ({ kind: hasSessions && file.sizeBytes > chunkBytes ? 'session' : 'put', file }));
}

/** Every byte of a file of this size; none of an empty one. */
export function wholeFile(sizeBytes: number): readonly ByteRange[] {
  return sizeBytes === 0 ? [] : [{ start: 0, end: sizeBytes - 1 }];
}

/** Splits ranges into chunks. A chunk never reaches over the end of a range, which the store would refuse. */
export function splitIntoChunks(ranges: readonly ByteRange[]): readonly ByteRange[] {
  return ranges.flatMap(({ start, end }) =>
    Array.from({ length: Math.ceil((end - start + 1) / chunkBytes) }, (_, index) => ({
      start: start + index * chunkBytes,
      end: Math.min(end, start + (index + 1) * chunkBytes - 1),
    })),
  );
}

/** How many bytes are in these ranges. */
export function countBytes(ranges: readonly ByteRange[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start + 1, 0);
}
