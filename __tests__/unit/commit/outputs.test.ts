// Outputs, annotation and log lines, from outcomes alone.
import { describe, expect, it } from 'vitest';
import type { CommitEvent, Outcome } from '../../../src/commit/commit-session.js';
import { advise } from '../../../src/commit/outcome-advice.js';
import { annotate, keepNeeded, outputsWithoutCommit, overall, toOutputs } from '../../../src/commit/outputs.js';
import { tellEach } from '../../../src/commit/session-log.js';
import type { Log } from '../../../src/runner/log.js';
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
import { standingClock } from '../../support/standing-clock.js';

const committed = outcome();
const failed = outcome({
  sessionId: OTHER_SESSION,
  result: 'failed',
  attempts: 2,
  last: refused(400, 'E_INVALIDARG', 'Invalid'),
});
const unknown = outcome({
  sessionId: THIRD_SESSION,
  result: 'unknown',
  attempts: 3,
  last: unanswered({ problem: 'interrupted', code: 'ECONNRESET', message: 'aborted', sent: true }),
});

it.each([
  ['committed', [committed, committed]],
  ['unknown', [committed, unknown]],
  ['failed', [unknown, failed, committed]],
] as const)('the result is %s over all sessions', (result, outcomes) => {
  expect(overall(outcomes)).toBe(result);
});

describe('the outputs', () => {
  it('of a commit that worked', () => {
    expect(toOutputs([committed], ENDPOINT)).toEqual({
      result: 'committed',
      'status-code': '200',
      'error-code': '',
      'error-message': '',
      attempts: '1',
      sessions: JSON.stringify([
        {
          sessionId: SESSION,
          result: 'committed',
          statusCode: 200,
          errorCode: null,
          errorMessage: null,
          attempts: 1,
          durationMs: 840,
          path: null,
          missingRanges: null,
        },
      ]),
    });
  });

  it('are those of the first session in input order that is not committed', () => {
    expect(toOutputs([committed, failed, unknown], ENDPOINT)).toMatchObject({
      result: 'failed',
      'status-code': '400',
      'error-code': 'E_INVALIDARG',
      'error-message': 'Invalid',
      attempts: '6',
    });
    expect(toOutputs([unknown, failed], ENDPOINT)).toMatchObject({
      result: 'failed',
      'status-code': '',
      'error-code': 'ECONNRESET',
      attempts: '5',
    });
  });

  it('are those of the last session when all are committed', () => {
    const last = outcome({ sessionId: OTHER_SESSION, last: answered({ reasonPhrase: 'Fine' }) });
    expect(toOutputs([committed, last], ENDPOINT)).toMatchObject({
      result: 'committed',
      'status-code': '200',
      attempts: '2',
    });
  });

  it('have an object for each session, in input order', () => {
    expect(JSON.parse(toOutputs([unknown, committed, failed], ENDPOINT).sessions)).toMatchObject([
      { sessionId: THIRD_SESSION, result: 'unknown', statusCode: null, errorCode: 'ECONNRESET', attempts: 3 },
      { sessionId: SESSION, result: 'committed', statusCode: 200, errorCode: null, errorMessage: null },
      {
        sessionId: OTHER_SESSION,
        result: 'failed',
        statusCode: 400,
        errorCode: 'E_INVALIDARG',
        errorMessage: 'Invalid',
      },
    ]);
  });

  it('name the path and what is missing, where a look-up has told', () => {
    const missingRanges = [{ start: 5, end: 10 }];
    const session = { path: 'App/a.dll', sizeBytes: 11, lastChunkMs: 0, missingRanges };
    const rowOf = (changed: Partial<Outcome>): unknown =>
      JSON.parse(toOutputs([outcome({ result: 'failed', ...changed })], ENDPOINT).sessions)[0];
    expect(rowOf({ session })).toMatchObject({ path: 'App/a.dll', missingRanges });
    expect(rowOf({ session: { ...session, missingRanges: [] } })).toMatchObject({
      path: 'App/a.dll',
      missingRanges: [],
    });
    // The cluster lists a byte of an empty file as missing; there is none.
    const empty = { ...session, sizeBytes: 0, missingRanges: [{ start: 0, end: 0 }] };
    expect(rowOf({ session: empty })).toMatchObject({ path: 'App/a.dll', missingRanges: null });
  });

  it('without a commit say so', () => {
    expect(outputsWithoutCommit('failed', 'INVALID_INPUT', 'text')).toEqual({
      result: 'failed',
      'status-code': '',
      'error-code': 'INVALID_INPUT',
      'error-message': 'text',
      attempts: '0',
      sessions: '[]',
    });
  });
});

describe('the annotation', () => {
  it('says what happened to what and why, then what to do', () => {
    expect(annotate([outcome({ result: 'failed', last: refused(404, 'NotFound') })], ENDPOINT, advise)).toBe(
      `Upload session ${SESSION} was not committed at http://cluster:19080: the cluster answered 404 NotFound without a message. ` +
        'The session disappeared during the commit: somebody deleted it, or the image store moved to another node. Upload the file again under a new session id.',
    );
  });

  it('says nothing more where nothing more is known', () => {
    const last = refused(418, 'FABRIC_E_NEW', 'New');
    expect(annotate([outcome({ result: 'failed', last })], ENDPOINT, advise)).toBe(
      `Upload session ${SESSION} was not committed at http://cluster:19080: the cluster answered 418 FABRIC_E_NEW: New.`,
    );
  });

  it('counts the sessions that are not committed, tells the first and names the others', () => {
    const text = annotate([committed, failed, unknown], ENDPOINT, advise);
    expect(text).toMatch(/^2 of 3 upload sessions are not committed\. Upload session \S+0b was not committed at /);
    expect(text).toMatch(new RegExp(`\nLikewise: ${THIRD_SESSION} \\(unknown\\)\\.$`));
  });

  it('names the first few of many', () => {
    const many = Array.from({ length: 8 }, () => failed);
    expect(annotate(many, ENDPOINT, advise).match(/\(failed\)/g)).toHaveLength(4);
    expect(annotate(many, ENDPOINT, advise)).toMatch(/ and 3 more\.$/);
  });
});

describe('what is kept of thousands of outcomes', () => {
  const ids = Array.from({ length: 3_000 }, (_, index) => `0a1b2c3d-0000-4000-8000-${String(index).padStart(12, '0')}`);
  const long = 'x'.repeat(60_000);
  const failing = (sessionId: string | undefined, message = long): Outcome =>
    outcome({ sessionId: sessionId ?? '', result: 'failed', last: refused(403, 'E_ACCESSDENIED', message) });
  const kept = (outcomes: readonly Outcome[]): readonly string[] =>
    outcomes.map(({ last }) => (last?.kind === 'response' ? (last.error?.message ?? '') : ''));

  it('is a part of their messages, where all together would be too long for the outputs', () => {
    const messages = kept(ids.map((id) => failing(id)).map(keepNeeded(ids)));
    expect(messages.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(8_000_000);
    expect(Math.min(...messages.map(({ length }) => length))).toBe(2_000);
    expect(long.startsWith(messages.at(-1) ?? '?')).toBe(true);
  });

  it('is the whole message of the first one in any case, however late it ends', () => {
    const keep = keepNeeded(ids);
    const others = ids.slice(1, 40).map((id) => keep(failing(id)));
    expect(kept([keep(failing(ids[0], `${long}!`)), ...others])[0]).toBe(`${long}!`);
    expect(kept(others).at(-1)).toHaveLength(2_000);
  });

  it('is the whole message of the first failure, where one before it was committed in spite of its last answer', () => {
    const keep = keepNeeded(ids);
    const refusal = refused(400, 'E_INVALIDARG', long);
    keep(outcome({ sessionId: ids[0] ?? '', reason: 'published', last: refusal }));
    for (const id of ids.slice(2, 40)) keep(failing(id));
    expect(kept([keep(failing(ids[1]))])).toEqual([long]);
  });

  it('is everything, where the outputs can hold it', () => {
    const outcomes = [...ids.slice(0, 16).map((id) => failing(id)), committed, outcome({ last: unanswered() })];
    expect(outcomes.map(keepNeeded([...ids, SESSION]))).toEqual(outcomes);
  });
});

describe('the log lines', () => {
  const lines: string[] = [];
  const ignore = (): void => undefined;
  const log: Log = { info: (line) => lines.push(line), isDebug: false, debug: ignore, warning: ignore, error: ignore };

  it('tell the story: what is tried, what was doubtful, what was looked up, what came of it', () => {
    const lost = unanswered({ problem: 'interrupted', code: 'ECONNRESET', message: 'read ECONNRESET', sent: true });
    const file = { sizeBytes: 5_243_201, modifiedMs: Date.parse('2026-11-23T12:00:02Z') };
    const session = { path: 'App/a.dll', sizeBytes: 5_243_201, lastChunkMs: 0, missingRanges: [] };
    const found = { session: { kind: 'found', session }, content: { kind: 'found', file } } as const;
    const proven = outcome({ reason: 'published', attempts: 3, durationMs: 4_200, session, content: found.content });
    const events: CommitEvent[] = [
      { kind: 'begun', sessionId: SESSION },
      { kind: 'waiting', sessionId: SESSION, waitedMs: 60_000 },
      { kind: 'doubt', sessionId: SESSION, number: 1, attempt: lost },
      { kind: 'session', sessionId: SESSION, found: found.session },
      { kind: 'again', sessionId: SESSION, number: 1, attempt: lost, waitMs: 904 },
      { kind: 'again', sessionId: SESSION, number: 2, attempt: refused(500, 'OperationsPending'), waitMs: 2_000 },
      { kind: 'content', sessionId: SESSION, path: session.path, found: { kind: 'publishing' } },
      { kind: 'content', sessionId: SESSION, path: session.path, found: found.content },
      { kind: 'ended', sessionId: SESSION, outcome: proven },
    ];
    const limits = { timeoutSeconds: 120, maxAttempts: 5 };
    const tell = tellEach({ clock: standingClock(), target: ENDPOINT, limits, log });
    for (const event of events) tell(event);
    const us = `Upload session ${SESSION}`;
    expect(lines).toEqual([
      `Committing upload session ${SESSION} at http://cluster:19080 (timeout 120 s)`,
      `${us}: waiting for 1 min of 120 s`,
      `${us}: attempt 1 may or may not have been carried out (the connection ended before a response arrived: read ECONNRESET); looking the session up`,
      `${us}: The session is complete: its chunks cover all 5,243,201 bytes of App/a.dll.`,
      `${us}: attempt 1 brought no success (the connection ended before a response arrived: read ECONNRESET); trying again in 904 ms`,
      `${us}: attempt 2 brought no success (the cluster answered 500 OperationsPending without a message); trying again in 2 s`,
      `${us}: The cluster is still publishing the file at App/a.dll.`,
      `${us}: The file at App/a.dll has 5,243,201 bytes and was modified at 2026-11-23T12:00:02.000Z.`,
      `${us} is committed at http://cluster:19080 (3 attempts, 4.2 s). An earlier attempt was ambiguous. Confirmed by: the last response was 200; the file at App/a.dll has the session's 5,243,201 bytes and was modified at 2026-11-23T12:00:02.000Z.`,
    ]);
  });
});
