// The job summary of an upload. All of it is one HTML block, in which GitHub does not read Markdown.
import { byteCount, duration, grouped } from '../shared/format.js';
import { escapeHtml } from '../shared/sanitize.js';
import type { Outputs } from './outputs.js';
import type { UploadOutcome } from './upload-outcome.js';

const headlines: Readonly<Record<UploadOutcome['result'], string>> = {
  uploaded: '✅ Package uploaded',
  failed: '❌ Package not uploaded',
  unknown: '❓ Package may or may not be uploaded',
};

export function summarize(outcome: UploadOutcome, outputs: Outputs): string {
  const rows = [
    ['Image store path', outputs['image-store-path']],
    ['Application type', `${outputs['application-type-name']} ${outputs['application-type-version']}`],
    ['Published', `${grouped(outcome.publishedFiles)} of ${grouped(Number(outputs.files))} files`],
    ['Size', byteCount(Number(outputs.bytes))],
    ['Sent', byteCount(outcome.bytesSent)],
    ['Time', duration(outcome.durationMs)],
  ];
  return [
    `<h3>${headlines[outcome.result]}</h3>`,
    '<table>',
    ...rows.map(([name = '', value = '']) => `<tr><th>${name}</th><td>${escapeHtml(value)}</td></tr>`),
    '</table>',
    ...(outputs.explanation ? [`<p>${escapeHtml(outputs.explanation, 4_000)}</p>`] : []),
    '',
  ].join('\n');
}
