// CONTRIBUTING.md agrees with the code: its tree lists every folder, and its worked example is in the code as it is shown.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, root } from '../support/repository.js';

const contributing = read('CONTRIBUTING.md');

describe('the tree in CONTRIBUTING.md', () => {
  it('lists every folder of sources and of tests, and no others', () => {
    const foldersIn = (parent: string): readonly string[] =>
      readdirSync(join(root, parent), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${parent}/${name}/`);
    const listed = Array.from(contributing.matchAll(/^([\w/-]+\/) {2,}\S/gm), ([, folder = '']) => folder);
    const folders = [
      ...foldersIn('src'),
      ...foldersIn('__tests__'),
      ...['bench/', 'emulator/', 'scripts/', 'simulation/'],
    ];
    expect(listed.toSorted()).toEqual(folders.toSorted());
  });
});

describe('the worked example in CONTRIBUTING.md', () => {
  const flat = (text: string): string => text.replace(/\s+/g, ' ');
  const example = contributing.slice(contributing.indexOf('## Worked example'), contributing.indexOf('## House rules'));
  const pieces = Array.from(example.matchAll(/```ts\n([\s\S]*?)```/g), ([, code = '']) => flat(code).trim());

  it('shows a row of the test and an entry of the hints as they are', () => {
    expect(pieces).toHaveLength(2);
    const [row = '', entry = ''] = pieces;
    expect(flat(read('__tests__/unit/diagnostics/hints.test.ts'))).toContain(row);
    expect(flat(read('src/diagnostics/response-hints.ts'))).toContain(entry);
  });

  it('names a heading of docs/outcomes.md', () => {
    const [, heading = ''] = /`(### [^`]+)`/.exec(example) ?? [];
    expect(read('docs/outcomes.md').split('\n')).toContain(heading);
  });
});
