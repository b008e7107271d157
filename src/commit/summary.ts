// The job summary: the result first, a row for each session, then each failure with what to do about it.
// All of it is one HTML block, in which GitHub does not read Markdown, so escaping HTML is enough.

import type { Outcome } from '../commit-engine/commit-session.js';
import type { Result } from '../commit-engine/verdict.js';
import type { ConnectionInfo } from '../connection/connection-info.js';
import { duration } from '../shared/format.js';
import { escapeHtml } from '../shared/sanitize.js';
import type { Advise } from './outcome-advice.js';
import { describeOutcome } from './outcome-text.js';

const resultLabels: Readonly<Record<Result, string>> = {
  committed: '✅ committed',
  failed: '❌ failed',
  unknown: '❓ unknown',
};

/** Our own sentences are shorter; text of the cluster within them may not be. */
const maxParagraphCharacters = 2_000;

/** The summary of one or more outcomes. */
export function summarize(outcomes: readonly Outcome[], connection: ConnectionInfo, advise?: Advise): string {
  const order: readonly Result[] = ['failed', 'unknown', 'committed'];
  const sorted = order.flatMap((each) => outcomes.filter(({ result }) => result === each));
  return [
    `<h3>${escapeHtml(headline(outcomes))}</h3>`,
    `<p>Service Fabric image store at <code>${escapeHtml(connection.url)}</code></p>`,
    '<table>',
    '<tr><th>Upload session</th><th>Result</th><th>Status</th><th>Attempts</th><th>Time</th></tr>',
    ...sorted.map(row),
    '</table>',
    ...explanations(
      sorted.filter(({ result }) => result !== 'committed'),
      connection,
      advise,
    ),
    '',
  ].join('\n');
}

function headline(outcomes: readonly Outcome[]): string {
  const count = (each: Result): number => outcomes.filter(({ result }) => result === each).length;
  if (outcomes.length === 1) {
    const [only] = outcomes;
    if (only?.result === 'committed') return '✅ Upload session committed';
    return only?.result === 'failed'
      ? '❌ Upload session not committed'
      : '❓ Upload session may or may not be committed';
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
    resultLabels[result],
    escapeHtml(status, 100),
    attempts,
    duration(durationMs),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** GitHub accepts 1 MiB. Thousands of rows leave room for this many explanations. */
const maxExplanations = 20;

function explanations(outcomes: readonly Outcome[], connection: ConnectionInfo, advise?: Advise): readonly string[] {
  const more = outcomes.length - maxExplanations;
  return [
    ...outcomes.slice(0, maxExplanations).map((outcome) => explanation(outcome, connection, advise)),
    ...(more > 0 ? [`<p>${more} more sessions are in the output <code>sessions</code>.</p>`] : []),
  ];
}

function explanation(outcome: Outcome, connection: ConnectionInfo, advise?: Advise): string {
  const advice = advise?.(outcome, connection);
  const whatToDo = advice ? `\n<p><b>What to do:</b> ${escapeHtml(advice, maxParagraphCharacters)}</p>` : '';
  return `<p>${escapeHtml(describeOutcome(outcome, connection.url), maxParagraphCharacters)}</p>${whatToDo}`;
}
