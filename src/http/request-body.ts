// The body of a request: a slice of a file, read while it is sent, so that it is never in memory as a whole.
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { NetworkError } from './errors.js';

/** A slice of a file on this machine. */
export interface FileSlice {
  readonly path: string;
  /** The position of its first byte in the file. */
  readonly start: number;
  /** At least one. */
  readonly sizeBytes: number;
}

/** What a request in flight needs of memory, and the step in which its progress is seen. */
const bufferBytes = 64 * 1024;

/** How long the system may take to report that it has taken the last bytes; the response can be read before that. */
const reportDelayMs = 100;

/**
 * A slice of a file as the stream that @actions/http-client takes. The library hands its request over by `pipe` and ends
 * it after `close`. A pipe of Node.js would fill new buffers as fast as the disk allows, and not say what the socket has
 * taken; this one fills the same buffer again once the socket has taken all of it.
 */
export class FileBody extends Readable {
  readonly #slice: FileSlice;
  readonly #onProgress: (bytes: number) => void;
  #isHandedOver = false;

  /** @param onProgress is called with the number of bytes that the socket has taken since the last call */
  constructor(slice: FileSlice, onProgress: (bytes: number) => void) {
    super();
    this.#slice = slice;
    this.#onProgress = onProgress;
  }

  /**
   * Resolves when the last bytes, once they were handed over, are reported as taken; soon in any case. Windows reports
   * that asynchronously, and the connection cannot be used for another request before.
   */
  async settled(): Promise<void> {
    if (!this.#isHandedOver || this.closed) return;
    const closed = new Promise((resolve) => this.once('close', resolve));
    await Promise.race([closed, delay(reportDelayMs, undefined, { ref: false })]);
  }

  override pipe<Destination extends NodeJS.WritableStream>(request: Destination): Destination {
    this.#send(request).then(
      () => this.destroy(),
      (error: unknown) => this.destroy(error instanceof Error ? error : new Error(String(error))),
    );
    return request;
  }

  /** Resolves when everything has been taken, or when the request has ended before. Rejects when the file fails. */
  async #send(request: NodeJS.WritableStream): Promise<void> {
    const { path, start, sizeBytes } = this.#slice;
    const ended = new Promise<false>((resolve) => request.once('close', () => resolve(false)));
    const file = await openFile(path);
    try {
      const buffer = Buffer.allocUnsafeSlow(Math.min(bufferBytes, sizeBytes));
      for (let sent = 0; sent < sizeBytes; ) {
        const part = await readPart(file, buffer, start + sent, sizeBytes - sent);
        const isLast = sent + part.byteLength === sizeBytes;
        this.#isHandedOver = isLast;
        if (!(await Promise.race([write(request, part, isLast), ended]))) return;
        sent += part.byteLength;
        this.#onProgress(part.byteLength);
      }
    } finally {
      await file.close();
    }
  }
}

/**
 * Resolves with whether the socket has taken the bytes. Why it has not is reported by the request itself. The last bytes
 * end the request, so that it is over before its answer is: otherwise the connection could not be used for the next one.
 */
function write(request: NodeJS.WritableStream, part: Uint8Array, isLast: boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const onTaken = (error?: Error | null): void => resolve(!error);
    if (isLast) request.end(part, onTaken);
    else request.write(part, onTaken);
  });
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path);
  } catch (error) {
    throw unreadable(error);
  }
}

async function readPart(file: FileHandle, buffer: Buffer, position: number, left: number): Promise<Uint8Array> {
  const { bytesRead } = await file
    .read(buffer, 0, Math.min(buffer.byteLength, left), position)
    .catch((error: unknown) => {
      throw unreadable(error);
    });
  if (bytesRead > 0) return buffer.subarray(0, bytesRead);
  throw new NetworkError('FILE_CHANGED', 'the file became shorter while it was being sent', { permanent: true });
}

function unreadable(cause: unknown): NetworkError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new NetworkError('FILE_UNREADABLE', `the file cannot be read: ${reason}`, { permanent: true, cause });
}
