// The results as a page of tables, with charts beside it.
import { barChart, type ChartSeries, lineChart } from './charts.js';
import type { ColdStart } from './cold-start.js';
import type { BulkResult, ConcurrencyResult } from './many-sessions.js';
import { writePage } from './page.js';
import type { Scheme } from './server-process.js';
import { table } from './table.js';
import { distinct, mebibytes, milliseconds } from './units.js';

export interface Results {
  readonly coldStarts: readonly ColdStart[];
  readonly concurrencies: readonly ConcurrencyResult[];
  readonly bulk: readonly BulkResult[];
}

const schemes: readonly Scheme[] = ['http', 'https'];

/** All tables. The ratios can be compared between machines; durations and rates cannot. */
export function formatResults({ coldStarts, concurrencies, bulk }: Results): string {
  return [
    '## One commit from a cold start\n',
    'Each round runs every program once as a process of its own, in random order. Time: median. Relative: median of the time relative to a bare script (1.00) in the same round.\n',
    table(['program', 'http', 'relative', 'https', 'relative'], coldStartRows(coldStarts)),
    '## 200 sessions, 50 ms per response\n',
    'Ideal: the fewest possible rounds of 50 ms, and the start-up time of one session.\n',
    table(
      ['concurrency', 'ideal', 'measured', 'relative', 'connections', 'max. in flight'],
      concurrencies.map(concurrencyRow),
    ),
    '## Thousands of sessions, immediate responses, concurrency 8\n',
    'Peak memory: maximum resident set size. Commits per second: without the time that one session takes from start to exit.\n',
    table(
      ['program', 'sessions', 'peak memory', 'more than one session', 'commits per second'],
      bulk.map((each) => bulkRow(each, bulk)),
    ),
  ].join('\n');
}

function coldStartRows(coldStarts: readonly ColdStart[]): readonly (readonly string[])[] {
  return distinct(coldStarts.map(({ name }) => name)).map((name) => [
    name,
    ...schemes.flatMap((scheme) => {
      const found = coldStarts.find((each) => each.name === name && each.scheme === scheme);
      return found ? [milliseconds(found.medianMs), found.ratio.toFixed(2)] : ['', ''];
    }),
  ]);
}

function concurrencyRow(result: ConcurrencyResult): readonly string[] {
  const { scheme, concurrency, medianMs, idealMs, connections, maxInFlight } = result;
  return [
    `${scheme}, ${concurrency}`,
    milliseconds(idealMs),
    milliseconds(medianMs),
    (medianMs / idealMs).toFixed(2),
    String(connections),
    String(maxInFlight),
  ];
}

function bulkRow(result: BulkResult, bulk: readonly BulkResult[]): readonly string[] {
  const { name, scheme, sessions, peakBytes, commitsPerSecond } = result;
  const one = bulk.find((each) => each.name === name && each.scheme === scheme && each.sessions === 1);
  return [
    `${name}, ${scheme}`,
    String(sessions),
    mebibytes(peakBytes),
    `+${mebibytes(peakBytes - (one?.peakBytes ?? Number.NaN))}`,
    commitsPerSecond === undefined ? '' : String(Math.round(commitsPerSecond)),
  ];
}

/** Writes the page and its charts into a folder. */
export function writeResults(results: Results, folder: string): string {
  return writePage(folder, undefined, drawCharts(results), formatResults(results));
}

/** The charts by name. */
function drawCharts({ coldStarts, concurrencies, bulk }: Results): Readonly<Record<string, string>> {
  return {
    'cold-start': drawColdStarts(coldStarts),
    concurrency: drawConcurrencies(concurrencies),
    memory: drawMemory(bulk),
  };
}

function drawColdStarts(coldStarts: readonly ColdStart[]): string {
  const names = distinct(coldStarts.map(({ name }) => name));
  const series = schemes.map((scheme) => ({
    name: scheme,
    values: names.map(
      (name) => coldStarts.find((each) => each.name === name && each.scheme === scheme)?.ratio ?? Number.NaN,
    ),
  }));
  const title = 'One commit from a cold start, relative to a bare script (1.00)';
  return barChart(title, names, series, (value) => value.toFixed(2));
}

function drawConcurrencies(concurrencies: readonly ConcurrencyResult[]): string {
  const measured = schemes.map((scheme) => ({
    name: scheme,
    values: concurrencies.filter((each) => each.scheme === scheme).map(({ medianMs }) => medianMs / 1_000),
  }));
  const ideal: ChartSeries = {
    name: 'ideal (http)',
    values: concurrencies.filter(({ scheme }) => scheme === 'http').map(({ idealMs }) => idealMs / 1_000),
    isReference: true,
  };
  const steps = distinct(concurrencies.map(({ concurrency }) => concurrency));
  const axes = { steps, stepName: 'concurrency', format: (seconds: number) => `${seconds} s` };
  return lineChart('200 sessions, 50 ms per response', axes, [...measured, ideal]);
}

function drawMemory(bulk: readonly BulkResult[]): string {
  const nameOf = ({ name, sessions }: BulkResult): string => `${name}, ${sessions}`;
  const names = distinct(bulk.map(nameOf));
  const series = schemes.map((scheme) => ({
    name: scheme,
    values: names.map(
      (name) => bulk.find((each) => each.scheme === scheme && nameOf(each) === name)?.peakBytes ?? Number.NaN,
    ),
  }));
  return barChart('Peak memory by number of sessions', names, series, mebibytes);
}
