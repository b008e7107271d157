// Runs here, with act, each job of the workflows that can: on a copy of the tree, without Docker and without the network.
// Which cannot, and why, stands in CONTRIBUTING.md.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const JOBS = [
  { workflow: 'ci.yml', job: 'check' },
  // A link to the dependencies would show in what is bundled.
  { workflow: 'ci.yml', job: 'dist', owns: 'dependencies' },
  { workflow: 'e2e.yml', job: 'emulator' },
];

/** Actions that would have to be downloaded, and what they come to here: this machine's Node, and nobody to take files. */
const STAND_INS = ['actions/setup-node', 'actions/upload-artifact'];

const LINTERS = join('build', 'linters');

/** What the run needs, how each shows that it is there, and what makes it unnecessary. */
const PROGRAMS = [
  { name: 'git', version: '--version' },
  { name: 'bash', version: '--version' },
  {
    name: 'go',
    version: 'version',
    unless: () => starts('act', '--version') && existsSync(join(LINTERS, 'bin/actionlint')),
  },
  { name: 'python3', version: '--version', unless: () => existsSync(join(LINTERS, 'python/installed')) },
];

/** Whether a program can be started and succeeds. */
function starts(program, argument) {
  return spawnSync(program, [argument], { stdio: 'ignore' }).status === 0;
}

/** Ends this run, with one line, when programs are missing that it needs. */
function requirePrograms() {
  const missing = PROGRAMS.filter(({ name, version, unless }) => !starts(name, version) && !unless?.());
  if (missing.length === 0) return;
  const names = new Intl.ListFormat('en').format(missing.map(({ name }) => name));
  const them = missing.length === 1 ? 'it' : 'them';
  console.error(`npm run act needs ${names}: install ${them} and put ${them} on PATH.`);
  process.exit(1);
}

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

/** The tree as it would be committed now; what is installed comes along, since installing would need the registry. */
function copyTree(root, copy, owns) {
  output('git', 'clone', '--quiet', '--no-checkout', root, copy);
  const files = output('git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate');
  for (const file of files.split('\0').filter((name) => name !== '' && existsSync(name))) {
    cpSync(file, join(copy, file), { verbatimSymlinks: true });
  }
  output('git', '-C', copy, 'add', '--all');
  const author = ['-c', 'user.name=act', '-c', 'user.email=act@example.com'];
  output('git', '-C', copy, ...author, 'commit', '--quiet', '--allow-empty', '--message', 'The tree as it is now');
  const [installed, here] = [join(root, 'node_modules'), join(copy, 'node_modules')];
  if (owns === 'dependencies') cpSync(installed, here, { recursive: true, verbatimSymlinks: true });
  else symlinkSync(installed, here);
}

/** Options that put an action that does nothing in the place of each that the workflow would download. */
function standIns(workflow, folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'action.yml'),
    'runs:\n  using: composite\n  steps:\n    - run: echo Not here.\n      shell: bash\n',
  );
  const used = readFileSync(workflow, 'utf8').matchAll(/uses: ([\w-]+\/[\w-]+)@([0-9a-f]{40})/g);
  return [...used]
    .filter(([, name]) => STAND_INS.includes(name))
    .flatMap(([, name, commit]) => ['--local-repository', `${name}@${commit}=${folder}`]);
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

/** Runs every job, and says which have failed. */
function runJobs(root) {
  const act = output('bash', join('scripts', 'install-act.sh'), join(root, 'build', 'act')).trim();
  const linters = join(root, LINTERS);
  process.stdout.write(output('bash', join('scripts', 'install-linters.sh'), linters));
  const scratch = mkdtempSync(join(tmpdir(), 'act-'));
  try {
    const failed = JOBS.filter(({ workflow, job, owns }, index) => {
      const copy = join(scratch, String(index), 'tree');
      copyTree(root, copy, owns);
      const path = join('.github', 'workflows', workflow);
      const run = spawnSync(
        act,
        [
          ...['push', '--workflows', path, '--job', job, '--platform', 'ubuntu-latest=-self-hosted'],
          // Of a matrix of systems, this one.
          ...['--matrix', 'os:ubuntu-latest'],
          ...['--no-cache-server', '--rm', '--env', `LINTERS_DIR=${linters}`],
          // What git ignores and is no link would be left behind.
          '--use-gitignore=false',
          ...standIns(path, join(scratch, 'stand-in')),
        ],
        { cwd: copy, env: environment(scratch), stdio: 'inherit' },
      );
      if (run.error) {
        throw new Error(`act did not start: ${run.error.message}`);
      }
      return run.status !== 0;
    });
    for (const { workflow, job } of failed) console.error(`${workflow} ${job} FAILED`);
    process.exitCode = failed.length === 0 ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const root = join(import.meta.dirname, '..');
process.chdir(root);
requirePrograms();
try {
  runJobs(root);
} catch (error) {
  // What the failed program printed stands above.
  console.error(`npm run act: ${error.message}`);
  process.exitCode = 1;
}
