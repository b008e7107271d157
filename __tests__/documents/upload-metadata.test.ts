// upload/action.yml says what the upload action does, and says of the shared inputs what action.yml says.
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { InputError } from '../../src/connection/input-problems.js';
import { type Inputs, readInputs } from '../../src/upload/inputs.js';
import { outputNames } from '../../src/upload/outputs.js';
import { inputsFrom } from '../support/input-source.js';
import { goodPackage, makeFolder } from '../support/package-folder.js';
import { read } from '../support/repository.js';
import { variableOf } from '../support/run-action.js';
import { record } from './blocks.js';

const [upload, commit] = [record(parse(read('upload/action.yml'))), record(parse(read('action.yml')))];
const [inputs, outputs] = [record(upload['inputs']), record(upload['outputs'])];

/** Reads inputs from what is given; notes which were asked for. */
async function readWith(given: Readonly<Record<string, string>>): Promise<{
  readonly asked: ReadonlySet<string>;
  readonly inputs: Inputs | InputError;
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

describe('upload/action.yml', () => {
  it.each([
    'endpoint',
    'client-certificate',
    'client-key',
    'client-certificate-password',
    'access-token',
    'server-ca',
    'server-certificate-thumbprints',
    'server-common-names',
    'tls-skip-verify',
  ])('has the input %s exactly as action.yml has it', (name) => {
    expect(inputs[name]).toBeDefined();
    expect(inputs[name]).toEqual(record(commit['inputs'])[name]);
  });

  it('names the inputs that the upload action reads, and no others', async () => {
    const { asked } = await readWith({ endpoint: 'http://cluster:19080', package: makeFolder(goodPackage) });
    expect([...asked].sort()).toEqual(Object.keys(inputs).sort());
  });

  it('requires the inputs that the upload action refuses when they are empty, and no others', async () => {
    const { inputs: error } = await readWith({});
    const refused = error instanceof InputError ? error.problems.map((problem) => problem.split(' ')[0] ?? '') : [];
    expect(refused.toSorted()).toEqual(['endpoint', 'package']);
    for (const [name, input] of Object.entries(inputs)) {
      const { required, default: preset } = record(input);
      expect([name, required]).toEqual([name, refused.includes(name)]);
      if (required === true) expect(preset).toBeUndefined();
    }
  });

  it('has the defaults that an empty input of the upload action means', async () => {
    const presets = Object.entries(inputs).flatMap(([name, input]) => {
      const { default: preset } = record(input);
      return preset === undefined ? [] : [[name, String(preset)] as const];
    });
    expect(presets.map(([name]) => name)).toEqual(['timeout', 'max-attempts', 'concurrency', 'tls-skip-verify']);
    const required = { endpoint: 'https://cluster:19080', package: makeFolder(goodPackage) };
    const [preset, unset] = [await readWith({ ...Object.fromEntries(presets), ...required }), await readWith(required)];
    expect(preset.inputs).not.toBeInstanceOf(InputError);
    expect(preset.inputs).toEqual(unset.inputs);
  });

  it('describes each input and output in a sentence', () => {
    for (const entry of [...Object.values(inputs), ...Object.values(outputs)])
      expect(record(entry)['description']).toMatch(/^\S.{20,}[.]$/);
  });

  it('declares the outputs that the upload action writes, and no others', () => {
    expect(Object.keys(outputs).toSorted()).toEqual([...outputNames].toSorted());
  });

  it('has no input whose variable another one has', () => {
    const variables = Object.keys(inputs).map(variableOf);
    expect(new Set(variables).size).toBe(variables.length);
  });

  it('has a name of its own, and the branding of action.yml', () => {
    expect(upload['name']).not.toBe(commit['name']);
    expect(upload['author']).toBe(commit['author']);
    expect(upload['branding']).toEqual(commit['branding']);
  });

  it.each([
    ['action.yml', commit],
    ['upload/action.yml', upload],
  ])(
    'describes itself in at most the 125 characters that the Marketplace takes, as does the other: %s',
    (_, action) => {
      expect(String(action['description'])).toMatch(/^[A-Z].{20,123}\.$/);
      expect(String(action['name']).length).toBeLessThanOrEqual(60);
    },
  );

  it('runs the committed bundle of the upload action, on the same Node.js as action.yml', () => {
    expect(upload['runs']).toEqual({ ...record(commit['runs']), main: '../dist/upload/index.js' });
  });
});
