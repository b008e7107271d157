// The commit of one session from its first attempt to its result, with a scripted image store and a manual clock.
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../src/image-store/attempt.js';
import { answered, refused, SESSION, unanswered } from '../../support/attempts.js';
import {
  aborted,
  contentFound,
  contentNotFound,
  inProgress,
  interrupted,
  invalidArgument,
  lookupRefused,
  runCommit,
  sessionFound,
  sessionNotFound,
  tooManyRequests,
} from '../../support/scripted-store.js';

const once = { maxAttempts: 1 };
const ok = answered();
const times = <Reply>(count: number, reply: Reply): Reply[] => Array.from({ length: count }, () => reply);

describe('the result after one attempt', () => {
  it.each<readonly [string, Attempt]>([['an empty 200', ok]])(
    'is committed for %s, with one request',
    async (_what, last) => {
      const { outcome, requests } = await runCommit({ commits: [last] });
      expect(outcome).toEqual({
        sessionId: SESSION,
        result: 'committed',
        reason: 'answered',
        attempts: 1,
        last,
        stopReason: 'final',
        durationMs: 0,
      });
      expect(requests).toEqual(['0 POST']);
    },
  );

  it.each<readonly [string, Attempt]>([
    ['a 200 with a FabricError', refused(200, 'E_FAIL')],
    ...[301, 302, 304, 307, 308, 401, 403, 404, 408, 409, 411, 429, 501, 505].map(
      (status): readonly [string, Attempt] => [`an empty ${status}`, answered({ status })] as const,
    ),
    ['a FabricError with 404', refused(404, 'NotFound')],
    ['a connection that was refused', unanswered()],
    ['a deadline that passed while connecting', unanswered({ problem: 'deadline' })],
    ['a cancellation while connecting', unanswered({ problem: 'cancelled', code: 'CANCELLED' })],
    ['a 403 that was interrupted', { ...interrupted, status: 403 }],
  ])('is failed for %s, without a look-up', async (_what, last) => {
    const { outcome, requests } = await runCommit({ commits: [last] }, once);
    expect(outcome).toMatchObject({ result: 'failed', reason: 'answered', attempts: 1, last });
    expect(requests).toEqual(['0 POST']);
  });

  it.each<readonly [string, Attempt]>([
    ...[500, 502, 503, 504].map((status): readonly [string, Attempt] => [`an empty ${status}`, answered({ status })]),
    ['a FabricError with 503', aborted],
    ['a commit that is still running', inProgress],
    ['a response that was lost', interrupted],
    ['a 200 that was interrupted', { ...interrupted, status: 200 }],
    ['a 500 that was interrupted', { ...interrupted, status: 500 }],
    ['a deadline that passed after the request was sent', { ...interrupted, problem: 'deadline', code: 'DEADLINE' }],
    ['a cancellation in flight', { ...interrupted, problem: 'cancelled', code: 'CANCELLED' }],
  ])('is unknown for %s, when look-ups are refused', async (_what, last) => {
    const { outcome } = await runCommit({ commits: [last], sessions: [lookupRefused] }, once);
    expect(outcome).toMatchObject({
      result: 'unknown',
      reason: 'inconclusive',
      attempts: 1,
      last,
      sessionLookup: lookupRefused,
    });
  });
});

describe('a long commit', () => {
  it('reports every 30 s how long its attempt has lasted, until it ends', async () => {
    const slow = { afterMs: 95_000, answer: tooManyRequests };
    const { events, outcome, waiting } = await runCommit(
      { commits: [slow, { afterMs: 31_000, answer: ok }] },
      { timeoutSeconds: 4_294_967_295 },
    );
    expect(events).toEqual([
      { kind: 'started', sessionId: SESSION },
      ...[30_000, 60_000, 90_000].map((waitedMs) => ({ kind: 'waiting', sessionId: SESSION, waitedMs })),
      { kind: 'retrying', sessionId: SESSION, number: 1, attempt: tooManyRequests, waitMs: 1_000 },
      { kind: 'waiting', sessionId: SESSION, waitedMs: 30_000 },
      { kind: 'finished', sessionId: SESSION, outcome },
    ]);
    expect(outcome.durationMs).toBe(127_000);
    expect(waiting).toBe(0);
  });
});

describe('retrying', () => {
  it('waits one second, then twice as long each time, for as many attempts as are allowed', async () => {
    const { outcome, requests } = await runCommit({ commits: times(5, tooManyRequests) });
    expect(requests).toEqual(['0 POST', '1000 POST', '3000 POST', '7000 POST', '15000 POST']);
    expect(outcome).toMatchObject({ result: 'failed', attempts: 5, stopReason: 'attempts', durationMs: 15_000 });
  });

  it('waits as long as a Retry-After asks for', async () => {
    const { requests } = await runCommit({ commits: [answered({ status: 429, retryAfterMs: 7_000 }), ok] });
    expect(requests).toEqual(['0 POST', '7000 POST']);
  });

  it('takes no look-up after a failure that is not ambiguous', async () => {
    const { outcome, requests } = await runCommit({ commits: [unanswered(), ok] });
    expect(requests).toEqual(['0 POST', '1000 POST']);
    expect(outcome).toMatchObject({ result: 'committed', reason: 'answered', attempts: 2 });
  });

  it('ends thirty minutes after the first attempt', async () => {
    const slow = answered({ status: 429, retryAfterMs: 600_000 });
    const { outcome, requests } = await runCommit({ commits: times(4, slow) }, { maxAttempts: 100 });
    expect(requests).toEqual(['0 POST', '600000 POST', '1200000 POST', '1800000 POST']);
    expect(outcome).toMatchObject({ result: 'failed', stopReason: 'time' });
  });

  it('counts the time that attempts took towards the thirty minutes', async () => {
    const slow = { afterMs: 1_799_500, answer: tooManyRequests };
    const { outcome, requests } = await runCommit({ commits: [slow] }, { timeoutSeconds: 3_600 });
    expect(requests).toEqual(['0 POST']);
    expect(outcome).toMatchObject({ result: 'failed', attempts: 1, stopReason: 'time' });
  });

  it('does not begin when a Retry-After points past the thirty minutes', async () => {
    const { requests } = await runCommit({ commits: [answered({ status: 429, retryAfterMs: 1_801_000 })] });
    expect(requests).toEqual(['0 POST']);
  });
});

describe('a path where another commit is in progress', () => {
  it('is polled for the timeout without using up attempts, and is then looked up', async () => {
    const { outcome, requests } = await runCommit(
      { commits: times(7, inProgress), sessions: [sessionFound(), sessionFound()], contents: [contentNotFound] },
      { maxAttempts: 2 },
    );
    expect(requests).toEqual([
      '0 POST',
      '0 session',
      ...[1_000, 3_000, 7_000, 15_000, 31_000, 60_000].map((atMs) => `${atMs} POST`),
      '60000 session',
      '60000 content App/a.dll',
    ]);
    expect(outcome).toMatchObject({ result: 'unknown', attempts: 7, stopReason: 'inProgress' });
  });

  it('gets one commit request when one attempt is allowed', async () => {
    const { requests } = await runCommit(
      { commits: [inProgress], sessions: [sessionFound()], contents: [contentNotFound] },
      once,
    );
    expect(requests).toEqual(['0 POST', '0 session', '0 content App/a.dll']);
  });

  it('leaves all attempts to other failures', async () => {
    const commits = [inProgress, inProgress, inProgress, aborted, ok];
    const { outcome } = await runCommit(
      { commits, sessions: [sessionFound()], contents: [contentFound()] },
      { maxAttempts: 2 },
    );
    expect(outcome).toMatchObject({ result: 'committed', reason: 'published', attempts: 5 });
  });
});

describe('cancellation of a commit', () => {
  const slowly = { afterMs: 10_000 };
  const late = { ...slowly, answer: ok };

  it('before it starts makes it failed, and nothing is sent', async () => {
    const { outcome, requests, events } = await runCommit({ commits: [] }, { cancelAtMs: 0 });
    expect(outcome).toEqual({ sessionId: SESSION, result: 'failed', reason: 'cancelled', attempts: 0, durationMs: 0 });
    expect(requests).toEqual([]);
    expect(events).toEqual([{ kind: 'finished', sessionId: SESSION, outcome }]);
  });

  it('in flight makes it unknown at once', async () => {
    const { outcome, requests } = await runCommit({ commits: [late] }, { cancelAtMs: 2_000 });
    expect(requests).toEqual(['0 POST']);
    expect(outcome).toMatchObject({ result: 'unknown', reason: 'cancelled', attempts: 1, durationMs: 2_000 });
  });

  it('during the wait for a retry makes it failed when no attempt was ambiguous', async () => {
    const { outcome, requests } = await runCommit({ commits: [tooManyRequests] }, { cancelAtMs: 500 });
    expect(requests).toEqual(['0 POST']);
    expect(outcome).toMatchObject({ result: 'failed', reason: 'cancelled', last: tooManyRequests, durationMs: 500 });
  });

  it('during the wait for a retry makes it unknown when an attempt was ambiguous', async () => {
    const { outcome, requests } = await runCommit(
      { commits: [interrupted], sessions: [sessionFound()] },
      { cancelAtMs: 500 },
    );
    expect(requests).toEqual(['0 POST', '0 session']);
    expect(outcome).toMatchObject({ result: 'unknown', reason: 'cancelled', last: interrupted, durationMs: 500 });
  });

  it('during the look-up of the session makes it unknown, and no attempt follows', async () => {
    const script = { commits: [interrupted], sessions: [{ ...slowly, answer: sessionFound() }] };
    const { outcome, requests } = await runCommit(script, { cancelAtMs: 2_000 });
    expect(requests).toEqual(['0 POST', '0 session']);
    expect(outcome).toMatchObject({ result: 'unknown', reason: 'cancelled', durationMs: 2_000 });
  });

  it('during the look-up of the content makes it unknown', async () => {
    const cancelled = { ...slowly, answer: contentFound() };
    const script = {
      commits: [interrupted, ok],
      sessions: [sessionFound(), sessionFound()],
      contents: [cancelled, cancelled],
    };
    const { outcome } = await runCommit(script, { cancelAtMs: 2_000 });
    expect(outcome).toMatchObject({ result: 'unknown', attempts: 2, durationMs: 2_000 });
  });

  it('during the diagnosis of a refusal leaves it failed', async () => {
    const script = { commits: [invalidArgument], sessions: [{ ...slowly, answer: sessionNotFound }] };
    const { outcome } = await runCommit(script, { cancelAtMs: 2_000 });
    expect(outcome).toMatchObject({ result: 'failed', reason: 'answered', last: invalidArgument, durationMs: 2_000 });
  });

  it('together with the response leaves it committed when that is a success', async () => {
    const { outcome, requests } = await runCommit({ commits: [ok] }, { cancelWithResponse: true });
    expect(requests).toEqual(['0 POST']);
    expect(outcome).toMatchObject({ result: 'committed', reason: 'answered' });
  });

  it('makes it unknown after a 200 that follows an ambiguous attempt, because no look-up confirms it', async () => {
    const late200 = { afterMs: 1_000, answer: ok };
    const { outcome, requests } = await runCommit(
      { commits: [interrupted, late200], sessions: [sessionFound()] },
      { cancelAtMs: 1_500 },
    );
    expect(requests).toEqual(['0 POST', '0 session', '1000 POST']);
    expect(outcome).toMatchObject({ result: 'unknown', reason: 'cancelled', attempts: 2 });
  });
});
