// Facts that are in more than one file agree, and dist contains what it should.
import { readdirSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Inputs, readInputs } from '../../src/commit/inputs.js';
import { outputNames } from '../../src/commit/outputs.js';
import { InputError } from '../../src/connection/input-problems.js';
import { SESSION } from '../support/attempts.js';
import { inputsFrom } from '../support/input-source.js';
import { httpAnswer, startRawServer } from '../support/raw-server.js';
import { read, root } from '../support/repository.js';
import { runAction, variableOf } from '../support/run-action.js';

/** The entries of one section of action.yml, each with its lines as they stand there. */
function section(name: string): Record<string, Record<string, string>> {
  const block = new RegExp(`^${name}:\\n((?: .*\\n|\\n)*)`, 'm').exec(read('action.yml'))?.[1] ?? '';
  const entries = block.split(/^ {2}(?=\S)/m).slice(1);
  return Object.fromEntries(
    entries.map((entry) => {
      const [head = '', ...lines] = entry.trimEnd().split('\n');
      const pairs = lines.map((line) => /^ {4}([\w-]+): "?(.*?)"?$/.exec(line)?.slice(1) ?? ['?', line]);
      return [head.replace(':', ''), Object.fromEntries(pairs)];
    }),
  );
}

/** Reads the inputs from these values, and records the names that were read. */
async function readWith(given: Readonly<Record<string, string>>): Promise<{
  asked: ReadonlySet<string>;
  inputs: Inputs | InputError;
}> {
  const asked = new Set<string>();
  const reader = (name: string): string => {
    asked.add(name);
    return given[name] ?? '';
  };
  try {
    return { asked, inputs: await readInputs(inputsFrom(reader)) };
  } catch (error) {
    if (error instanceof InputError) return { asked, inputs: error };
    throw error;
  }
}

const required = { endpoint: 'http://cluster:19080', 'session-id': SESSION };

describe('action.yml', () => {
  const inputs = section('inputs');
  const outputs = section('outputs');

  it('declares the inputs that the action reads, and no others', async () => {
    expect([...(await readWith(required)).asked].sort()).toEqual(Object.keys(inputs).sort());
  });

  it('marks as required the inputs that cannot be empty, and no others', async () => {
    const { inputs: error } = await readWith({});
    const refused = error instanceof InputError ? error.problems.map((problem) => problem.split(' ')[0]) : [];
    const stated = Object.entries(inputs).filter(([, { required }]) => required === 'true');
    expect(stated.map(([name]) => name).sort()).toEqual(refused.sort());
    for (const [name, { required, default: preset }] of Object.entries(inputs)) {
      expect([name, required]).toEqual([name, String(refused.includes(name))]);
      if (required === 'true') expect(preset).toBeUndefined();
    }
  });

  it('has the defaults that an empty input means', async () => {
    const presets = Object.entries(inputs).flatMap(([name, { default: preset }]) =>
      preset === undefined ? [] : [[name, preset]],
    );
    expect(presets.length).toBeGreaterThan(0);
    const [preset, unset] = [await readWith({ ...Object.fromEntries(presets), ...required }), await readWith(required)];
    expect(preset.inputs).toEqual(unset.inputs);
  });

  it('declares the outputs that the action writes, and no others', () => {
    expect(Object.keys(outputs)).toEqual([...outputNames]);
  });

  it('describes each input and output in a sentence', () => {
    for (const { description } of [...Object.values(inputs), ...Object.values(outputs)])
      expect(description).toMatch(/^\S.{20,}[.]$/);
  });

  it('runs dist/index.js on Node.js 24', () => {
    expect(read('action.yml')).toMatch(/^runs:\n {2}using: node24\n {2}main: dist\/index\.js\n/m);
  });

  it('has a different environment variable for every input', () => {
    const variables = Object.keys(inputs).map(variableOf);
    expect(new Set(variables).size).toBe(variables.length);
  });
});

it('the action writes the outputs that action.yml declares, with result as the last', async () => {
  const { outputs } = await runAction({});
  expect(Object.keys(outputs)).toEqual([...outputNames.filter((name) => name !== 'result'), 'result']);
});

it('the User-Agent contains the version of the package', async () => {
  const server = await startRawServer(async ({ request, send }) => {
    await request();
    send(httpAnswer('200 OK'));
  });
  await runAction({ endpoint: server.url, 'session-id': SESSION });
  const { version } = JSON.parse(read('package.json'));
  expect(/^user-agent: (.*)\r$/im.exec(server.requests()[0] ?? '')?.[1]).toBe(`commit-upload-session/${version}`);
});

describe('dist', () => {
  const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(join(root, 'dist', name)).isFile());
  const code = files.filter((name) => name.endsWith('.js'));

  it.each([
    ['the commit action', 'dist', 335_000],
    ['the upload action', 'dist/upload', 500_000],
  ])('has for %s at most so many bytes without licences, so that it starts fast', (_, folder, most) => {
    const sizes = readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'licenses.txt')
      .map(({ name }) => statSync(join(root, folder, name)).size);
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(most);
  });

  it('is CommonJS, which starts faster than ES modules', () => {
    expect(JSON.parse(read('dist/package.json'))).toEqual({ type: 'commonjs' });
    expect(code.filter((name) => /^(?:import|export)\b/m.test(read(`dist/${name}`)))).toEqual([]);
  });

  it.each(files)('contains no path of the machine that built it: %s', (name) => {
    const text = read(`dist/${name}`);
    for (const place of [root, homedir(), tmpdir()].map((path) => `${path.replace(/\/$/, '')}/`))
      expect(text).not.toContain(place);
    expect(text).not.toMatch(/\/home\/\w|\/Users\/\w|[A-Z]:\\\\?Users/);
  });

  it('contains neither undici nor @actions/exec, which would be most of it', () => {
    const text = code.map((name) => read(`dist/${name}`)).join('');
    expect(text).not.toMatch(/undici|@actions\/exec/i);
    expect(text).not.toMatch(/\bclass (?:Dispatcher|DispatcherBase|MockAgent|RetryHandler)\b/);
    expect(files).not.toContain('undici');
  });

  it('requires only modules of Node.js and its own files', () => {
    const needed = code.flatMap((name) =>
      [...read(`dist/${name}`).matchAll(/^(?!.*\/\/).*\brequire\((.*)\)/gm)].map(([, from = '']) => from),
    );
    expect(needed.length).toBeGreaterThan(0);
    const [chunk, others] = [/^"\.\/" \+ /, needed.filter((from) => !isBuiltin(from.slice(1, -1)))];
    expect(others.filter((from) => !chunk.test(from))).toEqual([]);
  });

  it.each([
    // xmlchars is what saxes depends on.
    ['dist', ['@actions/core', '@actions/http-client', 'uuid']],
    ['dist/upload', ['@actions/core', '@actions/http-client', 'saxes', 'uuid', 'xmlchars']],
  ])('contains in %s the licence of each bundled package, and of no other', (folder, packages) => {
    const modules = readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.js'))
      .flatMap((name) => [
        ...read(`${folder}/${name}`).matchAll(/^;?\/\/ [A-Z]+ MODULE: \.\/node_modules\/((?:@[^/]+\/)?[^/]+)/gm),
      ]);
    const bundled = [...new Set(modules.map(([, name]) => name))].sort();
    const licensed = [...read(`${folder}/licenses.txt`).matchAll(/^(\S+)\n(?:MIT|ISC)\n/gm)].map(([, name]) => name);
    expect(licensed).toEqual(packages);
    // ncc names no module that only CommonJS requires, as saxes does.
    expect(bundled).toEqual(packages.filter((name) => name !== 'xmlchars'));
    const { dependencies } = JSON.parse(read('package.json'));
    expect(Object.keys(dependencies).filter((name) => folder === 'dist/upload' && !packages.includes(name))).toEqual(
      [],
    );
  });
});
