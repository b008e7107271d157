// README.md agrees with the code: its tables, numbers, workflows and messages are compared with the real ones.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Fault } from '../../emulator/faults.js';
import { describeWith } from '../peers/programs.js';
import { authority, clientIdentity, serverIdentity } from '../support/certificates.js';
import { pfxFile } from '../support/key-files.js';
import { read } from '../support/repository.js';
import { runAction } from '../support/run-action.js';
import { annotation, sessionResults } from '../support/run-report.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';
import { startTestGateway, uploadChunk } from '../support/test-gateway.js';
import { startTlsServer } from '../support/tls-server.js';
import { isOurs, list, ownAction, record } from './blocks.js';

const readme = read('README.md');
const lines = readme.split('\n');
const actions = {
  '.': record(parse(read('action.yml'))),
  './upload': record(parse(read('upload/action.yml'))),
};
const inputs = record(actions['.']['inputs']);

/** The fenced blocks in this language. */
function blocks(language: string): readonly string[] {
  return Array.from(
    readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\`$`, 'gm')),
    ([, text = '']) => text,
  );
}

/** The text under a heading, up to the next heading of any level. */
function section(heading: string): string {
  const start = lines.indexOf(heading);
  if (start < 0) throw new Error(`README.md has no heading ${heading}`);
  const length = lines.slice(start + 1).findIndex((line) => /^#+ /.test(line));
  return lines.slice(start + 1, length < 0 ? undefined : start + 1 + length).join('\n');
}

/** The rows below a heading of the table whose first column has this title. */
function table(heading: string, title: string): readonly (readonly string[])[] {
  const all = section(heading).split('\n');
  const start = all.findIndex((line) => line.startsWith(`| ${title} `));
  const length = all.slice(start).findIndex((line) => !line.startsWith('|'));
  return all.slice(start + 2, start + length).map((line) =>
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

describe('the README', () => {
  it('has at most 1,500 words, without code, tables, addresses and comments', () => {
    const prose = readme
      .replace(/^ *```[\s\S]*?^ *```$/gm, '')
      .replace(/^\|.*$/gm, '')
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/\]\([^)]*\)/g, ']');
    const words = prose.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    expect(words.length).toBeGreaterThan(500);
    expect(words.length).toBeLessThanOrEqual(1_500);
  });

  it('has a step to copy on the first screen of 40 lines, and the workflow for a secured cluster on the second', () => {
    const ends = [...readme.matchAll(/^```yaml\n[\s\S]*?^```$/gm)].map(
      ({ index, 0: block }) => readme.slice(0, index + block.length).split('\n').length,
    );
    expect(ends[0]).toBeLessThanOrEqual(40);
    expect(ends[1]).toBeLessThanOrEqual(80);
    expect(workflows[1]?.yaml).toContain('client-certificate:');
  });

  it('has its parts in the order in which a newcomer needs them', () => {
    expect(lines.filter((line) => line.startsWith('## '))).toEqual([
      '## Do I need it?',
      '## Deploy a package to a secured cluster',
      '## Inputs and outputs',
      '## Authentication',
      '## Server certificate',
      '## Proxies',
      '## When it fails',
      '## Reliability',
      '## Speed',
      '## Try it without a cluster',
      '## Contributing',
    ]);
  });
});

describe('a table in the README', () => {
  const all = [
    ['### Upload action', actions['./upload']],
    ['### Commit action', actions['.']],
  ] as const;

  it.each(all)('has the inputs in the metadata, with their descriptions: %s', (heading, action) => {
    const rows = Object.entries(record(action['inputs'])).map(([name, input]) => {
      const { required, default: unset, description } = record(input);
      return [`\`${name}\``, required === true ? 'yes' : 'no', unset === undefined ? '' : `\`${unset}\``, description];
    });
    expect(table(heading, 'input')).toEqual(rows);
  });

  it.each(all)('has the outputs in the metadata, with their descriptions: %s', (heading, action) => {
    const rows = Object.entries(record(action['outputs'])).map(([name, output]) => [
      `\`${name}\``,
      record(output)['description'],
    ]);
    expect(table(heading, 'output')).toEqual(rows);
  });

  it.each([
    [
      '## Authentication',
      'your identity',
      ['client-certificate', 'client-key', 'client-certificate-password', 'access-token', 'endpoint'],
    ],
    [
      '## Server certificate',
      "the cluster's certificate",
      ['server-ca', 'server-common-names', 'server-certificate-thumbprints'],
    ],
  ])('names inputs that exist: %s', (heading, title, names) => {
    const cells = table(heading, title).flatMap(([, cell = '']) => [...cell.matchAll(/`([a-z-]+)`/g)]);
    const named = new Set(cells.map(([, name]) => name));
    expect([...named].toSorted()).toEqual(names.toSorted());
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining([...named]));
  });
});

describe('the figures in the README', () => {
  const versions = ['20', '24'];
  /** The rows of the results for a version of Node.js, without their units. */
  const measured = (page: string): readonly (readonly string[])[] =>
    read(`bench/results/node-${page}.md`)
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) =>
        line
          .slice(1, -1)
          .split('|')
          .map((cell, column) => (column === 0 ? cell.trim() : cell.trim().replace(/ (?:ms|MiB|×)$/, ''))),
      );
  const find = (page: string, ...head: readonly string[]): readonly string[] =>
    measured(page).find((row) => head.every((cell, column) => row[column] === cell)) ?? [];
  const range = (numbers: readonly number[]): string =>
    `${Math.min(...numbers).toFixed(2)} to ${Math.max(...numbers).toFixed(2)} times`;
  /** Relative to the bare script: http, then https, on each version. */
  const coldStarts = (program: string): readonly number[] =>
    versions.flatMap((version) => [2, 4].map((column) => Number(find(version, program)[column])));

  it('are the measured ones for a cold start', () => {
    expect(section('## Speed')).toContain(`takes ${range(coldStarts('this action'))} as long as a bare script`);
    expect(section('## Speed')).toContain(`takes ${range(coldStarts('npm azure-servicefabric'))}.`);
  });

  it('are the measured ones for many sessions', () => {
    const toIdeal = ['http', 'https'].flatMap((scheme) =>
      versions.map((version) => Number(find(version, `${scheme}, 8`)[3])),
    );
    expect(section('## Speed')).toContain(`take ${range(toIdeal)} the ideal`);
  });

  it('are the measured ones for uploads', () => {
    const upload = '306 files, 204 MB, 50 ms';
    const rows = versions.map((version) => measured(`${version}-uploads`).filter(([name]) => name === upload));
    const limits = new Set(rows.map(([, limit]) => limit?.[4]));
    const slower = (column: number): string =>
      [...new Set(rows.map(([times]) => times?.[column]))].toSorted().join(' to ');
    expect(section('## Speed')).toContain(
      `takes ${[...limits].toSorted().join(' to ')} times the computed limit; sfctl takes ${slower(3)} times as long as the action, and a loop with curl ${slower(5)} times.`,
    );
  });

  it('are those of docs/reliability.md for the simulation', () => {
    const figures = section('## Reliability').match(/\d[\d,]*,\d{3}/g) ?? [];
    expect(figures).toHaveLength(2);
    for (const figure of figures) expect(read('docs/reliability.md')).toContain(figure);
  });
});

describe('the workflows in the README', () => {
  it('use the actions of this repository', () => {
    const used = workflows.map(({ steps }) => steps.map(ownAction).filter(Boolean));
    expect(used).toEqual([['.'], ['./upload'], ['./upload'], ['.']]);
  });

  it('set only inputs that exist, and all that are required', () => {
    for (const step of workflows.flatMap(({ steps }) => steps).filter(isOurs)) {
      const declared = record(actions[ownAction(step) ?? '.']['inputs']);
      const required = Object.keys(declared).filter((name) => record(declared[name])['required'] === true);
      const given = Object.keys(record(step['with']));
      expect(Object.keys(declared)).toEqual(expect.arrayContaining(given));
      expect(given).toEqual(expect.arrayContaining(required));
    }
  });

  it('read only outputs that exist', () => {
    const uploads = workflows.flatMap(({ steps }) => steps).filter((step) => ownAction(step) === './upload');
    const used = workflows.flatMap(({ yaml }) =>
      Array.from(yaml.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g), ([, id, name]) => ({ id, name })),
    );
    const ours = used.filter(({ id }) => uploads.some((step) => step['id'] === id)).map(({ name }) => name);
    expect(ours).not.toEqual([]);
    expect(Object.keys(record(actions['./upload']['outputs']))).toEqual(expect.arrayContaining(ours));
  });
});

describeWith(['openssl'], 'CLUSTER_CA in the README', () => {
  it('can be the certificate of a self-signed server', async () => {
    const server = await startTlsServer({}, 'selfSigned');
    const { exitCode } = await runAction({
      endpoint: `https://127.0.0.1:${server.port}`,
      'session-id': '5f0c1a52-7d0e-4c5b-9b1f-6a2d3e4f5a6b',
      'server-ca': serverIdentity('selfSigned').certificate,
    });
    expect([exitCode, server.requests.length]).toEqual([0, 1]);
  });
});

describeWith(['openssl'], 'the command in the README that makes a secret from a PFX', () => {
  it('makes what client-certificate accepts', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'deployer.pfx': pfxFile(clientIdentity('rsa'), 'modern', 'password') });
    const command = /^ *```sh\n *(openssl pkcs12 .*)$/m.exec(readme)?.[1] ?? '';
    // It asks for the password, which it cannot do here.
    const asked = command.replace('openssl pkcs12', 'openssl pkcs12 -passin pass:password');
    expect(asked).not.toBe(command);
    const { stdout } = await promisify(execFile)('bash', ['-o', 'pipefail', '-c', asked], { cwd: folder });
    const server = await startTlsServer({ requestCert: true });
    const { exitCode } = await runAction({
      endpoint: `https://127.0.0.1:${server.port}`,
      'session-id': '5f0c1a52-7d0e-4c5b-9b1f-6a2d3e4f5a6b',
      'client-certificate': stdout.trim(),
      'server-ca': authority().certificate,
    });
    expect(exitCode).toBe(0);
    expect(server.requests).toEqual(['client rsa']);
  });
});

describe('the messages under "When it fails" in the README', () => {
  const sessionId = '5f0c1a52-7d0e-4c5b-9b1f-6a2d3e4f5a6b';
  const chunkBytes = 2_097_152;
  const complete = [0, chunkBytes, 2 * chunkBytes];
  const incomplete = [0, 2 * chunkBytes];
  const timeout: Fault = {
    operation: 'commit-session',
    answer: { status: 504, code: 'FABRIC_E_TIMEOUT', message: 'Operation timed out.' },
    times: 'forever',
  };
  const unauthenticated: Fault = {
    answer: { status: 403, reason: 'Client certificate required', body: '' },
    times: 'forever',
  };

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
    return { shown: annotation(run), sessions: sessionResults(run) };
  }

  it.each<[string, number, readonly Fault[], Record<string, string>, readonly number[]]>([
    ['missing credentials', 0, [unauthenticated], {}, complete],
    ['a missing chunk', 1, [], {}, incomplete],
    ['a timeout', 2, [timeout], { 'max-attempts': '2' }, complete],
  ])('are those of dist, shortened, for %s', async (_, index, faults, given, chunks) => {
    const { shown } = await fail(faults, given, chunks);
    // `…` stands for what is left out.
    const parts = (blocks('text')[index] ?? '').split('…').map((part) => part.trim());
    expect(parts.length).toBeGreaterThan(1);
    expect(shown).toMatch(
      new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}`),
    );
  });

  it('are all compared with those of dist, and so is the session in JSON', async () => {
    const { sessions } = await fail([], {}, incomplete);
    const example = record(JSON.parse(blocks('json')[0] ?? ''));
    expect(blocks('text')).toHaveLength(3);
    expect({ ...record(sessions[0]), durationMs: example['durationMs'] }).toEqual(example);
  });
});
