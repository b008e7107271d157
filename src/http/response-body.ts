// The body of a response as text: read up to a limit, and decoded where it came compressed.
import type { IncomingMessage } from 'node:http';
import { NetworkError } from './errors.js';

/** How much of a body is read by default: a FabricError is under a kilobyte. */
export const maxBodyBytes = 64 * 1024;

export interface ResponseBody {
  /** As UTF-8 text, up to the limit; U+FFFD for a body that cannot be decoded, so that it is not taken for an empty one. */
  readonly body: string;
  /** Whether there was more than that. */
  readonly truncated: boolean;
}

const undecodable = '\uFFFD';

/** Unlike the library's readBody it rejects when the connection ends before the body does. */
export async function readBody(message: IncomingMessage, maxBytes = maxBodyBytes): Promise<ResponseBody> {
  const bytes = await readBytes(message, maxBytes);
  const truncated = bytes.length > maxBytes;
  const codings = codingsOf(message);
  if (codings.length === 0 || bytes.length === 0) return { body: bytes.toString('utf8', 0, maxBytes), truncated };
  // A part of a compressed body cannot be checked.
  return truncated ? { body: undecodable, truncated } : decode(bytes, codings, maxBytes);
}

/** The whole body, or a little more than the limit. */
function readBytes(message: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    message.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size <= maxBytes) return;
      resolve(Buffer.concat(chunks));
      message.destroy(); // and its connection, for the body may be endless
    });
    message.once('end', () => {
      if (message.complete) resolve(Buffer.concat(chunks));
    });
    message.on('error', reject);
    message.once('close', () => reject(new NetworkError('ECONNRESET', 'the answer was cut off')));
  });
}

/** What was applied to the body, in order. Of the transfer codings Node.js removes `chunked` only. */
function codingsOf({ headers }: IncomingMessage): readonly string[] {
  return [headers['content-encoding'], headers['transfer-encoding']]
    .flatMap((header) => (header ?? '').split(','))
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => !['', 'identity', 'chunked'].includes(coding));
}

async function decode(bytes: Buffer, codings: readonly string[], maxBytes: number): Promise<ResponseBody> {
  // Loaded only here: the requests ask for an identity coding.
  const { decodeBytes } = await import('./content-coding.js');
  let decoded = bytes;
  for (const coding of [...codings].reverse()) {
    const result = await decodeBytes(decoded, coding, maxBytes);
    if (result === undefined || result.truncated) return { body: undecodable, truncated: result !== undefined };
    decoded = result.bytes;
  }
  return { body: decoded.toString('utf8'), truncated: false };
}
