// Runs the whole workflows of the documents with act, with the actions of this tree and, for each cluster, an emulated image
// store that demands a client certificate or a token. Workflows that cannot run here are skipped, with the reason in the
// name of the test.

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Gateway } from '../../emulator/gateway.js';
import { whenInstalled } from '../peers/programs.js';
import { read, root } from '../support/repository.js';
import { startTestGateway } from '../support/test-gateway.js';
import { actOptions, makeRepository, packageFiles, runAct, standIns } from './act.js';
import {
  type Block,
  isOurs,
  jobsOf,
  list,
  ownAction,
  partOf,
  record,
  stepsOf,
  workflowAround,
  yamlBlocks,
} from './blocks.js';
import { clusterSecrets, type SecuredCluster, startSecuredCluster } from './cluster.js';

/** Values of the documents, and smaller ones for these tests, so that a few files are enough. */
const smaller: readonly (readonly [string, string])[] = [['BATCH: 3000', 'BATCH: 2']];

/** An endpoint as the documents write it. */
const endpoints = /https?:\/\/(?:[\w-]+\.)*example\.com(?::\d+)?/g;

/** Why a workflow cannot run here; undefined when it can. */
function obstacle({ text }: Block, workflow: Record<string, unknown>): string | undefined {
  const jobs = jobsOf(workflow).map(([, job]) => job);
  const foreign = stepsOf(workflow).find(
    ({ uses = './' }) =>
      !isOurs({ uses }) && !/^(?:\.\/|actions\/checkout@)/.test(String(uses)) && !standIns.includes(String(uses)),
  );
  const known: readonly string[] = clusterSecrets;
  const secret = [...text.matchAll(/\bsecrets\.(\w+)/g)]
    .map(([, name = '']) => name)
    .find((name) => !known.includes(name));
  if (!stepsOf(workflow).some(isOurs)) return 'it does not use these actions';
  if (foreign !== undefined) return `${String(foreign['uses'])} would have to be downloaded`;
  if (secret !== undefined) return `it needs the secret ${secret}`;
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

/** The README's workflow with its steps after the checkout replaced, as the README says, by those of another block. */
function variantOfReadme(
  isBlock: (steps: readonly Record<string, unknown>[]) => boolean,
  change: (steps: readonly unknown[], inserted: readonly unknown[]) => readonly unknown[],
): Record<string, unknown> {
  const ofReadme = yamlBlocks.filter(({ document }) => document === 'README.md');
  const workflow = ofReadme.filter((block) => partOf(block) === 'workflow').map(workflowAround)[0] ?? {};
  const block = ofReadme.find((each) => partOf(each) === 'steps' && isBlock(stepsOf(workflowAround(each))));
  if (block === undefined) throw new Error('README.md has no such steps');
  const inserted = stepsOf(workflowAround(block));
  const jobs = jobsOf(workflow).map(([id, job]) => [id, { ...job, steps: change(list(job['steps']), inserted) }]);
  return { ...workflow, jobs: Object.fromEntries(jobs) };
}

const variants: readonly (readonly [string, Record<string, unknown>])[] = [
  [
    'with a Microsoft Entra token',
    variantOfReadme(
      (steps) => steps.some(({ uses }) => uses === 'azure/login@v2'),
      (steps, inserted) => [...steps.slice(0, 1), ...inserted],
    ),
  ],
  [
    'with chunks that curl uploads',
    variantOfReadme(
      (steps) => steps.some(({ id }) => id === 'chunks'),
      (steps, inserted) =>
        steps.flatMap((step) => {
          const { id, name, env } = record(step);
          if (id === 'upload') return inserted;
          return name === 'Provision'
            ? [{ ...record(step), env: { ...record(env), BUILD_PATH: 'MyApplication' } }]
            : [step];
        }),
    ),
  ],
];

whenInstalled('ACT_FILE', 'act is installed: set ACT_FILE to what scripts/install-act.sh prints', () => {
  describe('a workflow of the documents', () => {
    const possible = workflows.filter((workflow) => workflow.obstacle === undefined);
    it.each(possible.map((workflow) => [workflow.name, workflow] as const))(
      'uploads the package to a secured cluster: %s',
      { timeout: 120_000 },
      (_, { workflow }) => expectDeployed(workflow),
    );

    it.skip.each(
      workflows.filter(({ obstacle }) => obstacle !== undefined).map(({ name, obstacle }) => [name, obstacle]),
    )('cannot run here: %s (skipped: %s)', (_, reason) => expect(reason).not.toBe(''));
  });

  describe("the README's command for your own workflow", () => {
    it('runs it with a clone of these actions and the emulated image store', { timeout: 120_000 }, async () => {
      const gateway = await startTestGateway();
      const text = stringify({
        on: 'workflow_dispatch',
        jobs: {
          deploy: {
            'runs-on': 'ubuntu-latest',
            steps: [
              { uses: 'actions/checkout@v7' },
              {
                uses: 'me/commit-upload-session/upload@v1',
                with: { endpoint: gateway.url, package: 'MyApplication' },
              },
            ],
          },
        },
      });
      const command = /^act (workflow_dispatch .*)$/m.exec(read('README.md'))?.[1] ?? '';
      const options = command.replace('<owner>', 'me').replace('=CLONE', `=${root}`).split(' ');
      expect(options).toContain(`me/commit-upload-session@v1=${root}`);
      const { exitCode, log } = await runAct(makeRepository(text, { withActions: false }), options);
      expect(exitCode, log).toBe(0);
      expect(wholePackage(gateway)).toEqual(mapValues(packageFiles, shortened));
    });
  });

  describe("the README's workflow", () => {
    it.each(variants)('uploads and provisions the package %s', { timeout: 120_000 }, (_, workflow) =>
      expectDeployed(workflow),
    );

    it('fails, and says why, without the client certificate', { timeout: 120_000 }, async () => {
      const cluster = await startSecuredCluster();
      const [{ workflow } = { workflow: {} }] = workflows.filter(({ block }) => block.document === 'README.md');
      const text = stringify(runnable(workflow)).replace(/^ +client-certificate: .*\n/m, '');
      const tree = makeRepository(text.replaceAll(endpoints, cluster.url), { withActions: true });
      const { exitCode, log } = await runAct(tree, actOptions(eventOf(workflow), ''));
      expect(exitCode).toBe(1);
      expect(log).toContain('The cluster requires a client certificate or a token');
      expect(cluster.gateway.requests).toEqual([]);
      expect(cluster.refused.length).toBeGreaterThan(0);
    });
  });
});

/** Runs a workflow with a cluster for each of its endpoints; each must hold the package, and have provisioned it where it is asked to. */
async function expectDeployed(workflow: Record<string, unknown>): Promise<void> {
  const text = stringify(runnable(workflow), { aliasDuplicateObjects: false });
  const clusters = new Map<string, SecuredCluster>();
  for (const endpoint of new Set([...(text.match(endpoints) ?? []), 'vars'])) {
    clusters.set(endpoint, await startSecuredCluster());
  }
  const local = smaller
    .reduce((result, [real, here]) => result.replace(real, here), text)
    .replace(endpoints, (endpoint) => clusters.get(endpoint)?.url ?? endpoint);
  const options = actOptions(eventOf(workflow), clusters.get('vars')?.url ?? '');
  const { exitCode, log } = await runAct(makeRepository(local, { withActions: true }), options);

  expect(exitCode, log).toBe(0);
  const all = [...clusters.values()];
  const asked = all.filter(({ gateway }) => gateway.requests.length > 0);
  expect(asked).toHaveLength(Math.max(1, clusters.size - 1));
  expect(all.flatMap(({ refused }) => refused)).toEqual([]);
  for (const { gateway } of asked) {
    expect(wholePackage(gateway), log).toEqual(mapValues(packageFiles, shortened));
    const types = gateway.store.applicationTypes().map(({ name, buildPath }) => `${name} of ${buildPath}`);
    expect(types, log).toEqual(text.includes('/Provision') ? ['MyType of MyApplication'] : []);
  }
}

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

/** The event by which a workflow runs first. */
function eventOf({ on }: Record<string, unknown>): string {
  return String(typeof on === 'string' ? on : (list(on)[0] ?? Object.keys(record(on))[0]));
}

/** The package as the store has it, but for the markers and the version that a build may have put in. */
function wholePackage({ store }: Gateway): Record<string, string> {
  const contents = Object.fromEntries(
    store
      .files()
      .map(({ path, bytes }) => [path.replaceAll('\\', '/'), new TextDecoder().decode(bytes)] as const)
      .filter(([path]) => !path.endsWith('/_.dir'))
      .map(([path, text]) => [path.replace(/^(?:apps\/)?MyApplication\//, ''), text] as const),
  );
  return mapValues(contents, (text) => shortened(text.replace(/(ApplicationTypeVersion=")[^"]*/, '$11.0.0')));
}

/** What a failing test can show of a file's content. */
function shortened(content: string): string {
  const hash = createHash('sha256').update(content).digest('hex');
  return content.length < 1_000 ? content : `${content.length} characters, SHA-256 ${hash}`;
}

function mapValues(
  values: Readonly<Record<string, string>>,
  change: (value: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}
