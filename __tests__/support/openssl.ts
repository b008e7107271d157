// The openssl command line, in a folder that is removed before anything is returned: no key stays on disk.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programPath } from '../peers/programs.js';
import { inTemporaryFolder } from './temporary-folder.js';

/** A temporary folder in which openssl runs. */
export interface OpensslFolder {
  run(...parameters: readonly string[]): Buffer;
  write(file: string, content: string): void;
  read(file: string): Buffer;
}

/** Calls `work` with a temporary folder. When openssl fails, the error contains what openssl printed. */
export function withOpenssl<Result>(work: (folder: OpensslFolder) => Result): Result {
  const openssl = programPath('openssl');
  return inTemporaryFolder((folder) =>
    work({
      // Its error output is part of the error that execFileSync throws.
      run: (...parameters) => execFileSync(openssl, parameters, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }),
      write: (file, content) => writeFileSync(join(folder, file), content),
      read: (file) => readFileSync(join(folder, file)),
    }),
  );
}
