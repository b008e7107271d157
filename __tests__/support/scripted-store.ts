// An image store that answers as told, one commit of one session with it, and a journal of who asked what and when.
import { setImmediate as settled } from 'node:timers/promises';
import { type CommitEvent, type CommitOptions, commitSession, type Outcome } from '../../src/commit/commit-session.js';
import type { Attempt } from '../../src/image-store/attempt.js';
import type { ImageStore } from '../../src/image-store/client.js';
import type { ContentLookup, SessionLookup, UploadSession } from '../../src/image-store/responses.js';
import { sleep } from '../../src/shared/clock.js';
import { createLimiter } from '../../src/shared/limiter.js';
import { answered, refused, SESSION, unanswered } from './attempts.js';
import { standingClock } from './standing-clock.js';

/** An answer, at once or after so many milliseconds. */
export type Reply<Answer> = Answer | { afterMs: number; answer: Answer };

/** What the store answers, in this order; a question too many is a fault. */
export interface Script {
  commits: readonly Reply<Attempt>[];
  sessions?: readonly Reply<SessionLookup>[];
  contents?: readonly Reply<ContentLookup>[];
}

export interface PlayOptions extends Partial<Pick<CommitOptions, 'maxAttempts' | 'timeoutSeconds'>> {
  /** When the wish to stop comes. */
  cancelAtMs?: number;
  /** The wish comes together with the first answer, before anybody has looked at it. */
  cancelWithAnswer?: boolean;
}

export interface Play {
  outcome: Outcome;
  /** The questions, each after the millisecond at which it was asked. */
  journal: string[];
  /** How long each look-up was given. */
  deadlines: number[];
  events: CommitEvent[];
  /** Who still waited at the end. */
  waiting: number;
}

export const path = 'App/a.dll';
export const lost = unanswered({ problem: 'interrupted', code: 'ECONNRESET', message: 'gone', sent: true });
export const aborted = refused(503, 'E_ABORT');
export const pending = refused(500, 'OperationsPending');
export const tooMany = answered({ status: 429 });
export const invalid = refused(400, 'E_INVALIDARG', 'Invalid argument');
export const gone: SessionLookup = { kind: 'notFound' };
/** A look-up that is refused, which is not asked again. */
export const barred = { kind: 'failed', attempt: refused(403, 'E_ACCESSDENIED') } as const;
/** A look-up that fails in passing. */
export const failing = { kind: 'failed', attempt: aborted } as const;
export const absent: ContentLookup = { kind: 'notFound' };
export const publishing: ContentLookup = { kind: 'publishing' };

/** The session: complete, 11 bytes, unless told. */
export function there(changed: Partial<UploadSession> = {}): SessionLookup {
  return { kind: 'found', session: { path, sizeBytes: 11, lastChunkMs: 1_000_000, missingRanges: [], ...changed } };
}

/** A file at its path: the session's, unless told. */
export function file(sizeBytes = 11, modifiedMs = 1_000_000): ContentLookup {
  return { kind: 'found', file: { sizeBytes, modifiedMs } };
}

/** Commits the session with a store that answers so. Time passes as long as it takes. */
export async function play(script: Script, options: PlayOptions = {}): Promise<Play> {
  const clock = standingClock();
  const cancellation = new AbortController();
  const journal: string[] = [];
  const deadlines: number[] = [];
  const events: CommitEvent[] = [];
  const next = <Answer>(question: string, replies: readonly Reply<Answer>[] = []) => {
    let asked = 0;
    /** Answers, or gives up when told to or when the time is over. */
    return async (
      detail: string,
      givenMs: number,
      given: (why: 'cancelled' | 'deadline') => Answer,
    ): Promise<Answer> => {
      journal.push(`${clock.now()} ${question}${detail}`);
      const reply = replies[asked];
      asked += 1;
      if (reply === undefined) throw new Error(`Nobody expected ${journal.join(', ')}`);
      const { afterMs, answer } = isLate(reply) ? reply : { afterMs: 0, answer: reply };
      if (afterMs > 0) await sleep(clock, Math.min(afterMs, givenMs), cancellation.signal);
      if (afterMs > 0 && cancellation.signal.aborted) return given('cancelled');
      return afterMs > givenMs ? given('deadline') : answer;
    };
  };
  const [commit, session, content] = [
    next('POST', script.commits),
    next('session', script.sessions),
    next('content ', script.contents),
  ];
  const silent = (problem: 'cancelled' | 'deadline'): Attempt =>
    unanswered({ problem, code: problem.toUpperCase(), message: problem, sent: true });
  const noAnswer = (why: 'cancelled' | 'deadline') => ({ kind: 'failed', attempt: silent(why) }) as const;
  const store: ImageStore = {
    commit: async (_id, timeoutSeconds) => {
      const attempt = await commit('', timeoutSeconds * 1_000 + 15_000, silent);
      if (options.cancelWithAnswer) cancellation.abort();
      return attempt;
    },
    lookUpSession: (_id, deadlineMs) => {
      deadlines.push(deadlineMs);
      return session('', deadlineMs, noAnswer);
    },
    lookUpContent: (asked, deadlineMs) => {
      deadlines.push(deadlineMs);
      return content(asked, deadlineMs, noAnswer);
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
    onEvent: (event) => events.push(event),
    onAttempt: () => {},
  }).finally(() => {
    isOver = true;
  });
  // Whoever is called gets to do what it wants before time goes on.
  for (await settled(); !isOver; await settled()) clock.pass(500);
  return { outcome: await committing, journal, deadlines, events, waiting: clock.waiting };
}

function isLate<Answer>(reply: Reply<Answer>): reply is { afterMs: number; answer: Answer } {
  return typeof reply === 'object' && reply !== null && 'afterMs' in reply;
}
