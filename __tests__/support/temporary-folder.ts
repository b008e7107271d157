// Temporary folders, which are removed when the test ends or right after their use.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { WhenFinished } from './clean-up.js';

const create = (): string => mkdtempSync(join(tmpdir(), 'test-'));

/** Without `force`, a file that a stopping daemon deletes at the same moment would be an error. */
const options = { recursive: true, force: true } as const;

/** Removes a folder, on Windows as soon as no file in it is open: by a process that has just ended, or by this one. */
export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { ...options, maxRetries: 10, retryDelay: 50 });
}

/** An empty folder, removed when the test ends. */
export function temporaryFolder(whenFinished: WhenFinished = onTestFinished): string {
  const folder = create();
  whenFinished(() => removeFolder(folder));
  return folder;
}

/** Calls `use` with an empty folder, and removes that before it returns. */
export function inTemporaryFolder<Result>(use: (folder: string) => Result): Result {
  const folder = create();
  try {
    return use(folder);
  } finally {
    rmSync(folder, options);
  }
}

/** Writes files by their paths below a folder, and creates the folders that they need. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
