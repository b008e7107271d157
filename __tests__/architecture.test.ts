// The drawing in CONTRIBUTING.md is the architecture: every import in src/ goes along one of its arrows, and every arrow is used.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');

/** Who may know a package; nobody else does. */
const knownBy: Readonly<Record<string, readonly string[]>> = {
  '@actions/core': ['log', 'main', 'report'],
  '@actions/http-client': ['request'],
  '@actions/http-client/lib/proxy': ['proxy'],
};

interface Import {
  readonly room: string;
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
    .flatMap((name) => importsIn(read(join(folder, name))).map((from) => ({ room: name.replace(/\.ts$/, ''), from })));
}

const rooms = readdirSync(join(root, 'src')).map((name) => name.replace(/\.ts$/, ''));
const imports = importsBelow('src');
const between = imports.flatMap(({ room, from }) => {
  const to = /^\.\/([\w-]+)\.js$/.exec(from)?.[1];
  return to === undefined ? [] : [{ room, to }];
});

/** The floors of the drawing with the rooms on each, and its arrows. */
function drawing(): { floors: ReadonlyMap<string, readonly string[]>; arrows: readonly (readonly [string, string])[] } {
  const mermaid = /```mermaid\nflowchart [\s\S]*?```/.exec(read('CONTRIBUTING.md'))?.[0] ?? '';
  const floors = Array.from(
    mermaid.matchAll(/^ *(\w+)\["<b>[^<]+<\/b><br>([^"]+)"\]$/gm),
    ([, name = '', inside = '']) => [name, inside.split(/[\s,]+|<br>/).filter((room) => room !== '')] as const,
  );
  const arrows = Array.from(mermaid.matchAll(/^ *(\w+) --> ([\w &]+)$/gm), ([, from = '', targets = '']) =>
    targets.split('&').map((to) => [from, to.trim()] as const),
  );
  return { floors: new Map(floors), arrows: arrows.flat() };
}

const { floors, arrows } = drawing();
const floorOf = (room: string): string => [...floors].find(([, inside]) => inside.includes(room))?.[0] ?? '';

/** The rooms one comes back to by following imports from a room. */
function circleFrom(start: string): readonly string[] {
  const reached = new Set<string>();
  const open = [start];
  for (let room = open.pop(); room !== undefined; room = open.pop()) {
    for (const { to } of between.filter((arrow) => arrow.room === room)) {
      if (!reached.has(to)) open.push(to);
      reached.add(to);
    }
  }
  return reached.has(start) ? [...reached].sort() : [];
}

describe('the drawing', () => {
  it('has every room, once', () => {
    expect([...floors.values()].flat().sort()).toEqual(rooms.toSorted());
  });

  it('has an arrow for every import from floor to floor, and no other arrows', () => {
    const real = between.map(({ room, to }) => [floorOf(room), floorOf(to)] as const);
    const said = (pairs: readonly (readonly [string, string])[]): string[] =>
      [...new Set(pairs.filter(([from, to]) => from !== to).map((pair) => pair.join(' --> ')))].sort();
    expect(said(real)).toEqual(said(arrows));
  });

  it('has arrows that only go down', () => {
    const order = [...floors.keys()];
    expect(arrows.filter(([from, to]) => order.indexOf(from) >= order.indexOf(to))).toEqual([]);
  });
});

describe('the imports', () => {
  it('never lead back to where they began, on one floor neither', () => {
    expect(rooms.map((room) => [room, circleFrom(room)]).filter(([, circle]) => circle?.length !== 0)).toEqual([]);
  });

  it('of packages are those of the rooms that may know them', () => {
    const foreign = imports.filter(({ from }) => !from.startsWith('.') && !from.startsWith('node:'));
    expect(foreign.length).toBeGreaterThan(0);
    expect(foreign.filter(({ room, from }) => !knownBy[from]?.includes(room))).toEqual([]);
  });

  it.each([
    ['src', /^\.\/[\w-]+\.js$/],
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
