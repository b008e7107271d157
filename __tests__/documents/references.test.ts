// Everything that the documents refer to exists: files, headings, npm scripts.

import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, root } from '../support/repository.js';
import { documents } from './blocks.js';

const allDocuments = [
  ...documents,
  'CONTRIBUTING.md',
  'SECURITY.md',
  'RELEASE.md',
  'CHANGELOG.md',
  'emulator/README.md',
];
const issueTemplates = ['.github/ISSUE_TEMPLATE/failed-step.yml', '.github/ISSUE_TEMPLATE/mistake.yml'];

/** The anchors that GitHub gives the headings of a text. */
function anchorsIn(markdown: string): readonly string[] {
  const withoutCode = markdown.replaceAll(/^( *)```[\s\S]*?^\1```$/gm, '');
  return Array.from(withoutCode.matchAll(/^#+ (.*)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The links of a document that lead nowhere. */
function brokenLinks(document: string, text: string): readonly string[] {
  return Array.from(text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g), ([link, path = '', anchor]) => {
    // An issue form has no place in the tree, so its links lead through the web page of the repository.
    const inRoot = path.startsWith('../blob/main/') ? path.replace('../blob/main/', '') : join(dirname(document), path);
    const target = path === '' ? document : inRoot;
    if (!statSync(join(root, target), { throwIfNoEntry: false })?.size) return link;
    return anchor === undefined || anchorsIn(read(target)).includes(anchor) ? '' : link;
  }).filter((link) => link !== '');
}

describe('the links of a document', () => {
  it.each([...allDocuments, ...issueTemplates])('lead to files and headings that exist: %s', (document) => {
    expect(brokenLinks(document, read(document))).toEqual([]);
  });

  it.each([
    ['a missing file', '[a](docs/nothing.md)'],
    ['a missing heading of another document', '[a](README.md#no-such-heading)'],
    ['a missing heading of the same document', '[a](#no-such-heading)'],
    ['a comment in a code block', '[a](docs/examples.md#usage-bash-upload-packagesh-endpoint-folder)'],
  ])('are found to be broken: %s', (_, link) => {
    expect(brokenLinks('README.md', link)).toEqual([link.replace('[a', '')]);
  });
});

describe('the files of this repository that a document names', () => {
  it.each([...allDocuments, ...issueTemplates])('exist: %s', (document) => {
    const own = /`((?:\.ci|\.github|__tests__|bench|docs|emulator|scripts|simulation|src)\/[\w./-]*)`/g;
    // The sources of Service Fabric, which the emulator's README names, have other folders.
    const named = Array.from(read(document).matchAll(own), ([, path = '']) => path).filter(
      (path) => path !== 'src/prod/src',
    );
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('the npm commands of a document', () => {
  it.each(allDocuments)('exist: %s', (document) => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = Array.from(
      read(document).matchAll(/(?:^|`)npm (?:run )?(?:--[a-z]+ )*([a-z]+)/gm),
      ([, name = '']) => name,
    );
    // These are npm's own.
    expect([...Object.keys(scripts), 'cit', 'version']).toEqual(expect.arrayContaining(named));
  });

  it.each(['README.md', 'CONTRIBUTING.md'])('include those to start and to test: %s', (document) => {
    const lines = read(document).split('\n');
    for (const command of ['npm start', 'npm cit']) {
      expect(lines.some((line) => line.split('#')[0]?.trim() === command)).toBe(true);
    }
  });
});
