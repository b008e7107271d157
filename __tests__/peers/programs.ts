// The programs that tests need in addition to Node.js, and what happens to a test where one is missing.
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { why } from '../support/skips.js';

/** Programs that scripts/install-peers.sh installs. */
type Peer = 'apache2' | 'curl' | 'nginx' | 'openssl' | 'squid' | 'tinyproxy';
/** Programs that nearly every Linux has. */
type Tool = 'bash' | 'mkfifo';
export type Program = Peer | Tool;

const isLinux = process.platform === 'linux';

/** The path of the program; the error for a missing one says how to install it. */
export function programPath(program: Program): string {
  const path = findProgram(program);
  if (path === undefined) throw new Error(`${program} is missing: scripts/install-peers.sh installs it`);
  return path;
}

/**
 * Why tests with these programs are skipped here; undefined when they are not. Linux has them in CI, so there a missing one
 * is a failure instead. Elsewhere the tests run with no other program than openssl.
 */
export function missingPrograms(programs: readonly Program[]): string | undefined {
  if (!isLinux && programs.some((program) => program !== 'openssl')) return 'its programs are those of Linux';
  const missing = programs.filter((program) => findProgram(program) === undefined);
  if (missing.length === 0 || (isLinux && process.env['CI'] === 'true')) return undefined;
  const names = missing.map((program) => (program === 'openssl' ? 'openssl 3' : program));
  const verb = missing.length === 1 ? 'is' : 'are';
  return `${new Intl.ListFormat('en').format(names)} ${verb} missing${isLinux ? ', see scripts/install-peers.sh' : ''}`;
}

/** A describe that is skipped, and says why, where a program is missing. */
export function describeWith(programs: readonly Program[], name: string, tests: () => void): void {
  const reason = missingPrograms(programs);
  if (reason === undefined) describe(name, tests);
  // Without the tests' own function, which starts programs while it collects them.
  else it.skip(`${name}${why(reason)}`, () => {});
}

/**
 * Defines tests of something that a script installs and an environment variable locates. Without the variable they are
 * skipped, except in CI on Linux, which installs it: there the test named `requirement` fails.
 */
export function whenInstalled(variable: string, requirement: string, tests: () => void): void {
  if ((process.env[variable] ?? '') !== '') tests();
  else {
    const reason = process.env['CI'] === 'true' && isLinux ? undefined : `${variable} is not set`;
    test.skipIf(reason)(`${requirement}${why(reason)}`, () => expect.unreachable(`${variable} is not set`));
  }
}

function findProgram(program: Program): string | undefined {
  const path = (process.env['PATH'] ?? '').split(delimiter);
  const found =
    process.platform === 'win32'
      ? [...path, ...foldersOfGit(path)].map((folder) => join(folder, `${program}.exe`)).find(isExecutable)
      : // Debian keeps daemons in sbin, which is not on everybody's path.
        [...path, '/usr/sbin', '/sbin'].map((folder) => join(folder, program)).find(isExecutable);
  return found !== undefined && program === 'openssl' && !isOpenssl3(found) ? undefined : found;
}

/** Git for Windows has `cmd` on the path, where git.exe is, and brings openssl in two other folders. */
function foldersOfGit(path: readonly string[]): readonly string[] {
  const git = path.find((folder) => isExecutable(join(folder, 'git.exe')));
  return git === undefined ? [] : ['usr/bin', 'mingw64/bin'].map((folder) => join(dirname(git), folder));
}

/** macOS has LibreSSL by that name, which lacks options that the tests need. */
function isOpenssl3(path: string): boolean {
  return /^OpenSSL (?:[3-9]|\d\d)/.test(execFileSync(path, ['version'], { encoding: 'utf8' }));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
