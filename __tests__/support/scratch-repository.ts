// A Git repository of a test's own: a bare one in the place of GitHub's, and a clone of it.

import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { WhenFinished } from './clean-up.js';
import { temporaryFolder, writeFiles } from './temporary-folder.js';

export interface ScratchRepository {
  /** The working tree of the clone. */
  readonly folder: string;
  /** Runs git in the clone, and returns what it printed. */
  git(...args: readonly string[]): string;
  /** Writes these files, removes those that are undefined, commits, and returns the commit. */
  commit(files: Readonly<Record<string, string | undefined>>): string;
}

/** A clone with one commit of these files, which is on the branch main of its origin. */
export function scratchRepository(
  files: Readonly<Record<string, string>>,
  whenFinished: WhenFinished = onTestFinished,
): ScratchRepository {
  const parent = temporaryFolder(whenFinished);
  const [origin, folder] = [join(parent, 'origin.git'), join(parent, 'clone')];
  // Neither this machine's settings nor its hooks.
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', HOME: parent };
  const run = (...args: readonly string[]) => execFileSync('git', args, { encoding: 'utf8', env }).trim();
  const git = (...args: readonly string[]) => run('-C', folder, ...args);
  run('init', '--quiet', '--bare', '--initial-branch=main', origin);
  run('init', '--quiet', '--initial-branch=main', folder);
  git('remote', 'add', 'origin', origin);
  const commit = (changes: Readonly<Record<string, string | undefined>>): string => {
    for (const [path, content] of Object.entries(changes)) {
      if (content === undefined) rmSync(join(folder, path));
      else writeFiles(folder, { [path]: content });
    }
    git('add', '--all');
    git(
      '-c',
      'user.name=test',
      '-c',
      'user.email=test@example.com',
      'commit',
      '--quiet',
      '--allow-empty',
      '-m',
      'Change',
    );
    return git('rev-parse', 'HEAD');
  };
  commit(files);
  git('push', '--quiet', 'origin', 'main');
  return { folder, git, commit };
}
