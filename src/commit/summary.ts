// The job summary: the result first, then what is not committed by cause, with what to do, and last what is committed.
// All of it is one HTML block, in which GitHub does not read Markdown, so escaping HTML is enough.

import type { Outcome } from '../commit-engine/commit-session.js';
import type { Result } from '../commit-engine/verdict.js';
import type { ConnectionInfo } from '../connection/connection-info.js';
import { byteCount, duration, grouped } from '../shared/format.js';
import { escapeHtml } from '../shared/sanitize.js';

/** Sessions that are not committed for the same cause. */
export interface SummaryGroup {
  readonly result: Result;
  /** As the rest of a sentence that says "because". */
  readonly cause: string;
  /** What happened to the first of them, and what to do. */
  readonly explanation: string;
  readonly advice: string | undefined;
  readonly outcomes: readonly Outcome[];
}

const resultLabels: Readonly<Record<Result, string>> = {
  committed: '✅ committed',
  failed: '❌ failed',
  unknown: '❓ unknown',
};

/** Our own sentences are shorter; text of the cluster within them may not be. */
const maxParagraphCharacters = 2_000;
/** GitHub takes a mebibyte of a summary. */
const maxSummaryBytes = 1_000_000;

interface Limits {
  readonly pathCharacters: number;
  readonly statusCharacters: number;
  /** Of so many groups, the first ones, there is an explanation. */
  readonly explanations: number;
}

/** What is given up, in this order, when the summary would be too large. A character may take six bytes in HTML. */
const allLimits: readonly Limits[] = [
  { pathCharacters: 300, statusCharacters: 100, explanations: 20 },
  { pathCharacters: 100, statusCharacters: 60, explanations: 20 },
  { pathCharacters: 40, statusCharacters: 30, explanations: 10 },
  { pathCharacters: 0, statusCharacters: 10, explanations: 5 },
];

/**
 * The summary of one or more outcomes.
 * @param groups those that are not committed
 */
export function summarize(
  outcomes: readonly Outcome[],
  connection: ConnectionInfo,
  groups: readonly SummaryGroup[] = [],
): string {
  let summary = '';
  for (const limits of allLimits) {
    summary = render(outcomes, connection, groups, limits);
    if (Buffer.byteLength(summary) <= maxSummaryBytes) break;
  }
  return summary;
}

function render(
  outcomes: readonly Outcome[],
  connection: ConnectionInfo,
  groups: readonly SummaryGroup[],
  limits: Limits,
): string {
  return [
    `<h3>${escapeHtml(headline(outcomes))}</h3>`,
    `<p>Service Fabric image store at <code>${escapeHtml(connection.url)}</code></p>`,
    ...groups.slice(0, limits.explanations).flatMap((group) => renderGroup(group, outcomes.length > 1, limits)),
    ...renderRest(groups.slice(limits.explanations), limits),
    ...renderCommitted(outcomes, limits),
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
  const all = grouped(outcomes.length);
  if (count('committed') === outcomes.length) return `✅ ${all} upload sessions committed`;
  const unknown = count('unknown') > 0 ? `, ${grouped(count('unknown'))} unknown` : '';
  return `❌ ${grouped(count('committed'))} of ${all} upload sessions committed, ${grouped(count('failed'))} failed${unknown}`;
}

function renderGroup(group: SummaryGroup, isOneOfMany: boolean, limits: Limits): readonly string[] {
  const { result, cause, explanation, advice, outcomes } = group;
  const title = `${resultLabels[result]}: ${countSessions(outcomes)}, because ${cause}`;
  const more = outcomes.length > 1 ? ` The same applies to the other ${grouped(outcomes.length - 1)}.` : '';
  return [
    ...(isOneOfMany ? [`<h4>${escapeHtml(title, maxParagraphCharacters)}</h4>`] : []),
    `<p>${escapeHtml(explanation, maxParagraphCharacters)}${more}</p>`,
    ...(advice ? [`<p><b>What to do:</b> ${escapeHtml(advice, maxParagraphCharacters)}</p>`] : []),
    ...renderTable(outcomes, limits),
  ];
}

function countSessions({ length }: readonly Outcome[]): string {
  return `${grouped(length)} ${length === 1 ? 'session' : 'sessions'}`;
}

function renderRest(groups: readonly SummaryGroup[], limits: Limits): readonly string[] {
  const outcomes = groups.flatMap((group) => group.outcomes);
  if (outcomes.length === 0) return [];
  const title = `${grouped(outcomes.length)} for other causes; the output sessions has their errors`;
  return [`<h4>${title}</h4>`, ...renderTable(outcomes, limits)];
}

/** The only session of a step is shown; of several, the committed ones are folded. */
function renderCommitted(outcomes: readonly Outcome[], limits: Limits): readonly string[] {
  const committed = outcomes.filter(({ result }) => result === 'committed');
  if (committed.length === 0) return [];
  const table = renderTable(committed, limits);
  if (outcomes.length === 1) return table;
  const title = `${resultLabels.committed}: ${countSessions(committed)}`;
  return [`<details><summary>${title}</summary>`, ...table, '</details>'];
}

function renderTable(outcomes: readonly Outcome[], limits: Limits): readonly string[] {
  const hasFiles = limits.pathCharacters > 0 && outcomes.some(({ session }) => session !== undefined);
  const headings = ['Upload session', ...(hasFiles ? ['File'] : []), 'Result', 'Status', 'Attempts', 'Time'];
  return [
    '<table>',
    `<tr>${headings.map((heading) => `<th>${heading}</th>`).join('')}</tr>`,
    ...outcomes.map((outcome) => renderRow(outcome, hasFiles, limits)),
    '</table>',
  ];
}

function renderRow(outcome: Outcome, hasFiles: boolean, limits: Limits): string {
  const { sessionId, result, last, attempts, durationMs } = outcome;
  const status =
    last?.kind === 'response' ? `${last.status} ${last.error?.code ?? last.reasonPhrase}` : (last?.code ?? '');
  const cells = [
    `<code>${escapeHtml(sessionId)}</code>`,
    ...(hasFiles ? [renderFile(outcome, limits)] : []),
    resultLabels[result],
    escapeHtml(status, limits.statusCharacters),
    attempts,
    duration(durationMs),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** The path, and how much of the file is missing. */
function renderFile({ session }: Outcome, { pathCharacters }: Limits): string {
  if (session === undefined) return '';
  const { path, sizeBytes, missingRanges } = session;
  const missingBytes = missingRanges.reduce((sum, { start, end }) => sum + end - start + 1, 0);
  const missing =
    sizeBytes > 0 && missingBytes > 0 ? ` (${grouped(missingBytes)} of ${byteCount(sizeBytes)} missing)` : '';
  return `${escapeHtml(path, pathCharacters)}${missing}`;
}
