// The results about uploads as a page of tables, with charts beside it.
import { barChart } from './charts.js';
import { writePage } from './page.js';
import { totalRoundTrips } from './round-trips.js';
import { table } from './table.js';
import { distinct, mebibytes, milliseconds } from './units.js';
import { uploadConcurrency } from './upload-candidates.js';
import type { UploadMemory, UploadResult } from './uploads.js';

export interface UploadResults {
  readonly uploads: readonly UploadResult[];
  readonly uploadMemory: readonly UploadMemory[];
}

export function formatUploads({ uploads, uploadMemory }: UploadResults): string {
  return [
    '## Uploading a package\n',
    `From the start of each program to its exit, to an empty image store behind a network with a round trip and unlimited throughput; afterwards every file is compared by SHA-256. Time: median. Slower: median of the time relative to this action's in the same round. This action sends ${uploadConcurrency} requests at a time, sfctl has two processes, the curl loop starts one process for each request and is measured once.\n`,
    table(['package, round trip', ...programNames(uploads)], uploads.map(uploadRow)),
    'Limit: the fewest round trips one after another that the course of the action allows, and the start of Node.js. It takes hashing, reading and sending for free, so a package of one big file, which is sent in few round trips, is further from it.\n',
    table(
      ['package, round trip', 'round trips', 'limit', 'this action', 'relative', 'requests'],
      uploads.map(limitRow),
    ),
    '## Memory of an upload\n',
    'Peak memory: maximum resident set size.\n',
    table(
      ['upload', 'peak memory', 'more than Node.js'],
      uploadMemory.map(({ name, peakBytes, additionalBytes }) => [
        name,
        mebibytes(peakBytes),
        `+${mebibytes(additionalBytes)}`,
      ]),
    ),
  ].join('\n');
}

/** Writes the page and its charts into a folder. */
export function writeUploads(results: UploadResults, folder: string): string {
  const charts = {
    uploads: drawUploads(results.uploads),
    'upload-memory': drawUploadMemory(results.uploadMemory),
  };
  return writePage(folder, 'uploads', charts, formatUploads(results));
}

/** The heads of the columns. The first program is this action. */
function programNames([first]: readonly UploadResult[]): readonly string[] {
  const [own, ...others] = first?.programs.map(({ name }) => name) ?? [];
  return own === undefined ? [] : [own, ...others.flatMap((name) => [name, 'slower'])];
}

function uploadRow(upload: UploadResult): readonly string[] {
  const [own, ...others] = upload.programs;
  const times = others.flatMap(({ medianMs, ratio }) => [milliseconds(medianMs), `${ratio.toFixed(1)} ×`]);
  return [nameOf(upload), milliseconds(own?.medianMs ?? Number.NaN), ...times];
}

function limitRow(upload: UploadResult): readonly string[] {
  const { roundTrips, limitMs, programs, roundTripMs } = upload;
  const own = programs[0];
  const medianMs = own?.medianMs ?? Number.NaN;
  // Without a round trip, the limit is only the start of Node.js.
  const relative = roundTripMs === 0 ? '' : (medianMs / limitMs).toFixed(2);
  const requests = own?.requests.toLocaleString('en') ?? '';
  const total = String(totalRoundTrips(roundTrips));
  return [nameOf(upload), total, milliseconds(limitMs), milliseconds(medianMs), relative, requests];
}

function nameOf({ packageName, roundTripMs }: UploadResult): string {
  return `${packageName}, ${roundTripMs} ms`;
}

function drawUploads(uploads: readonly UploadResult[]): string {
  const series = distinct(uploads.flatMap(({ programs }) => programs.map(({ name }) => name))).map((name) => ({
    name,
    values: uploads.map(({ programs }) => {
      const found = programs.find((each) => each.name === name);
      return found ? found.medianMs / 1_000 : Number.NaN;
    }),
  }));
  const title = 'Uploading a package, by round trip';
  return barChart(title, uploads.map(nameOf), series, (seconds) => `${seconds.toFixed(1)} s`);
}

function drawUploadMemory(uploadMemory: readonly UploadMemory[]): string {
  const names = uploadMemory.map(({ name }) => name);
  const series = [{ name: 'this action', values: uploadMemory.map(({ peakBytes }) => peakBytes) }];
  return barChart('Peak memory of an upload', names, series, mebibytes);
}
