// Runs workflows with act: in a repository made for that, without Docker, the network, or this machine's proxy and tokens.

import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { applicationManifest, serviceManifest } from '../support/package-folder.js';
import { root } from '../support/repository.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';
import { documents, scriptsOf } from './blocks.js';
import { clusterSettings, clusterToken } from './cluster.js';

/** Files that the workflows upload. */
export const packageFiles: Readonly<Record<string, string>> = {
  'ApplicationManifest.xml': applicationManifest({ 'Web Pkg': '1.0.0' }, 'MyType'),
  'Web Pkg/ServiceManifest.xml': serviceManifest(
    'Web Pkg',
    '1.0.0',
    ['Code', 'Config', 'Data'].map((kind) => `<${kind}Package Name="${kind}" Version="1.0.0" />`).join(''),
  ),
  'Web Pkg/Code/web.exe': 'abcdefghij'.repeat(450_000),
  'Web Pkg/Config/.settings': 'x',
  'Web Pkg/Data/empty': '',
};

/** Actions of others, and what they come to here: nothing, because the programs that they install are stood in for. */
export const standIns = ['azure/login@v2'];

/** A new repository with the package, the documents' scripts, one workflow and, if wanted, these actions; returns its folder. */
export function makeRepository(workflow: string, { withActions }: { readonly withActions: boolean }): string {
  const tree = join(temporaryFolder(), 'tree');
  writeFiles(tree, {
    '.github/workflows/block.yml': workflow,
    ...Object.assign({}, ...documents.map(scriptsOf)),
    ...Object.fromEntries(Object.entries(packageFiles).map(([path, content]) => [`MyApplication/${path}`, content])),
  });
  for (const path of withActions ? ['action.yml', 'dist', 'upload'] : []) {
    cpSync(join(root, path), join(tree, path), { recursive: true });
  }
  const git = (...args: readonly string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: tree });
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'A tree to run in');
  return tree;
}

/** The options with which a workflow of the documents runs here: the secrets, the variables and the stand-ins. */
export function actOptions(event: string, endpoint: string): readonly string[] {
  const { secrets, variables } = clusterSettings();
  const settings = (option: string, values: Readonly<Record<string, string>>): readonly string[] =>
    Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`]);
  return [
    ...[event, '--platform', 'ubuntu-latest=-self-hosted', '--no-cache-server', '--rm'],
    ...settings('--secret', secrets),
    ...settings('--var', { ...variables, ENDPOINT: endpoint }),
  ];
}

/** Runs act in a repository. */
export function runAct(tree: string, options: readonly string[]): Promise<{ exitCode: number; log: string }> {
  // Outside the tree, because act copies the tree into it.
  const [scratch, programs] = [join(dirname(tree), 'scratch'), join(dirname(tree), 'programs')];
  mkdirSync(scratch);
  writeFiles(programs, {
    // What azure/login leads to: a token for the cluster, and for nothing else.
    az: `#!/bin/sh\n[ "$*" = 'account get-access-token --resource cluster --query accessToken --output tsv' ] && echo ${clusterToken}\n`,
    'nothing/action.yml': 'runs:\n  using: composite\n  steps:\n    - run: echo Not here.\n      shell: bash\n',
  });
  chmodSync(join(programs, 'az'), 0o755);
  const replaced = standIns.flatMap((action) => ['--local-repository', `${action}=${join(programs, 'nothing')}`]);
  return new Promise((resolve) => {
    execFile(
      process.env['ACT_FILE'] ?? '',
      [...options, ...replaced],
      {
        cwd: tree,
        env: {
          ...{ HOME: process.env['HOME'], PATH: `${programs}${delimiter}${process.env['PATH']}` },
          ...{ TMPDIR: scratch, XDG_CACHE_HOME: scratch, ACT_DISABLE_VERSION_CHECK: '1' },
        },
        maxBuffer: 64 * 1024 * 1024,
        timeout: 110_000,
      },
      (error, stdout, stderr) => resolve({ exitCode: error === null ? 0 : 1, log: stdout + stderr }),
    );
  });
}
