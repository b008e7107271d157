// The emulator's programs, compiled as npm run emulator and npm start compile them.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { root } from '../support/repository.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** Compiles before all tests of a file, and returns the folder of the programs. It is removed after all tests. */
export function compileEmulator(): string {
  const folder = temporaryFolder(afterAll);
  beforeAll(() => {
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    execFileSync(process.execPath, [compiler, '-p', 'tsconfig.emulator.json', '--outDir', folder], { cwd: root });
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  });
  return join(folder, 'emulator');
}
