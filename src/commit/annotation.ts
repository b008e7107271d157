// The step's one error annotation, which is also its output `explanation`. Loaded only when a session is not committed.

import type { Outcome } from '../commit-engine/commit-session.js';
import type { Result } from '../commit-engine/verdict.js';
import type { ConnectionInfo } from '../connection/connection-info.js';
import { grouped } from '../shared/format.js';
import { type CauseGroup, groupByCause } from './cause-groups.js';
import { explain } from './explanation.js';

/** So many causes beside the first one are named; the summary has all. */
const maxOtherCauses = 5;

/** What happened and what to do, in one paragraph; at least one outcome is not committed. */
export function annotate(outcomes: readonly Outcome[], connection: ConnectionInfo): string {
  const open = outcomes.filter(({ result }) => result !== 'committed');
  const [group, ...others] = groupByCause(open);
  if (group === undefined) return '';
  const explanation = explain(group.first, connection);
  if (outcomes.length === 1) return explanation;
  const alike = group.outcomes.length - 1;
  const sentences = [
    countOpen(open, outcomes.length),
    explanation,
    alike > 0 ? `The same applies to ${grouped(alike)} more.` : '',
    listOthers('Also not committed', 'failed', others),
    listOthers('May or may not be committed', 'unknown', others),
  ];
  return sentences.filter(Boolean).join(' ');
}

function countOpen(open: readonly Outcome[], total: number): string {
  const count = (each: Result): number => open.filter(({ result }) => result === each).length;
  const [failed, unknown] = [count('failed'), count('unknown')];
  const all = `of ${grouped(total)} upload sessions`;
  if (failed === 0) return `${grouped(unknown)} ${all} may or may not be committed.`;
  const rest = unknown > 0 ? `, ${grouped(unknown)} may or may not be` : '';
  return `${grouped(failed)} ${all} ${failed === 1 ? 'is' : 'are'} not committed${rest}.`;
}

function listOthers(title: string, wanted: Result, groups: readonly CauseGroup[]): string {
  const ofResult = groups.filter(({ result }) => result === wanted);
  if (ofResult.length === 0) return '';
  const named = ofResult.slice(0, maxOtherCauses);
  const texts = named.map(({ cause, outcomes }) => `${grouped(outcomes.length)} because ${cause}`);
  const more = ofResult.slice(maxOtherCauses).reduce((sum, { outcomes }) => sum + outcomes.length, 0);
  return `${title}: ${[...texts, ...(more > 0 ? [`${grouped(more)} for other causes`] : [])].join('; ')}.`;
}
