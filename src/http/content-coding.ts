// Decodes one coding of a compressed body (RFC 9110, section 8.4.1).
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

type Decompressor = ReturnType<typeof createGunzip> | ReturnType<typeof createBrotliDecompress>;

export interface DecodedBody {
  readonly bytes: Buffer;
  /** Whether there was more than the limit. */
  readonly truncated: boolean;
}

/** The decoded bytes, up to a limit; undefined for another coding, and for bytes that are not completely in this one. */
export async function decodeBytes(bytes: Buffer, coding: string, limit: number): Promise<DecodedBody | undefined> {
  const decompressor = createDecompressor(bytes, coding);
  if (decompressor === undefined) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    decompressor.end(bytes);
    for await (const chunk of decompressor) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > limit) break; // a few bytes can stand for gigabytes
    }
  } catch {
    return undefined;
  }
  const truncated = size > limit;
  // What follows the compressed bytes is not part of them.
  if (!truncated && decompressor.bytesWritten < bytes.length) return undefined;
  return { bytes: Buffer.concat(chunks).subarray(0, limit), truncated };
}

function createDecompressor(bytes: Buffer, coding: string): Decompressor | undefined {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return hasZlibHeader(bytes) ? createInflate() : createInflateRaw();
    case 'br':
      return createBrotliDecompress();
    default:
      return undefined;
  }
}

/** RFC 1950, section 2.2. Some servers send `deflate` without this header (RFC 9110, section 8.4.1.2). */
function hasZlibHeader(bytes: Buffer): boolean {
  return bytes.length >= 2 && (bytes.readUInt8(0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;
}
