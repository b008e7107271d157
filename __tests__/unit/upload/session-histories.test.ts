// Every history of a big file in a modelled store, and decisions that are wrong in some of them.
import { describe, expect, it } from 'vitest';
import { type Decisions, exploreSessions, realDecisions } from '../../support/session-model.js';

const limits = { maxAttempts: 3, parallelChunks: 2 };

describe('every history of a big file in three chunks', () => {
  const found = exploreSessions(limits, 3);

  it('with up to three faults ends with what is true, and with two faults published', () => {
    expect([...found.problems]).toEqual([]);
    expect(found.worlds).toBeGreaterThan(10_000);
    expect(Object.keys(found.ends).toSorted()).toEqual(['failed', 'published', 'unknown']);
  });

  it.each<[string, Partial<Decisions>, RegExp]>([
    [
      'believes a 400 to a chunk',
      {
        withEvent: (state, event, given) =>
          event.kind === 'chunkAnswered' && event.attempt.status === 400
            ? { ...state, end: { result: 'failed', reason: 'refused' } }
            : realDecisions.withEvent(state, event, given),
      },
      /^failed after \d faults$/,
    ],
    [
      'takes a doubtful commit for a failed one',
      {
        withEvent: (state, event, given) =>
          event.kind === 'commitEnded' && event.outcome.result === 'unknown'
            ? { ...state, end: { result: 'failed', reason: 'commit' } }
            : realDecisions.withEvent(state, event, given),
      },
      /^failed, and the file is there$/,
    ],
    [
      'takes a commit without effect for a real one',
      {
        withEvent: (state, event, given) =>
          realDecisions.withEvent(
            state,
            event.kind === 'commitEnded' ? { ...event, isOldContent: false } : event,
            given,
          ),
      },
      /^published, and the file is not there$/,
    ],
  ])('shows what is wrong with a client that %s', (_, wrong, problem) => {
    const { problems } = exploreSessions(limits, 2, { ...realDecisions, ...wrong });
    expect([...problems].filter((each) => problem.test(each))).not.toEqual([]);
  });
});
