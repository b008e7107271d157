// The decisions about one big file: what follows from what is known, and that every course comes to a right end.
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/commit-engine/commit-session.js';
import type { Attempt } from '../../../src/image-store/attempt.js';
import type { ByteRange, SessionLookup } from '../../../src/image-store/responses.js';
import {
  beginSession,
  nextActions,
  type SessionAction,
  type SessionEvent,
  type SessionState,
  withAction,
  withEvent,
} from '../../../src/upload/session-state.js';
import { chunkBytes } from '../../../src/upload/upload-plan.js';
import { answer, answered, noResponse, outcome } from '../../support/attempts.js';

const limits = { maxAttempts: 3, parallelChunks: 2 };
const SIZE = 3 * chunkBytes + 10;
const chunk = (index: number): ByteRange => ({
  start: index * chunkBytes,
  end: Math.min(SIZE, (index + 1) * chunkBytes) - 1,
});
const missing = (...missingRanges: readonly ByteRange[]): SessionLookup => ({
  kind: 'found',
  session: { path: 'p', sizeBytes: SIZE, lastChunkMs: 0, missingRanges },
});

/** Begins all actions that are next. */
function begin(state: SessionState): { state: SessionState; actions: readonly SessionAction[] } {
  const actions = nextActions(state, limits);
  return { state: actions.reduce(withAction, state), actions };
}

/** Goes through these events, beginning after each what is next. Returns the actions after the last one. */
function walk(...events: readonly SessionEvent[]): { state: SessionState; actions: readonly SessionAction[] } {
  let now = begin(beginSession(SIZE));
  for (const event of events) {
    // Chunks are told apart by identity.
    const range = event.kind === 'chunkAnswered' && now.state.inFlight.find(({ start }) => start === event.range.start);
    now = begin(withEvent(now.state, range ? { ...event, range } : event, limits));
  }
  return now;
}

const lookedUp = (found: SessionLookup): SessionEvent => ({ kind: 'lookedUp', found });
const sent = (index: number, attempt: Attempt = answered()): SessionEvent => ({
  kind: 'chunkAnswered',
  range: chunk(index),
  attempt,
});
const committed = (changed: Partial<Outcome>, isOldContent = false): SessionEvent => ({
  kind: 'commitEnded',
  outcome: outcome(changed),
  isOldContent,
});
const nothing = lookedUp({ kind: 'notFound' });
const complete = [nothing, sent(0), sent(1), sent(2), sent(3), lookedUp(missing())];

describe('a big file', () => {
  it('is looked up first', () => {
    expect(walk().actions).toEqual([{ kind: 'lookUp', failures: 0 }]);
  });

  it('without a session is sent from the start, several chunks at a time', () => {
    expect(walk(nothing).actions).toEqual([0, 1].map((index) => ({ kind: 'putChunk', range: chunk(index) })));
    expect(walk(nothing, sent(1)).actions).toEqual([{ kind: 'putChunk', range: chunk(2) }]);
  });

  it('with a session is sent where bytes are missing, and no chunk reaches over the end of a gap', () => {
    const gaps = [
      { start: 5, end: 9 },
      { start: 100, end: 100 + chunkBytes },
    ];
    expect(walk(lookedUp(missing(...gaps))).actions).toEqual([
      { kind: 'putChunk', range: { start: 5, end: 9 } },
      { kind: 'putChunk', range: { start: 100, end: 99 + chunkBytes } },
    ]);
  });

  it('is looked up again when everything is sent, and committed when nothing is missing', () => {
    expect(walk(nothing, sent(0), sent(1), sent(2)).actions).toEqual([]);
    expect(walk(nothing, sent(0), sent(1), sent(2), sent(3)).actions).toEqual([{ kind: 'lookUp', failures: 0 }]);
    expect(walk(...complete).actions).toEqual([{ kind: 'commit' }]);
    expect(walk(...complete, committed({})).state.end).toEqual({ result: 'published' });
  });

  it('of a complete session is committed without a chunk', () => {
    expect(walk(lookedUp(missing())).actions).toEqual([{ kind: 'commit' }]);
  });

  it.each([
    ['400', answer(400, 'FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE'), 0],
    ['404', answer(404, 'NotFound'), 0],
    ['503', answer(503), 0],
    ['lost answer', noResponse('interrupted'), 1],
  ])('is looked up after a %s to a chunk, once the others have been answered', (_, attempt, failures) => {
    expect(walk(nothing, sent(0, attempt)).actions).toEqual([]);
    const { state, actions } = walk(nothing, sent(1, attempt), sent(0, attempt));
    expect(actions).toEqual([{ kind: 'lookUp', failures }]);
    expect(state.failures).toBe(1); // what was in flight together counts once
  });

  it('is given up after so many failures without progress, and never before a look-up', () => {
    const failing = [sent(0, answer(400)), sent(1, answer(400)), lookedUp(missing(chunk(0), chunk(1)))];
    const events = [lookedUp(missing(chunk(0), chunk(1))), ...failing, ...failing, ...failing.slice(0, 2)];
    expect(walk(...events).state.end).toBeUndefined();
    expect(walk(...events, lookedUp(missing(chunk(0), chunk(1)))).state.end).toEqual({
      result: 'failed',
      reason: 'attempts',
    });
    expect(walk(...events, lookedUp(missing(chunk(1)))).state).toMatchObject({ end: undefined, failures: 0 });
  });

  it('fails at once when a chunk is refused', () => {
    expect(walk(nothing, sent(0, answer(403))).state.end).toEqual({ result: 'failed', reason: 'refused' });
  });

  it('is sent again when its session was lost, and given up when that goes on', () => {
    const lost = [sent(0), sent(1), sent(2), sent(3), nothing];
    expect(walk(nothing, ...lost).state).toMatchObject({ losses: 1, end: undefined });
    expect(walk(nothing, ...lost, ...lost).state).toMatchObject({ losses: 2, end: undefined });
    expect(walk(nothing, ...lost, ...lost, ...lost).state.end).toEqual({ result: 'failed', reason: 'lost' });
  });

  const invalid = answer(400, 'E_INVALIDARG');
  const wrongSize = committed({ result: 'failed', last: invalid, sessionLookup: missing() });

  it('whose complete session is refused is deleted and sent once more from the start, but not twice', () => {
    const deleted: SessionEvent = { kind: 'sessionDeleted', attempt: answered() };
    expect(walk(...complete, wrongSize).actions).toEqual([{ kind: 'deleteSession', failures: 0 }]);
    const again = [...complete, wrongSize, deleted];
    expect(walk(...again).actions).toEqual([{ kind: 'lookUp', failures: 0 }]);
    expect(walk(...again, ...complete, wrongSize).state.end).toEqual({ result: 'failed', reason: 'wrongSize' });
    expect(walk(...again, ...complete, committed({})).state.end).toEqual({ result: 'published' });
  });

  it('whose session is gone at its commit is looked up and sent again', () => {
    const gone = committed({ result: 'failed', last: invalid, sessionLookup: { kind: 'notFound' } });
    expect(walk(...complete, gone).actions).toEqual([{ kind: 'lookUp', failures: 0 }]);
    expect(walk(...complete, gone, nothing).state).toMatchObject({ losses: 1, generation: 0 });
  });

  it.each([
    ['in doubt', committed({ result: 'unknown', reason: 'inconclusive', last: invalid }), 'unknown'],
    ['not published', committed({ result: 'failed', reason: 'not published', last: invalid }), 'failed'],
    ['a success beside the old content', committed({}, true), 'failed'],
  ])('whose commit is %s is sent once more in another session', (_, event, result) => {
    const { state, actions } = walk(...complete, event);
    expect(state).toMatchObject({ generation: 1, end: undefined });
    expect(actions).toEqual([{ kind: 'lookUp', failures: 0 }]);
    expect(walk(...complete, event, ...complete, committed({})).state.end).toEqual({ result: 'published' });
    expect(walk(...complete, event, ...complete, event).state.end).toEqual({ result, reason: 'commit' });
  });

  it('whose first commit stayed in doubt stays so when the second session fails', () => {
    const doubtful = committed({ result: 'unknown', reason: 'inconclusive', last: invalid });
    expect(walk(...complete, doubtful, nothing, sent(0, answer(403))).state.end).toEqual({
      result: 'unknown',
      reason: 'refused',
    });
  });

  it.each([
    ['no answer ever came', { result: 'unknown', reason: 'inconclusive', last: noResponse('interrupted') }],
    ['the store is overloaded', { result: 'unknown', reason: 'inconclusive', last: answer(503) }],
    [
      'another commit of the path does not end',
      { result: 'unknown', reason: 'inconclusive', last: answer(500, 'OperationsPending'), stopReason: 'inProgress' },
    ],
  ] as const)('is not sent again when %s', (_, changed) => {
    expect(walk(...complete, committed(changed)).state.end).toEqual({ result: 'unknown', reason: 'commit' });
  });
});

/** Numbers from a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A store that loses sessions and answers, and the events that it leads to. Chunks are the unit: `held` are their numbers. */
function answerOf(action: SessionAction, held: Set<number>, random: () => number): SessionEvent {
  if (random() < 0.03) held.clear();
  switch (action.kind) {
    case 'lookUp': {
      if (random() < 0.1) return lookedUp({ kind: 'failed', attempt: answer(503) });
      const gaps = [0, 1, 2, 3].filter((index) => !held.has(index)).map(chunk);
      return held.size === 0 ? nothing : lookedUp(missing(...gaps));
    }
    case 'putChunk': {
      const index = action.range.start / chunkBytes;
      const isRefused = held.has(index) || random() < 0.1;
      if (!isRefused) held.add(index);
      const attempt = random() < 0.2 ? noResponse('interrupted') : isRefused ? answer(400) : answered();
      return { kind: 'chunkAnswered', range: action.range, attempt };
    }
    case 'commit':
      return held.size === 4
        ? committed({})
        : committed({ result: 'failed', last: answer(400, 'E_INVALIDARG'), sessionLookup: { kind: 'notFound' } });
    case 'deleteSession':
      held.clear();
      return { kind: 'sessionDeleted', attempt: answered() };
  }
}

it('a thousand random courses of a big file end, and are published only when the store has every byte', () => {
  const ends: Record<string, number> = {};
  for (let seed = 1; seed <= 1_000; seed += 1) {
    const random = randomFrom(seed);
    const held = new Set<number>();
    const running: SessionAction[] = [];
    let state = beginSession(SIZE);
    for (let steps = 0; ; steps += 1) {
      expect(steps).toBeLessThan(2_000);
      for (const action of nextActions(state, limits)) {
        running.push(action);
        state = withAction(state, action);
        expect(new Set(state.inFlight.map(({ start }) => start)).size).toBe(state.inFlight.length);
        expect(state.inFlight.length).toBeLessThanOrEqual(limits.parallelChunks);
      }
      const [action] = running.splice(Math.floor(random() * running.length), 1);
      if (action === undefined) break;
      const event = answerOf(action, held, random);
      if (action.kind === 'commit' && event.kind === 'commitEnded' && event.outcome.result === 'committed') {
        expect(held.size).toBe(4);
      }
      state = withEvent(state, event, limits);
    }
    expect(state.end).toBeDefined();
    const end = state.end?.result ?? '';
    ends[end] = (ends[end] ?? 0) + 1;
  }
  expect(ends['published']).toBeGreaterThan(900);
});
