// A scripted image store, and one commit of a session with it, with a record of every request and its time.
import { setImmediate as settled } from 'node:timers/promises';
import {
  type CommitEvent,
  type CommitOptions,
  commitSession,
  type Outcome,
} from '../../src/commit-engine/commit-session.js';
import type { Attempt } from '../../src/image-store/attempt.js';
import type { ImageStore } from '../../src/image-store/client.js';
import type { ContentLookup, SessionLookup, UploadSession } from '../../src/image-store/responses.js';
import { sleep } from '../../src/shared/clock.js';
import { createLimiter } from '../../src/shared/limiter.js';
import { answered, refused, SESSION, unanswered } from './attempts.js';
import { standingClock } from './standing-clock.js';

/** A response, at once or after so many milliseconds. */
export type Reply<Answer> = Answer | { afterMs: number; answer: Answer };

/** The responses of the store, in this order; a request without one is an error. */
export interface Script {
  commits: readonly Reply<Attempt>[];
  sessions?: readonly Reply<SessionLookup>[];
  contents?: readonly Reply<ContentLookup>[];
}

export interface CommitRunOptions
  extends Partial<Pick<CommitOptions, 'maxAttempts' | 'timeoutSeconds' | 'knownSession' | 'previousVersion'>> {
  /** When the step is cancelled. */
  cancelAtMs?: number;
  /** Cancels the step together with the first response, before it is processed. */
  cancelWithResponse?: boolean;
}

export interface CommitRun {
  outcome: Outcome;
  /** The requests, each after its time in milliseconds. */
  requests: string[];
  /** The deadline of each look-up. */
  deadlines: number[];
  events: CommitEvent[];
  /** How many timers are left at the end. */
  waiting: number;
}

export const path = 'App/a.dll';
export const interrupted = unanswered({ problem: 'interrupted', code: 'ECONNRESET', message: 'gone', sent: true });
export const aborted = refused(503, 'E_ABORT');
export const inProgress = refused(500, 'OperationsPending');
export const tooManyRequests = answered({ status: 429 });
export const invalidArgument = refused(400, 'E_INVALIDARG', 'Invalid argument');
export const sessionNotFound: SessionLookup = { kind: 'notFound' };
/** A refused look-up, which is not repeated. */
export const lookupRefused = { kind: 'failed', attempt: refused(403, 'E_ACCESSDENIED') } as const;
/** A look-up that fails for a reason that may pass. */
export const lookupFailed = { kind: 'failed', attempt: aborted } as const;
export const contentNotFound: ContentLookup = { kind: 'notFound' };
export const publishing: ContentLookup = { kind: 'publishing' };

/** The session that a look-up has found: complete, with 11 bytes by default. */
export function sessionFound(changed: Partial<UploadSession> = {}): SessionLookup {
  return { kind: 'found', session: { path, sizeBytes: 11, lastChunkMs: 1_000_000, missingRanges: [], ...changed } };
}

/** The file that a look-up has found: the session's by default. */
export function contentFound(sizeBytes = 11, modifiedMs = 1_000_000): ContentLookup {
  return { kind: 'found', file: { sizeBytes, modifiedMs } };
}

/** Commits the session with this store, and lets time pass until the commit ends. */
export async function runCommit(script: Script, options: CommitRunOptions = {}): Promise<CommitRun> {
  const clock = standingClock();
  const cancellation = new AbortController();
  const requests: string[] = [];
  const deadlines: number[] = [];
  const events: CommitEvent[] = [];
  const next = <Answer>(request: string, replies: readonly Reply<Answer>[] = []) => {
    let count = 0;
    /** Responds, or ends with the cancellation or the deadline. */
    return async (
      detail: string,
      deadlineMs: number,
      ended: (why: 'cancelled' | 'deadline') => Answer,
    ): Promise<Answer> => {
      requests.push(`${clock.now()} ${request}${detail}`);
      const reply = replies[count];
      count += 1;
      if (reply === undefined) throw new Error(`There is no response for the last of ${requests.join(', ')}`);
      const { afterMs, answer } = isLate(reply) ? reply : { afterMs: 0, answer: reply };
      if (afterMs > 0) await sleep(clock, Math.min(afterMs, deadlineMs), cancellation.signal);
      if (afterMs > 0 && cancellation.signal.aborted) return ended('cancelled');
      return afterMs > deadlineMs ? ended('deadline') : answer;
    };
  };
  const [commit, session, content] = [
    next('POST', script.commits),
    next('session', script.sessions),
    next('content ', script.contents),
  ];
  const unansweredBy = (problem: 'cancelled' | 'deadline'): Attempt =>
    unanswered({ problem, code: problem.toUpperCase(), message: problem, sent: true });
  const failedLookup = (why: 'cancelled' | 'deadline') => ({ kind: 'failed', attempt: unansweredBy(why) }) as const;
  const store: ImageStore = {
    commit: async (_id, timeoutSeconds) => {
      const attempt = await commit('', timeoutSeconds * 1_000 + 15_000, unansweredBy);
      if (options.cancelWithResponse) cancellation.abort();
      return attempt;
    },
    lookUpSession: (_id, deadlineMs) => {
      deadlines.push(deadlineMs);
      return session('', deadlineMs, failedLookup);
    },
    lookUpContent: (path, deadlineMs) => {
      deadlines.push(deadlineMs);
      return content(path, deadlineMs, failedLookup);
    },
  };
  if (options.cancelAtMs === 0) cancellation.abort();
  else if (options.cancelAtMs !== undefined) clock.after(options.cancelAtMs, () => cancellation.abort());

  let isOver = false;
  const committing = commitSession(SESSION, undefined, {
    limiter: createLimiter(1),
    store,
    clock,
    random: () => 0.5, // in the middle of the jitter: waits of 1, 2, 4 … seconds
    signal: cancellation.signal,
    maxAttempts: options.maxAttempts ?? 5,
    timeoutSeconds: options.timeoutSeconds ?? 60,
    ...(options.knownSession && { knownSession: options.knownSession }),
    ...(options.previousVersion !== undefined && { previousVersion: options.previousVersion }),
    onEvent: (event) => events.push(event),
    onAttempt: () => {},
  }).finally(() => {
    isOver = true;
  });
  // Pending promises settle before time passes.
  for (await settled(); !isOver; await settled()) clock.pass(500);
  return { outcome: await committing, requests, deadlines, events, waiting: clock.waiting };
}

function isLate<Answer>(reply: Reply<Answer>): reply is { afterMs: number; answer: Answer } {
  return typeof reply === 'object' && reply !== null && 'afterMs' in reply;
}
