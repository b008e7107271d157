// A success in an unexpected form, the time that look-ups may take, and an endpoint that never answers.
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../src/image-store/attempt.js';
import type { ContentLookup } from '../../../src/image-store/responses.js';
import { answered } from '../../support/attempts.js';
import {
  contentFound,
  contentNotFound,
  interrupted,
  lookupFailed,
  lookupRefused,
  path,
  publishing,
  type Reply,
  runCommit,
  sessionFound,
} from '../../support/scripted-store.js';

const once = { maxAttempts: 1 };

describe('an unexpected success', () => {
  const unexpected: readonly (readonly [string, Attempt])[] = [
    ['a 200 with JSON', answered({ body: 'json' })],
    ['a 200 with a page', answered({ body: 'nonJson' })],
    ['a 200 with more than is read', answered({ body: 'tooLarge' })],
    ...[201, 204, 206, 303].map((status) => [`an empty ${status}`, answered({ status })] as const),
  ];

  it.each(unexpected)('is committed when the content at the path matches: %s', async (_, last) => {
    const { outcome, requests } = await runCommit({
      commits: [last],
      sessions: [sessionFound()],
      contents: [contentFound()],
    });
    expect(outcome).toMatchObject({ result: 'committed', reason: 'published', attempts: 1, last });
    expect(requests).toEqual(['0 POST', '0 session', `0 content ${path}`]);
  });

  it.each([...unexpected, ['a 202', answered({ status: 202 })] as const])(
    'is unknown when there is no file at the path, and is not sent again: %s',
    async (_, last) => {
      const { outcome, requests } = await runCommit({
        commits: [last],
        sessions: [sessionFound()],
        contents: [contentNotFound],
      });
      expect(outcome).toMatchObject({ result: 'unknown', reason: 'inconclusive', attempts: 1, last });
      expect(requests).toEqual(['0 POST', '0 session', `0 content ${path}`]);
    },
  );

  it('of a 202 is unknown even when the content matches, because the work may not have ended', async () => {
    const last = answered({ status: 202 });
    const { outcome } = await runCommit({ commits: [last], sessions: [sessionFound()], contents: [contentFound()] });
    expect(outcome).toMatchObject({ result: 'unknown', reason: 'inconclusive' });
  });

  it('after an ambiguous attempt is unknown although the content matches: it may be in transit', async () => {
    const commits = [interrupted, answered({ status: 201 })];
    const { outcome } = await runCommit({
      commits,
      sessions: [sessionFound(), sessionFound()],
      contents: [contentFound()],
    });
    expect(outcome).toMatchObject({ result: 'unknown', reason: 'inconclusive', attempts: 2 });
  });

  it('of an incomplete session is failed', async () => {
    const session = sessionFound({ missingRanges: [{ start: 5, end: 10 }] });
    const { outcome } = await runCommit({
      commits: [answered({ status: 201 })],
      sessions: [session],
      contents: [contentNotFound],
    });
    expect(outcome).toMatchObject({ result: 'failed', reason: 'incomplete' });
  });
});

describe('all look-ups of one session', () => {
  it('end 30 s after its last response, each after 15 s', async () => {
    const slow = { afterMs: 20_000, answer: lookupFailed };
    const { outcome, requests, deadlines } = await runCommit(
      { commits: [interrupted], sessions: [{ afterMs: 14_000, answer: sessionFound() }], contents: [slow, slow] },
      once,
    );
    expect(requests).toEqual(['0 POST', '0 session', `14000 content ${path}`]);
    expect(deadlines).toEqual([15_000, 15_000]);
    expect(outcome).toMatchObject({ result: 'unknown', durationMs: 29_000 });
  });

  it('leave the last one what is left of the 30 s, and no time for another', async () => {
    const late = (answer: ContentLookup): Reply<ContentLookup> => ({ afterMs: 14_000, answer });
    const { outcome, requests, deadlines } = await runCommit(
      {
        commits: [interrupted],
        sessions: [{ afterMs: 14_000, answer: sessionFound() }],
        contents: [late(publishing), late(contentFound())],
      },
      once,
    );
    expect(requests.slice(2)).toEqual([`14000 content ${path}`, `29000 content ${path}`]);
    expect(deadlines).toEqual([15_000, 15_000, 1_000]);
    expect(outcome).toMatchObject({ result: 'unknown', contentLookup: { kind: 'failed' }, durationMs: 30_000 });
  });
});

describe('an endpoint that never answered', () => {
  it('is told apart from one that has', async () => {
    const silent = { kind: 'failed', attempt: interrupted } as const;
    const { outcome } = await runCommit({ commits: [interrupted], sessions: [silent, silent, silent] }, once);
    expect(outcome).toMatchObject({ result: 'unknown', neverAnswered: true });
    const refused = await runCommit({ commits: [interrupted], sessions: [lookupRefused] }, once);
    expect(refused.outcome.neverAnswered).toBeUndefined();
  });
});
