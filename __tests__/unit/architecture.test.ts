// Folders import in one direction, modules never in a circle, and few of them know a package.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, root } from '../support/repository.js';

/** The folders of src, and the folders that each may import from. */
const allowedImports: Readonly<Record<string, readonly string[]>> = {
  commit: ['step', 'commit-engine', 'diagnostics', 'image-store', 'connection', 'http', 'runner', 'shared'],
  upload: ['step', 'commit-engine', 'diagnostics', 'image-store', 'connection', 'http', 'runner', 'shared'],
  step: ['image-store', 'connection', 'http', 'runner', 'shared'],
  'commit-engine': ['image-store', 'shared'],
  diagnostics: ['image-store', 'connection', 'shared'],
  'image-store': ['http', 'shared'],
  connection: ['http', 'runner', 'shared'],
  http: ['shared'],
  runner: ['shared'],
  shared: [],
};

/** The modules that may import a package; nobody else does. */
const packageUsers: Readonly<Record<string, readonly string[]>> = {
  '@actions/core': ['step/run-step', 'runner/log', 'runner/outputs-file'],
  '@actions/http-client': ['http/transport'],
  saxes: ['upload/xml'],
  uuid: ['step/cluster', 'commit/inputs', 'upload/session-id'],
};

interface Import {
  /** The importing module as a path below its root folder, without its ending. */
  readonly module: string;
  readonly from: string;
  /** Whether only types are imported. */
  readonly isType: boolean;
}

/** What a module imports, in static, dynamic and re-exporting form. */
function importsIn(source: string): readonly Pick<Import, 'from' | 'isType'>[] {
  const code = source.replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  const statement =
    /(?:\b(import|export) (type )?[^'";]*?\bfrom\s*|\bimport\s*\(\s*|^import\s+|\brequire\s*\(\s*)(['"])([^'"\n]+)\3/gm;
  return Array.from(code.matchAll(statement), ([, , type, , from = '']) => ({ from, isType: type !== undefined }));
}

function importsBelow(folder: string): readonly Import[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) =>
      importsIn(read(`${folder}/${name}`)).map((each) => ({
        module: name.replace(/\.ts$/, ''),
        ...each,
      })),
    );
}

const imports = importsBelow('src');
const modules = [...new Set(imports.map(({ module }) => module))];
const internal = imports.flatMap(({ module, from, isType }) =>
  from.startsWith('.')
    ? [{ module, isType, to: join(module, '..', from).replaceAll('\\', '/').replace(/\.js$/, '') }]
    : [],
);
const folderOf = (module: string): string => module.split('/')[0] ?? '';

/** The modules that a module leads back to when imports are followed from it. */
function circleFrom(start: string): readonly string[] {
  const reached = new Set<string>();
  const open = [start];
  for (let module = open.pop(); module !== undefined; module = open.pop()) {
    for (const { to } of internal.filter((each) => each.module === module)) {
      if (!reached.has(to)) open.push(to);
      reached.add(to);
    }
  }
  return reached.has(start) ? [...reached].sort() : [];
}

describe('the folders of src', () => {
  it('are those for which allowed imports are written down', () => {
    expect(readdirSync(join(root, 'src')).sort()).toEqual(Object.keys(allowedImports).sort());
  });

  it('import from each other in one direction only', () => {
    const forbidden = internal.filter(({ module, to }) => {
      const [importer, imported] = [folderOf(module), folderOf(to)];
      return importer !== imported && !allowedImports[importer]?.includes(imported);
    });
    expect(internal.length).toBeGreaterThan(0);
    expect(forbidden).toEqual([]);
  });

  it('keep the two actions apart: what both need belongs in a folder below them', () => {
    expect([allowedImports['commit'], allowedImports['upload']].flat()).not.toContain('commit');
    expect(allowedImports['commit']).not.toContain('upload');
  });

  it('are listed from the top down: none may import from one above it', () => {
    const order = Object.keys(allowedImports);
    for (const [importer, allowed] of Object.entries(allowedImports)) {
      expect(allowed.filter((imported) => order.indexOf(imported) <= order.indexOf(importer))).toEqual([]);
    }
  });

  it('take only types and addresses from http into connection', () => {
    const values = internal.filter(
      ({ module, to, isType }) =>
        folderOf(module) === 'connection' && folderOf(to) === 'http' && to !== 'http/address' && !isType,
    );
    expect(values).toEqual([]);
  });
});

describe('the modules of src', () => {
  it('never import each other in a circle', () => {
    expect(modules.map((each) => [each, circleFrom(each)]).filter(([, circle]) => circle?.length !== 0)).toEqual([]);
  });

  it('import a package only where it is meant to be known', () => {
    const foreign = imports.filter(({ from }) => !from.startsWith('.') && !from.startsWith('node:'));
    expect(foreign.length).toBeGreaterThan(0);
    expect(foreign.filter(({ module, from }) => !packageUsers[from]?.includes(module))).toEqual([]);
  });

  it('import nothing from outside src', () => {
    expect(internal.filter(({ to }) => !(folderOf(to) in allowedImports))).toEqual([]);
  });
});

describe('the emulator', () => {
  it('imports only its own modules and those of Node.js, so that it cannot share a mistake with src', () => {
    const found = importsBelow('emulator');
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ from }) => !/^(?:\.\/[\w-]+\.js$|node:)/.test(from))).toEqual([]);
  });
});

describe('an import', () => {
  it.each([
    ["import { a } from './a.js';", './a.js', false],
    ["import type { A } from './a.js';", './a.js', true],
    ["import {\n  a,\n  b,\n} from './a.js';", './a.js', false],
    ["export * from './a.js';", './a.js', false],
    ["export type { A } from './a.js';", './a.js', true],
    ["import './a.js';", './a.js', false],
    ["const a = await import('./a.js');", './a.js', false],
  ])('is seen in the form %j', (source, from, isType) => {
    expect(importsIn(source)).toEqual([{ from, isType }]);
  });
});

it('a test that is skipped on some machines has the reason in its name', () => {
  const files = readdirSync(join(root, '__tests__'), { recursive: true, encoding: 'utf8' });
  const unnamed = files
    .filter((name) => name.endsWith('.test.ts'))
    .flatMap((name) => {
      const code = read(`__tests__/${name}`);
      const conditions = [...code.matchAll(/\.(?:skip|run)If\(/g)];
      const reasons = [...code.matchAll(/\.skipIf\((\w+)\)[^;]{0,400}?\$\{why\(\1\)\}/g)];
      return conditions.length === reasons.length ? [] : [name];
    });
  expect(unnamed).toEqual([]);
});
