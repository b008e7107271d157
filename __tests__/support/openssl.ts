// The openssl command line, in a folder that is gone before anything is returned: no key outlives its call on disk.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programPath } from '../peers/programs.js';

export interface Bench {
  run(...parameters: readonly string[]): Buffer;
  write(file: string, content: string): void;
  read(file: string): Buffer;
}

/** Hands over a temporary folder in which openssl runs; throws with openssl's own words when it refuses. */
export function atBench<Result>(work: (bench: Bench) => Result): Result {
  const openssl = programPath('openssl');
  const folder = mkdtempSync(join(tmpdir(), 'openssl-'));
  try {
    return work({
      // Its error output is part of the error that execFileSync throws.
      run: (...parameters) => execFileSync(openssl, parameters, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }),
      write: (file, content) => writeFileSync(join(folder, file), content),
      read: (file) => readFileSync(join(folder, file)),
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
