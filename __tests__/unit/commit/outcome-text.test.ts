// The text of an outcome, and the error in the outputs.
import { describe, expect, it } from 'vitest';
import { describeOutcome, errorOf } from '../../../src/commit/outcome-text.js';
import type { Outcome } from '../../../src/commit-engine/commit-session.js';
import type { ContentLookup, UploadSession } from '../../../src/image-store/responses.js';
import { answered, outcome, refused, SESSION, unanswered } from '../../support/attempts.js';

const notStarted: Outcome = { sessionId: SESSION, result: 'failed', reason: 'cancelled', attempts: 0, durationMs: 0 };

const session: UploadSession = { path: 'App/a.dll', sizeBytes: 11, lastChunkMs: 0, missingRanges: [] };
const file: ContentLookup = { kind: 'found', file: { sizeBytes: 11, modifiedMs: Date.parse('2026-11-23T12:00:00Z') } };

describe('the text of an outcome', () => {
  it.each([
    ['a commit in one attempt', outcome(), `Upload session ${SESSION} is committed at http://cluster:19080 (840 ms).`],
    [
      'a commit in several attempts',
      outcome({ attempts: 3, durationMs: 4_200 }),
      `Upload session ${SESSION} is committed at http://cluster:19080 (3 attempts, 4.2 s).`,
    ],
    [
      'a failure',
      outcome({ result: 'failed', last: refused(404, 'NotFound') }),
      `Upload session ${SESSION} was not committed at http://cluster:19080: the cluster answered 404 NotFound without a message.`,
    ],
    [
      'an unknown result',
      outcome({ result: 'unknown', last: refused(504, 'FABRIC_E_TIMEOUT', 'Too long') }),
      `Upload session ${SESSION} may or may not be committed at http://cluster:19080: the cluster answered 504 FABRIC_E_TIMEOUT: Too long.`,
    ],
    [
      'a failure in the last of several attempts',
      outcome({ result: 'failed', attempts: 2, last: refused(403, 'E_ACCESSDENIED', 'No.') }),
      `Upload session ${SESSION} was not committed at http://cluster:19080: in the last of 2 attempts the cluster answered 403 E_ACCESSDENIED: No.`,
    ],
    [
      'an unknown result after the last of several attempts',
      outcome({ result: 'unknown', attempts: 2, last: refused(503, 'E_ABORT', 'Canceled') }),
      `Upload session ${SESSION} may or may not be committed at http://cluster:19080: in the last of 2 attempts the cluster answered 503 E_ABORT: Canceled.`,
    ],
    [
      'an unknown result after a last attempt that is not ambiguous',
      outcome({ result: 'unknown', attempts: 2, last: answered() }),
      `Upload session ${SESSION} may or may not be committed at http://cluster:19080: an earlier attempt may have succeeded, and in the last of 2 attempts the cluster answered 200 OK without a body.`,
    ],
    [
      'a step that was cancelled while it waited',
      outcome({
        result: 'unknown',
        reason: 'cancelled',
        attempts: 2,
        last: answered({ status: 503, reasonPhrase: 'x' }),
      }),
      `Upload session ${SESSION} may or may not be committed at http://cluster:19080: in the last of 2 attempts the cluster answered 503 x without a body, then the step was cancelled.`,
    ],
    [
      'a commit that was cancelled in flight',
      outcome({
        result: 'unknown',
        reason: 'cancelled',
        last: unanswered({ problem: 'cancelled', code: 'CANCELLED', sent: true }),
      }),
      `Upload session ${SESSION} may or may not be committed at http://cluster:19080: the step was cancelled.`,
    ],
    [
      'an unknown result together with the look-ups',
      outcome({
        result: 'unknown',
        last: refused(503, 'E_ABORT', 'Canceled'),
        session,
        sessionLookup: { kind: 'notFound' },
        contentLookup: { kind: 'notFound' },
      }),
      `Upload session ${SESSION} may or may not be committed at http://cluster:19080: the cluster answered 503 E_ABORT: Canceled. The cluster has no such upload session now. There is no file at App/a.dll.`,
    ],
    [
      'a commit that a 200 and the content confirm',
      outcome({ reason: 'published', attempts: 2, session, contentLookup: file }),
      `Upload session ${SESSION} is committed at http://cluster:19080 (2 attempts, 840 ms). An earlier attempt was ambiguous. Confirmed by: the last response was 200; the file at App/a.dll has the session's 11 bytes and was modified at 2026-11-23T12:00:00.000Z.`,
    ],
    [
      'a commit that the end of the session and the content confirm',
      outcome({ reason: 'published', attempts: 2, last: refused(400, 'E_INVALIDARG'), session, contentLookup: file }),
      `Upload session ${SESSION} is committed at http://cluster:19080 (2 attempts, 840 ms). An earlier attempt was ambiguous. Confirmed by: the session no longer exists; the file at App/a.dll has the session's 11 bytes and was modified at 2026-11-23T12:00:00.000Z.`,
    ],
  ])('describes %s', (_what, ended, words) => {
    expect(describeOutcome(ended, 'http://cluster:19080')).toBe(words);
  });

  it('says that a step was cancelled before the commit started', () => {
    expect(describeOutcome(notStarted, 'http://c')).toBe(
      `Upload session ${SESSION} was not committed at http://c: the step was cancelled before the commit started.`,
    );
  });
});

describe('the error in the outputs', () => {
  const sentence = (end: string): string => `Upload session ${SESSION} was not committed at http://c: ${end}.`;
  it.each([
    ['empty after a success', outcome(), { code: '', message: '' }],
    [
      "the cluster's own message, complete and unchanged",
      outcome({ result: 'failed', last: refused(400, 'E_INVALIDARG', ` <b>\n${'m'.repeat(5_000)}`) }),
      { code: 'E_INVALIDARG', message: ` <b>\n${'m'.repeat(5_000)}` },
    ],
    [
      'our sentence when the cluster sends no message',
      outcome({ result: 'failed', last: refused(404, 'NotFound') }),
      { code: 'NotFound', message: sentence('the cluster answered 404 NotFound without a message') },
    ],
    [
      'without a code when there is no FabricError',
      outcome({ result: 'failed', last: answered({ status: 401, reasonPhrase: 'Unauthorized' }) }),
      { code: '', message: sentence('the cluster answered 401 Unauthorized without a body') },
    ],
    [
      'the code of the network error when there is no response',
      outcome({ result: 'failed', last: unanswered() }),
      { code: 'ECONNREFUSED', message: sentence('the runner could not connect: connect ECONNREFUSED 127.0.0.1:9') },
    ],
    [
      'CANCELLED when no commit started',
      notStarted,
      { code: 'CANCELLED', message: sentence('the step was cancelled before the commit started') },
    ],
  ])('is %s', (_what, ended, error) => {
    expect(errorOf(ended, 'http://c')).toEqual(error);
  });
});
