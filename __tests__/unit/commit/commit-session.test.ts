// One session from first try to verdict, with an image store that answers as told and a clock that stands still.
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../src/image-store/attempt.js';
import type { ContentLookup, SessionLookup } from '../../../src/image-store/responses.js';
import { answered, refused, SESSION, unanswered } from '../../support/attempts.js';
import {
  aborted,
  absent,
  barred,
  failing,
  file,
  gone,
  invalid,
  lost,
  pending,
  play,
  publishing,
  there,
  tooMany,
} from '../../support/scripted-store.js';

const once = { maxAttempts: 1 };
const ok = answered();
const times = <Reply>(count: number, reply: Reply): Reply[] => Array.from({ length: count }, () => reply);

describe('the verdict after one attempt', () => {
  it.each<readonly [string, Attempt]>([
    ['an empty 200', ok],
    ['a 200 with JSON', answered({ body: 'json' })],
  ])('is committed for %s, at the price of one request', async (_what, last) => {
    const { outcome, journal } = await play({ commits: [last] });
    expect(outcome).toEqual({
      sessionId: SESSION,
      result: 'committed',
      reason: 'answered',
      attempts: 1,
      last,
      stopReason: 'final',
      durationMs: 0,
    });
    expect(journal).toEqual(['0 POST']);
  });

  it.each<readonly [string, Attempt]>([
    ['a 200 with a page', answered({ body: 'nonJson' })],
    ['a 200 with more than is read', answered({ body: 'tooLarge' })],
    ['a 200 with a FabricError', refused(200, 'E_FAIL')],
    ...[201, 202, 204, 206, 301, 302, 304, 307, 401, 403, 404, 408, 409, 411, 429, 501, 505].map(
      (status): readonly [string, Attempt] => [`an empty ${status}`, answered({ status })] as const,
    ),
    ['a FabricError with 404', refused(404, 'NotFound')],
    ['a connection that was never made', unanswered()],
    ['a deadline before there was a connection', unanswered({ problem: 'deadline' })],
    ['a cancellation before there was a connection', unanswered({ problem: 'cancelled', code: 'CANCELLED' })],
    ['a refusal that was cut off', { ...lost, status: 403 }],
  ])('is failed for %s, without a look-up', async (_what, last) => {
    const { outcome, journal } = await play({ commits: [last] }, once);
    expect(outcome).toMatchObject({ result: 'failed', reason: 'answered', attempts: 1, last });
    expect(journal).toEqual(['0 POST']);
  });

  it.each<readonly [string, Attempt]>([
    ...[500, 502, 503, 504].map((status): readonly [string, Attempt] => [`an empty ${status}`, answered({ status })]),
    ['a FabricError with 503', aborted],
    ['a commit that is still running', pending],
    ['an answer that never came', lost],
    ['a 200 that was cut off', { ...lost, status: 200 }],
    ['a 500 that was cut off', { ...lost, status: 500 }],
    ['the deadline', { ...lost, problem: 'deadline', code: 'DEADLINE' }],
    ['a cancellation in flight', { ...lost, problem: 'cancelled', code: 'CANCELLED' }],
  ])('is unknown for %s, when nothing can be looked up', async (_what, last) => {
    const { outcome } = await play({ commits: [last], sessions: [barred] }, once);
    expect(outcome).toMatchObject({
      result: 'unknown',
      reason: 'inconclusive',
      attempts: 1,
      last,
      sessionLookup: barred,
    });
  });
});

describe('a long commit', () => {
  it('says every 30 s how long it has waited, anew for each attempt, and is silent once it is over', async () => {
    const slow = { afterMs: 95_000, answer: tooMany };
    const { events, outcome, waiting } = await play(
      { commits: [slow, { afterMs: 31_000, answer: ok }] },
      { timeoutSeconds: 4_294_967_295 },
    );
    expect(events).toEqual([
      { kind: 'started', sessionId: SESSION },
      ...[30_000, 60_000, 90_000].map((waitedMs) => ({ kind: 'waiting', sessionId: SESSION, waitedMs })),
      { kind: 'retrying', sessionId: SESSION, number: 1, attempt: tooMany, waitMs: 1_000 },
      { kind: 'waiting', sessionId: SESSION, waitedMs: 30_000 },
      { kind: 'finished', sessionId: SESSION, outcome },
    ]);
    expect(outcome.durationMs).toBe(127_000);
    expect(waiting).toBe(0);
  });
});

describe('trying again', () => {
  it('waits one second, then twice as long each time, for as many attempts as are allowed', async () => {
    const { outcome, journal } = await play({ commits: times(5, tooMany) });
    expect(journal).toEqual(['0 POST', '1000 POST', '3000 POST', '7000 POST', '15000 POST']);
    expect(outcome).toMatchObject({ result: 'failed', attempts: 5, stopReason: 'attempts', durationMs: 15_000 });
  });

  it('waits as long as a Retry-After asks for', async () => {
    const { journal } = await play({ commits: [answered({ status: 429, retryAfterMs: 7_000 }), ok] });
    expect(journal).toEqual(['0 POST', '7000 POST']);
  });

  it('costs no look-up when the first failure was not ambiguous', async () => {
    const { outcome, journal } = await play({ commits: [unanswered(), ok] });
    expect(journal).toEqual(['0 POST', '1000 POST']);
    expect(outcome).toMatchObject({ result: 'committed', reason: 'answered', attempts: 2 });
  });

  it('ends thirty minutes after the first attempt', async () => {
    const slow = answered({ status: 429, retryAfterMs: 600_000 });
    const { outcome, journal } = await play({ commits: times(4, slow) }, { maxAttempts: 100 });
    expect(journal).toEqual(['0 POST', '600000 POST', '1200000 POST', '1800000 POST']);
    expect(outcome).toMatchObject({ result: 'failed', stopReason: 'time' });
  });

  it('counts the time that attempts took towards the thirty minutes', async () => {
    const slow = { afterMs: 1_799_500, answer: tooMany };
    const { outcome, journal } = await play({ commits: [slow] }, { timeoutSeconds: 3_600 });
    expect(journal).toEqual(['0 POST']);
    expect(outcome).toMatchObject({ result: 'failed', attempts: 1, stopReason: 'time' });
  });

  it('does not begin when a Retry-After points past the thirty minutes', async () => {
    const { journal } = await play({ commits: [answered({ status: 429, retryAfterMs: 1_801_000 })] });
    expect(journal).toEqual(['0 POST']);
  });
});

describe('a busy path', () => {
  it('is polled for the timeout without using up attempts, then looked at', async () => {
    const { outcome, journal } = await play(
      { commits: times(7, pending), sessions: [there(), there()], contents: [absent] },
      { maxAttempts: 2 },
    );
    expect(journal).toEqual([
      '0 POST',
      '0 session',
      ...[1_000, 3_000, 7_000, 15_000, 31_000, 60_000].map((atMs) => `${atMs} POST`),
      '60000 session',
      '60000 content App/a.dll',
    ]);
    expect(outcome).toMatchObject({ result: 'unknown', attempts: 7, stopReason: 'inProgress' });
  });

  it('is asked once when one attempt is allowed', async () => {
    const { journal } = await play({ commits: [pending], sessions: [there()], contents: [absent] }, once);
    expect(journal).toEqual(['0 POST', '0 session', '0 content App/a.dll']);
  });

  it('leaves all attempts to other failures', async () => {
    const commits = [pending, pending, pending, aborted, ok];
    const { outcome } = await play({ commits, sessions: [there()], contents: [file()] }, { maxAttempts: 2 });
    expect(outcome).toMatchObject({ result: 'committed', reason: 'published', attempts: 5 });
  });
});

describe('the session', () => {
  it('is looked up after the first ambiguous failure, and again after later ones until that is answered', async () => {
    const { outcome, journal } = await play({
      commits: [tooMany, lost, aborted, aborted, ok],
      sessions: [barred, barred, there()],
      contents: [file()],
    });
    expect(journal).toEqual([
      '0 POST',
      '1000 POST',
      '1000 session',
      '3000 POST',
      '3000 session',
      '7000 POST',
      '7000 session',
      '15000 POST',
      '15000 content App/a.dll',
    ]);
    expect(outcome).toMatchObject({ result: 'committed', reason: 'published', attempts: 5 });
  });

  it('that is gone from the start is asked for only once more, at the end', async () => {
    const { outcome, journal } = await play({ commits: [lost, aborted, invalid], sessions: [gone, gone] });
    expect(journal).toEqual(['0 POST', '0 session', '1000 POST', '3000 POST', '3000 session']);
    expect(outcome).toMatchObject({ result: 'unknown', reason: 'inconclusive', sessionLookup: gone });
  });

  it('is not asked twice when the first doubt is the end', async () => {
    const { journal } = await play({ commits: [lost], sessions: [there()], contents: [absent] }, once);
    expect(journal).toEqual(['0 POST', '0 session', '0 content App/a.dll']);
  });
});

describe('proof', () => {
  it('of a 200 in doubt is the content alone', async () => {
    const { outcome, journal, events } = await play({ commits: [lost, ok], sessions: [there()], contents: [file()] });
    expect(journal).toEqual(['0 POST', '0 session', '1000 POST', '1000 content App/a.dll']);
    expect(outcome).toMatchObject({ result: 'committed', reason: 'published', attempts: 2, contentLookup: file() });
    expect(events.map(({ kind }) => kind)).toEqual([
      'started',
      'ambiguous',
      'sessionLookup',
      'retrying',
      'contentLookup',
      'finished',
    ]);
  });

  it('of anything else is the session first, then the content', async () => {
    const { outcome, journal } = await play({
      commits: [lost, invalid],
      sessions: [there(), gone],
      contents: [file()],
    });
    expect(journal).toEqual(['0 POST', '0 session', '1000 POST', '1000 session', '1000 content App/a.dll']);
    expect(outcome).toMatchObject({
      result: 'committed',
      reason: 'published',
      sessionLookup: gone,
      contentLookup: file(),
    });
  });

  it('that a 200 was false asks all over again, in this order', async () => {
    const { outcome, journal } = await play({
      commits: [refused(500, '0x80070070'), ok],
      sessions: [there(), there()],
      contents: [file(3), file(3)],
    });
    expect(journal.slice(-3)).toEqual(['1000 content App/a.dll', '1000 session', '1000 content App/a.dll']);
    expect(outcome).toMatchObject({ result: 'unknown', reason: 'inconclusive' });
  });

  it.each<[string, Attempt[], SessionLookup, ContentLookup, object]>([
    ['ours while the session is there', [lost, tooMany], there(), file(), { result: 'unknown' }],
    ['a refusal, there and absent', [lost, invalid], there(), absent, { result: 'failed', reason: 'not published' }],
    ['a refusal, gone and absent', [lost, invalid], gone, absent, { result: 'unknown' }],
    [
      'bytes missing',
      [lost, tooMany],
      there({ missingRanges: [{ start: 5, end: 10 }] }),
      file(),
      { result: 'failed', reason: 'incomplete' },
    ],
    [
      'errors that end the work, and absent',
      [refused(500, 'E_FAIL'), refused(500, 'E_FAIL')],
      gone,
      absent,
      { result: 'failed', reason: 'aborted' },
    ],
    ['no answer about the session', [lost, invalid], barred, absent, { result: 'unknown' }],
    ['no answer about the content', [lost, invalid], there(), barred, { result: 'unknown' }],
  ])('or none: %s', async (_, commits, sessionLookup, content, verdict) => {
    const script = { commits, sessions: [there(), sessionLookup], contents: [content] };
    expect((await play(script, { maxAttempts: 2 })).outcome).toMatchObject(verdict);
  });

  it('is not that a session is gone that was last seen with bytes missing', async () => {
    const incomplete = there({ missingRanges: [{ start: 5, end: 10 }] });
    const script = { commits: [lost, invalid], sessions: [incomplete, gone], contents: [file()] };
    expect((await play(script)).outcome).toMatchObject({ result: 'unknown' });
  });

  it.each([
    ['the size and the date of the last chunk', file(11, 1_000_000), 'committed'],
    ['a later date', file(11, 9_000_000), 'committed'],
    ['a date two minutes earlier, by another clock', file(11, 1_000_000 - 120_000), 'committed'],
    ['a date before that', file(11, 1_000_000 - 120_001), 'unknown'],
    ['another size', file(12), 'unknown'],
  ])('takes a file for ours by %s', async (_, content, result) => {
    const script = { commits: [lost, ok], sessions: [there(), there()], contents: [content, content] };
    expect((await play(script)).outcome.result).toBe(result);
  });
});

describe('a look-up', () => {
  it('that fails in passing is repeated twice', async () => {
    const { journal } = await play({ commits: [lost, ok], sessions: [failing, failing, there()], contents: [file()] });
    expect(journal).toEqual([
      '0 POST',
      '0 session',
      '1000 session',
      '3000 session',
      '4000 POST',
      '4000 content App/a.dll',
    ]);
  });

  it('that goes on failing is given up, and hides nothing', async () => {
    const { outcome, journal } = await play({ commits: [lost], sessions: times(3, failing) }, once);
    expect(journal).toEqual(['0 POST', '0 session', '1000 session', '3000 session']);
    expect(outcome).toMatchObject({ result: 'unknown', last: lost, sessionLookup: failing });
  });

  it('has 15 s with all its repetitions', async () => {
    const slow = { afterMs: 10_000, answer: failing };
    const { outcome, journal, deadlines } = await play({ commits: [lost], sessions: [slow, slow] }, once);
    expect(journal).toEqual(['0 POST', '0 session', '11000 session']);
    expect(deadlines).toEqual([15_000, 4_000]);
    expect(outcome).toMatchObject({ result: 'unknown', durationMs: 15_000 });
  });

  it('of the content has 15 s of its own', async () => {
    const slow = { afterMs: 20_000, answer: file() };
    const { outcome, deadlines } = await play({ commits: [lost], sessions: [there()], contents: [slow] }, once);
    expect(deadlines).toEqual([15_000, 15_000]);
    expect(outcome).toMatchObject({ result: 'unknown', contentLookup: { kind: 'failed' }, durationMs: 15_000 });
  });

  it('of a file in mid-publication is repeated until it is there', async () => {
    const script = { commits: [lost, ok], sessions: [there()], contents: [publishing, publishing, file()] };
    const { outcome, journal } = await play(script);
    expect(journal.slice(-3)).toEqual(['1000', '2000', '4000'].map((atMs) => `${atMs} content App/a.dll`));
    expect(outcome).toMatchObject({ result: 'committed', reason: 'published' });
  });

  it('of a file in mid-publication is repeated three times at most', async () => {
    const script = { commits: [lost], sessions: [there()], contents: times(4, publishing) };
    const { outcome, journal } = await play(script, once);
    expect(journal.slice(2)).toEqual(['0', '1000', '3000', '7000'].map((atMs) => `${atMs} content App/a.dll`));
    expect(outcome).toMatchObject({ result: 'unknown', contentLookup: publishing });
  });
});

describe('a plain 400 E_INVALIDARG', () => {
  it.each<[string, SessionLookup]>([
    ['no session', gone],
    ['missing bytes', there({ missingRanges: [{ start: 5, end: 10 }] })],
    ['an empty file', there({ sizeBytes: 0, missingRanges: [{ start: 0, end: 0 }] })],
    ['a complete session', there()],
    ['no session API', { kind: 'failed', attempt: invalid }],
    ['no answer', barred],
  ])('is diagnosed with one look-up and stays failed: %s', async (_, sessionLookup) => {
    const { outcome, journal } = await play({ commits: [invalid], sessions: [sessionLookup] });
    expect(journal).toEqual(['0 POST', '0 session']);
    expect(outcome).toMatchObject({ result: 'failed', reason: 'answered', last: invalid, sessionLookup });
    expect(outcome.session).toEqual(sessionLookup.kind === 'found' ? sessionLookup.session : undefined);
  });

  it('is diagnosed after attempts that were not ambiguous, too', async () => {
    const { journal } = await play({ commits: [unanswered(), invalid], sessions: [gone] });
    expect(journal).toEqual(['0 POST', '1000 POST', '1000 session']);
  });
});

describe('cancelling', () => {
  const slowly = { afterMs: 10_000 };
  const late = { ...slowly, answer: ok };

  it('before the commit has begun leaves it failed, and nothing is sent', async () => {
    const { outcome, journal, events } = await play({ commits: [] }, { cancelAtMs: 0 });
    expect(outcome).toEqual({ sessionId: SESSION, result: 'failed', reason: 'cancelled', attempts: 0, durationMs: 0 });
    expect(journal).toEqual([]);
    expect(events).toEqual([{ kind: 'finished', sessionId: SESSION, outcome }]);
  });

  it('in flight leaves it unknown, at once', async () => {
    const { outcome, journal } = await play({ commits: [late] }, { cancelAtMs: 2_000 });
    expect(journal).toEqual(['0 POST']);
    expect(outcome).toMatchObject({ result: 'unknown', reason: 'cancelled', attempts: 1, durationMs: 2_000 });
  });

  it('while it waits leaves it failed when nothing was in doubt', async () => {
    const { outcome, journal } = await play({ commits: [tooMany] }, { cancelAtMs: 500 });
    expect(journal).toEqual(['0 POST']);
    expect(outcome).toMatchObject({ result: 'failed', reason: 'cancelled', last: tooMany, durationMs: 500 });
  });

  it('while it waits leaves it unknown when something was', async () => {
    const { outcome, journal } = await play({ commits: [lost], sessions: [there()] }, { cancelAtMs: 500 });
    expect(journal).toEqual(['0 POST', '0 session']);
    expect(outcome).toMatchObject({ result: 'unknown', reason: 'cancelled', last: lost, durationMs: 500 });
  });

  it('while the session is looked up leaves it unknown, and no attempt follows', async () => {
    const script = { commits: [lost], sessions: [{ ...slowly, answer: there() }] };
    const { outcome, journal } = await play(script, { cancelAtMs: 2_000 });
    expect(journal).toEqual(['0 POST', '0 session']);
    expect(outcome).toMatchObject({ result: 'unknown', reason: 'cancelled', durationMs: 2_000 });
  });

  it('while a proof is looked for leaves it unknown', async () => {
    const cancelled = { ...slowly, answer: file() };
    const script = { commits: [lost, ok], sessions: [there(), there()], contents: [cancelled, cancelled] };
    const { outcome } = await play(script, { cancelAtMs: 2_000 });
    expect(outcome).toMatchObject({ result: 'unknown', attempts: 2, durationMs: 2_000 });
  });

  it('while a refusal is diagnosed leaves it failed', async () => {
    const script = { commits: [invalid], sessions: [{ ...slowly, answer: gone }] };
    const { outcome } = await play(script, { cancelAtMs: 2_000 });
    expect(outcome).toMatchObject({ result: 'failed', reason: 'answered', last: invalid, durationMs: 2_000 });
  });

  it('does not undo a success that has arrived', async () => {
    const { outcome, journal } = await play({ commits: [ok] }, { cancelWithAnswer: true });
    expect(journal).toEqual(['0 POST']);
    expect(outcome).toMatchObject({ result: 'committed', reason: 'answered' });
  });

  it('believes no success that was in doubt, because its proof is not looked for any more', async () => {
    const late200 = { afterMs: 1_000, answer: ok };
    const { outcome, journal } = await play({ commits: [lost, late200], sessions: [there()] }, { cancelAtMs: 1_500 });
    expect(journal).toEqual(['0 POST', '0 session', '1000 POST']);
    expect(outcome).toMatchObject({ result: 'unknown', reason: 'cancelled', attempts: 2 });
  });
});
