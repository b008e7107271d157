// One session from first try to verdict, with an image store that answers as told and a clock that stands still.
import { describe, expect, it } from 'vitest';
import { cancellable } from '../src/cancellation.js';
import { type CommitEvent, commitSession, type Outcome } from '../src/commit.js';
import type { Attempt } from '../src/image-store.js';
import { answered, refused, SESSION, unanswered } from './attempts.js';
import { standingClock } from './standing-clock.js';

async function commitWith(last: Attempt): Promise<Outcome> {
  return commitSession(SESSION, {
    store: { commit: async () => last },
    clock: standingClock(),
    timeoutSeconds: 60,
    cancellation: cancellable(),
    tell: () => undefined,
  });
}

const sent = { sent: true, problem: 'cut', code: 'ECONNRESET', message: 'aborted' } as const;

describe('the verdict after one attempt', () => {
  it.each<readonly [string, Attempt]>([
    ['an empty 200', answered()],
    ['a 200 with JSON', answered({ body: 'json' })],
  ])('is committed for %s', async (_what, last) => {
    expect(await commitWith(last)).toEqual({
      sessionId: SESSION,
      result: 'committed',
      attempts: 1,
      last,
      durationMs: 0,
    });
  });

  it.each<readonly [string, Attempt]>([
    ['a 200 with a page', answered({ body: 'page' })],
    ['a 200 with more than is read', answered({ body: 'endless' })],
    ['a 200 with a FabricError', refused(200, 'E_FAIL')],
    ...[201, 202, 204, 206, 301, 302, 304, 307, 401, 403, 404, 408, 409, 411, 429, 501, 505].map(
      (status): readonly [string, Attempt] => [`an empty ${status}`, answered({ status })] as const,
    ),
    ['a FabricError with 400', refused(400, 'E_INVALIDARG')],
    ['a connection that was never made', unanswered()],
    ['a deadline before there was a connection', unanswered({ problem: 'deadline' })],
    ['a refusal that was cut off', unanswered({ ...sent, status: 403 })],
  ])('is failed for %s', async (_what, last) => {
    expect(await commitWith(last)).toMatchObject({ result: 'failed', attempts: 1, last });
  });

  it.each<readonly [string, Attempt]>([
    ...[500, 502, 503, 504].map((status): readonly [string, Attempt] => [`an empty ${status}`, answered({ status })]),
    ['a FabricError with 503', refused(503, 'E_ABORT')],
    ['a commit that is still running', refused(500, 'OperationsPending')],
    ['an answer that never came', unanswered(sent)],
    ['a 200 that was cut off', unanswered({ ...sent, status: 200 })],
    ['a 500 that was cut off', unanswered({ ...sent, status: 500 })],
    ['the deadline', unanswered({ ...sent, problem: 'deadline', code: 'DEADLINE' })],
    ['a cancellation in flight', unanswered({ ...sent, problem: 'cancelled', code: 'CANCELLED' })],
  ])('is unknown for %s', async (_what, last) => {
    expect(await commitWith(last)).toMatchObject({ result: 'unknown', attempts: 1, last });
  });
});

it('a commit that was cancelled before it began is failed and never sent', async () => {
  const cancellation = cancellable();
  cancellation.request();
  let sentRequests = 0;
  const ended = await commitSession(SESSION, {
    store: {
      commit: async () => {
        sentRequests += 1;
        return answered();
      },
    },
    clock: standingClock(),
    timeoutSeconds: 60,
    cancellation,
    tell: () => undefined,
  });
  expect(ended).toEqual({ sessionId: SESSION, result: 'failed', attempts: 0, durationMs: 0 });
  expect(sentRequests).toBe(0);
});

it('a long commit says every 30 s how long it has waited, and is silent once it is over', async () => {
  const clock = standingClock();
  const events: CommitEvent[] = [];
  let answer: (attempt: Attempt) => void = () => undefined;
  const committing = commitSession(SESSION, {
    store: {
      commit: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    },
    clock,
    timeoutSeconds: 4_294_967_295,
    cancellation: cancellable(),
    tell: (event) => events.push(event),
  });
  clock.pass(95_000);
  answer(answered());
  const ended = await committing;
  clock.pass(300_000);
  expect(events).toEqual([
    { kind: 'begun', sessionId: SESSION },
    ...[30_000, 60_000, 90_000].map((waitedMs) => ({ kind: 'waiting', sessionId: SESSION, waitedMs })),
    { kind: 'ended', outcome: ended },
  ]);
  expect(ended.durationMs).toBe(95_000);
  expect(clock.waiting).toBe(0);
});
