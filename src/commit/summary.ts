// The job summary: the verdict first, a row for each session, what to do under each failure.
// All of it is one HTML block, in which Markdown is not read, so that escaping HTML is all the escaping there is.

import type { ConnectionInfo } from '../connection/connection-info.js';
import { escapeHtml } from '../shared/sanitize.js';
import type { Outcome } from './commit-session.js';
import type { Advise } from './outcome-advice.js';
import { describeOutcome, duration } from './outcome-text.js';
import type { Result } from './verdict.js';

const badges: Record<Result, string> = { committed: '✅ committed', failed: '❌ failed', unknown: '❓ unknown' };

/** The summary of these outcomes as Markdown; at least one outcome. */
export function summarize(outcomes: readonly Outcome[], endpoint: ConnectionInfo, advise?: Advise): string {
  const order: readonly Result[] = ['failed', 'unknown', 'committed'];
  const sorted = order.flatMap((wanted) => outcomes.filter(({ result }) => result === wanted));
  return [
    `<h3>${escapeHtml(headline(outcomes))}</h3>`,
    `<p>Service Fabric image store at <code>${escapeHtml(endpoint.url)}</code></p>`,
    '<table>',
    '<tr><th>Upload session</th><th>Result</th><th>Status</th><th>Attempts</th><th>Time</th></tr>',
    ...sorted.map(row),
    '</table>',
    ...explanations(
      sorted.filter(({ result }) => result !== 'committed'),
      endpoint,
      advise,
    ),
    '',
  ].join('\n');
}

/** The summary when no commit was begun. */
export function summarizeProblem(title: string, message: string): string {
  const lines = message.split('\n').map((line) => escapeHtml(line, 2_000));
  return `<h3>❌ ${title}</h3>\n<p>${lines.join('<br>')}</p>\n`;
}

function headline(outcomes: readonly Outcome[]): string {
  const count = (wanted: Result): number => outcomes.filter(({ result }) => result === wanted).length;
  if (outcomes.length === 1) {
    const [only] = outcomes;
    if (only?.result === 'committed') return '✅ Upload session committed';
    return only?.result === 'failed'
      ? '❌ Upload session not committed'
      : '❓ Upload session: not known whether committed';
  }
  const all = outcomes.length;
  if (count('committed') === all) return `✅ ${all} upload sessions committed`;
  const unknown = count('unknown') > 0 ? `, ${count('unknown')} unknown` : '';
  return `❌ ${count('committed')} of ${all} upload sessions committed, ${count('failed')} failed${unknown}`;
}

function row({ sessionId, result, last, attempts, durationMs }: Outcome): string {
  const status =
    last?.kind === 'response' ? `${last.status} ${last.error?.code ?? last.reasonPhrase}` : (last?.code ?? '');
  const cells = [
    `<code>${escapeHtml(sessionId)}</code>`,
    badges[result],
    escapeHtml(status, 100),
    attempts,
    duration(durationMs),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** A summary may have a megabyte; thousands of rows leave room for so many explanations, and nobody reads more. */
const explained = 20;

function explanations(outcomes: readonly Outcome[], target: ConnectionInfo, advise?: Advise): readonly string[] {
  const more = outcomes.length - explained;
  return [
    ...outcomes.slice(0, explained).map((outcome) => explanation(outcome, target, advise)),
    ...(more > 0 ? [`<p>${more} more are in the output <code>sessions</code>.</p>`] : []),
  ];
}

function explanation(outcome: Outcome, endpoint: ConnectionInfo, advise?: Advise): string {
  const advice = advise?.(outcome, endpoint);
  const whatToDo = advice ? `\n<p><b>What to do:</b> ${escapeHtml(advice, 2_000)}</p>` : '';
  return `<p>${escapeHtml(describeOutcome(outcome, endpoint.url), 2_000)}</p>${whatToDo}`;
}
