// The annotation: cause, remedy, subject; of one session and of many.
import { describe, expect, it } from 'vitest';
import { annotate } from '../../../src/commit/annotation.js';
import type { Outcome } from '../../../src/commit-engine/commit-session.js';
import type { ConnectionInfo } from '../../../src/connection/connection-info.js';
import type { SessionLookup, UploadSession } from '../../../src/image-store/responses.js';
import {
  answered,
  ENDPOINT,
  OTHER_SESSION,
  outcome,
  refused,
  SESSION,
  THIRD_SESSION,
  unanswered,
} from '../../support/attempts.js';

const session: UploadSession = { path: 'App/a.dll', sizeBytes: 6_291_456, lastChunkMs: 0, missingRanges: [] };
const found = (changed: Partial<UploadSession> = {}): SessionLookup => ({
  kind: 'found',
  session: { ...session, ...changed },
});
const missing = { missingRanges: [{ start: 2_097_152, end: 4_194_303 }] };
const invalid = refused(400, 'E_INVALIDARG', 'Invalid argument');
const timedOut = refused(504, 'FABRIC_E_TIMEOUT', 'Operation timed out.');
const pending = refused(500, 'OperationsPending');
const lost = unanswered({ problem: 'interrupted', code: 'ECONNRESET', message: 'gone', sent: true });
const deadline = unanswered({
  problem: 'deadline',
  code: 'DEADLINE',
  message: 'no complete response within 75 s',
  sent: true,
});
const page = answered({ body: 'nonJson' });
const secure: ConnectionInfo = { ...ENDPOINT, url: 'https://cluster:19080', secure: true };

const of = (changed: Partial<Outcome>, connection: ConnectionInfo = ENDPOINT): string =>
  annotate([outcome({ result: 'failed', ...changed })], connection);
const unknown = (changed: Partial<Outcome>, connection?: ConnectionInfo): string =>
  of({ result: 'unknown', reason: 'inconclusive', ...changed }, connection);
const wordCount = (text: string): number => text.split(/\s+/).length;

describe('the annotation of one session', () => {
  it('says the cause, then what to do, then which session and endpoint', () => {
    expect(of({ last: refused(404, 'NotFound') })).toBe(
      'The session disappeared during the commit: the cluster answered 404 NotFound without a message. ' +
        'Somebody deleted it, or the image store moved to another node. Upload the file again under a new session id. ' +
        `Upload session ${SESSION} was not committed at http://cluster:19080.`,
    );
  });

  it('says nothing more where nothing more is known', () => {
    expect(of({ last: refused(418, 'FABRIC_E_NEW', 'New') })).toBe(
      `The cluster answered 418 FABRIC_E_NEW: New. Upload session ${SESSION} was not committed at http://cluster:19080.`,
    );
  });

  it.each<[string, string, string]>([
    [
      'a wrong port',
      of({ last: unanswered(), attempts: 5 }),
      `Nothing listens at this host and port: connect ECONNREFUSED 127.0.0.1:9. Check host and port of the endpoint, and whether the cluster is running. Upload session ${SESSION} was not committed at http://cluster:19080 (5 attempts).`,
    ],
    [
      'missing bytes',
      of({ last: invalid, session: { ...session, ...missing }, sessionLookup: found(missing) }),
      `2,097,152 of 6,291,456 bytes of App/a.dll are missing (2097152-4194303, counted from 0): the cluster answered 400 E_INVALIDARG: Invalid argument. Upload the missing bytes under the same session id, then run this step again. Check the upload steps for a chunk that failed. Upload session ${SESSION} was not committed at http://cluster:19080.`,
    ],
    [
      'missing bytes after an ambiguous attempt',
      of({
        reason: 'incomplete',
        last: deadline,
        session: { ...session, ...missing },
        sessionLookup: found(missing),
      }),
      `2,097,152 of 6,291,456 bytes of App/a.dll are missing (2097152-4194303, counted from 0), so no attempt can have succeeded; in the last one there was no complete response within 75 s. Upload the missing bytes under the same session id, then run this step again. Check the upload steps for a chunk that failed. Upload session ${SESSION} was not committed at http://cluster:19080.`,
    ],
    [
      'an empty file',
      of({ last: invalid, sessionLookup: found({ sizeBytes: 0, missingRanges: [{ start: 0, end: 0 }] }) }),
      `The session is for App/a.dll, an empty file: the cluster answered 400 E_INVALIDARG: Invalid argument. The cluster cannot commit a session for an empty file: upload the file with a plain PUT /ImageStore/{path}, which needs no commit. Upload session ${SESSION} was not committed at http://cluster:19080.`,
    ],
    [
      'a refusal of a session that was complete by then',
      of({ last: invalid, sessionLookup: found() }),
      `The cluster answered 400 E_INVALIDARG: Invalid argument. The session is complete: its chunks cover all 6,291,456 bytes of App/a.dll. Nothing is missing now, so the last chunk may have arrived just after the cluster refused the commit: run this step again. If the cluster refuses it again, delete the session and upload the file under a new session id. Upload session ${SESSION} was not committed at http://cluster:19080.`,
    ],
    [
      'a time-out whose commit still runs',
      unknown({
        last: pending,
        firstAmbiguous: timedOut,
        attempts: 4,
        session,
        sessionLookup: found(),
        contentLookup: { kind: 'notFound' },
      }),
      `The commit took longer than the timeout input allows: the cluster answered 504 FABRIC_E_TIMEOUT: Operation timed out, then 500 OperationsPending. There is no file at App/a.dll. Raise timeout. Look at the file in a few minutes: with 6,291,456 bytes and modified after the upload it is committed; else upload it under a new session id. Upload session ${SESSION} may or may not be committed at http://cluster:19080 (4 attempts).`,
    ],
    [
      'a session that was never tried',
      of({ last: unanswered(), untried: true, attempts: 5 }),
      `This session was never tried, because an outage lasted more than five minutes. Nothing listens at this host and port: connect ECONNREFUSED 127.0.0.1:9. Check host and port of the endpoint, and whether the cluster is running. Upload session ${SESSION} was not committed at http://cluster:19080.`,
    ],
    [
      'a step that was cancelled before the commit',
      annotate([{ sessionId: SESSION, result: 'failed', reason: 'cancelled', attempts: 0, durationMs: 0 }], ENDPOINT),
      `The step was cancelled before the commit started. Upload session ${SESSION} was not committed at http://cluster:19080.`,
    ],
  ])('is in full for %s', (_, text, expected) => {
    expect(text).toBe(expected);
  });

  it.each([
    ['a wrong port', of({ last: unanswered(), attempts: 5 })],
    ['missing bytes', of({ last: invalid, session: { ...session, ...missing }, sessionLookup: found(missing) })],
    ['a session that does not exist', of({ last: invalid, sessionLookup: { kind: 'notFound' } })],
    ['an unknown host', of({ last: unanswered({ code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND x' }) })],
    ['the wrong scheme', of({ last: unanswered({ code: 'EPROTO', message: 'wrong version number' }) }, secure)],
    ['a response that never came', unknown({ last: lost, neverAnswered: true })],
    ['no credentials', of({ last: answered({ status: 403, reasonPhrase: 'Client certificate required' }) })],
    ['a full disk', of({ reason: 'aborted', last: refused(500, '0x80070070') })],
  ])('has about sixty words at most for %s', (_, text) => {
    expect(wordCount(text)).toBeLessThanOrEqual(66);
  });
});

describe('the annotation of an unknown result', () => {
  it.each<[string, Partial<Outcome>]>([
    ['a lost response', { last: lost }],
    ['a time-out', { last: timedOut }],
    ['a false 200', { last: answered(), firstAmbiguous: lost }],
    ['a cancelled commit', { last: lost, reason: 'cancelled' }],
    ['a response that never came', { last: lost, neverAnswered: true }],
  ])('claims neither success nor failure: %s', (_, changed) => {
    expect(unknown(changed)).toMatch(/may or may not be committed at http:\/\/cluster:19080\.$/);
    expect(unknown(changed)).not.toMatch(/was not committed|run (?:the|this) step again/i);
  });

  it.each<[string, Partial<Outcome>, string]>([
    [
      'two time-outs of the cluster',
      { last: timedOut, firstAmbiguous: timedOut },
      'The commit took longer than the timeout input allows: the cluster answered 504 FABRIC_E_TIMEOUT: Operation timed out. Raise timeout.',
    ],
    [
      'a lost response after a time-out',
      { last: lost, firstAmbiguous: timedOut },
      'The commit took longer than the timeout input allows: the cluster answered 504 FABRIC_E_TIMEOUT: Operation timed out, then the connection ended before a response arrived: gone (ECONNRESET). Raise timeout.',
    ],
    [
      'a time-out of the cluster after a failover',
      { last: timedOut, firstAmbiguous: refused(503, 'E_ABORT') },
      'The commit took longer than the timeout input allows: the cluster answered 503 E_ABORT without a message, then 504 FABRIC_E_TIMEOUT: Operation timed out. Raise timeout.',
    ],
    [
      'a deadline of this action',
      { last: deadline },
      'The commit took longer than the timeout input allows, and 15 s more: there was no complete response within 75 s. Raise timeout.',
    ],
    [
      'a refusal after a lost response',
      { last: refused(403, 'E_ACCESSDENIED', 'No'), firstAmbiguous: lost },
      'The connection ended before a response arrived: gone (ECONNRESET), then the cluster answered 403 E_ACCESSDENIED: No.',
    ],
  ])('names the ambiguous answer and the last one: %s', (_, changed, start) => {
    expect(unknown(changed).slice(0, start.length)).toBe(start);
  });
});

describe('the annotation when nothing has ever answered', () => {
  const certificate = {
    subject: 'CN=deployer',
    issuer: 'CN=CA',
    thumbprint: 'AB',
    notBeforeMs: 0,
    notAfterMs: 0,
    isForClients: true,
  };
  it.each<[string, ConnectionInfo, string]>([
    ['http', ENDPOINT, 'Usually the cluster is secured and the endpoint must begin with https://, or the port is not'],
    [
      'http through a proxy',
      { ...ENDPOINT, proxyName: 'http://proxy:3128' },
      'or the proxy http://proxy:3128 does not pass the request on.',
    ],
    ['https', secure, 'Usually the server requires a client certificate (set client-certificate) and closes'],
    [
      'https with a client certificate',
      { ...secure, certificate },
      'Usually the server does not accept the client certificate CN=deployer and closes the connection without a word, or',
    ],
  ])('says so first, and why that usually is, over %s', (_, connection, words) => {
    const text = unknown({ last: lost, neverAnswered: true }, connection);
    expect(text).toMatch(/^Nothing at this endpoint has answered yet: /);
    expect(text).toContain(words);
    expect(text).toContain("the port is not the HTTP gateway's (usually 19080)");
  });
});

describe('the annotation about an unexpected success', () => {
  const lookedUp = (attempt = page): Partial<Outcome> => ({ sessionLookup: { kind: 'failed', attempt } });
  it.each([
    ['a page', page, page],
    ['JSON', answered({ body: 'json' }), answered({ body: 'json' })],
    ['an empty 201', answered({ status: 201 }), answered({ status: 201 })],
    ['a redirect to a page', answered({ status: 303 }), page],
  ])('says that no image store answers when the look-up is answered likewise: %s', (_, last, lookup) => {
    expect(unknown({ last, ...lookedUp(lookup) })).toMatch(
      /^What answers at this endpoint is not an image store: it answered \d{3} .*, and the look-up in the same way\. Check that the endpoint is /,
    );
  });

  it.each([
    ['is refused', refused(403, 'E_ACCESSDENIED')],
    ['fails', answered({ status: 502, body: 'nonJson' })],
    ['is answered with an empty 200', answered()],
  ])('does not say that when the look-up %s', (_, lookup) => {
    expect(unknown({ last: page, ...lookedUp(lookup) })).toMatch(
      /^Something between the runner and the cluster answered in its place, or rewrote its answer: /,
    );
  });
});

describe('the annotation of several sessions', () => {
  const committed = outcome();
  const failed = outcome({ sessionId: OTHER_SESSION, result: 'failed', last: refused(403, 'E_ACCESSDENIED', 'No') });
  const other = outcome({ sessionId: OTHER_SESSION, result: 'failed', last: refused(404, 'NotFound') });
  const doubtful = outcome({ sessionId: THIRD_SESSION, result: 'unknown', last: lost });
  const explanationOf = (each: Outcome): string => annotate([each], ENDPOINT);

  it('says how many are not committed, and explains the first', () => {
    expect(annotate([committed, failed], ENDPOINT)).toBe(
      `1 of 2 upload sessions is not committed. ${explanationOf(failed)}`,
    );
  });

  it('counts those with the cause of the first, and those with each other cause', () => {
    const text = annotate([failed, other, failed, failed, other, doubtful, committed], ENDPOINT);
    expect(text).toBe(
      `5 of 7 upload sessions are not committed, 1 may or may not be. ${explanationOf(failed)} The same applies to 2 more. ` +
        'Also not committed: 2 because the cluster answered 404 NotFound. ' +
        'May or may not be committed: 1 because there was no complete response (ECONNRESET).',
    );
  });

  it('claims of unknown ones alone only that they may or may not be committed', () => {
    expect(annotate([doubtful, doubtful, committed], ENDPOINT)).toMatch(
      /^2 of 3 upload sessions may or may not be committed\. /,
    );
  });

  it('groups by cause, whatever the paths, sizes and attempts of the sessions are', () => {
    const incomplete = (path: string, end: number): Outcome =>
      outcome({
        result: 'failed',
        attempts: end,
        last: invalid,
        sessionLookup: found({ path, missingRanges: [{ start: 0, end }] }),
      });
    expect(annotate([incomplete('a', 1), incomplete('b', 2), incomplete('c', 3)], ENDPOINT)).toMatch(
      /The same applies to 2 more\.$/,
    );
  });

  it('names five other causes and counts the rest, however many codes a cluster makes up', () => {
    const all = Array.from({ length: 1_200 }, (_, index) =>
      outcome({ result: 'failed', last: refused(500, `E_${index}`) }),
    );
    const text = annotate(all, ENDPOINT);
    expect(text).toMatch(/^1,200 of 1,200 upload sessions are not committed\. /);
    expect(text.match(/1 because/g)).toHaveLength(5);
    expect(text).toMatch(/; 1,194 for other causes\.$/);
    expect(text.length).toBeLessThan(1_500);
  });

  it.each<[string, Partial<Outcome>, string]>([
    ['cancelled', { last: lost, reason: 'cancelled' }, 'the step was cancelled'],
    ['untried', { last: unanswered(), untried: true }, 'an outage left no time to try'],
    [
      'without a session',
      { last: invalid, sessionLookup: { kind: 'notFound' } },
      'the cluster has no such upload session',
    ],
    ['incomplete', { last: invalid, sessionLookup: found(missing) }, 'bytes are missing'],
    [
      'for an empty file',
      { last: invalid, sessionLookup: found({ sizeBytes: 0, missingRanges: [{ start: 0, end: 0 }] }) },
      'the file is empty',
    ],
    [
      'at a Linux cluster',
      { last: invalid, sessionLookup: { kind: 'failed', attempt: invalid } },
      'the gateway does not support upload sessions',
    ],
    [
      'answered with a page',
      { last: answered({ status: 403, reasonPhrase: 'No', body: 'nonJson' }) },
      'something other than the image store answered 403 No',
    ],
    ['not connected', { last: unanswered() }, 'the runner could not connect (ECONNREFUSED)'],
  ])('says in a few words why another one is not committed: %s', (_, changed, words) => {
    const text = annotate([other, outcome({ result: 'failed', ...changed })], ENDPOINT);
    expect(text).toContain(`Also not committed: 1 because ${words}.`);
  });
});
