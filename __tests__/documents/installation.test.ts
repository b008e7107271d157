// The scripts that install what tests and linters need fail when one of their tools fails, and do not take what is half
// installed for installed.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeWith } from '../peers/programs.js';
import { fakePrograms, runWith } from '../support/fake-programs.js';
import { read, root } from '../support/repository.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

/** Programs that only write down their calls, and fail where a call begins like `failing`; for `id`, this is not root. */
function tools(folder: string, failing: string) {
  writeFiles(folder, { calls: '' });
  const recorded = `call="$(basename "$0") $*"
echo "$call" >>'${folder}/calls'
case $call in '${failing}'*) exit 7 ;; esac`;
  // The virtual environment that it makes has a pip, which is another of these programs.
  const python3 = `${recorded}\nif [ "$1" = -m ]; then mkdir -p "$4/bin" && cp "$0" "$4/bin/pip"; fi`;
  const id = failing === 'id' ? 'echo 1000' : 'echo 0';
  return fakePrograms({ go: recorded, npm: recorded, 'apt-get': recorded, python3, id });
}

/** Runs a script with these tools in a folder of its own. */
function install(script: readonly string[], failing: string, folder = temporaryFolder()) {
  const { exitCode, output, error } = runWith([tools(folder, failing)], ['bash', ...script], { cwd: folder });
  return { exitCode, output, error, calls: readFileSync(join(folder, 'calls'), 'utf8').split('\n').slice(0, -1) };
}

const path = (name: string): string => join(root, 'scripts', name);
const requirements = path('tools/linters/requirements.txt');

/** The script that installs the peers, for a machine that lacks one, and without its changes outside of this folder. */
function peersScript(folder: string): string {
  const script = read('scripts/install-peers.sh')
    .replace('nginx nginx-light', 'no-such-program nginx-light')
    .replace('policy=/usr/sbin/', `policy=${folder}/`);
  writeFiles(folder, { 'install-peers.sh': script });
  return join(folder, 'install-peers.sh');
}

describeWith(['bash'], 'the installation', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['of the published clients', [path('install-clients.sh'), 'new'], ['npm ci', 'python3 -m venv', 'go build']],
    ['of the linters', [path('install-linters.sh'), 'new'], ['go build', 'python3 -m venv']],
    ['of act', [path('install-act.sh'), 'new'], ['go build']],
    [
      'of Python packages',
      [path('install-python-packages.sh'), requirements, 'new'],
      ['python3 -m venv', 'pip install'],
    ],
  ])('%s succeeds with its tools, and fails with each of them', (_, script, commands) => {
    const done = install(script, 'none');
    expect([done.exitCode, done.error]).toEqual([0, expect.not.stringContaining('missing')]);
    for (const command of commands) {
      expect(done.calls.filter((call) => call.startsWith(command))).not.toEqual([]);
      const failed = install(script, command);
      expect([failed.exitCode, failed.output], command).toEqual([7, expect.not.stringContaining('stand')]);
    }
  });

  it.each<[string, readonly string[], string]>([
    ['of the published clients', [path('install-clients.sh'), 'new'], 'npm ci'],
    ['of Python packages', [path('install-python-packages.sh'), requirements, 'new'], 'pip install'],
  ])('%s is begun again after a failure, and not repeated after a success', (_, script, command) => {
    const folder = temporaryFolder();
    const asked = (failing: string) =>
      install(script, failing, folder).calls.filter((call) => call.startsWith(command)).length;
    expect([asked(command), asked('none'), asked('none')]).toEqual([1, 1, 0]);
  });

  it('of a package of Python takes only files whose hash is known, and builds none', () => {
    const { calls } = install([path('install-python-packages.sh'), requirements, 'new'], 'none');
    expect(calls.at(-1)).toMatch(
      /^pip install .*--require-hashes --only-binary :all: --requirement \S+requirements.txt$/,
    );
  });

  it.each([
    ['the lists of packages cannot be fetched', 'apt-get update'],
    ['a package cannot be installed', 'apt-get install'],
  ])('of the peers fails where %s, and lets packages start services again', (_, failing) => {
    const folder = temporaryFolder();
    const { exitCode } = install([peersScript(folder)], failing, folder);
    expect([exitCode, existsSync(join(folder, 'policy-rc.d'))]).toEqual([7, false]);
  });

  it('of the peers fails where it would need root, and installs them otherwise', () => {
    const folder = temporaryFolder();
    const script = [peersScript(folder)];
    expect(install(script, 'id', folder)).toMatchObject({ exitCode: 1, calls: [] });
    const { exitCode, calls } = install(script, 'none', folder);
    expect([exitCode, calls.at(-1)]).toEqual([0, expect.stringMatching(/^apt-get install .* nginx-light/)]);
  });
});
