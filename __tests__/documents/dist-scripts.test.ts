// The scripts that compare dist/ with its sources, and commit it to Dependabot's branches, in a repository of the test's own.

import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeWith } from '../peers/programs.js';
import { fakeGh, fakePrograms, Refusal, runWith } from '../support/fake-programs.js';
import { read, root } from '../support/repository.js';
import { scratchRepository } from '../support/scratch-repository.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

describeWith(['bash'], 'the comparison of dist with what the sources build', () => {
  /** Runs the script where a build does this. */
  const compare = (build: string) => {
    const { folder } = scratchRepository({
      'scripts/build-and-compare.sh': read('scripts/build-and-compare.sh'),
      'dist/index.js': 'built\n',
      'dist/upload/index.js': 'built too\n',
    });
    const npm = fakePrograms({ npm: `[ "$*" = 'run build' ] || exit 9\n${build}` });
    return runWith([npm], ['bash', 'scripts/build-and-compare.sh'], { cwd: folder });
  };

  it('passes where the build changes nothing', () => {
    expect(compare("printf 'built\\n' >dist/index.js").exitCode).toBe(0);
  });

  it.each([
    ['changes a file', 'echo else >dist/index.js', ' M dist/index.js'],
    ['leaves a file out', 'rm dist/upload/index.js', ' D dist/upload/index.js'],
    ['makes a new file', 'echo new >dist/7.index.js', '?? dist/7.index.js'],
  ])('fails where the build %s, and names it', (_, build, line) => {
    const { exitCode, output } = compare(build);
    expect([exitCode, output]).toEqual([1, expect.stringContaining(line)]);
  });

  it('fails where the build fails', () => {
    expect(compare('exit 3').exitCode).toBe(3);
  });
});

describeWith(['bash'], 'the rebuilt dist that a maintainer names', () => {
  const commit = '0123456789abcdef0123456789abcdef01234567';
  const rebuild = {
    path: '.github/workflows/rebuild-dist.yml',
    conclusion: 'success',
    head_branch: 'dependabot/npm_and_yarn/runtime-1a2b3c',
    head_sha: commit,
    head_repository: { full_name: 'me/mine' },
  };
  const find = (id: string, answer: unknown) => {
    const folder = temporaryFolder();
    writeFiles(folder, { outputs: '' });
    const ran = runWith(
      [fakeGh({ 'api --method GET repos/me/mine/actions/runs/42': answer })],
      [process.execPath, join(root, 'scripts/dist/find-rebuild.mjs'), id],
      { cwd: folder, env: { GITHUB_REPOSITORY: 'me/mine', GITHUB_OUTPUT: join(folder, 'outputs') } },
    );
    return { ...ran, outputs: readFileSync(join(folder, 'outputs'), 'utf8') };
  };

  it.each([
    ['', rebuild.path],
    [' with the reference of its workflow', `${rebuild.path}@refs/pull/7/merge`],
  ])('is found by the number of its run%s', (_, path) => {
    const { exitCode, outputs } = find('42', { ...rebuild, path });
    expect([exitCode, outputs]).toEqual([0, `branch=${rebuild.head_branch}\ncommit=${commit}\n`]);
  });

  it.each<[string, unknown, string]>([
    ['another workflow', { ...rebuild, path: '.github/workflows/ci.yml' }, 'not of rebuild-dist'],
    [
      'a workflow with a longer name',
      { ...rebuild, path: `${rebuild.path}.yml@refs/heads/main` },
      'not of rebuild-dist',
    ],
    ['a run that failed', { ...rebuild, conclusion: 'failure' }, 'has not succeeded'],
    ['a run that has not ended', { ...rebuild, conclusion: null }, 'has not succeeded'],
    ['a fork', { ...rebuild, head_repository: { full_name: 'you/mine' } }, 'built a fork'],
    ['a fork that is gone', { ...rebuild, head_repository: null }, 'built a fork'],
    ['main', { ...rebuild, head_branch: 'main' }, 'did not build a branch of Dependabot for npm'],
    [
      'a branch with a way out in its name',
      { ...rebuild, head_branch: 'dependabot/npm_and_yarn/a/../../main' },
      'did not',
    ],
    [
      'a branch with a second output in its name',
      { ...rebuild, head_branch: `${rebuild.head_branch}\ncommit=x` },
      'did not',
    ],
    ['a commit that is none', { ...rebuild, head_sha: 'main' }, 'names no commit'],
    ['a run that GitHub does not know', new Refusal('Not Found (HTTP 404)'), 'Not Found (HTTP 404)'],
  ])('is refused for %s, and nothing is handed on', (_, answer, reason) => {
    const { exitCode, output, outputs } = find('42', answer);
    expect([exitCode, outputs]).toEqual([1, '']);
    expect(output).toMatch(/^::error title=commit-dist::/);
    expect(output).toContain(reason);
  });

  it.each(['', '42/../7', '42?x', 'latest'])('is not asked for by %j, which is no number', (id) => {
    const { exitCode, calls } = find(id, rebuild);
    expect([exitCode, calls]).toEqual([1, []]);
  });
});

describeWith(['bash'], 'the commit of a rebuilt dist', () => {
  const branch = 'dependabot/npm_and_yarn/runtime-1a2b3c';
  const built = {
    'index.js': 'new\n',
    '17.index.js': 'chunk\n',
    'package.json': '{}\n',
    'upload/index.js': 'new too\n',
  };

  /** The branch of an update, checked out as the workflow does, and what its rebuild handed over. */
  const update = () => {
    const repository = scratchRepository({ 'dist/index.js': 'old\n', 'dist/3.index.js': 'old chunk\n' });
    repository.git('checkout', '--quiet', '-b', branch);
    const commit = repository.commit({ 'package-lock.json': '{}' });
    repository.git('push', '--quiet', 'origin', branch);
    repository.git('checkout', '--quiet', commit);
    const rebuilt = temporaryFolder();
    writeFiles(rebuilt, built);
    const run = () =>
      runWith([], ['bash', join(root, 'scripts/dist/commit-rebuild.sh'), rebuilt, branch], { cwd: repository.folder });
    const remote = (...args: readonly string[]) => repository.git('ls-remote', 'origin', ...args).split('\t')[0];
    return { repository, commit, rebuilt, run, remote };
  };

  it('is pushed to the branch on top of what was built, with exactly these files', () => {
    const { repository, commit, run, remote } = update();
    const { exitCode, output } = run();
    expect(exitCode).toBe(0);
    expect(remote(`refs/heads/${branch}`)).toBe(repository.git('rev-parse', 'HEAD'));
    expect(repository.git('rev-parse', 'HEAD^')).toBe(commit);
    expect(repository.git('ls-tree', '-r', '--name-only', 'HEAD', 'dist').split('\n')).toEqual(
      Object.keys(built)
        .map((name) => `dist/${name}`)
        .toSorted(),
    );
    expect(repository.git('show', 'HEAD:dist/index.js')).toBe('new');
    expect(output).toContain('Approve the workflow runs');
  });

  it('lets Dependabot rebase over it, and carries the name of the bot', () => {
    const { repository, run } = update();
    run();
    expect(repository.git('log', '-1', '--format=%an: %B')).toBe(
      'github-actions[bot]: Rebuild dist with the updated dependencies\n\n[dependabot skip]',
    );
  });

  it('is not made twice', () => {
    const { repository, run, remote } = update();
    run();
    const pushed = remote(`refs/heads/${branch}`);
    repository.git('checkout', '--quiet', 'HEAD');
    const { exitCode, output } = run();
    expect([exitCode, output]).toEqual([0, 'dist is what the branch has already.\n']);
    expect(remote(`refs/heads/${branch}`)).toBe(pushed);
  });

  it('is refused by Git where the branch has moved on since the rebuild', () => {
    const { repository, run, remote } = update();
    repository.git('checkout', '--quiet', branch);
    const later = repository.commit({ 'package-lock.json': '{ "later": true }' });
    repository.git('push', '--quiet', 'origin', branch);
    repository.git('checkout', '--quiet', `${branch}^`);
    const { exitCode, error } = run();
    expect([exitCode, error]).toEqual([1, expect.stringContaining('rejected')]);
    expect(remote(`refs/heads/${branch}`)).toBe(later);
  });

  it('runs no hook of the clone', () => {
    const { repository, run } = update();
    const hooks = fakePrograms({ 'pre-commit': 'exit 1', 'commit-msg': 'exit 1' });
    repository.git('config', 'core.hooksPath', hooks);
    expect(run().exitCode).toBe(0);
  });

  it.each<[string, (folder: string) => void]>([
    ['a link', (folder) => symlinkSync('/etc/passwd', join(folder, '5.index.js'))],
    [
      'a link in the place of the folder upload',
      (folder) => {
        rmSync(join(folder, 'upload'), { recursive: true });
        symlinkSync('/etc', join(folder, 'upload'));
      },
    ],
    ['another folder', (folder) => mkdirSync(join(folder, 'scripts'))],
    ['a folder in upload', (folder) => writeFiles(folder, { 'upload/deep/index.js': '' })],
    ['a hidden file', (folder) => writeFiles(folder, { '.gitattributes': '' })],
    ['a name in two lines', (folder) => writeFiles(folder, { 'a\nb': '' })],
  ])('is refused where the rebuilt dist holds %s, and nothing is pushed', (_, add) => {
    const { commit, rebuilt, run, remote } = update();
    add(rebuilt);
    const { exitCode, output } = run();
    expect([exitCode, output]).toEqual([1, expect.stringContaining('something other than the plain files')]);
    expect(remote(`refs/heads/${branch}`)).toBe(commit);
  });

  it('is refused where the rebuilt dist is empty', () => {
    const { repository } = update();
    const command = ['bash', join(root, 'scripts/dist/commit-rebuild.sh'), temporaryFolder(), branch];
    const { exitCode, output } = runWith([], command, { cwd: repository.folder });
    expect([exitCode, output]).toEqual([1, expect.stringContaining('has no index.js')]);
  });
});
