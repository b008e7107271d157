// The bytes of a request's body, of a chunk or of a file: in memory, or in files on disk.

import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** A piece of content that was written to disk. */
export interface FilePart {
  readonly file: string;
  readonly sizeBytes: number;
}

type Part = Uint8Array | FilePart;

const readBytes = 1024 * 1024; // how much of a file is in memory while its SHA-256 is computed

/** Immutable bytes. Joining copies nothing, so a file shares its bytes with the chunks of its session. */
export class Content {
  readonly sizeBytes: number;
  readonly #parts: readonly Part[];
  #sha256: string | undefined;

  constructor(parts: readonly Part[]) {
    this.#parts = parts;
    this.sizeBytes = parts.reduce((sum, part) => sum + sizeOf(part), 0);
  }

  static join(contents: readonly Content[]): Content {
    return new Content(contents.flatMap((content) => content.#parts));
  }

  /** All bytes, in memory. */
  read(): Buffer {
    return Buffer.concat(this.#parts.map((part) => (part instanceof Uint8Array ? part : readFileSync(part.file))));
  }

  /** The SHA-256 as hexadecimal digits. It is computed once. */
  sha256(): string {
    if (this.#sha256 === undefined) {
      const hash = createHash('sha256');
      for (const part of this.#parts) {
        for (const piece of piecesOf(part)) hash.update(piece);
      }
      this.#sha256 = hash.digest('hex');
    }
    return this.#sha256;
  }
}

function sizeOf(part: Part): number {
  return part instanceof Uint8Array ? part.byteLength : part.sizeBytes;
}

function* piecesOf(part: Part): Generator<Uint8Array> {
  if (part instanceof Uint8Array) {
    yield part;
    return;
  }
  const buffer = Buffer.alloc(readBytes);
  const descriptor = openSync(part.file, 'r');
  try {
    for (let count = readSync(descriptor, buffer); count > 0; count = readSync(descriptor, buffer)) {
      yield buffer.subarray(0, count);
    }
  } finally {
    closeSync(descriptor);
  }
}
