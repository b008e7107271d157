// Commits many upload sessions: a bounded number of attempts at a time, and one shared failure during an outage.
import type { Attempt, FailedAttempt } from '../image-store/attempt.js';
import { createLimiter } from '../shared/limiter.js';
import { createOutageBreaker } from '../shared/outage-breaker.js';
import { type CommitOptions, commitSession, type Outcome } from './commit-session.js';

export interface CommitAllOptions extends Omit<CommitOptions, 'limiter' | 'onAttempt'> {
  /** How many attempts run at a time. */
  readonly concurrency: number;
  /** Is told, once until the endpoint is reached again, that so many waiting sessions share this failure. */
  readonly onOutage: (failure: FailedAttempt, waitingSessions: number) => void;
}

/**
 * An outage that has lasted this long is not waited for any more: sessions that have not been tried end untried, and say
 * so. A dropped connection takes 30 s, so thousands of sessions would take hours to be tried one by one.
 */
const outageLimitMs = 5 * 60_000;
/** Below this many failed connections in a row, whatever the concurrency, a failure says nothing about the next session. */
const fewestFailures = 3;
/** At a high concurrency as many connections fail at once; more of them would not say more. */
const mostFailures = 8;

/**
 * Commits every session, whatever happens to the others. During an outage (nobody can connect) the failure counts as
 * the next attempt of every session that waits, but for its last one: one more connection that cannot be made would
 * show nothing new, and yet no session fails without having been tried.
 * @returns the outcomes in the order of the sessions
 */
export async function commitSessions(
  sessionIds: readonly string[],
  options: CommitAllOptions,
): Promise<readonly Outcome[]> {
  const limiter = createLimiter<Attempt>(options.concurrency);
  const commits: Promise<Outcome>[] = [];
  let sharedFailure: Attempt | undefined;
  let isAnnounced = false;

  const breaker = createOutageBreaker<FailedAttempt>({
    clock: options.clock,
    failureThreshold: Math.max(fewestFailures, Math.min(options.concurrency, mostFailures)),
    onOutage: (failure, lastedMs) => {
      const isOver = lastedMs > outageLimitMs;
      const failed = limiter.failFast(failure, isOver ? 'all' : 'willing');
      if (options.maxAttempts === 1 && !isOver) return;
      sharedFailure = failure;
      const waitingSessions = failed + sessionIds.length - commits.length;
      if (waitingSessions === 0 || isAnnounced) return;
      isAnnounced = true;
      options.onOutage(failure, waitingSessions);
    },
  });
  const onAttempt = (attempt: Attempt): void => {
    if (attempt.kind === 'noResponse' && attempt.problem === 'connect') {
      breaker.recordFailure(attempt);
    } else {
      isAnnounced = false;
      breaker.recordContact();
    }
  };

  for (const sessionId of sessionIds) {
    // Sessions are started one by one, so that one that waits needs no memory of its own.
    if (sharedFailure === undefined) await limiter.available();
    const commit = commitSession(sessionId, sharedFailure, { ...options, limiter, onAttempt });
    // A fault of ours ends the step below, after the other sessions; until then it must not end the process.
    commit.catch(() => undefined);
    commits.push(commit);
  }
  return Promise.all(commits);
}
