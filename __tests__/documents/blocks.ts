// The fenced blocks of YAML and the scripts in the documents, each with its place.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { read, root } from '../support/repository.js';

/** One fenced block. */
export interface Block {
  /** The document and the first line, like `docs/examples.md:12`. */
  readonly place: string;
  readonly document: string;
  readonly text: string;
}

/** A mapping from outside, or an empty one in place of anything else. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Every document that shows workflows to their authors. */
export const documents: readonly string[] = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `docs/${name}`),
];

/** The blocks in any of these languages, those in lists (indented) and in quotes too. */
export function blocksOf(document: string, languages: readonly string[], text = read(document)): readonly Block[] {
  const fence = new RegExp(`^([ >]*)(\`{3,}|~{3,})(?:${languages.join('|')})\\b.*\\n([\\s\\S]*?)^\\1\\2$`, 'gm');
  return Array.from(text.matchAll(fence), ({ index, 1: indent = '', 3: body = '' }) => ({
    document,
    place: `${document}:${text.slice(0, index).split('\n').length + 1}`,
    text: body
      .split('\n')
      .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.replace(/^[ >]+$/, '')))
      .join('\n'),
  }));
}

export const yamlBlocks: readonly Block[] = documents.flatMap((document) => blocksOf(document, ['ya?ml']));

/** The scripts of a document that say their file's name in their first comment, as `# name.sh: what it does`. */
export function scriptsOf(document: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    blocksOf(document, ['bash', 'sh']).flatMap(({ text }) => {
      const name = /^(?:#!.*\n)?# ([\w-]+\.sh): /.exec(text)?.[1];
      return name === undefined ? [] : [[name, text]];
    }),
  );
}

/** What a block holds, and from what it is parsed. */
export type Part = 'workflow' | 'jobs' | 'job' | 'steps' | 'step' | 'with' | 'inputs' | 'settings';

const workflowKeys = ['name', 'run-name', 'on', 'permissions', 'env', 'defaults', 'concurrency'];
const jobKeys = [
  ...['name', 'needs', 'if', 'runs-on', 'permissions', 'environment', 'concurrency', 'outputs', 'env', 'defaults'],
  ...['timeout-minutes', 'strategy', 'continue-on-error', 'container', 'services', 'steps', 'uses', 'with', 'secrets'],
];

/** Which part of a workflow a block is. Throws for any other YAML, so that no block is left out. */
export function partOf({ place, text }: Block): Part {
  const value: unknown = parse(text);
  if (Array.isArray(value)) return 'steps';
  const keys = Object.keys(record(value));
  const all = (known: readonly string[]): boolean => keys.length > 0 && keys.every((key) => known.includes(key));
  if (keys.includes('jobs')) return 'workflow';
  if (all(['with', 'env'])) return 'with';
  if (keys.includes('run') || (keys.includes('uses') && !String(record(value)['uses']).includes('.yml'))) return 'step';
  if (all(workflowKeys)) return 'settings';
  if (all(jobKeys)) return 'job';
  const parts = Object.values(record(value));
  if (parts.length > 0 && parts.every((part) => Object.keys(record(part)).some((key) => jobKeys.includes(key)))) {
    return 'jobs';
  }
  // The lines below `with:`; whether they are inputs of this action is checked elsewhere.
  if (parts.length > 0 && parts.every((part) => typeof part !== 'object')) return 'inputs';
  throw new Error(`${place} is YAML that is no part of a workflow`);
}

/** A workflow that contains a block, and otherwise only what a workflow requires. */
export function workflowAround(block: Block): Record<string, unknown> {
  const value: unknown = parse(block.text);
  const inSteps = (steps: unknown): unknown => ({ 'runs-on': 'ubuntu-latest', steps });
  const inJobs = (jobs: unknown): Record<string, unknown> => ({ on: 'push', jobs });
  const nothing = { run: 'true' };
  switch (partOf(block)) {
    case 'workflow':
      return record(value);
    case 'settings':
      return { ...inJobs({ job: inSteps([nothing]) }), ...record(value) };
    case 'jobs':
      return inJobs(Object.fromEntries(Object.entries(record(value)).map(([id, job]) => [id, wholeJob(job)])));
    case 'job':
      return inJobs({ job: wholeJob(value) });
    case 'steps':
      return inJobs({ job: inSteps(value) });
    case 'step':
      return inJobs({ job: inSteps([value]) });
    case 'with':
      return inJobs({ job: inSteps([{ uses: OURS, ...record(value) }]) });
    case 'inputs':
      return inJobs({ job: inSteps([{ uses: OURS, with: value }]) });
  }
}

function wholeJob(value: unknown): unknown {
  const job = record(value);
  return 'uses' in job ? job : { 'runs-on': 'ubuntu-latest', steps: [{ run: 'true' }], ...job };
}

const OURS = '<owner>/commit-upload-session@v1';

/** The folder of the action of this repository that a step uses, whoever its owner; undefined for other steps. */
export function ownAction(step: unknown): '.' | './upload' | undefined {
  const used = /^[^/]+\/commit-upload-session(?<folder>\/upload)?@\S+$/.exec(String(record(step)['uses']));
  return used ? (used.groups?.['folder'] ? './upload' : '.') : undefined;
}

/** Whether a step uses an action of this repository. */
export function isOurs(step: unknown): boolean {
  return ownAction(step) !== undefined;
}

export function jobsOf(workflow: Record<string, unknown>): readonly (readonly [string, Record<string, unknown>])[] {
  return Object.entries(record(workflow['jobs'])).map(([id, job]) => [id, record(job)]);
}

export function stepsOf(workflow: Record<string, unknown>): readonly Record<string, unknown>[] {
  return jobsOf(workflow).flatMap(([, { steps }]) => list(steps).map(record));
}

/** Whether a block shows only some inputs of a step, and leaves out others that the step needs. */
export function isExcerpt(block: Block): boolean {
  return ['with', 'inputs'].includes(partOf(block));
}
