// Rules for the workflows that no linter checks: their permissions, the actions they use, and which jobs act can run.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { read, root } from '../support/repository.js';
import { record } from './blocks.js';

const workflows = readdirSync(join(root, '.github/workflows')).map((file) => {
  const text = read(`.github/workflows/${file}`);
  return { file, text, workflow: record(parse(text)) };
});
const jobs = workflows.flatMap(({ file, workflow }) =>
  Object.entries(record(workflow['jobs'])).map(([id, job]) => ({ name: `${file} ${id}`, job: record(job) })),
);

describe('each workflow', () => {
  it.each(workflows.map((workflow) => [workflow.file, workflow] as const))(
    '%s grants no permission at the top, and has a concurrency group',
    (_, { workflow }) => {
      expect(workflow['permissions']).toEqual({});
      expect(record(workflow['concurrency'])['group']).toMatch(/\S/);
    },
  );

  it.each(workflows.map((workflow) => [workflow.file, workflow] as const))(
    '%s pins actions from other repositories to a commit, with the version in a comment',
    (_, { text }) => {
      const uses = text.split('\n').filter((line) => /^ *-? *uses:/.test(line) && !/uses: \.\//.test(line));
      expect(uses.length).toBeGreaterThan(0);
      expect(uses.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
    },
  );

  it('pins an action to the same commit as every other workflow', () => {
    const pins = workflows.flatMap(({ text }) => Array.from(text.matchAll(/uses: ([^./][^@]*)@(\S+ # \S+)/g)));
    const distinct = new Set(pins.map(([pin]) => pin));
    expect(distinct.size).toBe(new Set(pins.map(([, action]) => action)).size);
  });
});

describe('each issue template', () => {
  const templates = readdirSync(join(root, '.github/ISSUE_TEMPLATE')).filter((file) => file !== 'config.yml');

  it.each(templates)('%s is a form that GitHub accepts, and requires the line with the outcome', (file) => {
    const { name, description, body } = record(parse(read(`.github/ISSUE_TEMPLATE/${file}`)));
    expect([name, description]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
    const fields = (Array.isArray(body) ? body : []).map(record);
    expect(fields.filter(({ type }) => !['input', 'markdown', 'textarea'].includes(String(type)))).toEqual([]);
    const asked = fields.filter(({ type }) => type !== 'markdown');
    expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
    for (const { attributes } of asked) expect(record(attributes)['label']).toMatch(/\S/);
    expect(JSON.stringify(asked.filter(({ validations }) => record(validations)['required']))).toMatch(/outcome line/i);
  });
});

describe('each job', () => {
  it.each(jobs.map((job) => [job.name, job] as const))(
    '%s has a time limit and permissions of its own',
    (_, { job }) => {
      expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
      expect(Object.keys(record(job['permissions']))).not.toEqual([]);
    },
  );

  it.each(jobs.map((job) => [job.name, job] as const))(
    '%s does not run npm with a token that can write',
    (_, { job }) => {
      const scripts = JSON.stringify(job['steps']);
      const writes = Object.values(record(job['permissions'])).includes('write');
      expect(writes && /\bnp[mx] /.test(scripts)).toBe(false);
    },
  );

  it('is in the table of CONTRIBUTING.md, with whether act runs it', () => {
    const runs = Array.from(
      read('scripts/act.mjs').matchAll(/workflow: '([^']+)', job: '([^']+)'/g),
      ([, file, id]) => `${file} ${id}`,
    );
    const rows = Array.from(
      read('CONTRIBUTING.md').matchAll(/^\| `([\w-]+\.yml)` `([\w-]+)` +\| (yes|no): \S.*\|$/gm),
      ([, file, id, answer]) => [`${file} ${id}`, answer],
    );
    expect(rows.toSorted()).toEqual(jobs.map(({ name }) => [name, runs.includes(name) ? 'yes' : 'no']).sort());
    expect(runs.length).toBeGreaterThan(0);
  });

  it('runs only scripts that exist', () => {
    const called = workflows.flatMap(({ text }) =>
      Array.from(text.matchAll(/\bscripts\/[\w-]+\.\w+/g), ([path]) => path),
    );
    expect(called.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
