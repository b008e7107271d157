// Temporary folders, which are removed when the test ends or right after their use.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { WhenFinished } from './clean-up.js';

const create = (): string => mkdtempSync(join(tmpdir(), 'test-'));

/**
 * Removes a folder. Without `force`, a file that a stopping daemon deletes at the same moment would be an error; Windows
 * keeps a file for a moment after the process that had it open has ended.
 */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

/** An empty folder, removed when the test ends. */
export function temporaryFolder(whenFinished: WhenFinished = onTestFinished): string {
  const folder = create();
  whenFinished(async () => removeFolder(folder));
  return folder;
}

/** Calls `use` with an empty folder, and removes that before it returns. */
export function inTemporaryFolder<Result>(use: (folder: string) => Result): Result {
  const folder = create();
  try {
    return use(folder);
  } finally {
    removeFolder(folder);
  }
}

/** Writes files by their paths below a folder, and creates the folders that they need. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
