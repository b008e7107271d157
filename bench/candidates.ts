// The programs that are compared: this action, a bare script as the baseline, and published alternatives.
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BenchServer } from './server-process.js';

/** What a candidate has to do. */
export interface Workload {
  readonly server: BenchServer;
  readonly sessionIds: readonly string[];
  readonly concurrency: number;
  /** For the files that a run writes. */
  readonly folder: string;
}

export interface Candidate {
  readonly name: string;
  /** False for a program that sends nothing and only shows what starting a process costs. */
  readonly commits: boolean;
  /** Environment variables in addition to the action's inputs, which every candidate gets. */
  readonly environment?: Readonly<Record<string, string>>;
  command(workload: Workload): readonly [string, ...string[]];
}

/** npm runs its scripts in the project's folder. */
export function scriptPath(name: string): string {
  return resolve('bench/scripts', name);
}

const { execPath: node } = process;

export const action: Candidate = {
  name: 'this action',
  commits: true,
  command: () => [node, resolve('dist/index.js')],
};
export const baseline: Candidate = {
  name: 'bare script',
  commits: true,
  command: () => [node, scriptPath('bare-script.cjs')],
};
export const baselineForMany: Candidate = { ...baseline, command: () => [node, scriptPath('bare-script-many.cjs')] };
export const emptyProgram: Candidate = { name: 'node -e 0', commits: false, command: () => [node, '-e', '0'] };
export const curl: Candidate = {
  name: 'curl',
  commits: true,
  command: ({ server, sessionIds }) => [
    'curl',
    ...['--silent', '--show-error', '--fail', '--data', ''],
    ...(server.caFile ? ['--cacert', server.caFile] : []),
    `${server.url}/ImageStore/$/CommitUploadSession?api-version=6.0&session-id=${sessionIds[0]}&timeout=60`,
  ],
};

/** Installs Microsoft's npm client into a folder. */
export function installNpmClient(folder: string): Candidate {
  const name = 'azure-servicefabric';
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const parameters = ['install', '--no-audit', '--no-fund', '--silent', `${name}@2.2.0`];
  execFileSync('npm', parameters, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return {
    name: `npm ${name}`,
    commits: true,
    environment: { NODE_PATH: join(folder, 'node_modules') },
    command: () => [node, scriptPath('azure-servicefabric.cjs')],
  };
}

/** Whether a program can be started. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}
