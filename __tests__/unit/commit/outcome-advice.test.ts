// What to do about an outcome, by what was looked up after its last attempt.
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/commit/commit-session.js';
import { advise, adviseAttempt } from '../../../src/commit/outcome-advice.js';
import type { SessionLookup, UploadSession } from '../../../src/image-store/responses.js';
import { answered, ENDPOINT, outcome, refused, unanswered } from '../../support/attempts.js';

const session: UploadSession = { path: 'App/a b.dll', sizeBytes: 11, lastChunkMs: 0, missingRanges: [] };
const there = (changed: Partial<UploadSession> = {}): SessionLookup => ({
  kind: 'found',
  session: { ...session, ...changed },
});
const invalid = refused(400, 'E_INVALIDARG', 'Invalid argument');
const diskFull = refused(500, '0x80070070');
const lost = unanswered({ problem: 'interrupted', code: 'ECONNRESET', message: 'gone', sent: true });
const failed = (changed: Partial<Outcome>): string | undefined =>
  advise(outcome({ result: 'failed', ...changed }), ENDPOINT);
const unknown = (changed: Partial<Outcome>): string | undefined =>
  advise(outcome({ result: 'unknown', reason: 'inconclusive', ...changed }), ENDPOINT);
const everySentence = (text = ''): readonly string[] => text.split(/(?<=\.) (?=[A-Z])/);

it('is not given where nothing is wrong', () => {
  expect(advise(outcome(), ENDPOINT)).toBeUndefined();
});

describe('about a 400 with many causes', () => {
  it.each<[string, SessionLookup, string]>([
    [
      'no such session',
      { kind: 'notFound' },
      'A session begins with its first chunk and ends 30 minutes after its last one',
    ],
    [
      'missing bytes',
      there({ missingRanges: [{ start: 5, end: 10 }] }),
      'Upload the missing bytes under the same session id',
    ],
    [
      'an empty file',
      there({ sizeBytes: 0, missingRanges: [{ start: 0, end: 0 }] }),
      'The cluster cannot commit such a session: upload the file with a plain PUT',
    ],
    ['a complete session', there(), 'By now nothing is missing'],
    ['no upload sessions', { kind: 'failed', attempt: invalid }, 'Linux clusters have no upload sessions'],
    ['a look-up without an answer', { kind: 'failed', attempt: lost }, 'The cluster says this when'],
    [
      'a look-up that is refused',
      { kind: 'failed', attempt: refused(403, 'E_ACCESSDENIED') },
      'The cluster says this when',
    ],
  ])('names the one that was found: %s', (_, sessionNow, start) => {
    expect(failed({ last: invalid, sessionNow })?.slice(0, start.length)).toBe(start);
  });

  it.each<SessionLookup>([{ kind: 'notFound' }, there()])(
    'leaves it to the cluster where it has said more: %j',
    (sessionNow) => {
      const last = refused(400, 'E_INVALIDARG', 'expected 10 bytes, received 11 bytes');
      expect(failed({ last, sessionNow })).toMatch(/^A chunk was shorter or longer than/);
    },
  );
});

describe('about any other failure', () => {
  it('is what helps against its last attempt', () => {
    const last = refused(404, 'NotFound');
    expect(failed({ last })).toBe(adviseAttempt(last, ENDPOINT));
  });

  it('is not made up', () => {
    expect(failed({ last: refused(418, 'FABRIC_E_NEW') })).toBeUndefined();
    expect(
      advise(
        { ...outcome({ result: 'failed', reason: 'cancelled', attempts: 0 }), last: answered({ status: 418 }) },
        ENDPOINT,
      ),
    ).toBeUndefined();
  });

  it.each<[string, Partial<Outcome>]>([
    ['a full disk', { reason: 'aborted', last: diskFull }],
    ['an error that nobody knows', { reason: 'aborted', last: refused(500, 'FABRIC_E_NEW') }],
    ['a refusal after doubt', { reason: 'not published', last: invalid, sessionNow: there(), session }],
  ])('after work that was broken off is to start afresh, because a 200 may be false from now on: %s', (_, changed) => {
    expect(failed(changed)).toMatch(/upload the file again under a new session id/);
    expect(failed(changed)).not.toMatch(/run (?:the|this) step again/i);
  });
});

describe('about the unknown', () => {
  it('is where to look, with what to compare, and what is safe to do and what is not', () => {
    expect(everySentence(unknown({ last: lost, session }))).toEqual([
      'The cluster may still finish, or have finished, the commit: it goes on when nobody listens any more.',
      'Look in a few minutes whether the file is at its path (GET http://cluster:19080/ImageStore/App/a%20b.dll?api-version=6.0): with 11 bytes and a date after the upload it is committed.',
      'If you would rather not look, upload the file again under a new session id and commit that: it puts the same bytes at the same path.',
      'Do not commit this session again later: that would bring its content back over whatever somebody else has published at that path meanwhile.',
    ]);
  });

  it('does without what nobody could find out', () => {
    expect(unknown({ last: lost })).toContain(
      '(GET http://cluster:19080/ImageStore/{path}?api-version=6.0): with its size and a date',
    );
  });

  it.each<[string, Partial<Outcome>, string]>([
    ['a 200 that proves nothing', { last: answered() }, 'The 200 does not settle it: '],
    [
      'a 400 of a session that may be gone',
      { last: invalid, sessionNow: { kind: 'notFound' } },
      'That does not settle what became of the earlier attempt: a session that was committed may be gone since',
    ],
    [
      'another refusal',
      { last: refused(403, 'E_ACCESSDENIED') },
      'That does not settle what became of the earlier attempt.',
    ],
    ['no connection any more', { last: unanswered() }, 'That does not settle what became of the earlier attempt.'],
    ['a time-out', { last: refused(504, 'FABRIC_E_TIMEOUT') }, 'The commit took longer than the timeout input allows'],
    [
      'a busy path',
      { last: refused(500, 'OperationsPending') },
      'A commit of this path, or a copy or delete above it, is still running.',
    ],
    ['an error that nobody knows', { last: refused(500, 'FABRIC_E_NEW') }, 'Look in a few minutes'],
  ])('begins with why it is not known: %s', (_, changed, start) => {
    expect(unknown(changed)?.slice(0, start.length)).toBe(start);
  });

  it('never is to run the step again, which could then believe a false 200', () => {
    for (const last of [
      lost,
      answered(),
      invalid,
      diskFull,
      answered({ status: 429 }),
      unanswered({ code: 'EAI_AGAIN' }),
    ]) {
      expect(unknown({ last, session })).not.toMatch(/run (?:the|this) step again/i);
    }
  });

  it('shows a hostile path as a URL, shortened', () => {
    const path = `a\u2028::add-mask::<b>/${'y'.repeat(5_000)}`;
    expect(unknown({ last: lost, session: { ...session, path } })).toContain(
      '/ImageStore/a%E2%80%A8%3A%3Aadd-mask%3A%3A%3Cb%3E/yyy',
    );
    expect(unknown({ last: lost, session: { ...session, path } })?.length).toBeLessThan(1_500);
  });
});
