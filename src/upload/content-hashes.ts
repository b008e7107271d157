// The hashes of the big files, computed one after another while requests wait for the network.
import { onAbort } from '../shared/abort.js';
import type { PackageFile } from './package-files.js';
import { type ContentHash, hashFile } from './session-id.js';

/** A hash, or the sentence that says why there is none. */
export type HashResult = ContentHash | { readonly problem: string };

export interface ContentHashes {
  /** The hash of a file. Files are read in the order of the first calls, each once. */
  of(file: PackageFile): Promise<HashResult>;
  /** Reads nothing more. */
  stop(): void;
}

export function createContentHashes(signal: AbortSignal): ContentHashes {
  const controller = new AbortController();
  onAbort(signal, () => controller.abort());
  const results = new Map<PackageFile, Promise<HashResult>>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    of: (file) => {
      const result = results.get(file) ?? last.then(() => readHash(file, controller.signal));
      if (!results.has(file)) last = result;
      results.set(file, result);
      return result;
    },
    stop: () => controller.abort(),
  };
}

async function readHash({ localPath }: PackageFile, signal: AbortSignal): Promise<HashResult> {
  try {
    return await hashFile(localPath, signal);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
