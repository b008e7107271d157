// Where the body of a request goes while it arrives: memory, or from a certain size on a file on disk.

import { mkdtempSync, rmSync } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Content } from './content.js';

const memoryBytes = 64 * 1024; // markers and manifests are smaller, and a file for each of them would only cost time

/** A folder for the bodies that are too large for memory. */
export class BodySpool {
  readonly #folder: string;
  #count = 0;

  /** Creates a folder in the given one. */
  constructor(parent: string) {
    this.#folder = mkdtempSync(join(parent, 'emulator-'));
  }

  nextFile(): string {
    this.#count += 1;
    return join(this.#folder, String(this.#count));
  }

  /** Deletes the folder with everything in it. */
  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Collects one body. Without a spool, it stays in memory. */
export class BodySink {
  readonly #spool: BodySpool | undefined;
  #parts: Uint8Array[] = [];
  #sizeBytes = 0;
  #file: { readonly name: string; readonly handle: FileHandle } | undefined;

  constructor(spool: BodySpool | undefined) {
    this.#spool = spool;
  }

  async write(part: Uint8Array): Promise<void> {
    this.#sizeBytes += part.byteLength;
    this.#parts.push(part);
    if (this.#spool === undefined || this.#sizeBytes <= memoryBytes) return;
    const name = this.#file?.name ?? this.#spool.nextFile();
    this.#file ??= { name, handle: await open(name, 'w') };
    await this.#file.handle.writeFile(Buffer.concat(this.#parts));
    this.#parts = [];
  }

  async finish(): Promise<Content> {
    if (this.#file === undefined) return new Content(this.#parts);
    await this.#file.handle.close();
    return new Content([{ file: this.#file.name, sizeBytes: this.#sizeBytes }]);
  }

  async discard(): Promise<void> {
    await this.#file?.handle.close();
    if (this.#file !== undefined) await rm(this.#file.name);
  }
}
