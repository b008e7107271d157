// The programs that tests need in addition to Node.js, and what happens to a test where one is missing.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it, test } from 'vitest';

export type Program = 'apache2' | 'curl' | 'nginx' | 'openssl' | 'squid' | 'tinyproxy';

/** The path of the program; the error for a missing one says how to install it. */
export function programPath(program: Program): string {
  const path = findProgram(program);
  if (path === undefined) throw new Error(`${program} is missing: scripts/install-peers.sh installs it`);
  return path;
}

/** A describe that is skipped, and says why, where a program is missing; CI installs them on Linux, so there it fails instead. */
export function describeWith(programs: readonly Program[], name: string, tests: () => void): void {
  const missing = programs.filter((program) => findProgram(program) === undefined);
  const reason =
    process.platform !== 'linux'
      ? 'the peers are those of Linux'
      : `${missing.join(' and ')} missing, see scripts/install-peers.sh`;
  const here = process.platform === 'linux' && (missing.length === 0 || process.env['CI'] === 'true');
  if (here) describe(name, tests);
  // Without the tests' own function, which starts programs while it collects them.
  else it.skip(`${name} (skipped: ${reason})`, () => {});
}

/**
 * Defines tests of something that a script installs and an environment variable locates. Without the variable they are
 * skipped, except in CI on Linux, which installs it: there the test named `requirement` fails.
 */
export function whenInstalled(variable: string, requirement: string, tests: () => void): void {
  if ((process.env[variable] ?? '') !== '') tests();
  else {
    test.skipIf(process.env['CI'] !== 'true' || process.platform !== 'linux')(requirement, () =>
      expect.unreachable(`${variable} is not set`),
    );
  }
}

function findProgram(program: Program): string | undefined {
  // Debian keeps daemons in sbin, which is not on everybody's path.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.map((folder) => join(folder, program)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
