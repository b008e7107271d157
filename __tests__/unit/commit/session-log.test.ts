// Log lines: every event of a few sessions, the progress of many.
import { describe, expect, it } from 'vitest';
import { createSessionLog, type LogContext, logOutage } from '../../../src/commit/session-log.js';
import { createProgressLog } from '../../../src/commit/session-progress.js';
import type { CommitEvent, Outcome } from '../../../src/commit-engine/commit-session.js';
import type { Log } from '../../../src/runner/log.js';
import { answered, ENDPOINT, OTHER_SESSION, outcome, refused, SESSION, unanswered } from '../../support/attempts.js';
import { type StandingClock, standingClock } from '../../support/standing-clock.js';

interface Setup {
  context: LogContext;
  clock: StandingClock;
  lines: readonly string[];
  debugLines: readonly string[];
}

function setUp(isDebug = false): Setup {
  const clock = standingClock();
  const lines: string[] = [];
  const debugLines: string[] = [];
  const unwanted = (): never => expect.fail('events are not annotations');
  const log: Log = {
    info: (line) => lines.push(line),
    isDebug,
    debug: (line) => debugLines.push(line),
    warning: unwanted,
    error: unwanted,
  };
  return {
    context: { clock, connection: ENDPOINT, limits: { timeoutSeconds: 60, maxAttempts: 5 }, log },
    clock,
    lines,
    debugLines,
  };
}

const started = (sessionId: string): CommitEvent => ({ kind: 'started', sessionId });
const finished = (changed: Partial<Outcome> & { sessionId: string }): CommitEvent => ({
  kind: 'finished',
  sessionId: changed.sessionId,
  outcome: outcome(changed),
});
const id = (index: number): string => `0a1b2c3d-0000-4000-8000-${String(index).padStart(12, '0')}`;

describe('the log of a few sessions', () => {
  const session = { path: 'app/a.dll', sizeBytes: 5, lastChunkMs: 0, missingRanges: [] };
  const events: readonly [CommitEvent, string][] = [
    [started(SESSION), `Committing upload session ${SESSION} at http://cluster:19080 (timeout 60 s)`],
    [
      { kind: 'waiting', sessionId: SESSION, waitedMs: 30_000 },
      `Upload session ${SESSION}: Still connecting after 30 s`,
    ],
    [
      { kind: 'waiting', sessionId: SESSION, waitedMs: 30_000, isSent: true },
      `Upload session ${SESSION}: Waiting for the response since 30 s; the cluster has 60 s (timeout), and this action waits 15 s longer`,
    ],
    [
      { kind: 'ambiguous', sessionId: SESSION, number: 1, attempt: answered({ status: 503, reasonPhrase: 'Busy' }) },
      `Upload session ${SESSION}: Attempt 1 of 5 is ambiguous, the cluster may have committed (the cluster answered 503 Busy without a body); looking up the session`,
    ],
    [
      { kind: 'retrying', sessionId: SESSION, number: 2, attempt: unanswered(), waitMs: 1_250 },
      `Upload session ${SESSION}: Attempt 2 of 5 failed: the runner could not connect: connect ECONNREFUSED 127.0.0.1:9; retrying in 1.3 s`,
    ],
    [
      { kind: 'sessionLookup', sessionId: SESSION, found: { kind: 'found', session } },
      `Upload session ${SESSION}: The session is complete: its chunks cover all 5 bytes of app/a.dll.`,
    ],
    [
      { kind: 'contentLookup', sessionId: SESSION, path: 'app/a.dll', found: { kind: 'notFound' } },
      `Upload session ${SESSION}: There is no file at app/a.dll.`,
    ],
    [finished({ sessionId: SESSION }), `Upload session ${SESSION} is committed at http://cluster:19080 (840 ms).`],
  ];

  it.each(events.map(([event, line]) => [event.kind, event, line] as const))(
    'has a line with the session id for the event %s',
    (_, event, line) => {
      const { context, lines } = setUp();
      createSessionLog(context)(event);
      expect(lines).toEqual([line]);
    },
  );
  it('has a line for each attempt, each look-up and the result', () => {
    const lost = unanswered({ problem: 'interrupted', code: 'ECONNRESET', message: 'read ECONNRESET', sent: true });
    const file = { sizeBytes: 5_243_201, modifiedMs: Date.parse('2026-11-23T12:00:02Z') };
    const session = { path: 'App/a.dll', sizeBytes: 5_243_201, lastChunkMs: 0, missingRanges: [] };
    const found = { session: { kind: 'found', session }, content: { kind: 'found', file } } as const;
    const proven = outcome({
      reason: 'published',
      attempts: 3,
      durationMs: 4_200,
      session,
      contentLookup: found.content,
    });
    const events: CommitEvent[] = [
      { kind: 'started', sessionId: SESSION },
      { kind: 'waiting', sessionId: SESSION, waitedMs: 60_000, isSent: true },
      { kind: 'ambiguous', sessionId: SESSION, number: 1, attempt: lost },
      { kind: 'sessionLookup', sessionId: SESSION, found: found.session },
      { kind: 'retrying', sessionId: SESSION, number: 1, attempt: lost, waitMs: 904 },
      { kind: 'retrying', sessionId: SESSION, number: 1, attempt: refused(500, 'OperationsPending'), waitMs: 2_000 },
      { kind: 'contentLookup', sessionId: SESSION, path: session.path, found: { kind: 'publishing' } },
      { kind: 'contentLookup', sessionId: SESSION, path: session.path, found: found.content },
      { kind: 'finished', sessionId: SESSION, outcome: proven },
    ];
    const limits = { timeoutSeconds: 120, maxAttempts: 5 };
    const { context, lines } = setUp();
    const onEvent = createSessionLog({ ...context, limits });
    for (const event of events) onEvent(event);
    const prefix = `Upload session ${SESSION}`;
    expect(lines).toEqual([
      `Committing upload session ${SESSION} at http://cluster:19080 (timeout 120 s)`,
      `${prefix}: Waiting for the response since 1 min; the cluster has 120 s (timeout), and this action waits 15 s longer`,
      `${prefix}: Attempt 1 of 5 is ambiguous, the cluster may have committed (the connection ended before a response arrived: read ECONNRESET); looking up the session`,
      `${prefix}: The session is complete: its chunks cover all 5,243,201 bytes of App/a.dll.`,
      `${prefix}: Attempt 1 of 5 failed: the connection ended before a response arrived: read ECONNRESET; retrying in 904 ms`,
      `${prefix}: Another commit of its path is in progress (the cluster answered 500 OperationsPending without a message); asking again in 2 s`,
      `${prefix}: The cluster is still publishing the file at App/a.dll.`,
      `${prefix}: The file at App/a.dll has 5,243,201 bytes and was modified at 2026-11-23T12:00:02.000Z.`,
      `${prefix} is committed at http://cluster:19080 (3 attempts, 4.2 s). An earlier attempt was ambiguous. Confirmed by: the last response was 200; the file at App/a.dll has the session's 5,243,201 bytes and was modified at 2026-11-23T12:00:02.000Z.`,
    ]);
  });
});

describe('the log of many sessions', () => {
  it('has a line of progress after every tenth of them', () => {
    const { context, clock, lines } = setUp();
    const onEvent = createProgressLog(200, context);
    for (let index = 0; index < 200; index += 1) {
      onEvent(started(id(index)));
      clock.pass(10);
      onEvent(finished({ sessionId: id(index) }));
    }
    expect(lines).toHaveLength(11);
    expect(lines[0]).toBe('Committing 200 upload sessions at http://cluster:19080');
    expect(lines[1]).toBe('20 of 200 done: 20 committed, 0 failed, 0 unknown; 0 in flight');
    expect(lines[10]).toBe('200 of 200 done: 200 committed, 0 failed, 0 unknown; in 2 s');
  });

  it('has a line of progress every 15 s when they take long', () => {
    const { context, clock, lines } = setUp();
    const onEvent = createProgressLog(1_000, context);
    onEvent(started(id(1)));
    onEvent(started(id(2)));
    onEvent(started(id(3)));
    clock.pass(14_000);
    onEvent(finished({ sessionId: id(1) }));
    expect(lines).toHaveLength(1);
    clock.pass(1_000);
    onEvent(finished({ sessionId: id(2) }));
    expect(lines.slice(1)).toEqual([
      '2 of 1,000 done: 2 committed, 0 failed, 0 unknown; 1 in flight, about 124 min 45 s left',
    ]);
  });

  it('names the first ten that are not committed, and counts the others', () => {
    const { context, lines } = setUp();
    const onEvent = createProgressLog(100, context);
    for (let index = 0; index < 100; index += 1) {
      const result = index % 3 === 0 ? 'failed' : index % 3 === 1 ? 'unknown' : 'committed';
      onEvent(finished({ sessionId: id(index), result, last: refused(500, 'E_FAIL') }));
    }
    const named = lines.filter((line) => line.startsWith('Upload session '));
    expect(named.map((line) => line.slice(15, 51))).toEqual([0, 1, 3, 4, 6, 7, 9, 10, 12, 13].map(id));
    expect(lines.at(-1)).toBe('100 of 100 done: 33 committed, 34 failed, 33 unknown; in 0 ms');
  });

  it('has everything else as debug lines', () => {
    const ordinary = setUp();
    const debugging = setUp(true);
    for (const { context } of [ordinary, debugging]) {
      const onEvent = createProgressLog(11, context);
      onEvent(started(SESSION));
      onEvent({ kind: 'waiting', sessionId: OTHER_SESSION, waitedMs: 30_000 });
    }
    expect([ordinary.lines, debugging.lines]).toEqual(
      Array(2).fill(['Committing 11 upload sessions at http://cluster:19080']),
    );
    expect(ordinary.debugLines).toEqual([]);
    expect(debugging.debugLines).toEqual([
      `Committing upload session ${SESSION} at http://cluster:19080 (timeout 60 s)`,
      `Upload session ${OTHER_SESSION}: Still connecting after 30 s`,
    ]);
  });
});

it('an outage is logged with the number of sessions that it fails', () => {
  const { context, lines } = setUp();
  logOutage(unanswered(), 992, context);
  expect(lines).toEqual([
    'Cannot connect to http://cluster:19080: connect ECONNREFUSED 127.0.0.1:9. 992 waiting sessions fail for the same reason.',
  ]);
});
