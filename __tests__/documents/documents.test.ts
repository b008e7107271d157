// Every YAML block in the documents is valid: its inputs and outputs exist, and actionlint reports nothing.

import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { whenInstalled } from '../peers/programs.js';
import { read } from '../support/repository.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';
import {
  type Block,
  blocksOf,
  isExcerpt,
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

const actions = {
  '.': record(parse(read('action.yml'))),
  './upload': record(parse(read('upload/action.yml'))),
};
const inputsOf = (step: unknown): Record<string, unknown> => record(actions[ownAction(step) ?? '.']['inputs']);
const outputsOf = (step: unknown): readonly string[] => Object.keys(record(actions[ownAction(step) ?? '.']['outputs']));

/** The steps with this id: in the block itself or, when it is a part only, in its document, or in those that led to it. */
function stepsCalled(id: string, block: Block): readonly Record<string, unknown>[] {
  const inside = stepsOf(workflowAround(block)).filter((step) => step['id'] === id);
  if (inside.length > 0 || partOf(block) === 'workflow') return inside;
  const called = yamlBlocks
    .flatMap((other) => stepsOf(workflowAround(other)).map((step) => ({ step, document: other.document })))
    .filter(({ step }) => step['id'] === id);
  const near = called.filter(({ document }) => document === block.document);
  return (near.length > 0 ? near : called).map(({ step }) => step);
}

function requiredInputs(step: unknown): readonly string[] {
  return Object.entries(inputsOf(step)).flatMap(([name, input]) => (record(input)['required'] === true ? [name] : []));
}

/** What is wrong with a block's use of this repository's actions and of its steps' outputs. */
function mistakesIn(block: Block): readonly string[] {
  const ours = stepsOf(workflowAround(block)).filter(isOurs);
  const unknown = ours.flatMap((step) => Object.keys(record(step['with'])).filter((name) => !(name in inputsOf(step))));
  // A few lines under `with:` alone show what they are about, and not the rest.
  const missing = isExcerpt(block)
    ? []
    : ours.flatMap((step) => requiredInputs(step).filter((name) => !(name in record(step['with']))));
  const used = Array.from(
    block.text.matchAll(/\bsteps\.([\w-]+)\.(?:outputs(?:\.([\w-]+)|\['([\w-]+)'\])|(outcome|conclusion))/g),
    ([, id = '', name, quoted]) => ({ id, name: name ?? quoted }),
  );
  return [
    ...unknown.map((name) => `input ${name} does not exist`),
    ...missing.map((name) => `input ${name} is missing`),
    ...used.flatMap(({ id, name }) => {
      const steps = stepsCalled(id, block);
      if (steps.length === 0) return [`no step has the id ${id}`];
      return name === undefined || steps.some((step) => sets(step, name)) ? [] : [`step ${id} has no output ${name}`];
    }),
  ];
}

function sets(step: Record<string, unknown>, output: string): boolean {
  if (isOurs(step)) return outputsOf(step).includes(output);
  const { run } = step;
  // The outputs of other actions are not known here.
  return typeof run !== 'string' || new RegExp(`\\b${output}(?:=|<<)`).test(run);
}

describe('the YAML of the documents', () => {
  it.each(yamlBlocks.map((block) => [block.place, block] as const))(
    'uses inputs, outputs and steps that exist: %s',
    (_, block) => {
      expect(mistakesIn(block)).toEqual([]);
    },
  );

  it('includes whole workflows and parts of workflows', () => {
    expect(yamlBlocks.filter((block) => partOf(block) === 'workflow').length).toBeGreaterThanOrEqual(6);
    expect(yamlBlocks.some((block) => partOf(block) !== 'workflow')).toBe(true);
  });
});

describe('a mistake in a document', () => {
  const expression = (inner: string): string => `\${{ ${inner} }}`;
  const good = [
    '- id: commit',
    '  uses: <owner>/commit-upload-session@v1',
    '  with:',
    '    endpoint: https://a.example.com',
  ];
  const step = [...good, `    session-id: ${expression('env.ID')}`];
  it.each([
    ['a renamed input', [...step, '    time-out: 5'], 'input time-out does not exist'],
    ['a missing input', good, 'input session-id is missing'],
    [
      'an unknown output',
      [...step, `- run: echo ${expression('steps.commit.outputs.status')}`],
      'step commit has no output status',
    ],
    [
      'an unknown step',
      [...step, `- run: echo ${expression('steps.nowhere.outputs.ids')}`],
      'no step has the id nowhere',
    ],
    [
      'an output that no line of the script sets',
      [...step, '- id: a', '  run: echo "x=1" >>"$GITHUB_OUTPUT"', `- run: echo ${expression('steps.a.outputs.y')}`],
      'step a has no output y',
    ],
  ])('is found: %s', (_, lines, mistake) => {
    const text = ['1. Say:', '', '   ```yaml', ...lines.map((line) => `   ${line}`), '   ```', ''].join('\n');
    const [block] = blocksOf('a document', ['ya?ml'], text);
    expect(block && mistakesIn(block)).toEqual([mistake]);
  });

  it.each(['database: { image: x }', '', 'hello'])('is found: YAML that is no part of a workflow (%j)', (text) => {
    expect(() => partOf({ document: '', place: 'here', text })).toThrow('here is YAML that is no part of a workflow');
  });
});

/** Adds the steps that a part of a workflow refers to, so that only the part is checked. */
function withStepsAround(block: Block): Record<string, unknown> {
  const workflow = workflowAround(block);
  if (partOf(block) === 'workflow') return workflow;
  const here = stepsOf(workflow).map((step) => step['id']);
  const ids = new Set(Array.from(block.text.matchAll(/\bsteps\.([\w-]+)\./g), ([, id = '']) => id));
  const around = [...ids]
    .filter((id) => !here.includes(id))
    .map((id) => {
      const own = stepsCalled(id, block).find(isOurs);
      return own ? { id, ...completeStep(own) } : { id, run: 'true' };
    });
  const jobs = jobsOf(workflow).map(([id, job]) => [
    id,
    'steps' in job ? { ...job, steps: [...around, ...list(job['steps'])] } : job,
  ]);
  return { ...workflow, jobs: Object.fromEntries(jobs) };
}

/** A step of the same action with all inputs. */
function completeStep(step: unknown): Record<string, unknown> {
  const given = Object.fromEntries(Object.keys(inputsOf(step)).map((name) => [name, 'x']));
  return { uses: ownAction(step) === './upload' ? './upload' : './', with: given };
}

/** The action as it stands here, so that actionlint reads its inputs and outputs. */
function withOurAction(workflow: Record<string, unknown>, inputsOnly: boolean): unknown {
  const own = (step: unknown): unknown => {
    if (!isOurs(step)) return step;
    const { uses, with: all } = completeStep(step);
    return { ...record(step), uses, with: { ...(inputsOnly && record(all)), ...record(record(step)['with']) } };
  };
  const jobs = jobsOf(workflow).map(([id, job]) => [
    id,
    'steps' in job ? { ...job, steps: list(job['steps']).map(own) } : job,
  ]);
  return { ...workflow, jobs: Object.fromEntries(jobs) };
}

const linters = process.env['LINTERS_DIR'] ?? '';

const linterRequirement = 'actionlint is installed: run scripts/install-linters.sh DIR and set LINTERS_DIR to DIR';
whenInstalled('LINTERS_DIR', linterRequirement, () => {
  describe('actionlint', () => {
    it.each(yamlBlocks.map((block) => [block.place, block] as const))('reports nothing about %s', (_, block) => {
      const workflow = withOurAction(withStepsAround(block), isExcerpt(block));
      expect(lint(stringify(workflow, { aliasDuplicateObjects: false }))).toBe('');
    });

    it('reports an unknown input', () => {
      const broken = {
        document: '',
        place: '',
        text: '- uses: me/commit-upload-session@v1\n  with:\n    end-point: x\n',
      };
      expect(lint(stringify(withOurAction(workflowAround(broken), false)))).toContain('end-point');
    });
  });
});

/** What actionlint prints about a workflow in a repository that holds this action. */
function lint(workflow: string): string {
  const folder = temporaryFolder();
  const file = '.github/workflows/block.yml';
  const copies = ['action.yml', 'dist/index.js', 'upload/action.yml', 'dist/upload/index.js'].map(
    (path) => [path, read(path)] as const,
  );
  writeFiles(folder, { ...Object.fromEntries(copies), [file]: workflow });
  // It takes the folder with .git for the repository, and does not look further into it.
  mkdirSync(join(folder, '.git'));
  try {
    return execFileSync(
      join(linters, 'bin', 'actionlint'),
      ['-oneline', '-shellcheck', join(linters, 'bin', 'shellcheck'), file],
      { cwd: folder, encoding: 'utf8' },
    );
  } catch (error) {
    // It exits with 1 when it has found something.
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
  }
}
