// The scripts of the release workflows, in a repository of the test's own and with a stand-in for gh: GitHub's answers are
// written as its REST reference describes them.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWith } from '../peers/programs.js';
import { collectCleanUps } from '../support/clean-up.js';
import { type Call, fakeGh, Refusal, runWith, type ScriptRun } from '../support/fake-programs.js';
import { read, root } from '../support/repository.js';
import { type ScratchRepository, scratchRepository } from '../support/scratch-repository.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

const changelog =
  '# Changelog\n\n## 1.2.0 (2027-01-31)\n\n- New.\n- [Newer](docs/a.md#b), [seen](https://example.com/).\n\n## 1.1.0 (2026-12-01)\n\n- Old.\n';

const scripts = [
  'scripts/github.mjs',
  ...readdirSync(join(root, 'scripts/release')).map((name) => `scripts/release/${name}`),
];

/** The files of a repository that can be released as this version, with the scripts of this one. */
function filesOf(version: string, changes: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(scripts.map((path) => [path, read(path)])),
    'package.json': JSON.stringify({ version }),
    'package-lock.json': JSON.stringify({ version, packages: { '': { version } } }),
    'src/shared/version.ts': `export const version = '${version}';\n`,
    'CHANGELOG.md': changelog,
    'dist/index.js': 'bundle',
    'dist/upload/index.js': 'another bundle',
    ...changes,
  };
}

/** Runs one of the scripts there, against a GitHub with these answers. */
function run(
  { folder }: Pick<ScratchRepository, 'folder'>,
  script: string,
  args: readonly string[],
  answers: Readonly<Record<string, unknown>> = {},
): ScriptRun {
  return runWith([fakeGh(answers)], [process.execPath, `scripts/release/${script}`, ...args], {
    cwd: folder,
    env: { GITHUB_REPOSITORY: 'me/mine' },
  });
}

const get = (path: string): string => `api --method GET repos/me/mine/${path}`;
const post = (path: string): string => `api --method POST repos/me/mine/${path}`;
const patch = (path: string): string => `api --method PATCH repos/me/mine/${path}`;

/** The answer about a tag, which also has the tags that begin like it. */
const tagAt = (tag: string, sha: string, type = 'commit') => ({
  [get(`git/matching-refs/tags/${tag}`)]: [
    { ref: `refs/tags/${tag}`, object: { type, sha } },
    { ref: `refs/tags/${tag}0`, object: { type: 'commit', sha: 'f'.repeat(40) } },
  ],
});
const noTag = (tag: string) => ({ [get(`git/matching-refs/tags/${tag}`)]: [] });

interface Release {
  readonly id: number;
  readonly tag_name: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly html_url: string;
}
const release = (id: number, tag: string, changes: Partial<Release> = {}): Release => ({
  id,
  tag_name: tag,
  draft: false,
  prerelease: false,
  html_url: `https://github.com/me/mine/releases/${id}`,
  ...changes,
});
const releasesAre = (...all: readonly Release[]) => ({ [get('releases?per_page=100&page=1')]: all });

/** One repository for all tests that leave it as it is. */
const cleanUps = collectCleanUps();
let repository: ScratchRepository;
let commit: string;
beforeAll(() => {
  if (process.platform === 'win32') return;
  repository = scratchRepository(filesOf('1.2.0'), cleanUps.add);
  commit = repository.git('rev-parse', 'HEAD');
});
afterAll(cleanUps.run);

/** The calls that change something at GitHub. */
const changes = (calls: readonly Call[]): readonly Call[] => calls.filter(({ call }) => !call.includes('--method GET'));

describe('the release notes', () => {
  const notes = (tag: string, files: Readonly<Record<string, string>>): ScriptRun => {
    const folder = temporaryFolder();
    writeFiles(folder, files);
    return run({ folder }, 'notes.mjs', [tag]);
  };

  it.each([
    ['v1.2.0', '1.2.0', '- New.\n- [Newer](docs/a.md#b), [seen](https://example.com/).\n'],
    ['v1.1.0', '1.1.0', '- Old.\n'],
  ])('are the section of the changelog for %s', (tag, version, output) => {
    expect(notes(tag, filesOf(version))).toEqual({ exitCode: 0, output, error: '', calls: [] });
    const asOnWindows = { 'CHANGELOG.md': changelog.replaceAll('\n', '\r\n') };
    expect(notes(tag, filesOf(version, asOnWindows)).output.replaceAll('\r', '')).toBe(output);
  });

  it.each<[string, string, string, Readonly<Record<string, string>>, string]>([
    [
      'a tag of another version than the files',
      'v1.2.1',
      '1.2.0',
      {},
      'The tag is v1.2.1, but package.json says 1.2.0, package-lock.json says 1.2.0, src/shared/version.ts says 1.2.0',
    ],
    [
      'another version in package.json',
      'v1.2.0',
      '1.2.0',
      { 'package.json': '{ "version": "1.1.0" }' },
      'The tag is v1.2.0, but package.json says 1.1.0:',
    ],
    [
      'another version in one place of the lock file',
      'v1.2.0',
      '1.2.0',
      { 'package-lock.json': '{ "version": "1.2.0", "packages": { "": { "version": "1.1.0" } } }' },
      'The tag is v1.2.0, but package-lock.json says 1.2.0 and 1.1.0:',
    ],
    [
      'another version in what the cluster is told',
      'v1.2.0',
      '1.2.0',
      { 'src/shared/version.ts': "export const version = '1.1.0';\n" },
      'The tag is v1.2.0, but src/shared/version.ts says 1.1.0:',
    ],
    ['a tag without a v', '1.2.0', '1.2.0', {}, '1.2.0 is not a version like v1.2.3'],
    ['a version that is the beginning of another', 'v1.2', '1.2', {}, 'v1.2 is not a version like v1.2.3'],
    ['a pre-release', 'v1.2.0-rc.1', '1.2.0-rc.1', {}, 'v1.2.0-rc.1 is not a version like v1.2.3'],
    ['a version that the changelog does not have', 'v1.3.0', '1.3.0', {}, 'has no section "## 1.3.0"'],
    [
      'a version without a date',
      'v1.2.0',
      '1.2.0',
      { 'CHANGELOG.md': changelog.replace('2027-01-31', 'unreleased') },
      'says "1.2.0 (unreleased)"',
    ],
    [
      'a version whose section is empty',
      'v2.0.0',
      '2.0.0',
      { 'CHANGELOG.md': '## 2.0.0 (2027-01-01)\n\n## 1.0.0 (2026-01-01)\n' },
      'says nothing about 2.0.0',
    ],
  ])('are refused for %s', (_, tag, version, changed, reason) => {
    const { exitCode, output } = notes(tag, filesOf(version, changed));
    expect(exitCode).toBe(1);
    expect(output).toMatch(/^::error title=Release notes::/);
    expect(output).toContain(reason);
  });
});

it('the changelog begins with the version of the package, which is also in the lock file and in the sources', () => {
  const { version } = JSON.parse(read('package.json'));
  const lock = JSON.parse(read('package-lock.json'));
  expect(/^## (\S+)/m.exec(read('CHANGELOG.md'))?.[1]).toBe(version);
  expect([lock.version, lock.packages[''].version]).toEqual([version, version]);
  expect(read('src/shared/version.ts')).toContain(`export const version = '${version}';`);
});

// A stand-in for gh is a script with the name of its interpreter in the first line, which Windows does not run.
describeWith(['bash'], 'before a release is drafted', () => {
  const runsOf = (workflow: string, commit: string): string =>
    get(`actions/workflows/${workflow}.yml/runs?head_sha=${commit}&branch=main&event=push&per_page=100`);
  const runs = (...conclusions: readonly (string | null)[]) => ({
    workflow_runs: conclusions.map((conclusion, index) => ({
      status: conclusion === null ? 'in_progress' : 'completed',
      conclusion,
      html_url: `https://github.com/me/mine/actions/runs/${index + 1}`,
    })),
  });
  const passes = (commit: string) => ({
    ...tagAt('v1.2.0', commit),
    [runsOf('ci', commit)]: runs('success'),
    [runsOf('e2e', commit)]: runs('success'),
  });

  it.each<[string, (commit: string) => Readonly<Record<string, unknown>>]>([
    ['once everything has passed', () => ({})],
    [
      'where a failed run of ci was followed by one that passed',
      (c) => ({ [runsOf('ci', c)]: runs('failure', 'success') }),
    ],
    [
      'where the tag is annotated',
      (commit) => ({
        ...tagAt('v1.2.0', 'a'.repeat(40), 'tag'),
        [get(`git/tags/${'a'.repeat(40)}`)]: { object: { type: 'commit', sha: commit } },
      }),
    ],
  ])('its commit can be released %s, and verifying changes nothing', (_, answers) => {
    const { exitCode, output, calls } = run(repository, 'verify.mjs', ['v1.2.0'], {
      ...passes(commit),
      ...answers(commit),
    });
    expect([exitCode, output]).toEqual([0, expect.stringMatching(`${commit} can be released as v1.2.0.\n$`)]);
    expect(changes(calls)).toEqual([]);
  });

  it.each<[string, (commit: string) => Readonly<Record<string, unknown>>, string]>([
    ['the tag was moved', () => tagAt('v1.2.0', 'b'.repeat(40)), `points to ${'b'.repeat(40)}, but this run is about `],
    ['the tag was removed', () => noTag('v1.2.0'), 'The tag v1.2.0 is gone'],
    ['ci has not run for it', (c) => ({ [runsOf('ci', c)]: runs() }), 'ci has not run on main for '],
    ['ci runs still', (c) => ({ [runsOf('ci', c)]: runs(null) }), 'ci has not finished for '],
    [
      'ci failed',
      (c) => ({ [runsOf('ci', c)]: runs('failure') }),
      '(failure): https://github.com/me/mine/actions/runs/1',
    ],
    ['ci was cancelled', (c) => ({ [runsOf('ci', c)]: runs('cancelled') }), '(cancelled): '],
    ['e2e failed', (c) => ({ [runsOf('e2e', c)]: runs('failure') }), 'e2e has not passed for '],
    [
      'GitHub refuses to say',
      (c) => ({ [runsOf('ci', c)]: new Refusal('Forbidden (HTTP 403)') }),
      'Forbidden (HTTP 403)',
    ],
  ])('its commit is refused where %s', (_, answers, reason) => {
    const { exitCode, output } = run(repository, 'verify.mjs', ['v1.2.0'], { ...passes(commit), ...answers(commit) });
    expect(exitCode).toBe(1);
    expect(output).toContain('::error title=This tag cannot be released::');
    expect(output).toContain(reason);
  });

  it('its commit is refused where it is not on main', () => {
    const repository = scratchRepository(filesOf('1.2.0'));
    const commit = repository.commit({ 'README.md': 'Not merged.' });
    const { exitCode, output } = run(repository, 'verify.mjs', ['v1.2.0'], passes(commit));
    expect([exitCode, output]).toEqual([1, expect.stringContaining(`${commit} is not on main`)]);
  });

  it('its commit is accepted where main has moved on, and refused where there is no main to compare with', () => {
    const repository = scratchRepository(filesOf('1.2.0'));
    const commit = repository.git('rev-parse', 'HEAD');
    repository.commit({ 'README.md': 'Later.' });
    repository.git('push', '--quiet', 'origin', 'main');
    repository.git('checkout', '--quiet', commit);
    expect(run(repository, 'verify.mjs', ['v1.2.0'], passes(commit)).exitCode).toBe(0);
    repository.git('update-ref', '-d', 'refs/remotes/origin/main');
    const { exitCode, output } = run(repository, 'verify.mjs', ['v1.2.0'], passes(commit));
    expect([exitCode, output]).toEqual([1, expect.stringContaining('git could not compare ')]);
  });

  it('its commit is refused where a file names another version', () => {
    const repository = scratchRepository(filesOf('1.2.0', { 'package.json': '{ "version": "1.1.0" }' }));
    const { exitCode, output } = run(repository, 'verify.mjs', ['v1.2.0'], passes(repository.git('rev-parse', 'HEAD')));
    expect([exitCode, output]).toEqual([1, expect.stringContaining('but package.json says 1.1.0')]);
  });
});

describeWith(['bash'], 'the draft of a release', () => {
  const draftWith = (answers: (commit: string) => Readonly<Record<string, unknown>>) => {
    const content = {
      tag_name: 'v1.2.0',
      target_commitish: commit,
      name: 'v1.2.0',
      body: '- New.\n- [Newer](https://github.com/me/mine/blob/v1.2.0/docs/a.md#b), [seen](https://example.com/).',
      draft: true,
    };
    return { ...run(repository, 'draft.mjs', ['v1.2.0'], { ...tagAt('v1.2.0', commit), ...answers(commit) }), content };
  };
  const draft = release(7, 'v1.2.0', { draft: true });

  it('has the notes of its version with links that work there, and leads the maintainer to it', () => {
    const { exitCode, output, calls, content } = draftWith(() => ({
      ...releasesAre(release(1, 'v1.1.0')),
      [post('releases')]: draft,
    }));
    expect([exitCode, output]).toEqual([0, expect.stringContaining(`Read and publish it: ${draft.html_url}`)]);
    expect(changes(calls)).toEqual([{ call: post('releases'), body: content }]);
  });

  it('is brought up to date by a second run, not made twice', () => {
    const { exitCode, calls, content } = draftWith(() => ({
      ...releasesAre(draft, release(1, 'v1.1.0')),
      [patch('releases/7')]: draft,
    }));
    expect(exitCode).toBe(0);
    expect(changes(calls)).toEqual([{ call: patch('releases/7'), body: content }]);
  });

  it('is found on a later page of the releases', () => {
    const page = Array.from({ length: 100 }, (_, index) => release(100 + index, `v0.0.${index}`));
    const { exitCode, calls } = draftWith(() => ({
      ...releasesAre(...page),
      [get('releases?per_page=100&page=2')]: [draft],
      [patch('releases/7')]: draft,
    }));
    expect([exitCode, changes(calls).map(({ call }) => call)]).toEqual([0, [patch('releases/7')]]);
  });

  it('is not made where the version is published already', () => {
    const { exitCode, output, calls } = draftWith(() => releasesAre(release(7, 'v1.2.0')));
    expect([exitCode, output]).toEqual([0, expect.stringContaining('v1.2.0 is published already')]);
    expect(changes(calls)).toEqual([]);
  });

  it.each<[string, () => Readonly<Record<string, unknown>>, string]>([
    ['the tag was moved since it was attested', () => tagAt('v1.2.0', 'b'.repeat(40)), 'Do not use a tag twice'],
    ['the tag was removed', () => noTag('v1.2.0'), 'The tag v1.2.0 is gone'],
    ['there are two drafts', () => releasesAre(draft, { ...draft, id: 8 }), 'There are 2 drafts of v1.2.0'],
    ['the releases cannot be listed', () => ({}), 'not in the table'],
  ])('is not made where %s', (_, answers, reason) => {
    const { exitCode, output, calls } = draftWith(answers);
    expect([exitCode, output]).toEqual([1, expect.stringContaining('::error title=The release is not drafted::')]);
    expect(output).toContain(reason);
    expect(changes(calls)).toEqual([]);
  });

  it('fails with the words of GitHub where it cannot be stored', () => {
    const { exitCode, output } = draftWith(() => ({
      ...releasesAre(),
      [post('releases')]: new Refusal('Validation Failed (HTTP 422)'),
    }));
    expect([exitCode, output]).toEqual([1, expect.stringContaining('Validation Failed (HTTP 422)')]);
  });
});

describeWith(['bash'], 'the attestation of dist', () => {
  const workflow = 'me/mine/.github/workflows/release.yml';
  const verified = (file: string, commit: string, bundle = ''): string =>
    `attestation verify ${file} --repo me/mine --signer-workflow ${workflow} --source-ref refs/tags/v1.2.0 --source-digest ${commit} --deny-self-hosted-runners${bundle}`;

  it.each([
    ['GitHub has', [], ''],
    ['was just made', ['made.json'], ' --bundle made.json'],
  ])('that %s is verified for every file, with its workflow, tag, commit and runner', (_, args, bundle) => {
    const asked = ['dist/index.js', 'dist/upload/index.js'].map((file) => verified(file, commit, bundle));
    const answers = Object.fromEntries(asked.map((call) => [call, 'verified']));
    const { exitCode, calls } = run(repository, 'verify-attestation.mjs', ['v1.2.0', ...args], answers);
    expect(exitCode).toBe(0);
    expect(calls.map(({ call }) => call).toSorted()).toEqual(asked);
  });

  it('does not hold where one file has none', () => {
    const answers = { [verified('dist/index.js', commit)]: 'verified' };
    const { exitCode, output } = run(repository, 'verify-attestation.mjs', ['v1.2.0'], answers);
    expect([exitCode, output]).toEqual([1, expect.stringContaining('The attestation of dist does not hold')]);
    expect(output).toContain('dist/upload/index.js');
  });

  it('is verified in SECURITY.md with what the workflows ask for, but for the commit, which a user does not know', () => {
    const flags = (text: string): readonly string[] => Array.from(text.matchAll(/--[a-z][a-z-]+/g), ([flag]) => flag);
    const [, command = ''] = /^(gh attestation verify (?:.*\\\n)*.*)$/m.exec(read('SECURITY.md')) ?? [];
    expect(flags(command)).toEqual(flags(verified('file', 'commit')).filter((flag) => flag !== '--source-digest'));
    expect(command).toMatch(/--signer-workflow [^/ ]+\/commit-upload-session\/\.github\/workflows\/release\.yml /);
    expect(command).toMatch(/--source-ref refs\/tags\/v\d+\.\d+\.\d+ /);
  });
});

describeWith(['bash'], 'the major tag', () => {
  const move = (tag: string, answers: (commit: string) => Readonly<Record<string, unknown>>) => {
    return run(repository, 'move-major-tag.mjs', [tag], { ...tagAt(tag, commit), ...answers(commit) });
  };
  const done = { [post('git/refs')]: {}, [patch('git/refs/tags/v1')]: {} };
  const old = 'c'.repeat(40);

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['by the first release', noTag('v1')],
    [
      'where v10 is the only tag that begins like it',
      { [get('git/matching-refs/tags/v1')]: tagAt('v10', old)[get('git/matching-refs/tags/v10')] },
    ],
  ])('is created %s', (_, reference) => {
    const answers = { ...releasesAre(release(1, 'v1.0.0')), ...reference, ...done };
    const { exitCode, calls } = move('v1.0.0', () => answers);
    expect(exitCode).toBe(0);
    expect(changes(calls)).toEqual([{ call: post('git/refs'), body: { ref: 'refs/tags/v1', sha: commit } }]);
  });

  it.each<[string, string, readonly Release[], Readonly<Record<string, unknown>>]>([
    [
      'to a later release, whatever other major versions there are',
      'v1.10.0',
      [release(1, 'v1.9.0'), release(2, 'v1.10.0'), release(3, 'v2.0.0'), release(4, 'v10.0.0')],
      tagAt('v1', old),
    ],
    [
      'past a higher version that is a draft or a pre-release only',
      'v1.1.0',
      [release(1, 'v1.1.0'), release(2, 'v1.2.0', { draft: true }), release(3, 'v1.3.0', { prerelease: true })],
      tagAt('v1', old),
    ],
    ['where somebody has made it an annotated tag', 'v1.1.0', [release(1, 'v1.1.0')], tagAt('v1', old, 'tag')],
  ])('is moved %s', (_, tag, releases, reference) => {
    const { exitCode, calls } = move(tag, () => ({ ...releasesAre(...releases), ...reference, ...done }));
    expect(exitCode).toBe(0);
    expect(changes(calls)).toEqual([{ call: patch('git/refs/tags/v1'), body: { sha: commit, force: true } }]);
  });

  it.each<[string, string, readonly Release[]]>([
    ['for a patch of an older version', 'v1.0.5', [release(1, 'v1.1.0'), release(2, 'v1.0.5')]],
    ['for a run of an older release again', 'v1.9.1', [release(1, 'v1.9.1'), release(2, 'v1.10.0')]],
  ])('stays where it is %s', (_, tag, releases) => {
    const { exitCode, output, calls } = move(tag, () => ({
      ...releasesAre(...releases),
      ...tagAt('v1', old),
      ...done,
    }));
    expect([exitCode, output]).toEqual([0, expect.stringContaining(`is higher than ${tag}`)]);
    expect(changes(calls)).toEqual([]);
  });

  it('is left alone by a second run', () => {
    const { exitCode, calls } = move('v1.2.0', (commit) => ({
      ...releasesAre(release(1, 'v1.2.0')),
      ...tagAt('v1', commit),
      ...done,
    }));
    expect([exitCode, changes(calls)]).toEqual([0, []]);
  });

  it.each<[string, string, Readonly<Record<string, unknown>>, string]>([
    ['a release that is a draft', 'v1.2.0', releasesAre(release(1, 'v1.2.0', { draft: true })), 'is not published'],
    ['a tag without a release', 'v1.2.0', releasesAre(), 'v1.2.0 is not published as a release, so v1 stays'],
    ['a tag that points elsewhere now', 'v1.2.0', tagAt('v1.2.0', old), 'Do not use a tag twice'],
    ...['v1', 'v1.2.3-rc.1', '1.2.3', 'v01.2.3', 'main'].map(
      (tag): [string, string, Readonly<Record<string, unknown>>, string] => [
        `the name ${tag}`,
        tag,
        releasesAre(release(1, tag)),
        'is not a version',
      ],
    ),
  ])('is not moved for %s', (_, tag, answers, reason) => {
    const { exitCode, output, calls } = move(tag, () => ({ ...tagAt('v1', old), ...answers, ...done }));
    expect([exitCode, output]).toEqual([1, expect.stringContaining(reason)]);
    expect(changes(calls)).toEqual([]);
  });

  it('fails with the words of GitHub where a ruleset does not let it pass', () => {
    const { exitCode, output } = move('v1.2.0', () => ({
      ...releasesAre(release(1, 'v1.2.0')),
      ...tagAt('v1', old),
      [patch('git/refs/tags/v1')]: new Refusal('Repository rule violations found (HTTP 422)'),
    }));
    expect([exitCode, output]).toEqual([1, expect.stringContaining('Repository rule violations found (HTTP 422)')]);
  });
});

describeWith(['bash'], 'the latest release', () => {
  const mark = (latest: number, ...all: readonly Release[]) => {
    const answers = { ...releasesAre(...all), [get('releases/latest')]: { id: latest }, [patch('releases/1')]: {} };
    return run(repository, 'mark-latest.mjs', [], answers);
  };

  it.each<[string, readonly Release[]]>([
    ['after a late patch', [release(2, 'v1.0.5'), release(1, 'v1.1.0')]],
    ['after a patch of an older major version', [release(2, 'v1.9.9'), release(1, 'v2.0.0')]],
  ])('is the highest version again %s', (_, all) => {
    const { exitCode, calls } = mark(2, ...all);
    expect(exitCode).toBe(0);
    expect(changes(calls)).toEqual([{ call: patch('releases/1'), body: { make_latest: 'true' } }]);
  });

  it('is left alone where it is the highest, as in a second run', () => {
    const { exitCode, output, calls } = mark(
      1,
      release(1, 'v1.10.0'),
      release(2, 'v1.9.0'),
      release(3, 'v2.0.0', { draft: true }),
    );
    expect([exitCode, output, changes(calls)]).toEqual([0, 'The latest release is v1.10.0.\n', []]);
  });

  it('is not looked for where nothing is published', () => {
    const { exitCode, output } = mark(1, release(1, 'v1.0.0', { draft: true }));
    expect([exitCode, output]).toEqual([1, expect.stringContaining('No release is published.')]);
  });
});
