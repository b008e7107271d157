// Runs .github/workflows/e2e.yml here, with act: on a copy of the tree, without Docker and without the network.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WORKFLOW = '.github/workflows/e2e.yml';

/** Runs a program to its end and gives what it printed; what it complains about is for the reader of this run. */
function output(program, ...args) {
  const { error, status, stdout } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: Infinity,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (error || status !== 0) {
    throw new Error(`${program} ${args.join(' ')} failed: ${error?.message ?? `exit code ${status}`}`);
  }
  return stdout;
}

/** The tree as it would be committed now; dependencies are lent, since a copy of their own would need the registry. */
function copyTree(root, copy) {
  output('git', 'clone', '--quiet', '--no-checkout', root, copy);
  const files = output('git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate');
  for (const file of files.split('\0').filter((name) => name !== '' && existsSync(name))) {
    cpSync(file, join(copy, file), { verbatimSymlinks: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
}

/** What the workflow sees of this machine's environment: a proxy or a token set here must not change the run. */
function environment(scratch) {
  const { HOME, PATH } = process.env;
  return {
    HOME,
    PATH,
    TMPDIR: scratch,
    XDG_CACHE_HOME: join(scratch, 'cache'),
    // act asks its makers for news at every start otherwise.
    ACT_DISABLE_VERSION_CHECK: '1',
  };
}

const root = output('git', 'rev-parse', '--show-toplevel').trim();
process.chdir(root);
const act = output('bash', join('scripts', 'install-act.sh')).trim();
const scratch = mkdtempSync(join(tmpdir(), 'act-'));
try {
  const copy = join(scratch, 'tree');
  copyTree(root, copy);
  const run = spawnSync(
    act,
    ['push', '--workflows', WORKFLOW, '--platform', 'ubuntu-latest=-self-hosted', '--no-cache-server', '--rm'],
    { cwd: copy, env: environment(scratch), stdio: 'inherit' },
  );
  if (run.error) {
    throw new Error(`act did not start: ${run.error.message}`);
  }
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
