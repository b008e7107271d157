// What the release workflow stands on: the notes of a version, the tag that must name it, and the major tag that follows.

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, root } from '../support/repository.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

/** What the script says of a tag in a tree with this version and changelog. */
function notes(
  tag: string,
  version: string,
  changelog: string,
): { exitCode: number | null; said: string; error: string } {
  const tree = temporaryFolder();
  writeFiles(tree, {
    'scripts/release-notes.mjs': read('scripts/release-notes.mjs'),
    'package.json': JSON.stringify({ version }),
    'CHANGELOG.md': changelog,
  });
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(tree, 'scripts/release-notes.mjs'), tag], {
    encoding: 'utf8',
  });
  return { exitCode: status, said: stdout, error: stderr };
}

const changelog = '# Changelog\n\n## 1.2.0 (2027-01-31)\n\n- New.\n- Newer.\n\n## 1.1.0 (2026-12-01)\n\n- Old.\n';

describe('the notes of a release', () => {
  it.each([
    ['v1.2.0', '1.2.0', '- New.\n- Newer.\n'],
    ['v1.1.0', '1.1.0', '- Old.\n'],
  ])('of %s are its section of the changelog', (tag, version, said) => {
    expect(notes(tag, version, changelog)).toEqual({ exitCode: 0, said, error: '' });
    expect(notes(tag, version, changelog.replaceAll('\n', '\r\n')).said.replaceAll('\r', '')).toBe(said);
  });

  it.each([
    [
      'another version than the package',
      'v1.2.1',
      '1.2.0',
      changelog,
      'The tag is v1.2.1, and package.json says 1.2.0',
    ],
    ['a version without a v', '1.2.0', '1.2.0', changelog, 'The tag is 1.2.0, and package.json says 1.2.0'],
    ['a version that the changelog does not have', 'v1.3.0', '1.3.0', changelog, 'has no section "## 1.3.0"'],
    ['a version that begins like another', 'v1.2', '1.2', changelog, 'has no section "## 1.2"'],
    [
      'a version without a day',
      'v1.2.0',
      '1.2.0',
      changelog.replace('2027-01-31', 'unreleased'),
      'says "1.2.0 (unreleased)"',
    ],
    [
      'a version about which nothing is said',
      'v2.0.0',
      '2.0.0',
      '## 2.0.0 (2027-01-01)\n\n## 1.0.0 (2026-01-01)\n',
      'says nothing about 2.0.0',
    ],
  ])('are refused for %s', (_, tag, version, text, reason) => {
    const { exitCode, said, error } = notes(tag, version, text);
    expect({ exitCode, said }).toEqual({ exitCode: 1, said: '' });
    expect(error).toContain(reason);
  });
});

it('the changelog begins with the version of the package, and the lock file has it too', () => {
  const { version } = JSON.parse(read('package.json'));
  const lock = JSON.parse(read('package-lock.json'));
  expect(/^## (\S+)/m.exec(read('CHANGELOG.md'))?.[1]).toBe(version);
  expect([lock.version, lock.packages[''].version]).toEqual([version, version]);
});

// It runs on GitHub's Linux, with GNU's sort and sed.
describe.runIf(process.platform === 'linux')('the major tag', () => {
  const commit = '0123456789abcdef0123456789abcdef01234567';

  /** Runs the script with a program in place of gh that knows these tags; what that was asked to change, and what was said. */
  function move(tag: string, tags: readonly string[]): { changes: string; said: string } {
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
    const said = execFileSync('bash', [join(root, 'scripts/move-major-tag.sh'), tag, commit], {
      encoding: 'utf8',
      env: { PATH: `${folder}${delimiter}${process.env['PATH']}`, GITHUB_REPOSITORY: 'me/mine' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { changes: readFileSync(join(folder, 'changes'), 'utf8'), said };
  }

  const create = `api --silent --method POST repos/me/mine/git/refs --field ref=refs/tags/v1 --field sha=${commit}\n`;
  const update = `api --silent --method PATCH repos/me/mine/git/refs/tags/v1 --field sha=${commit} --field force=true\n`;

  it.each([
    ['is made by the first release', 'v1.0.0', ['v1.0.0'], create],
    ['follows a later release', 'v1.10.0', ['v1', 'v1.9.0', 'v1.10.0', 'v2.0.0', 'v10.0.0'], update],
    ['is not confused by one that begins like it', 'v1.0.0', ['v1.0.0', 'v10', 'v1.0.0-rc.1'], create],
    ['is not taken back by a late patch', 'v1.9.1', ['v1', 'v1.9.1', 'v1.10.0'], ''],
  ])('%s', (_, tag, tags, changes) => {
    expect(move(tag, tags).changes).toBe(changes);
  });

  it.each(['v1', 'v1.2.3-rc.1', '1.2.3', 'v01.2.3', 'main'])('is not moved for %s', (tag) => {
    expect(() => move(tag, [tag])).toThrow('is not a version');
  });
});
