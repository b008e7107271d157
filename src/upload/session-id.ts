// Content hashes, and the ids of upload sessions that are derived from them: who uploads the same file to the same path
// again finds the session of the run before.
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { v5 } from 'uuid';

/** The hash of a file's content as it was read. */
export interface ContentHash {
  /** In lower case, hexadecimal. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Large enough to make the calls of the file system cheap, small enough to block nothing: about a millisecond each. */
const bufferBytes = 2 ** 20;

/** Reads a file once and hashes it. Never holds more of it than one buffer. @throws when the signal is aborted */
export async function hashFile(localPath: string, signal: AbortSignal): Promise<ContentHash> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(bufferBytes);
  const file = await open(localPath);
  try {
    let sizeBytes = 0;
    for (;;) {
      signal.throwIfAborted();
      const { bytesRead } = await file.read(buffer, 0, bufferBytes);
      if (bytesRead === 0) return { sha256: hash.digest('hex'), sizeBytes };
      hash.update(buffer.subarray(0, bytesRead));
      sizeBytes += bytesRead;
    }
  } finally {
    await file.close();
  }
}

/** The namespace of these ids. Another one would cut off resumed uploads from their sessions. */
const namespace = '3d0f3c5e-7f0a-4c0f-9b9e-52a3c1d6e8b4';

/** Which of the sessions of the same content at the same path it is. */
export interface SessionVariant {
  /** From 0. */
  readonly generation?: number;
  /** The version of the file that it replaces, where that may have come by the same content. */
  readonly replacedVersion?: string | undefined;
}

/**
 * The id of the session that uploads this content to this path.
 * @param storePath the whole path in the image store, as it stands in the chunks' URLs: the gateway compares it exactly
 */
export function uploadSessionId(
  storePath: string,
  { sha256, sizeBytes }: ContentHash,
  { generation = 0, replacedVersion }: SessionVariant = {},
): string {
  const variant = [...(generation > 0 ? [generation] : []), ...(replacedVersion ? [replacedVersion] : [])];
  return v5(JSON.stringify([storePath, sizeBytes, sha256, ...variant]), namespace);
}
