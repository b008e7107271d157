// The story line by line: everything of a few sessions, the course of many.
import { describe, expect, it } from 'vitest';
import type { CommitEvent, Outcome } from '../../../src/commit/commit-session.js';
import { type Told, tellEach, tellShared } from '../../../src/commit/session-log.js';
import { tellProgress } from '../../../src/commit/session-progress.js';
import type { Log } from '../../../src/runner/log.js';
import { answered, ENDPOINT, OTHER_SESSION, outcome, refused, SESSION, unanswered } from '../../support/attempts.js';
import { type StandingClock, standingClock } from '../../support/standing-clock.js';

interface Stage {
  told: Told;
  clock: StandingClock;
  lines: readonly string[];
  debugLines: readonly string[];
}

function stage(isDebug = false): Stage {
  const clock = standingClock();
  const lines: string[] = [];
  const debugLines: string[] = [];
  const unwanted = (): never => expect.fail('a story has no annotations');
  const log: Log = {
    info: (line) => lines.push(line),
    isDebug,
    debug: (line) => debugLines.push(line),
    warning: unwanted,
    error: unwanted,
  };
  return {
    told: { clock, target: ENDPOINT, limits: { timeoutSeconds: 60, maxAttempts: 5 }, log },
    clock,
    lines,
    debugLines,
  };
}

const begun = (sessionId: string): CommitEvent => ({ kind: 'begun', sessionId });
const ended = (changed: Partial<Outcome> & { sessionId: string }): CommitEvent => ({
  kind: 'ended',
  sessionId: changed.sessionId,
  outcome: outcome(changed),
});
const id = (index: number): string => `0a1b2c3d-0000-4000-8000-${String(index).padStart(12, '0')}`;

describe('of a few sessions', () => {
  const session = { path: 'app/a.dll', sizeBytes: 5, lastChunkMs: 0, missingRanges: [] };
  const events: readonly [CommitEvent, string][] = [
    [begun(SESSION), `Committing upload session ${SESSION} at http://cluster:19080 (timeout 60 s)`],
    [{ kind: 'waiting', sessionId: SESSION, waitedMs: 30_000 }, `Upload session ${SESSION}: waiting for 30 s of 60 s`],
    [
      { kind: 'doubt', sessionId: SESSION, number: 1, attempt: answered({ status: 503, reasonPhrase: 'Busy' }) },
      `Upload session ${SESSION}: attempt 1 may or may not have been carried out (the cluster answered 503 Busy without a body); looking the session up`,
    ],
    [
      { kind: 'again', sessionId: SESSION, number: 2, attempt: unanswered(), waitMs: 1_250 },
      `Upload session ${SESSION}: attempt 2 brought no success (the runner could not connect: connect ECONNREFUSED 127.0.0.1:9); trying again in 1.3 s`,
    ],
    [
      { kind: 'session', sessionId: SESSION, found: { kind: 'found', session } },
      `Upload session ${SESSION}: The session is complete: its chunks cover all 5 bytes of app/a.dll.`,
    ],
    [
      { kind: 'content', sessionId: SESSION, path: 'app/a.dll', found: { kind: 'notFound' } },
      `Upload session ${SESSION}: There is no file at app/a.dll.`,
    ],
    [ended({ sessionId: SESSION }), `Upload session ${SESSION} is committed at http://cluster:19080 (840 ms).`],
  ];

  it.each(events)('%o is a line with its id', (event, line) => {
    const { told, lines } = stage();
    tellEach(told)(event);
    expect(lines).toEqual([line]);
  });

  it('is logged at once and in the order of the events', () => {
    const { told, lines } = stage();
    const tell = tellEach(told);
    tell(begun(SESSION));
    expect(lines).toEqual([expect.stringMatching(`^Committing upload session ${SESSION}`)]);
    tell(begun(OTHER_SESSION));
    tell(ended({ sessionId: SESSION }));
    expect(lines.slice(1)).toEqual([
      expect.stringMatching(`^Committing upload session ${OTHER_SESSION}`),
      expect.stringMatching(`^Upload session ${SESSION} is committed`),
    ]);
  });
});

describe('of many sessions', () => {
  it('is told at every tenth of them', () => {
    const { told, clock, lines } = stage();
    const tell = tellProgress(200, told);
    for (let index = 0; index < 200; index += 1) {
      tell(begun(id(index)));
      clock.pass(10);
      tell(ended({ sessionId: id(index) }));
    }
    expect(lines).toHaveLength(11);
    expect(lines[0]).toBe('Committing 200 upload sessions at http://cluster:19080');
    expect(lines[1]).toBe('20 of 200 done: 20 committed, 0 failed, 0 unknown; 0 in flight, about 1.8 s left');
    expect(lines[10]).toBe('200 of 200 done: 200 committed, 0 failed, 0 unknown; in 2 s');
  });

  it('is told every 15 s when it is slow', () => {
    const { told, clock, lines } = stage();
    const tell = tellProgress(1_000, told);
    tell(begun(id(1)));
    tell(begun(id(2)));
    tell(begun(id(3)));
    clock.pass(14_000);
    tell(ended({ sessionId: id(1) }));
    expect(lines).toHaveLength(1);
    clock.pass(1_000);
    tell(ended({ sessionId: id(2) }));
    expect(lines.slice(1)).toEqual([
      '2 of 1000 done: 2 committed, 0 failed, 0 unknown; 1 in flight, about 124 min 45 s left',
    ]);
  });

  it('names the first ten that are not committed, and counts the others', () => {
    const { told, lines } = stage();
    const tell = tellProgress(100, told);
    for (let index = 0; index < 100; index += 1) {
      const result = index % 3 === 0 ? 'failed' : index % 3 === 1 ? 'unknown' : 'committed';
      tell(ended({ sessionId: id(index), result, last: refused(500, 'E_FAIL') }));
    }
    const named = lines.filter((line) => line.startsWith('Upload session '));
    expect(named.map((line) => line.slice(15, 51))).toEqual([0, 1, 3, 4, 6, 7, 9, 10, 12, 13].map(id));
    expect(lines.at(-1)).toBe('100 of 100 done: 33 committed, 34 failed, 33 unknown; in 0 ms');
  });

  it('keeps everything else for those who debug', () => {
    const quiet = stage();
    const keen = stage(true);
    for (const { told } of [quiet, keen]) {
      const tell = tellProgress(11, told);
      tell(begun(SESSION));
      tell({ kind: 'waiting', sessionId: OTHER_SESSION, waitedMs: 30_000 });
    }
    expect([quiet.lines, keen.lines]).toEqual(Array(2).fill(['Committing 11 upload sessions at http://cluster:19080']));
    expect(quiet.debugLines).toEqual([]);
    expect(keen.debugLines).toEqual([
      `Committing upload session ${SESSION} at http://cluster:19080 (timeout 60 s)`,
      `Upload session ${OTHER_SESSION}: waiting for 30 s of 60 s`,
    ]);
  });
});

it('says once what keeps all from connecting', () => {
  const { told, lines } = stage();
  tellShared(unanswered(), 992, told);
  expect(lines).toEqual([
    'Nobody can connect to http://cluster:19080: the runner could not connect: connect ECONNREFUSED 127.0.0.1:9; this counts for 992 waiting sessions as well',
  ]);
});
