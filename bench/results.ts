// What was measured, for people: a page of tables, and pictures beside it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { ColdStart } from './cold-start.js';
import type { Bulk, Parallel } from './many.js';
import { bars, lines } from './plot.js';
import { table } from './table.js';

export interface Results {
  coldStarts: readonly ColdStart[];
  parallel: readonly Parallel[];
  bulk: readonly Bulk[];
}

type Scheme = ColdStart['scheme'];
const schemes: readonly Scheme[] = ['http', 'https'];

/** Tables of everything. Ratios are what can be compared; times and rates are this machine's. */
export function describe({ coldStarts, parallel, bulk }: Results): string {
  const milliseconds = (ms: number): string => `${Math.round(ms)} ms`;
  const starts = distinct(coldStarts.map(({ name }) => name)).map((name) => [
    name,
    ...schemes.flatMap((scheme) => {
      const start = coldStarts.find((each) => each.name === name && each.scheme === scheme);
      return start ? [milliseconds(start.medianMs), start.ratio.toFixed(2)] : ['', ''];
    }),
  ]);
  const degrees = parallel.map(({ scheme, concurrency, medianMs, idealMs, connections, mostInFlight }) => [
    `${scheme}, ${concurrency}`,
    milliseconds(idealMs),
    milliseconds(medianMs),
    (medianMs / idealMs).toFixed(2),
    String(connections),
    String(mostInFlight),
  ]);
  const bulks = bulk.map((each) => [
    `${each.name}, ${each.scheme}`,
    String(each.sessions),
    mebibytes(each.peakBytes),
    `+${mebibytes(each.peakBytes - (oneOf(each, bulk)?.peakBytes ?? Number.NaN))}`,
    each.perSecond === undefined ? '' : String(Math.round(each.perSecond)),
  ]);
  return [
    '## One commit from a cold start\n',
    'Whole processes in turn, each round in an order drawn anew; the ratio is the median of each round’s own, to the bare script’s time.\n',
    table(['', 'http', '× bare', 'https', '× bare'], starts),
    '## 200 sessions, 50 ms each\n',
    'Ideal: as many rounds of 50 ms as it takes, and the start of one session.\n',
    table(['concurrency', 'ideal', 'time', '× ideal', 'connections', 'most in flight'], degrees),
    '## Thousands of sessions, answered at once, concurrency 8\n',
    'Peak memory is the most that was resident; the rate leaves out what one session takes from start to end.\n',
    table(['', 'sessions', 'peak memory', 'over one session’s', 'commits per second'], bulks),
  ].join('\n');
}

/** Writes the page and its pictures into a folder, named for this major version of Node. */
export function write(results: Results, folder: string): string {
  const node = `node-${process.versions.node.split('.')[0]}`;
  mkdirSync(folder, { recursive: true });
  const pictures = draw(results);
  for (const [name, svg] of Object.entries(pictures)) writeFileSync(join(folder, `${node}-${name}.svg`), svg);
  const load = loadavg().map((value) => value.toFixed(1));
  const machine = `Node ${process.versions.node}, ${cpus().length} processors (${cpus()[0]?.model.trim()}), load ${load.join(', ')} at the end. Everything on loopback.`;
  const shown = Object.keys(pictures).map((name) => `![${name.replaceAll('-', ' ')}](${node}-${name}.svg)`);
  const page = join(folder, `${node}.md`);
  writeFileSync(
    page,
    [`# What \`npm run bench\` measured`, machine, shown.join('\n\n'), describe(results)].join('\n\n'),
  );
  return page;
}

function draw({ coldStarts, parallel, bulk }: Results): Readonly<Record<string, string>> {
  const names = distinct(coldStarts.map(({ name }) => name));
  const steps = distinct(parallel.map(({ concurrency }) => concurrency));
  const rows = distinct(bulk.map(({ name, sessions }) => `${name}, ${sessions}`));
  const inBulk = (value: (each: Bulk) => number): readonly { name: string; values: readonly number[] }[] =>
    schemes.map((scheme) => ({
      name: scheme,
      values: rows.map((row) => {
        const found = bulk.find((each) => each.scheme === scheme && `${each.name}, ${each.sessions}` === row);
        return found ? value(found) : Number.NaN;
      }),
    }));
  const ratios = schemes.map((scheme) => ({
    name: scheme,
    values: names.map(
      (name) => coldStarts.find((each) => each.name === name && each.scheme === scheme)?.ratio ?? Number.NaN,
    ),
  }));
  const times = schemes.map((scheme) => ({
    name: scheme,
    values: parallel.filter((each) => each.scheme === scheme).map(({ medianMs }) => medianMs / 1_000),
  }));
  const ideal = parallel.filter(({ scheme }) => scheme === 'http').map(({ idealMs }) => idealMs / 1_000);
  return {
    'cold-start': bars('One commit from a cold start, × the bare script', names, ratios, (value) => value.toFixed(2)),
    concurrency: lines('200 sessions, 50 ms each', { steps, step: 'concurrency', show: (seconds) => `${seconds} s` }, [
      ...times,
      { name: 'ideal (http)', values: ideal, isReference: true },
    ]),
    memory: bars(
      'Peak memory by number of sessions',
      rows,
      inBulk(({ peakBytes }) => peakBytes),
      mebibytes,
    ),
  };
}

function oneOf({ name, scheme }: Bulk, bulk: readonly Bulk[]): Bulk | undefined {
  return bulk.find((each) => each.name === name && each.scheme === scheme && each.sessions === 1);
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}
