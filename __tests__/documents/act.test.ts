// Runs the whole workflows of the documents with act, with the action of this tree and an emulated image store for each
// cluster. Workflows that cannot run here are skipped, with the reason in the name of the test.

import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import type { Gateway } from '../../emulator/gateway.js';
import { whenInstalled } from '../peers/programs.js';
import { root } from '../support/repository.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';
import {
  type Block,
  isOurs,
  jobsOf,
  list,
  ownAction,
  partOf,
  record,
  scriptsOf,
  stepsOf,
  workflowAround,
  yamlBlocks,
} from './blocks.js';
import { type Cluster, startCluster } from './cluster.js';

/** Files that the workflows upload. */
const packageFiles: Readonly<Record<string, string>> = {
  'ApplicationManifest.xml': '<ApplicationManifest ApplicationTypeName="My" ApplicationTypeVersion="1.0.0" />\n',
  'Web Pkg/Code/web.exe': 'abcdefghij'.repeat(450_000),
  'Web Pkg/Config/.settings': 'x',
  'Web Pkg/Data/empty': '',
};

/** Values of the documents, and smaller ones for these tests, so that a few files are enough. */
const smaller: readonly (readonly [string, string])[] = [['BATCH: 3000', 'BATCH: 2']];

/** An endpoint as the documents write it. */
const endpoints = /https?:\/\/(?:[\w-]+\.)*example\.com(?::\d+)?/g;

/** Why a workflow cannot run here; undefined when it can. */
function obstacle({ text }: Block, workflow: Record<string, unknown>): string | undefined {
  const jobs = jobsOf(workflow).map(([, job]) => job);
  const foreign = stepsOf(workflow).find(
    ({ uses = './' }) => !isOurs({ uses }) && !/^(?:\.\/|actions\/checkout@)/.test(String(uses)),
  );
  const credential = /^ +((?:client|server|tls|access)-[\w-]+):/m.exec(text)?.[1];
  if (!stepsOf(workflow).some(isOurs)) return 'it does not use this action';
  if (credential !== undefined) return `${credential} needs a cluster with https`;
  if (foreign !== undefined) return `${String(foreign['uses'])} would have to be downloaded`;
  if (/\bsecrets\./.test(text)) return 'it needs secrets';
  if (jobs.some((job) => 'uses' in job)) return 'it calls another workflow';
  if (jobs.some((job) => job['runs-on'] !== 'ubuntu-latest')) return 'it needs another system than Linux';
  return undefined;
}

const workflows = yamlBlocks
  .filter((block) => partOf(block) === 'workflow')
  .map((block) => {
    const workflow = workflowAround(block);
    return {
      block,
      workflow,
      name: `${String(workflow['name'])} (${block.place})`,
      obstacle: obstacle(block, workflow),
    };
  });

const act = process.env['ACT_FILE'] ?? '';

whenInstalled('ACT_FILE', 'act is installed: set ACT_FILE to what scripts/install-act.sh prints', () => {
  describe('a workflow of the documents', () => {
    const possible = workflows.filter((workflow) => workflow.obstacle === undefined);
    it.each(possible.map((workflow) => [workflow.name, workflow] as const))(
      'commits what it uploads: %s',
      { timeout: 120_000 },
      async (_, { block, workflow }) => {
        const clusters = new Map<string, Cluster>();
        for (const endpoint of new Set([...(block.text.match(endpoints) ?? []), 'vars'])) {
          const cluster = await startCluster();
          onTestFinished(() => cluster.close());
          clusters.set(endpoint, cluster);
        }
        const text = stringify(runnable(workflow), { aliasDuplicateObjects: false });
        const local = smaller
          .reduce((result, [real, here]) => result.replace(real, here), text)
          .replace(endpoints, (endpoint) => clusters.get(endpoint)?.url ?? endpoint);
        const { exitCode, log } = await runAct(treeWith(block, local), workflow, clusters.get('vars')?.url ?? '');

        expect(exitCode, log).toBe(0);
        const asked = [...clusters.values()].filter(({ gateway }) => gateway.requests.length > 0);
        expect(asked).toHaveLength(Math.max(1, clusters.size - 1));
        for (const { gateway } of asked) expect(wholePackage(gateway), log).toEqual(packageFiles);
        if (block.text.includes('provision-package.sh')) {
          expect(asked.flatMap(({ provisioned }) => provisioned)).toEqual(['MyApplication']);
        }
      },
    );

    it.skip.each(
      workflows.filter(({ obstacle }) => obstacle !== undefined).map(({ name, obstacle }) => [name, obstacle]),
    )('cannot run here: %s (skipped: %s)', (_, reason) => expect(reason).not.toBe(''));
  });
});

/** The workflow with the action of this tree, which has to be checked out first. */
function runnable(workflow: Record<string, unknown>): Record<string, unknown> {
  const jobs = jobsOf(workflow).map(([id, job]) => {
    const steps = list(job['steps']).map((step) => {
      const own = ownAction(step);
      return own ? { ...record(step), uses: own === '.' ? './' : own } : step;
    });
    const checkedOut = steps.some((step) => String(record(step)['uses']).startsWith('actions/checkout@'));
    return [id, { ...job, steps: checkedOut ? steps : [{ uses: 'actions/checkout@v7' }, ...steps] }];
  });
  return { ...workflow, jobs: Object.fromEntries(jobs) };
}

/** A repository that holds the action, the package, the document's scripts and one workflow. */
function treeWith(block: Block, workflow: string): string {
  const tree = join(temporaryFolder(), 'tree');
  writeFiles(tree, {
    '.github/workflows/block.yml': workflow,
    ...scriptsOf(block.document),
    ...Object.fromEntries(Object.entries(packageFiles).map(([path, content]) => [`MyApplication/${path}`, content])),
  });
  for (const path of ['action.yml', 'dist', 'upload']) cpSync(join(root, path), join(tree, path), { recursive: true });
  const git = (...args: readonly string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: tree });
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'A tree to run in');
  return tree;
}

/** Runs the tree's workflow by its first event, without Docker, the network, or this machine's proxy and tokens. */
function runAct(
  tree: string,
  workflow: Record<string, unknown>,
  endpoint: string,
): Promise<{ exitCode: number; log: string }> {
  const { on } = workflow;
  const event = typeof on === 'string' ? on : (list(on)[0] ?? Object.keys(record(on))[0]);
  // Outside the tree, because act copies the tree into it.
  const scratch = join(dirname(tree), 'scratch');
  mkdirSync(scratch);
  return new Promise((resolve) => {
    execFile(
      act,
      [
        String(event),
        '--platform',
        'ubuntu-latest=-self-hosted',
        '--no-cache-server',
        '--rm',
        '--var',
        `ENDPOINT=${endpoint}`,
      ],
      {
        cwd: tree,
        env: {
          ...{ HOME: process.env['HOME'], PATH: process.env['PATH'] },
          ...{ TMPDIR: scratch, XDG_CACHE_HOME: scratch, ACT_DISABLE_VERSION_CHECK: '1' },
        },
        maxBuffer: 64 * 1024 * 1024,
        timeout: 110_000,
      },
      (error, stdout, stderr) => resolve({ exitCode: error === null ? 0 : 1, log: stdout + stderr }),
    );
  });
}

/** The package as the store has it, but for the marks and the version that a build may have put in. */
function wholePackage({ store }: Gateway): Record<string, string> {
  const files = store.files().map(({ path }) => path.replaceAll('\\', '/'));
  return Object.fromEntries(
    files
      .filter((path) => !path.endsWith('/_.dir'))
      .map((path) => {
        const text = new TextDecoder().decode(store.file(path)?.bytes);
        return [path.replace(/^MyApplication\//, ''), text.replace(/(ApplicationTypeVersion=")[^"]*/, '$11.0.0')];
      }),
  );
}
