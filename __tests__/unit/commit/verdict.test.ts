import { describe, expect, it } from 'vitest';
import { type Evidence, isAmbiguous, judge, type Sign, signOf } from '../../../src/commit/verdict.js';
import type { Attempt } from '../../../src/image-store/attempt.js';
import { answer, silence } from '../../support/attempts.js';
import { type Judge, walk } from '../../support/nondeterministic-cluster.js';

describe('the sign of an attempt', () => {
  it.each<[string, Attempt, Sign]>([
    ['200 without a body', answer(200), 'done'],
    ['200 with a FabricError', answer(200, 'E_FAIL'), 'refused'],
    ['202', answer(202), 'refused'],
    ['302', answer(302), 'refused'],
    ['400 E_INVALIDARG', answer(400, 'E_INVALIDARG'), 'invalid'],
    ['400 with another code', answer(400, 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED'), 'refused'],
    ['400 without a FabricError', answer(400), 'refused'],
    ['403', answer(403), 'refused'],
    ['404 NotFound', answer(404, 'NotFound'), 'refused'],
    ['408', answer(408), 'refused'],
    ['429', answer(429), 'refused'],
    ['500 OperationsPending', answer(500, 'OperationsPending'), 'pending'],
    ['500 with a FabricError', answer(500, '0x80070070'), 'broken'],
    ['500 without one', answer(500), 'vague'],
    ['501', answer(501), 'refused'],
    ['502', answer(502), 'vague'],
    ['503 E_ABORT', answer(503, 'E_ABORT'), 'vague'],
    ['504 FABRIC_E_TIMEOUT', answer(504, 'FABRIC_E_TIMEOUT'), 'vague'],
    ['505', answer(505), 'refused'],
    ['524 of a front end', answer(524), 'vague'],
    ['no connection', silence('connect'), 'refused'],
    ['a lost answer', silence('cut'), 'vague'],
    ['a cut 200', silence('cut', { status: 200 }), 'vague'],
    ['a cut 500', silence('cut', { status: 500 }), 'vague'],
    ['a cut 403, which is a refusal all the same', silence('cut', { status: 403 }), 'refused'],
  ])('%s', (_, attempt, sign) => {
    expect(signOf(attempt)).toBe(sign);
  });
});

describe('the verdict, row by row', () => {
  it.each<[string, Evidence, ReturnType<typeof judge>]>([
    ['a plain 200', { signs: ['done'] }, { result: 'committed', ground: 'answered' }],
    ['a 200 after refusals', { signs: ['refused', 'done'] }, { result: 'committed', ground: 'answered' }],
    ['a plain refusal', { signs: ['refused'] }, { result: 'failed', ground: 'answered' }],
    ['a plain 400', { signs: ['invalid'] }, { result: 'failed', ground: 'answered' }],
    ['200 and ours', { signs: ['vague', 'done'], content: 'ours' }, { result: 'committed', ground: 'published' }],
    [
      '200 and not ours: the false one after a rolled-back overwrite',
      { signs: ['broken', 'done'], session: 'complete', content: 'not ours' },
      { result: 'unknown', ground: 'undecided' },
    ],
    [
      '400, session gone, ours',
      { signs: ['vague', 'invalid'], session: 'gone', content: 'ours' },
      { result: 'committed', ground: 'published' },
    ],
    [
      'session there, no 200, ours: perhaps in transit',
      { signs: ['vague', 'refused'], session: 'complete', content: 'ours' },
      { result: 'unknown', ground: 'undecided' },
    ],
    [
      'ranges missing, whatever the content',
      { signs: ['vague', 'invalid'], session: 'incomplete' },
      { result: 'failed', ground: 'incomplete' },
    ],
    [
      '400, session there, absent',
      { signs: ['vague', 'invalid'], session: 'complete', content: 'absent' },
      { result: 'failed', ground: 'not published' },
    ],
    [
      '400, session gone, absent',
      { signs: ['vague', 'invalid'], session: 'gone', content: 'absent' },
      { result: 'unknown', ground: 'undecided' },
    ],
    [
      'errors that end the work, not ours',
      { signs: ['broken', 'refused', 'broken'], content: 'not ours' },
      { result: 'failed', ground: 'broken off' },
    ],
    [
      'such an error after a lost answer',
      { signs: ['vague', 'broken'], session: 'complete', content: 'absent' },
      { result: 'unknown', ground: 'undecided' },
    ],
    ['nothing could be looked up', { signs: ['vague'] }, { result: 'unknown', ground: 'undecided' }],
  ])('%s', (_, evidence, verdict) => {
    expect(judge(evidence)).toEqual(verdict);
  });
});

describe('every history of a nondeterministic cluster', () => {
  it.each([
    [1, 167],
    [2, 1_042],
    [3, 5_453],
    [4, 26_648],
  ])('never makes the verdict lie, up to %i attempts (%i ends)', (attempts, knownEnds) => {
    const { lies, ends, verdicts } = walk(attempts, judge);
    expect(lies).toEqual([]);
    expect(ends).toBe(knownEnds);
    expect(verdicts).toMatchObject({
      committed: expect.any(Number),
      failed: expect.any(Number),
      unknown: expect.any(Number),
    });
  });

  const believeTheLastAnswer: Judge = ({ signs }) => ({ result: signs.at(-1) === 'done' ? 'committed' : 'failed' });
  const believeTheContent: Judge = (evidence) =>
    evidence.signs.some(isAmbiguous) && evidence.content === 'ours' ? { result: 'committed' } : judge(evidence);

  it.each<[string, Judge]>([
    ['believing the last answer', believeTheLastAnswer],
    ['believing the content alone', believeTheContent],
  ])('catches the lies of %s', (_, wrong) => {
    expect(walk(3, wrong).lies).not.toEqual([]);
  });

  it('catches the lies of asking for the content before the session', () => {
    expect(walk(3, judge, 'content first').lies).not.toEqual([]);
  });
});
