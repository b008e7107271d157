// Temporary folders, which are removed when the test ends or right after their use.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { WhenFinished } from './clean-up.js';

const create = (): string => mkdtempSync(join(tmpdir(), 'test-'));
// Without `force`, a file that a stopping daemon deletes at the same moment would be an error.
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** An empty folder, removed when the test ends. */
export function temporaryFolder(whenFinished: WhenFinished = onTestFinished): string {
  const folder = create();
  whenFinished(async () => remove(folder));
  return folder;
}

/** Calls `use` with an empty folder, and removes that before it returns. */
export function inTemporaryFolder<Result>(use: (folder: string) => Result): Result {
  const folder = create();
  try {
    return use(folder);
  } finally {
    remove(folder);
  }
}

/** Writes files by their paths below a folder, and creates the folders that they need. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
