// README.md agrees with the code: its tables, numbers, workflows and messages are compared with the real ones.

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Fault } from '../../emulator/faults.js';
import { missingPrograms } from '../peers/programs.js';
import { read } from '../support/repository.js';
import { runAction } from '../support/run-action.js';
import { annotation, sessionResults } from '../support/run-report.js';
import { why } from '../support/skips.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';
import { startTestGateway, uploadChunk } from '../support/test-gateway.js';
import { isOurs, list, ownAction, record } from './blocks.js';

const readme = read('README.md');
const action = record(parse(read('action.yml')));
const [inputs, outputs] = [record(action['inputs']), record(action['outputs'])];

/** The fenced blocks in this language. */
function blocks(language: string): readonly string[] {
  return Array.from(
    readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\`$`, 'gm')),
    ([, text = '']) => text,
  );
}

/** The rows of the table whose first column has this heading. */
function table(heading: string): readonly (readonly string[])[] {
  const lines = readme.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${heading} `));
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  return lines.slice(start + 2, start + length).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

/** The steps of a workflow, or of a list of steps. */
function steps(yaml: string): readonly Record<string, unknown>[] {
  const document: unknown = parse(yaml);
  const jobs = Object.values(record(record(document)['jobs']));
  return [document, ...jobs.map((job) => record(job)['steps'])].flatMap(list).map(record);
}

const workflows = blocks('yaml').map((yaml) => ({ yaml, steps: steps(yaml) }));

describe('a table in the README', () => {
  it('has the inputs of action.yml, with their descriptions', () => {
    const rows = Object.entries(inputs).map(([name, input]) => {
      const { required, default: unset, description } = record(input);
      return [`\`${name}\``, required === true ? 'yes' : 'no', unset === undefined ? '' : `\`${unset}\``, description];
    });
    expect(table('input')).toEqual(rows);
  });

  it('has the outputs of action.yml, with their descriptions', () => {
    const rows = Object.entries(outputs).map(([name, output]) => [`\`${name}\``, record(output)['description']]);
    expect(table('output')).toEqual(rows);
  });
});

describe('the numbers under "Performance" in the README', () => {
  const versions = ['20', '24'];
  /** The rows of the results for a version of Node.js, without their units. */
  const measured = (version: string): readonly (readonly string[])[] =>
    read(`bench/results/node-${version}.md`)
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) =>
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim().replace(/ (?:ms|MiB)$/, '')),
      );
  const find = (version: string, ...head: readonly string[]): readonly string[] =>
    measured(version).find((row) => head.every((cell, column) => row[column] === cell)) ?? [];
  const section = readme.split(/^## /m).find((each) => each.startsWith('Performance\n'));
  const range = (numbers: readonly number[], digits: number): string =>
    `${Math.min(...numbers).toFixed(digits)} to ${Math.max(...numbers).toFixed(digits)} times`;

  it('are the measured ones for a cold start', () => {
    const rows = ['this action', 'npm azure-servicefabric'].flatMap((name) =>
      ['http', 'https'].map((scheme, index) => [
        `${name}, ${scheme}`,
        ...versions.map((version) => find(version, name)[2 + 2 * index] ?? '?'),
      ]),
    );
    expect(table('one commit from a cold start')).toEqual(rows);
  });

  it('are the measured ones for many sessions', () => {
    const schemes = ['http', 'https'].flatMap((scheme) => versions.map((version) => ({ scheme, version })));
    const toIdeal = schemes.map(({ scheme, version }) => Number(find(version, `${scheme}, 8`)[3]));
    expect(section).toContain(`take ${range(toIdeal, 2)} the ideal`);

    const more = (name: string): readonly number[] =>
      schemes.map(({ scheme, version }) => {
        const peak = (sessions: string): number => Number(find(version, `${name}, ${scheme}`, sessions)[2]);
        return peak('2000') / peak('1');
      });
    expect(section).toContain(`2,000 sessions need ${range(more('this action'), 1)} the memory of one`);
    expect(section).toContain(`the bare script needs ${range(more('bare script'), 1)}.`);
  });
});

describe('the workflows in the README', () => {
  it('use an action of this repository once each', () => {
    const used = workflows.map(({ steps }) => steps.map(ownAction).filter(Boolean));
    expect(used).toEqual([['.'], ['./upload'], ['.'], ['.']]);
  });

  it('set only inputs that exist, and all that are required', () => {
    const required = Object.keys(inputs).filter((name) => record(inputs[name])['required'] === true);
    for (const step of workflows.flatMap(({ steps }) => steps).filter((each) => ownAction(each) === '.')) {
      const given = Object.keys(record(step['with']));
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(given));
      expect(given).toEqual(expect.arrayContaining(required));
    }
  });

  it('read only outputs that exist', () => {
    const ids = workflows.flatMap(({ steps }) => steps).filter(isOurs);
    const used = workflows.flatMap(({ yaml }) =>
      Array.from(yaml.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g), ([, id, name]) => ({ id, name })),
    );
    const ours = used.filter(({ id }) => ids.some((step) => step['id'] === id)).map(({ name }) => name);
    expect(ours).not.toEqual([]);
    expect(Object.keys(outputs)).toEqual(expect.arrayContaining(ours));
  });

  // The workflow reads a random UUID from Linux.
  const missing = missingPrograms(['bash', 'curl']);
  it.skipIf(missing)(`publish a package when they are copied${why(missing)}`, async () => {
    const gateway = await startTestGateway();
    const scratch = temporaryFolder();
    const files = {
      'ApplicationManifest.xml': 'a manifest',
      'Web Pkg/Code/web.exe': 'abcdefghij'.repeat(450_000),
      'Web Pkg/Config/.settings': 'x',
    };
    writeFiles(join(scratch, 'MyApplication'), files);
    const scripts = workflows[0]?.steps.flatMap(({ run }) => (typeof run === 'string' ? [run] : [])) ?? [];
    const outputFile = join(scratch, 'output');
    const shell = (script = ''): Promise<unknown> =>
      promisify(execFile)('bash', ['-e', '-c', script], {
        cwd: scratch,
        env: { PATH: process.env['PATH'], ENDPOINT: gateway.url, PACKAGE: 'MyApplication', GITHUB_OUTPUT: outputFile },
      });

    expect(scripts).toHaveLength(2);
    await shell(scripts[0]);
    expect(gateway.store.files()).toEqual([]);
    const sessions = readFileSync(outputFile, 'utf8').replace('sessions=', '');
    const { exitCode } = await runAction({ endpoint: gateway.url, 'session-id': sessions });
    expect(exitCode).toBe(0);
    for (const [path, content] of Object.entries(files)) {
      const stored = gateway.store.file(`MyApplication/${path}`)?.bytes ?? '';
      expect(Buffer.from(stored).equals(Buffer.from(content)), path).toBe(true);
    }
    await shell(scripts[1]);
    const marks = gateway.store.files().map(({ path }) => path.replaceAll('\\', '/'));
    expect(marks.filter((path) => path.endsWith('_.dir'))).toEqual([
      'MyApplication/_.dir',
      'MyApplication/Web Pkg/_.dir',
      'MyApplication/Web Pkg/Code/_.dir',
      'MyApplication/Web Pkg/Config/_.dir',
    ]);
  });
});

describe('the messages under "Troubleshooting" in the README', () => {
  const sessionId = '5f0c1a52-7d0e-4c5b-9b1f-6a2d3e4f5a6b';

  /** The step's annotation, with the emulator as the cluster of the example, and its output `sessions`. */
  async function fail(faults: readonly Fault[], given: Record<string, string>, chunks: readonly number[]) {
    const gateway = await startTestGateway();
    for (const start of chunks) {
      await uploadChunk(gateway, {
        sessionId,
        path: 'MyApplication/Code/app.exe',
        body: new Uint8Array(chunkBytes),
        range: `${start}-${start + chunkBytes - 1}/${3 * chunkBytes}`,
      });
    }
    gateway.addFaults(faults);
    const run = await runAction({ endpoint: gateway.url, 'session-id': sessionId, ...given });
    return {
      shown: annotation(run).replaceAll(gateway.url, 'https://mycluster.example.com:19080'),
      sessions: sessionResults(run),
    };
  }

  const chunkBytes = 2_097_152;
  const complete = [0, chunkBytes, 2 * chunkBytes];
  const incomplete = [0, 2 * chunkBytes];
  const timeout: Fault = {
    operation: 'commit-session',
    answer: { status: 504, code: 'FABRIC_E_TIMEOUT', message: 'Operation timed out.' },
    times: 'forever',
  };

  it.each<[string, readonly Fault[], Record<string, string>, readonly number[]]>([
    ['a missing chunk', [], {}, incomplete],
    ['a timeout', [timeout], { 'max-attempts': '2' }, complete],
    ['wrong inputs', [], { endpoint: 'tcp://mycluster.example.com', timeout: '1m' }, []],
  ])('are those of dist for %s', async (_, faults, given, chunks) => {
    const { shown } = await fail(faults, given, chunks);
    expect(blocks('text')).toContain(shown);
  });

  it('are all compared with those of dist, and so is the session in JSON', async () => {
    const { sessions } = await fail([], {}, incomplete);
    const example = record(JSON.parse(blocks('json')[0] ?? ''));
    expect(blocks('text')).toHaveLength(3);
    expect({ ...record(sessions[0]), durationMs: example['durationMs'] }).toEqual(example);
  });
});
