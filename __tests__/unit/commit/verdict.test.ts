import { describe, expect, it } from 'vitest';
import { type AnswerClass, classify, type Evidence, evaluate, isAmbiguous } from '../../../src/commit/verdict.js';
import type { Attempt } from '../../../src/image-store/attempt.js';
import { answer, noResponse } from '../../support/attempts.js';
import { type Judge, walk } from '../../support/cluster-model.js';

describe('the sign of an attempt', () => {
  it.each<[string, Attempt, AnswerClass]>([
    ['200 without a body', answer(200), 'success'],
    ['200 with a FabricError', answer(200, 'E_FAIL'), 'rejected'],
    ['202', answer(202), 'rejected'],
    ['302', answer(302), 'rejected'],
    ['400 E_INVALIDARG', answer(400, 'E_INVALIDARG'), 'invalidArgument'],
    ['400 with another code', answer(400, 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED'), 'rejected'],
    ['400 without a FabricError', answer(400), 'rejected'],
    ['403', answer(403), 'rejected'],
    ['404 NotFound', answer(404, 'NotFound'), 'rejected'],
    ['408', answer(408), 'rejected'],
    ['429', answer(429), 'rejected'],
    ['500 OperationsPending', answer(500, 'OperationsPending'), 'inProgress'],
    ['500 with a FabricError', answer(500, '0x80070070'), 'serverError'],
    ['500 without one', answer(500), 'indeterminate'],
    ['501', answer(501), 'rejected'],
    ['502', answer(502), 'indeterminate'],
    ['503 E_ABORT', answer(503, 'E_ABORT'), 'indeterminate'],
    ['504 FABRIC_E_TIMEOUT', answer(504, 'FABRIC_E_TIMEOUT'), 'indeterminate'],
    ['505', answer(505), 'rejected'],
    ['524 of a front end', answer(524), 'indeterminate'],
    ['no connection', noResponse('connect'), 'rejected'],
    ['a lost answer', noResponse('interrupted'), 'indeterminate'],
    ['a cut 200', noResponse('interrupted', { status: 200 }), 'indeterminate'],
    ['a cut 500', noResponse('interrupted', { status: 500 }), 'indeterminate'],
    ['a cut 403, which is a refusal all the same', noResponse('interrupted', { status: 403 }), 'rejected'],
  ])('%s', (_, attempt, sign) => {
    expect(classify(attempt)).toBe(sign);
  });
});

describe('the verdict, row by row', () => {
  it.each<[string, Evidence, ReturnType<typeof evaluate>]>([
    ['a plain 200', { answers: ['success'] }, { result: 'committed', reason: 'answered' }],
    ['a 200 after refusals', { answers: ['rejected', 'success'] }, { result: 'committed', reason: 'answered' }],
    ['a plain refusal', { answers: ['rejected'] }, { result: 'failed', reason: 'answered' }],
    ['a plain 400', { answers: ['invalidArgument'] }, { result: 'failed', reason: 'answered' }],
    [
      '200 and ours',
      { answers: ['indeterminate', 'success'], content: 'matches' },
      { result: 'committed', reason: 'published' },
    ],
    [
      '200 and not ours: the false one after a rolled-back overwrite',
      { answers: ['serverError', 'success'], session: 'complete', content: 'differs' },
      { result: 'unknown', reason: 'inconclusive' },
    ],
    [
      '400, session gone, ours',
      { answers: ['indeterminate', 'invalidArgument'], session: 'gone', content: 'matches' },
      { result: 'committed', reason: 'published' },
    ],
    [
      'session there, no 200, ours: perhaps in transit',
      { answers: ['indeterminate', 'rejected'], session: 'complete', content: 'matches' },
      { result: 'unknown', reason: 'inconclusive' },
    ],
    [
      'ranges missing, whatever the content',
      { answers: ['indeterminate', 'invalidArgument'], session: 'incomplete' },
      { result: 'failed', reason: 'incomplete' },
    ],
    [
      '400, session there, absent',
      { answers: ['indeterminate', 'invalidArgument'], session: 'complete', content: 'absent' },
      { result: 'failed', reason: 'not published' },
    ],
    [
      '400, session gone, absent',
      { answers: ['indeterminate', 'invalidArgument'], session: 'gone', content: 'absent' },
      { result: 'unknown', reason: 'inconclusive' },
    ],
    [
      'errors that end the work, not ours',
      { answers: ['serverError', 'rejected', 'serverError'], content: 'differs' },
      { result: 'failed', reason: 'aborted' },
    ],
    [
      'such an error after a lost answer',
      { answers: ['indeterminate', 'serverError'], session: 'complete', content: 'absent' },
      { result: 'unknown', reason: 'inconclusive' },
    ],
    ['nothing could be looked up', { answers: ['indeterminate'] }, { result: 'unknown', reason: 'inconclusive' }],
  ])('%s', (_, evidence, verdict) => {
    expect(evaluate(evidence)).toEqual(verdict);
  });
});

describe('every history of a nondeterministic cluster', () => {
  it.each([
    [1, 167],
    [2, 1_042],
    [3, 5_453],
    [4, 26_648],
  ])('never makes the verdict lie, up to %i attempts (%i ends)', (attempts, knownEnds) => {
    const { lies, ends, verdicts } = walk(attempts, evaluate);
    expect(lies).toEqual([]);
    expect(ends).toBe(knownEnds);
    expect(verdicts).toMatchObject({
      committed: expect.any(Number),
      failed: expect.any(Number),
      unknown: expect.any(Number),
    });
  });

  const believeTheLastAnswer: Judge = ({ answers }) => ({
    result: answers.at(-1) === 'success' ? 'committed' : 'failed',
  });
  const believeTheContent: Judge = (evidence) =>
    evidence.answers.some(isAmbiguous) && evidence.content === 'matches' ? { result: 'committed' } : evaluate(evidence);

  it.each<[string, Judge]>([
    ['believing the last answer', believeTheLastAnswer],
    ['believing the content alone', believeTheContent],
  ])('catches the lies of %s', (_, wrong) => {
    expect(walk(3, wrong).lies).not.toEqual([]);
  });

  it('catches the lies of asking for the content before the session', () => {
    expect(walk(3, evaluate, 'content first').lies).not.toEqual([]);
  });
});
