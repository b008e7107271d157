// The story of a few sessions as it happens, line by line.

import type { ConnectionInfo } from '../connection/connection-info.js';
import { describeAttempt, describeContent, describeSession } from '../diagnostics/attempt-text.js';
import type { Attempt } from '../image-store/attempt.js';
import type { Log } from '../runner/log.js';
import type { Clock } from '../shared/clock.js';
import { duration } from '../shared/format.js';
import type { CommitEvent } from './commit-session.js';
import { describeOutcome } from './outcome-text.js';
import type { RetryLimits } from './retry-policy.js';

/** What the story is about, and whom it is told. */
export interface Told {
  clock: Clock;
  target: ConnectionInfo;
  limits: RetryLimits;
  log: Log;
}

export type Tell = (event: CommitEvent) => void;

/** Up to so many sessions have their whole story told. */
export const fewSessions = 10;

/** Tells everything, each line with its session's id. */
export function tellEach(told: Told): Tell {
  return (event) => told.log.info(eventLine(event, told));
}

/** Says once what is wrong for all that wait. */
export function tellShared(failure: Attempt, count: number, { log, target }: Told): void {
  log.info(
    `Nobody can connect to ${target.url}: ${describeAttempt(failure)}; this counts for ${count} waiting sessions as well`,
  );
}

/** An event as a line with its session's id. */
export function eventLine(event: CommitEvent, { target, limits }: Told): string {
  const { sessionId } = event;
  switch (event.kind) {
    case 'begun':
      return `Committing upload session ${sessionId} at ${target.url} (timeout ${limits.timeoutSeconds} s)`;
    case 'waiting':
      return `Upload session ${sessionId}: waiting for ${duration(event.waitedMs)} of ${limits.timeoutSeconds} s`;
    case 'doubt':
      return `Upload session ${sessionId}: attempt ${event.number} may or may not have been carried out (${describeAttempt(event.attempt)}); looking the session up`;
    case 'again':
      return `Upload session ${sessionId}: attempt ${event.number} brought no success (${describeAttempt(event.attempt)}); trying again in ${duration(event.waitMs)}`;
    case 'session':
      return `Upload session ${sessionId}: ${describeSession(event.found)}`;
    case 'content':
      return `Upload session ${sessionId}: ${describeContent(event.found, event.path)}`;
    case 'ended':
      return describeOutcome(event.outcome, target.url);
  }
}
