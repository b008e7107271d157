// Rules for the workflows that no linter checks: their permissions, the actions they use, and which jobs act can run.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { read, root } from '../support/repository.js';
import { onWindows, why } from '../support/skips.js';
import { list, record } from './blocks.js';

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

describe.each(['ci', 'e2e'])('the workflow %s, which main requires,', (name) => {
  const workflow = record(parse(read(`.github/workflows/${name}.yml`)));
  const { passed: check, ...others } = record(workflow['jobs']);
  const passed = record(check);

  it('has one check that waits for every other job, also for one that failed', () => {
    expect(list(passed['needs']).toSorted()).toEqual(Object.keys(others).toSorted());
    expect([passed['name'], passed['if']]).toEqual([`${name} passed`, expect.stringMatching(/^\S+ always\(\) /)]);
  });

  const noBash = onWindows('the Bash that Windows finds first may be that of its Linux subsystem');
  it.skipIf(noBash).each([
    ['success', true],
    ['success success success', true],
    ['failure', false],
    ['success failure', false],
    ['cancelled success', false],
    ['success skipped success', false],
    ['unsuccess', false],
    ['', false],
  ])(`has a check that ends for the results %j as it should${why(noBash)}`, (results, succeeds) => {
    const [step] = list(passed['steps']).map(record);
    expect(record(step?.['env'])).toEqual({ RESULTS: expect.stringContaining("join(needs.*.result, ' ')") });
    // The shell that `shell: bash` starts.
    const options = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', String(step?.['run'])];
    const { status } = spawnSync('bash', options, { env: { PATH: process.env['PATH'], RESULTS: results } });
    expect(status === 0).toBe(succeeds);
  });

  it('runs every week, and comes to its end for each commit of main', () => {
    expect(list(record(workflow['on'])['schedule'])).toEqual([{ cron: expect.stringMatching(/^\d+ \d+ \* \* \d$/) }]);
    // A group with another run in it would lose the one that waits, even without cancel-in-progress.
    expect(record(workflow['concurrency'])['group']).toMatch(/event\.pull_request\.number \|\| github\.run_id/);
  });

  it('uses Bash on every system', () => {
    expect(record(workflow['defaults'])).toEqual({ run: { shell: 'bash' } });
  });
});

describe('RELEASE.md', () => {
  const setUp = read('RELEASE.md').split('## Before the first release')[1] ?? '';

  it('has the owner set every variable, secret and environment that a workflow uses', () => {
    const used = workflows.flatMap(({ text }) =>
      Array.from(
        text.matchAll(/\b(?:vars|secrets)\.(\w+)|^ +environment: (\S+)$/gm),
        ([, name, place]) => name ?? place,
      ),
    );
    expect(used.toSorted()).toEqual(['RELEASE_APP_CLIENT_ID', 'RELEASE_APP_PRIVATE_KEY', 'release']);
    expect(used.filter((name) => !setUp.includes(`\`${name}\``))).toEqual([]);
  });

  it('has the owner require the checks of a pull request by the names that their jobs have', () => {
    const named = ['ci.yml passed', 'e2e.yml passed', 'dependency-review.yml review'].map((required) =>
      String(jobs.find(({ name }) => name === required)?.job['name']),
    );
    expect(named.filter((name) => !setUp.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('the scripts of release and dist', () => {
  it.each(['release', 'major-tag', 'rebuild-dist', 'commit-dist'])('are files, one line each in %s.yml', (name) => {
    const steps = Object.values(record(record(parse(read(`.github/workflows/${name}.yml`)))['jobs'])).flatMap((job) =>
      list(record(job)['steps']).map(record),
    );
    const runs = steps.flatMap(({ run }) => (run === undefined ? [] : [String(run)]));
    expect(runs.length).toBeGreaterThan(0);
    expect(runs.filter((run) => run.trim().includes('\n') || run.includes('&&'))).toEqual([]);
  });
});

describe('Dependabot', () => {
  const entries = list(record(parse(read('.github/dependabot.yml')))['updates']).map(record);
  const watched = entries.flatMap(({ 'package-ecosystem': ecosystem, directory, directories }) =>
    (directory === undefined ? list(directories) : [directory]).map((folder) => `${ecosystem} ${folder}`),
  );

  it('watches every file that pins something, and nothing else', () => {
    const ecosystems: Readonly<Record<string, string>> = {
      'package-lock.json': 'npm',
      'go.mod': 'gomod',
      'requirements.txt': 'pip',
    };
    const top = readdirSync(root).filter((name) => !['.git', 'build', 'node_modules'].includes(name));
    const inside = top
      .filter((name) => statSync(join(root, name)).isDirectory())
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
      );
    const pinning = [...top, ...inside]
      .map((path) => path.replaceAll('\\', '/'))
      .flatMap((path) => {
        const ecosystem = ecosystems[path.split('/').at(-1) ?? ''];
        return ecosystem === undefined ? [] : [`${ecosystem} ${path.includes('/') ? `/${dirname(path)}` : '/'}`];
      });
    expect(watched.toSorted()).toEqual([...pinning, 'github-actions /'].toSorted());
  });

  it('waits a week before it proposes a new version', () => {
    expect(new Set(entries.map(({ cooldown }) => record(cooldown)['default-days']))).toEqual(new Set([7]));
  });

  it('sees the tools of Go as what go.mod asks for itself, which alone it updates', () => {
    for (const [tool, module] of [
      ['act', 'github.com/nektos/act'],
      ['actionlint', 'github.com/rhysd/actionlint'],
    ]) {
      expect(read(`scripts/tools/${tool}/go.mod`)).toMatch(new RegExp(`^require ${module} v[\\d.]+$`, 'm'));
    }
  });
});

describe('the code owners', () => {
  const rules = Array.from(read('.github/CODEOWNERS').matchAll(/^(\/\S+) +(\S+)$/gm), ([, path = '', owner]) => [
    path,
    owner,
  ]);

  it('own what runs with a token or on the runner of a user', () => {
    expect(rules.map(([path]) => path)).toEqual(expect.arrayContaining(['/.github/', '/dist/', '/scripts/']));
    expect(rules.filter(([path = '']) => !existsSync(join(root, path)))).toEqual([]);
    expect(new Set(rules.map(([, owner]) => owner)).size).toBe(1);
  });
});

it('whoever opens an issue about a vulnerability is led to a private report', () => {
  const links = list(record(parse(read('.github/ISSUE_TEMPLATE/config.yml')))['contact_links']).map(record);
  expect(links.map(({ url }) => url)).toEqual([
    expect.stringMatching(/^https:\/\/github\.com\/[^/]+\/commit-upload-session\/security\/advisories\/new$/),
  ]);
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
      expect(job['permissions']).toBeTypeOf('object');
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
      Array.from(text.matchAll(/\bscripts\/[\w/-]+\.\w+/g), ([path]) => path),
    );
    expect(called.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
