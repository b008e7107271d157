// The scripts of the release workflow: the notes of a version, and the major tag.

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeWith } from '../peers/programs.js';
import { read, root } from '../support/repository.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

/** The output of the script for a tag, in a tree with this version and changelog. */
function notes(
  tag: string,
  version: string,
  changelog: string,
): { exitCode: number | null; output: string; error: string } {
  const tree = temporaryFolder();
  writeFiles(tree, {
    'scripts/release-notes.mjs': read('scripts/release-notes.mjs'),
    'package.json': JSON.stringify({ version }),
    'CHANGELOG.md': changelog,
  });
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(tree, 'scripts/release-notes.mjs'), tag], {
    encoding: 'utf8',
  });
  return { exitCode: status, output: stdout, error: stderr };
}

const changelog = '# Changelog\n\n## 1.2.0 (2027-01-31)\n\n- New.\n- Newer.\n\n## 1.1.0 (2026-12-01)\n\n- Old.\n';

describe('the release notes', () => {
  it.each([
    ['v1.2.0', '1.2.0', '- New.\n- Newer.\n'],
    ['v1.1.0', '1.1.0', '- Old.\n'],
  ])('are the section of the changelog for %s', (tag, version, output) => {
    expect(notes(tag, version, changelog)).toEqual({ exitCode: 0, output, error: '' });
    expect(notes(tag, version, changelog.replaceAll('\n', '\r\n')).output.replaceAll('\r', '')).toBe(output);
  });

  it.each([
    [
      'a tag of another version than the package',
      'v1.2.1',
      '1.2.0',
      changelog,
      'The tag is v1.2.1, and package.json says 1.2.0',
    ],
    ['a tag without a v', '1.2.0', '1.2.0', changelog, 'The tag is 1.2.0, and package.json says 1.2.0'],
    ['a version that the changelog does not have', 'v1.3.0', '1.3.0', changelog, 'has no section "## 1.3.0"'],
    ['a version that is the beginning of another', 'v1.2', '1.2', changelog, 'has no section "## 1.2"'],
    [
      'a version without a date',
      'v1.2.0',
      '1.2.0',
      changelog.replace('2027-01-31', 'unreleased'),
      'says "1.2.0 (unreleased)"',
    ],
    [
      'a version whose section is empty',
      'v2.0.0',
      '2.0.0',
      '## 2.0.0 (2027-01-01)\n\n## 1.0.0 (2026-01-01)\n',
      'says nothing about 2.0.0',
    ],
  ])('are refused for %s', (_, tag, version, text, reason) => {
    const { exitCode, output, error } = notes(tag, version, text);
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
    expect(error).toContain(reason);
  });
});

it('the changelog begins with the version of the package, which is also in the lock file', () => {
  const { version } = JSON.parse(read('package.json'));
  const lock = JSON.parse(read('package-lock.json'));
  expect(/^## (\S+)/m.exec(read('CHANGELOG.md'))?.[1]).toBe(version);
  expect([lock.version, lock.packages[''].version]).toEqual([version, version]);
});

// It runs on GitHub's Linux, with GNU's sort and sed.
describeWith(['bash'], 'the major tag', () => {
  const commit = '0123456789abcdef0123456789abcdef01234567';

  /** Runs the script with a stand-in for gh that knows these tags. Returns the changes that it requested. */
  function move(tag: string, tags: readonly string[]): string {
    const folder = temporaryFolder();
    const references = tags.map((name) => ({ ref: `refs/tags/${name}` }));
    const gh = `#!/usr/bin/env node
const args = process.argv.slice(2);
const prefix = /matching-refs\\/(\\S+)/.exec(args.join(' '))?.[1];
if (prefix === undefined) require('node:fs').appendFileSync(${JSON.stringify(join(folder, 'changes'))}, args.join(' ') + '\\n');
else {
  const found = ${JSON.stringify(references)}.filter(({ ref }) => ref.startsWith('refs/' + prefix));
  const exact = /== "([^"]+)"/.exec(args.join(' '))?.[1];
  for (const { ref } of found) if (exact === undefined || exact === ref) console.log(ref);
}
`;
    writeFiles(folder, { gh, 'package.json': '{ "type": "commonjs" }', changes: '' });
    chmodSync(join(folder, 'gh'), 0o755);
    execFileSync('bash', [join(root, 'scripts/move-major-tag.sh'), tag, commit], {
      encoding: 'utf8',
      env: { PATH: `${folder}${delimiter}${process.env['PATH']}`, GITHUB_REPOSITORY: 'me/mine' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return readFileSync(join(folder, 'changes'), 'utf8');
  }

  const create = `api --silent --method POST repos/me/mine/git/refs --field ref=refs/tags/v1 --field sha=${commit}\n`;
  const update = `api --silent --method PATCH repos/me/mine/git/refs/tags/v1 --field sha=${commit} --field force=true\n`;

  it.each([
    ['is created by the first release', 'v1.0.0', ['v1.0.0'], create],
    ['follows a later release', 'v1.10.0', ['v1', 'v1.9.0', 'v1.10.0', 'v2.0.0', 'v10.0.0'], update],
    ['is not confused with a tag that begins like it', 'v1.0.0', ['v1.0.0', 'v10', 'v1.0.0-rc.1'], create],
    ['is not moved back by a later patch of an older version', 'v1.9.1', ['v1', 'v1.9.1', 'v1.10.0'], ''],
  ])('%s', (_, tag, tags, changes) => {
    expect(move(tag, tags)).toBe(changes);
  });

  it.each(['v1', 'v1.2.3-rc.1', '1.2.3', 'v01.2.3', 'main'])('is not moved for the tag %s', (tag) => {
    expect(() => move(tag, [tag])).toThrow('is not a version');
  });
});
