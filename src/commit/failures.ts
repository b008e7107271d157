// The words about what is not committed, for annotation and summary. Loaded only when there is something.

import type { Outcome } from '../commit-engine/commit-session.js';
import type { Result } from '../commit-engine/verdict.js';
import type { ConnectionInfo } from '../connection/connection-info.js';
import { groupByCause } from './cause-groups.js';
import { explainInFull } from './explanation.js';
import type { SummaryGroup } from './summary.js';

export { annotate } from './annotation.js';

/** The groups of the summary: failed sessions first, in input order. */
export function summaryGroups(outcomes: readonly Outcome[], connection: ConnectionInfo): readonly SummaryGroup[] {
  const order: readonly Result[] = ['failed', 'unknown'];
  return groupByCause(order.flatMap((each) => outcomes.filter(({ result }) => result === each))).map(
    ({ first, ...group }) => {
      const { cause: explanation, advice } = explainInFull(first, connection);
      return { ...group, explanation, advice };
    },
  );
}
