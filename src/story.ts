// The story as it happens, line by line: all of it for a few sessions, the course of it for many.

import type { Attempt } from './attempt.js';
import type { Clock } from './clock.js';
import type { CommitEvent } from './commit.js';
import type { Log } from './log.js';
import type { RetryLimits } from './retry.js';
import { describeAttempt, describeContent, describeOutcome, describeSession, duration } from './sentences.js';
import type { Target } from './target.js';

/** What the story is about, and whom it is told. */
export interface Told {
  clock: Clock;
  target: Target;
  limits: RetryLimits;
  log: Log;
}

type Tell = (event: CommitEvent) => void;

/** Up to so many sessions have their whole story told. */
export const fewSessions = 10;
/** Of more, so many failures are told as they happen; all are in the outputs and the summary. */
const failuresTold = 10;
/** How often the course of many sessions is told: at this share of them, or after this time. */
const [progressShare, progressMs] = [0.1, 15_000];

/** Tells everything, each line with its session's id. */
export function tellEach(told: Told): Tell {
  const untold: CommitEvent[] = [];
  const catchUp = (): void => {
    for (const event of untold.splice(0)) told.log.info(eventLine(event, told));
  };
  return (event) => {
    untold.push(event);
    // That a commit has begun can wait until the request is on its way: the step's first words take a millisecond.
    if (event.kind !== 'begun') catchUp();
    else if (untold.length === 1) told.clock.after(0, catchUp);
  };
}

/** Tells how far many sessions are, and the first failures; the rest is for those who debug. */
export function tellProgress(total: number, told: Told): Tell {
  const { clock, log, target } = told;
  const startedMs = clock.now();
  const count = { committed: 0, failed: 0, unknown: 0 };
  const inFlight = new Set<string>();
  let [toldAt, toldMs] = [0, startedMs];
  log.info(`Committing ${total} upload sessions at ${target.url}`);
  return (event) => {
    if (log.isDebug) log.debug(eventLine(event, told));
    if (event.kind === 'begun') inFlight.add(event.sessionId);
    if (event.kind !== 'ended') return;
    const { outcome } = event;
    inFlight.delete(event.sessionId);
    count[outcome.result] += 1;
    const { committed, failed, unknown } = count;
    if (outcome.result !== 'committed' && failed + unknown <= failuresTold) log.info(eventLine(event, told));

    const [done, nowMs] = [committed + failed + unknown, clock.now()];
    if (done < total && done - toldAt < total * progressShare && nowMs - toldMs < progressMs) return;
    [toldAt, toldMs] = [done, nowMs];
    const left = ((nowMs - startedMs) / done) * (total - done);
    const rest =
      done === total ? `in ${duration(nowMs - startedMs)}` : `${inFlight.size} in flight, about ${duration(left)} left`;
    log.info(`${done} of ${total} done: ${committed} committed, ${failed} failed, ${unknown} unknown; ${rest}`);
  };
}

/** Says once what is wrong for all that wait. */
export function tellShared(failure: Attempt, count: number, { log, target }: Told): void {
  log.info(
    `Nobody can connect to ${target.url}: ${describeAttempt(failure)}; this counts for ${count} waiting sessions as well`,
  );
}

function eventLine(event: CommitEvent, { target, limits }: Told): string {
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
