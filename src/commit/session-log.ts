// The log lines of a commit, each with its session's id.

import type { CommitEvent } from '../commit-engine/commit-session.js';
import type { Heartbeat } from '../commit-engine/heartbeat.js';
import type { RetryLimits } from '../commit-engine/retry-policy.js';
import { classify } from '../commit-engine/verdict.js';
import type { ConnectionInfo } from '../connection/connection-info.js';
import {
  describeAttempt,
  describeContent,
  describeNetworkError,
  describeSession,
} from '../diagnostics/attempt-text.js';
import type { Attempt, FailedAttempt } from '../image-store/attempt.js';
import { graceMs } from '../image-store/client.js';
import type { Log } from '../runner/log.js';
import type { Clock } from '../shared/clock.js';
import { duration, grouped } from '../shared/format.js';
import { describeOutcome } from './outcome-text.js';

/** What the lines are about, and where they go. */
export interface LogContext {
  readonly clock: Clock;
  readonly connection: ConnectionInfo;
  readonly limits: RetryLimits;
  readonly log: Log;
}

export type OnEvent = (event: CommitEvent) => void;

/** Logs every event. */
export function createSessionLog(context: LogContext): OnEvent {
  return (event) => context.log.info(describeEvent(event, context));
}

/** Logs once what keeps all waiting sessions from being sent. */
export function logOutage(failure: FailedAttempt, waitingSessions: number, { log, connection }: LogContext): void {
  const sessions =
    waitingSessions === 1 ? '1 waiting session fails' : `${grouped(waitingSessions)} waiting sessions fail`;
  log.info(`Cannot connect to ${connection.url}: ${describeNetworkError(failure)}. ${sessions} for the same reason.`);
}

/** An event as one line. */
export function describeEvent(event: CommitEvent, { connection, limits }: LogContext): string {
  const { sessionId } = event;
  const session = `Upload session ${sessionId}`;
  switch (event.kind) {
    case 'started':
      return `Committing upload session ${sessionId} at ${connection.url} (timeout ${limits.timeoutSeconds} s)`;
    case 'waiting':
      return `${session}: ${describeHeartbeat(event, limits)}`;
    case 'ambiguous':
      return `${session}: ${describeNumber(event, limits)} is ambiguous, the cluster may have committed (${describeAttempt(event.attempt)}); looking up the session`;
    case 'retrying':
      return classify(event.attempt) === 'inProgress'
        ? `${session}: Another commit of its path is in progress (${describeAttempt(event.attempt)}); asking again in ${duration(event.waitMs)}`
        : `${session}: ${describeNumber(event, limits)} failed: ${describeAttempt(event.attempt)}; retrying in ${duration(event.waitMs)}`;
    case 'sessionLookup':
      return `${session}: ${describeSession(event.found)}`;
    case 'contentLookup':
      return `${session}: ${describeContent(event.found, event.path)}`;
    case 'finished':
      return describeOutcome(event.outcome, connection.url);
  }
}

/** Polling a path that is busy uses up no attempts, so it has no place in the count. */
function describeNumber(
  { attempt, number }: { attempt: Attempt; number: number },
  { maxAttempts }: RetryLimits,
): string {
  return classify(attempt) === 'inProgress' ? 'This attempt' : `Attempt ${number} of ${maxAttempts}`;
}

/** Says what is waited for, and until when: the response has the cluster's time and that of its way back. */
function describeHeartbeat({ waitedMs, isSent }: Heartbeat, { timeoutSeconds }: RetryLimits): string {
  const waited = duration(waitedMs);
  if (!isSent) return `Still connecting after ${waited}`;
  const grace = duration(graceMs);
  return `Waiting for the response since ${waited}; the cluster has ${grouped(timeoutSeconds)} s (timeout), and this action waits ${grace} longer`;
}
