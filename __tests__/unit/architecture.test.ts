// What a module may import.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');

/** Who may know a package; nobody else does. */
const knownBy: Readonly<Record<string, readonly string[]>> = {
  '@actions/core': ['runner/log', 'commit/main', 'commit/outputs'],
  '@actions/http-client': ['http/request'],
  '@actions/http-client/lib/proxy': ['connection/proxy'],
};

interface Import {
  readonly module: string;
  readonly from: string;
}

/** What a module imports, for its types alone too; in static, dynamic and re-exporting form. */
function importsIn(source: string): readonly string[] {
  const code = source.replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  return Array.from(
    code.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|^import\s+|\brequire\s*\(\s*)(['"])([^'"\n]+)\1/gm),
    ([, , from = '']) => from,
  );
}

function importsBelow(folder: string): readonly Import[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) =>
      importsIn(read(join(folder, name))).map((from) => ({ module: name.replace(/\.ts$/, ''), from })),
    );
}

const imports = importsBelow('src');
const modules = [...new Set(imports.map(({ module }) => module))];
const between = imports.flatMap(({ module, from }) =>
  from.startsWith('.') ? [{ module, to: join(module, '..', from).replace(/\.js$/, '') }] : [],
);

/** The modules one comes back to by following imports from a module. */
function circleFrom(start: string): readonly string[] {
  const reached = new Set<string>();
  const open = [start];
  for (let module = open.pop(); module !== undefined; module = open.pop()) {
    for (const { to } of between.filter((each) => each.module === module)) {
      if (!reached.has(to)) open.push(to);
      reached.add(to);
    }
  }
  return reached.has(start) ? [...reached].sort() : [];
}

describe('the imports', () => {
  it('never lead back to where they began', () => {
    expect(between.length).toBeGreaterThan(0);
    expect(modules.map((each) => [each, circleFrom(each)]).filter(([, circle]) => circle?.length !== 0)).toEqual([]);
  });

  it('of packages are those of the modules that may know them', () => {
    const foreign = imports.filter(({ from }) => !from.startsWith('.') && !from.startsWith('node:'));
    expect(foreign.length).toBeGreaterThan(0);
    expect(foreign.filter(({ module, from }) => !knownBy[from]?.includes(module))).toEqual([]);
  });

  it.each([
    ['src', /^\.\.?\/(?:[\w-]+\/)?[\w-]+\.js$/],
    ['emulator', /^\.\/[\w-]+\.js$/],
  ])('of %s stay in its folder', (folder, own) => {
    const found = importsBelow(folder);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ from }) => from.startsWith('.') && !own.test(from))).toEqual([]);
  });

  it('of the emulator are its own and those of Node.js', () => {
    expect(importsBelow('emulator').filter(({ from }) => !/^(?:\.\/|node:)/.test(from))).toEqual([]);
  });

  it.each([
    ["import { a } from './a.js';", './a.js'],
    ["import type { A } from './a.js';", './a.js'],
    ["import {\n  a,\n  b,\n} from './a.js';", './a.js'],
    ["export * from './a.js';", './a.js'],
    ["import './a.js';", './a.js'],
    ["const a = await import('./a.js');", './a.js'],
  ])('are seen in every form: %j', (source, from) => {
    expect(importsIn(source)).toEqual([from]);
  });
});
