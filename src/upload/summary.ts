// The job summary of an upload: the result and what to do first, then totals, what is not published by cause, and which
// files took most. All of it is one HTML block, in which GitHub does not read Markdown, so escaping HTML is enough.
import { byteCount, counted, duration, grouped } from '../shared/format.js';
import { escapeHtml } from '../shared/sanitize.js';
import { groupByCause } from './cause-groups.js';
import type { Outputs } from './outputs.js';
import { listTexts } from './package-problems.js';
import type { FileOutcome } from './upload-events.js';
import type { UploadOutcome } from './upload-outcome.js';

const headlines: Readonly<Record<UploadOutcome['result'], string>> = {
  uploaded: '✅ Package uploaded',
  failed: '❌ Package not uploaded',
  unknown: '❓ Package may or may not be uploaded',
};

const maxPathCharacters = 300;
const maxExplanationCharacters = 4_000;
/** Every group has at least one failed file, and an upload ends after ten of them. */
const maxGroups = 20;

export function summarize(outcome: UploadOutcome, outputs: Outputs, endpointUrl: string): string {
  return [
    `<h3>${headlines[outcome.result]}</h3>`,
    `<p>Service Fabric image store at <code>${escapeHtml(endpointUrl)}</code></p>`,
    ...(outputs.explanation ? [`<p>${escapeHtml(outputs.explanation, maxExplanationCharacters)}</p>`] : []),
    ...renderTotals(outcome, outputs),
    ...renderCauses(outcome.files),
    ...renderNotable(outcome),
    '',
  ].join('\n');
}

function renderTotals(outcome: UploadOutcome, outputs: Outputs): readonly string[] {
  const { publishedFiles, bytesSent, durationMs } = outcome;
  const mebibytesPerSecond = bytesSent / 2 ** 20 / Math.max(0.001, durationMs / 1_000);
  const rows = [
    ['Image store path', outputs['image-store-path']],
    ['Application type', `${outputs['application-type-name']} ${outputs['application-type-version']}`],
    ['Published', `${grouped(publishedFiles)} of ${counted(Number(outputs.files), 'file')}`],
    ['Size', byteCount(Number(outputs.bytes))],
    ['Sent', `${byteCount(bytesSent)} (${mebibytesPerSecond.toFixed(1)} MiB/s)`],
    ['Time', duration(durationMs)],
  ];
  return [
    '<table>',
    ...rows.map(([name = '', value = '']) => `<tr><th>${name}</th><td>${escapeHtml(value)}</td></tr>`),
    '</table>',
  ];
}

function renderCauses(outcomes: readonly FileOutcome[]): readonly string[] {
  const groups = groupByCause(outcomes);
  if (groups.length === 0) return [];
  const rows = groups
    .slice(0, maxGroups)
    .map(({ result, cause, paths }) => [
      `${result === 'failed' ? '❌' : '❓'} ${escapeHtml(cause)}`,
      grouped(paths.length),
      listTexts(paths.map((path) => `<code>${escapeHtml(path, maxPathCharacters)}</code>`)),
    ]);
  return ['<h4>Not published</h4>', ...renderTable(['Cause', 'Number', 'Files'], rows)];
}

function renderNotable({ notableFiles, publishedFiles }: UploadOutcome): readonly string[] {
  if (notableFiles.length === 0) return [];
  const title = notableFiles.length === publishedFiles ? 'Files' : 'Biggest and slowest files';
  const rows = notableFiles.map(({ file, durationMs, attempts }) => [
    `<code>${escapeHtml(file.path, maxPathCharacters)}</code>`,
    byteCount(file.sizeBytes),
    duration(durationMs),
    grouped(attempts),
  ]);
  return [`<h4>${title}</h4>`, ...renderTable(['File', 'Size', 'Time', 'Requests'], rows)];
}

/** A table of cells that are HTML already. */
function renderTable(headings: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [
    '<table>',
    `<tr>${headings.map((heading) => `<th>${heading}</th>`).join('')}</tr>`,
    ...rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`),
    '</table>',
  ];
}
