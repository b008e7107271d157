// The look-ups after an ambiguous or refused commit: which are made and when, and what result their evidence leads to.
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../src/image-store/attempt.js';
import type { ContentLookup, SessionLookup } from '../../../src/image-store/responses.js';
import { answered, refused, unanswered } from '../../support/attempts.js';
import {
  aborted,
  contentFound,
  contentNotFound,
  interrupted,
  invalidArgument,
  lookupFailed,
  lookupRefused,
  path,
  publishing,
  runCommit,
  sessionFound,
  sessionNotFound,
  tooManyRequests,
} from '../../support/scripted-store.js';

const once = { maxAttempts: 1 };
const ok = answered();
const times = <Reply>(count: number, reply: Reply): Reply[] => Array.from({ length: count }, () => reply);

describe('the session of an ambiguous commit', () => {
  it('is looked up after each ambiguous failure until a look-up succeeds', async () => {
    const { outcome, requests } = await runCommit({
      commits: [tooManyRequests, interrupted, aborted, aborted, ok],
      sessions: [lookupRefused, lookupRefused, sessionFound()],
      contents: [contentFound()],
    });
    expect(requests).toEqual([
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

  it('is looked up only once more, at the end, when the first look-up does not find it', async () => {
    const { outcome, requests } = await runCommit({
      commits: [interrupted, aborted, invalidArgument],
      sessions: [sessionNotFound, sessionNotFound],
    });
    expect(requests).toEqual(['0 POST', '0 session', '1000 POST', '3000 POST', '3000 session']);
    expect(outcome).toMatchObject({ result: 'unknown', reason: 'inconclusive', sessionLookup: sessionNotFound });
  });

  it('is looked up once when the only attempt is ambiguous', async () => {
    const { requests } = await runCommit(
      { commits: [interrupted], sessions: [sessionFound()], contents: [contentNotFound] },
      once,
    );
    expect(requests).toEqual(['0 POST', '0 session', '0 content App/a.dll']);
  });
});

describe('the evidence about an ambiguous commit', () => {
  it('is the content alone when the last response is 200', async () => {
    const { outcome, requests, events } = await runCommit({
      commits: [interrupted, ok],
      sessions: [sessionFound()],
      contents: [contentFound()],
    });
    expect(requests).toEqual(['0 POST', '0 session', '1000 POST', '1000 content App/a.dll']);
    expect(outcome).toMatchObject({
      result: 'committed',
      reason: 'published',
      attempts: 2,
      contentLookup: contentFound(),
    });
    expect(events.map(({ kind }) => kind)).toEqual([
      'started',
      'ambiguous',
      'sessionLookup',
      'retrying',
      'contentLookup',
      'finished',
    ]);
  });

  it('is the session and then the content when the last response is not 200', async () => {
    const { outcome, requests } = await runCommit({
      commits: [interrupted, invalidArgument],
      sessions: [sessionFound(), sessionNotFound],
      contents: [contentFound()],
    });
    expect(requests).toEqual(['0 POST', '0 session', '1000 POST', '1000 session', '1000 content App/a.dll']);
    expect(outcome).toMatchObject({
      result: 'committed',
      reason: 'published',
      sessionLookup: sessionNotFound,
      contentLookup: contentFound(),
    });
  });

  it('is collected again, session before content, when the content contradicts a 200', async () => {
    const { outcome, requests } = await runCommit({
      commits: [refused(500, '0x80070070'), ok],
      sessions: [sessionFound(), sessionFound()],
      contents: [contentFound(3), contentFound(3)],
    });
    expect(requests.slice(-3)).toEqual(['1000 content App/a.dll', '1000 session', '1000 content App/a.dll']);
    expect(outcome).toMatchObject({ result: 'unknown', reason: 'inconclusive' });
  });

  it.each<[string, Attempt[], SessionLookup, ContentLookup, object]>([
    [
      'the content matches while the session exists',
      [interrupted, tooManyRequests],
      sessionFound(),
      contentFound(),
      { result: 'unknown' },
    ],
    [
      'a refusal, a session that exists and no content',
      [interrupted, invalidArgument],
      sessionFound(),
      contentNotFound,
      { result: 'failed', reason: 'not published' },
    ],
    [
      'a refusal, no session and no content',
      [interrupted, invalidArgument],
      sessionNotFound,
      contentNotFound,
      { result: 'unknown' },
    ],
    [
      'missing bytes',
      [interrupted, tooManyRequests],
      sessionFound({ missingRanges: [{ start: 5, end: 10 }] }),
      contentFound(),
      { result: 'failed', reason: 'incomplete' },
    ],
    [
      'errors that abort the commit, and no content',
      [refused(500, 'E_FAIL'), refused(500, 'E_FAIL')],
      sessionNotFound,
      contentNotFound,
      { result: 'failed', reason: 'aborted' },
    ],
    [
      'a refused look-up of the session',
      [interrupted, invalidArgument],
      lookupRefused,
      contentNotFound,
      { result: 'unknown' },
    ],
    [
      'a refused look-up of the content',
      [interrupted, invalidArgument],
      sessionFound(),
      lookupRefused,
      { result: 'unknown' },
    ],
  ])('leads to the right result: %s', async (_, commits, sessionLookup, content, verdict) => {
    const script = { commits, sessions: [sessionFound(), sessionLookup], contents: [content] };
    expect((await runCommit(script, { maxAttempts: 2 })).outcome).toMatchObject(verdict);
  });

  it('does not include the end of a session that was last found incomplete', async () => {
    const incomplete = sessionFound({ missingRanges: [{ start: 5, end: 10 }] });
    const script = {
      commits: [interrupted, invalidArgument],
      sessions: [incomplete, sessionNotFound],
      contents: [contentFound()],
    };
    expect((await runCommit(script)).outcome).toMatchObject({ result: 'unknown' });
  });

  it.each([
    ['committed', 'the size of the session and the date of its last chunk', contentFound(11, 1_000_000)],
    ['committed', 'a later date than the last chunk', contentFound(11, 9_000_000)],
    ['committed', 'a date two minutes before the last chunk, by another clock', contentFound(11, 1_000_000 - 120_000)],
    ['unknown', 'a date more than two minutes before the last chunk', contentFound(11, 1_000_000 - 120_001)],
    ['unknown', 'another size', contentFound(12)],
  ])('makes the result %s for a file with %s', async (result, _, content) => {
    const script = {
      commits: [interrupted, ok],
      sessions: [sessionFound(), sessionFound()],
      contents: [content, content],
    };
    expect((await runCommit(script)).outcome.result).toBe(result);
  });
});

describe('a look-up', () => {
  it('is repeated twice when it fails for a reason that may pass', async () => {
    const { requests } = await runCommit({
      commits: [interrupted, ok],
      sessions: [lookupFailed, lookupFailed, sessionFound()],
      contents: [contentFound()],
    });
    expect(requests).toEqual([
      '0 POST',
      '0 session',
      '1000 session',
      '3000 session',
      '4000 POST',
      '4000 content App/a.dll',
    ]);
  });

  it('ends after two repetitions, and its failure is part of the outcome', async () => {
    const { outcome, requests } = await runCommit({ commits: [interrupted], sessions: times(3, lookupFailed) }, once);
    expect(requests).toEqual(['0 POST', '0 session', '1000 session', '3000 session']);
    expect(outcome).toMatchObject({ result: 'unknown', last: interrupted, sessionLookup: lookupFailed });
  });

  it('has 15 s together with its repetitions', async () => {
    const slow = { afterMs: 10_000, answer: lookupFailed };
    const { outcome, requests, deadlines } = await runCommit({ commits: [interrupted], sessions: [slow, slow] }, once);
    expect(requests).toEqual(['0 POST', '0 session', '11000 session']);
    expect(deadlines).toEqual([15_000, 4_000]);
    expect(outcome).toMatchObject({ result: 'unknown', durationMs: 15_000 });
  });

  it('of the content has 15 s of its own', async () => {
    const slow = { afterMs: 20_000, answer: contentFound() };
    const { outcome, deadlines } = await runCommit(
      { commits: [interrupted], sessions: [sessionFound()], contents: [slow] },
      once,
    );
    expect(deadlines).toEqual([15_000, 15_000]);
    expect(outcome).toMatchObject({ result: 'unknown', contentLookup: { kind: 'failed' }, durationMs: 15_000 });
  });

  it('of a file that is being published is repeated until it is published', async () => {
    const script = {
      commits: [interrupted, ok],
      sessions: [sessionFound()],
      contents: [publishing, publishing, contentFound()],
    };
    const { outcome, requests } = await runCommit(script);
    expect(requests.slice(-3)).toEqual(['1000', '2000', '4000'].map((atMs) => `${atMs} content App/a.dll`));
    expect(outcome).toMatchObject({ result: 'committed', reason: 'published' });
  });

  it('of a file that is being published is repeated at most three times', async () => {
    const script = { commits: [interrupted], sessions: [sessionFound()], contents: times(4, publishing) };
    const { outcome, requests } = await runCommit(script, once);
    expect(requests.slice(2)).toEqual(['0', '1000', '3000', '7000'].map((atMs) => `${atMs} content App/a.dll`));
    expect(outcome).toMatchObject({ result: 'unknown', contentLookup: publishing });
  });
});

describe('a 400 E_INVALIDARG to the first attempt', () => {
  it.each<[string, SessionLookup]>([
    ['no session', sessionNotFound],
    ['missing bytes', sessionFound({ missingRanges: [{ start: 5, end: 10 }] })],
    ['an empty file', sessionFound({ sizeBytes: 0, missingRanges: [{ start: 0, end: 0 }] })],
    ['a complete session', sessionFound()],
    ['no session API', { kind: 'failed', attempt: invalidArgument }],
    ['a refused look-up', lookupRefused],
  ])('is diagnosed with one look-up and stays failed: %s', async (_, sessionLookup) => {
    const { outcome, requests } = await runCommit({ commits: [invalidArgument], sessions: [sessionLookup] });
    expect(requests).toEqual(['0 POST', '0 session']);
    expect(outcome).toMatchObject({ result: 'failed', reason: 'answered', last: invalidArgument, sessionLookup });
    expect(outcome.session).toEqual(sessionLookup.kind === 'found' ? sessionLookup.session : undefined);
  });

  it('is diagnosed also after attempts that were not ambiguous', async () => {
    const { requests } = await runCommit({ commits: [unanswered(), invalidArgument], sessions: [sessionNotFound] });
    expect(requests).toEqual(['0 POST', '1000 POST', '1000 session']);
  });
});

describe('what is known before a commit', () => {
  const knownSession = { path, sizeBytes: 11, lastChunkMs: 1_000_000, missingRanges: [] };

  it('costs a commit that succeeds no look-up', async () => {
    const { outcome, requests } = await runCommit({ commits: [ok] }, { knownSession, previousVersion: '1.1.1' });
    expect(outcome.result).toBe('committed');
    expect(requests).toEqual(['0 POST']);
  });

  it('proves a commit whose session is gone, because the content can be looked up', async () => {
    const script = { commits: [aborted, invalidArgument], sessions: [sessionNotFound], contents: [contentFound()] };
    expect((await runCommit(script, { knownSession })).outcome).toMatchObject({ result: 'committed' });
    expect((await runCommit({ ...script, sessions: [sessionNotFound, sessionNotFound] })).outcome).toMatchObject({
      result: 'unknown',
    });
  });

  it('keeps a file of the version that was there before from being taken for the new one', async () => {
    const file = { sizeBytes: 11, modifiedMs: 1_000_000, version: '1.1.7' };
    const script = {
      commits: [aborted, ok],
      sessions: [sessionFound()],
      contents: [{ kind: 'found', file } as const, { kind: 'found', file } as const],
    };
    expect((await runCommit(script, { knownSession, previousVersion: '1.1.6' })).outcome.result).toBe('committed');
    expect((await runCommit(script, { knownSession, previousVersion: '1.1.7' })).outcome.result).toBe('unknown');
  });
});
