// What to do about an outcome, by its last attempt and by the look-ups that followed it.
import { describe, expect, it } from 'vitest';
import { advise } from '../../../src/commit/outcome-advice.js';
import type { Outcome } from '../../../src/commit-engine/commit-session.js';
import { hintFor } from '../../../src/diagnostics/attempt-advice.js';
import type { SessionLookup, UploadSession } from '../../../src/image-store/responses.js';
import { answered, ENDPOINT, outcome, refused, unanswered } from '../../support/attempts.js';

const session: UploadSession = { path: 'App/a b.dll', sizeBytes: 11, lastChunkMs: 0, missingRanges: [] };
const found = (changed: Partial<UploadSession> = {}): SessionLookup => ({
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
const sentencesOf = (text = ''): readonly string[] => text.split(/(?<=\.) (?=[A-Z])/);

it('gives no advice about a committed session', () => {
  expect(advise(outcome(), ENDPOINT)).toBeUndefined();
});

describe('the advice about a 400 E_INVALIDARG', () => {
  it.each<[string, SessionLookup, string]>([
    [
      'a session that does not exist',
      { kind: 'notFound' },
      'A session starts with its first chunk and expires 30 minutes after its last one',
    ],
    [
      'missing bytes',
      found({ missingRanges: [{ start: 5, end: 10 }] }),
      'Upload the missing bytes under the same session id',
    ],
    [
      'an empty file',
      found({ sizeBytes: 0, missingRanges: [{ start: 0, end: 0 }] }),
      'The cluster cannot commit a session for an empty file: upload the file with a plain PUT',
    ],
    ['a complete session', found(), 'Nothing is missing now'],
    [
      'a gateway without upload sessions',
      { kind: 'failed', attempt: invalid },
      'Linux clusters have no upload sessions',
    ],
    [
      'a look-up without a response',
      { kind: 'failed', attempt: lost },
      'Possible causes: the cluster does not have the session',
    ],
    [
      'a refused look-up',
      { kind: 'failed', attempt: refused(403, 'E_ACCESSDENIED') },
      'Possible causes: the cluster does not have the session',
    ],
  ])('is about the cause that the look-up shows: %s', (_, sessionLookup, start) => {
    expect(failed({ last: invalid, sessionLookup })?.slice(0, start.length)).toBe(start);
  });

  it.each<SessionLookup>([{ kind: 'notFound' }, found()])(
    'follows the message of the cluster when that names the cause: %j',
    (sessionLookup) => {
      const last = refused(400, 'E_INVALIDARG', 'expected 10 bytes, received 11 bytes');
      expect(failed({ last, sessionLookup })).toMatch(/^Chunks cannot be replaced: delete the session/);
    },
  );
});

describe('the advice about any other failure', () => {
  it('is the hint for its last attempt', () => {
    const last = refused(404, 'NotFound');
    expect(failed({ last })).toBe(hintFor(last, ENDPOINT).advice);
  });

  it('is missing when no hint applies', () => {
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
    ['an unknown error', { reason: 'aborted', last: refused(500, 'FABRIC_E_NEW') }],
    [
      'a refusal after an ambiguous attempt',
      { reason: 'not published', last: invalid, sessionLookup: found(), session },
    ],
  ])('is to use a new session after an aborted commit, because a later 200 may be false: %s', (_, changed) => {
    expect(failed(changed)).toMatch(/upload the file again under a new session id/);
    expect(failed(changed)).not.toMatch(/run (?:the|this) step again/i);
  });
});

describe('the advice about an unknown result', () => {
  it('says what to check, what is safe to do and what is not', () => {
    expect(sentencesOf(unknown({ last: lost, session }))).toEqual([
      'The cluster may still finish the commit, or may have finished it: it continues after the client disconnects.',
      'Wait a few minutes, then check the file at its path (GET http://cluster:19080/ImageStore/App/a%20b.dll?api-version=6.0): if it has 11 bytes and was modified after the upload, it is committed.',
      'Alternatively, upload the file again under a new session id and commit that session: it publishes the same bytes at the same path.',
      'Do not commit this session again later: that would overwrite whatever has been published at that path since.',
    ]);
  });

  it('does not name a path and a size that are not known', () => {
    expect(unknown({ last: lost })).toContain(
      '(GET http://cluster:19080/ImageStore/{path}?api-version=6.0): if it has its full size and was modified after',
    );
  });

  it.each<[string, Partial<Outcome>, string]>([
    ['a 200 that is not conclusive', { last: answered() }, 'The 200 is not conclusive: '],
    [
      'a 400 for a session that may no longer exist',
      { last: invalid, sessionLookup: { kind: 'notFound' } },
      'The last attempt does not show whether an earlier attempt succeeded: the cluster also refuses a session that it committed',
    ],
    [
      'another refusal',
      { last: refused(403, 'E_ACCESSDENIED') },
      'The last attempt does not show whether an earlier attempt succeeded.',
    ],
    [
      'a failed connection',
      { last: unanswered() },
      'The last attempt does not show whether an earlier attempt succeeded.',
    ],
    ['a timeout', { last: refused(504, 'FABRIC_E_TIMEOUT') }, 'Raise timeout. Wait a few minutes'],
    [
      'a busy path',
      { last: refused(500, 'OperationsPending') },
      'This action waits for it as long as the timeout input allows.',
    ],
    ['an unknown error', { last: refused(500, 'FABRIC_E_NEW') }, 'Wait a few minutes, then check'],
  ])('begins with why the result is unknown: %s', (_, changed, start) => {
    expect(unknown(changed)?.slice(0, start.length)).toBe(start);
  });

  it('is never to run the step again, which could then report a false 200 as success', () => {
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

  it('shows a hostile path URL-encoded and shortened', () => {
    const path = `a\u2028::add-mask::<b>/${'y'.repeat(5_000)}`;
    expect(unknown({ last: lost, session: { ...session, path } })).toContain(
      '/ImageStore/a%E2%80%A8%3A%3Aadd-mask%3A%3A%3Cb%3E/yyy',
    );
    expect(unknown({ last: lost, session: { ...session, path } })?.length).toBeLessThan(1_500);
  });
});
