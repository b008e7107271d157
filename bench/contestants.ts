// Who is compared: this action, the least that could be done in its place, and what is published for it.
import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Cluster } from './cluster.js';

/** What is to be done. */
export interface Job {
  cluster: Cluster;
  ids: readonly string[];
  concurrency: number;
  /** For what a run leaves behind. */
  folder: string;
}

export interface Contestant {
  name: string;
  /** Whether it commits anything; what does not shows what a process costs. */
  commits: boolean;
  /** Variables beside the inputs, which all are given. */
  environment?: Readonly<Record<string, string>>;
  command(job: Job): readonly [string, ...string[]];
}

/** What npm runs, it runs in the project's folder. */
const peer = (name: string): string => resolve('bench/peers', name);
const { execPath: node } = process;

export const action: Contestant = {
  name: 'this action',
  commits: true,
  command: () => [node, resolve('dist/index.js')],
};
export const bare: Contestant = { name: 'bare script', commits: true, command: () => [node, peer('bare.cjs')] };
export const bareMany: Contestant = { ...bare, command: () => [node, peer('bare-many.cjs')] };
export const nothing: Contestant = { name: 'node -e 0', commits: false, command: () => [node, '-e', '0'] };
export const curl: Contestant = {
  name: 'curl',
  commits: true,
  command: ({ cluster, ids }) => [
    'curl',
    ...['--silent', '--show-error', '--fail', '--data', ''],
    ...(cluster.caFile ? ['--cacert', cluster.caFile] : []),
    `${cluster.url}/ImageStore/$/CommitUploadSession?api-version=6.0&session-id=${ids[0]}&timeout=60`,
  ],
};

/** Installs npm's client below a folder. */
export function installPublished(folder: string): Contestant {
  const name = 'azure-servicefabric';
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const parameters = ['install', '--no-audit', '--no-fund', '--silent', `${name}@2.2.0`];
  execFileSync('npm', parameters, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return {
    name: `npm ${name}`,
    commits: true,
    environment: { NODE_PATH: join(folder, 'node_modules') },
    command: () => [node, peer('published.cjs')],
  };
}

/** Whether a program can be started at all. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

/** What one run took. */
export interface Run {
  ms: number;
  /** The most memory it ever had. Only where it was asked for: the probe is a part of the run. */
  peakBytes?: number;
}

/** New ids for so many sessions. */
export function newIds(count: number): readonly string[] {
  return Array.from({ length: count }, () => randomUUID());
}

/** Runs a contestant from its start to its end. @throws when it ends red */
export function run(contestant: Contestant, job: Job, measure: 'time' | 'memory' = 'time'): Run {
  const [program, ...parameters] = contestant.command(job);
  const memoryFile = join(job.folder, 'peak-memory');
  const probe = measure === 'memory' ? ['--require', peer('peak-memory.cjs')] : [];
  const env = { ...environmentOf(job), ...contestant.environment, PEAK_MEMORY_FILE: memoryFile };
  const startedMs = performance.now();
  // Waiting for it like this costs the least of all ways; the server is a process of its own and goes on.
  const { status, error, stderr, stdout } = spawnSync(program, [...probe, ...parameters], { env, maxBuffer: 2 ** 26 });
  const ms = performance.now() - startedMs;
  if (error) throw error;
  if (status !== 0) throw new Error(`${contestant.name} ended with ${status}: ${stderr}${stdout}`);
  return { ms, ...(measure === 'memory' && { peakBytes: Number(readFileSync(memoryFile, 'utf8')) }) };
}

/** As the runner hands it over, and the same for everybody. */
function environmentOf({ cluster, ids, concurrency, folder }: Job): Record<string, string> {
  const [outputFile, summaryFile] = [join(folder, 'output'), join(folder, 'summary')];
  writeFileSync(outputFile, '');
  writeFileSync(summaryFile, '');
  return {
    PATH: process.env['PATH'] ?? '',
    GITHUB_ACTIONS: 'true',
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_OUTPUT: outputFile,
    GITHUB_STEP_SUMMARY: summaryFile,
    INPUT_ENDPOINT: cluster.url,
    'INPUT_SESSION-ID': ids.join('\n'),
    INPUT_CONCURRENCY: String(concurrency),
    // Trusted like a public authority's, without a word to anybody.
    ...(cluster.caFile && { NODE_EXTRA_CA_CERTS: cluster.caFile }),
  };
}
