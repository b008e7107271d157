// Classes of responses, the rules of the verdict, and every history of a modelled cluster.
import { describe, expect, it } from 'vitest';
import {
  type AnswerClass,
  classify,
  type Evidence,
  evaluate,
  isAmbiguous,
} from '../../../src/commit-engine/verdict.js';
import type { Attempt } from '../../../src/image-store/attempt.js';
import { answer, noResponse } from '../../support/attempts.js';
import { type Evaluate, exploreHistories } from '../../support/cluster-model.js';

describe('the class of an attempt', () => {
  it.each<[string, Attempt, AnswerClass]>([
    ['200 without a body', answer(200), 'success'],
    ['200 with JSON', answer(200, undefined, { body: 'json' }), 'unexpectedSuccess'],
    ['200 with a page', answer(200, undefined, { body: 'nonJson' }), 'unexpectedSuccess'],
    ['200 with more than is read', answer(200, undefined, { body: 'tooLarge' }), 'unexpectedSuccess'],
    ['200 with a FabricError', answer(200, 'E_FAIL'), 'rejected'],
    ['201 with a FabricError', answer(201, '0x80070070'), 'rejected'],
    ['200 with a FabricError that leaves open what the cluster does', answer(200, 'E_ABORT'), 'indeterminate'],
    ['200 with OperationsPending', answer(200, 'OperationsPending'), 'indeterminate'],
    ['201 with an error of a failover', answer(201, 'FABRIC_E_NOT_PRIMARY'), 'indeterminate'],
    ['408 with a time-out of the cluster', answer(408, 'FABRIC_E_TIMEOUT'), 'indeterminate'],
    ['409 with OperationsPending', answer(409, 'OperationsPending'), 'indeterminate'],
    ['500 with a time-out of the cluster', answer(500, 'FABRIC_E_TIMEOUT'), 'indeterminate'],
    ['201', answer(201), 'unexpectedSuccess'],
    ['202', answer(202), 'indeterminate'],
    ['204', answer(204), 'unexpectedSuccess'],
    ['206', answer(206), 'unexpectedSuccess'],
    ['299', answer(299), 'unexpectedSuccess'],
    ['301', answer(301), 'rejected'],
    ['302', answer(302), 'rejected'],
    ['303', answer(303), 'unexpectedSuccess'],
    ['304', answer(304), 'rejected'],
    ['307', answer(307), 'rejected'],
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
    ['a lost response', noResponse('interrupted'), 'indeterminate'],
    ['an interrupted 200', noResponse('interrupted', { status: 200 }), 'interruptedSuccess'],
    ['an interrupted 201', noResponse('interrupted', { status: 201 }), 'indeterminate'],
    ['a 200 that the deadline cut', noResponse('deadline', { status: 200 }), 'interruptedSuccess'],
    ['an interrupted 500', noResponse('interrupted', { status: 500 }), 'indeterminate'],
    ['an interrupted 403, which is a refusal all the same', noResponse('interrupted', { status: 403 }), 'rejected'],
  ])('is right for %s', (_, attempt, answerClass) => {
    expect(classify(attempt)).toBe(answerClass);
  });
});

describe('the verdict', () => {
  it.each<[string, Evidence, ReturnType<typeof evaluate>]>([
    ['a plain 200', { answers: ['success'] }, { result: 'committed', reason: 'answered' }],
    ['a 200 after refusals', { answers: ['rejected', 'success'] }, { result: 'committed', reason: 'answered' }],
    ['a plain refusal', { answers: ['rejected'] }, { result: 'failed', reason: 'answered' }],
    ['a plain 400', { answers: ['invalidArgument'] }, { result: 'failed', reason: 'answered' }],
    [
      'a 200 and content that matches',
      { answers: ['indeterminate', 'success'], content: 'matches' },
      { result: 'committed', reason: 'published' },
    ],
    [
      'a 200 and content that differs, as after a rolled-back overwrite',
      { answers: ['serverError', 'success'], session: 'complete', content: 'differs' },
      { result: 'unknown', reason: 'inconclusive' },
    ],
    [
      'a 400, no session, and content that matches',
      { answers: ['indeterminate', 'invalidArgument'], session: 'gone', content: 'matches' },
      { result: 'committed', reason: 'published' },
    ],
    [
      'content that matches while the session exists, without a 200, because the commit may be in progress',
      { answers: ['indeterminate', 'rejected'], session: 'complete', content: 'matches' },
      { result: 'unknown', reason: 'inconclusive' },
    ],
    [
      'missing ranges, whatever the content is',
      { answers: ['indeterminate', 'invalidArgument'], session: 'incomplete' },
      { result: 'failed', reason: 'incomplete' },
    ],
    [
      'a 400, a session that exists, and no content',
      { answers: ['indeterminate', 'invalidArgument'], session: 'complete', content: 'absent' },
      { result: 'failed', reason: 'not published' },
    ],
    [
      'a 400, no session and no content',
      { answers: ['indeterminate', 'invalidArgument'], session: 'gone', content: 'absent' },
      { result: 'unknown', reason: 'inconclusive' },
    ],
    [
      'errors that abort the commit, and content that differs',
      { answers: ['serverError', 'rejected', 'serverError'], content: 'differs' },
      { result: 'failed', reason: 'aborted' },
    ],
    [
      'an error that aborts the commit after a lost response',
      { answers: ['indeterminate', 'serverError'], session: 'complete', content: 'absent' },
      { result: 'unknown', reason: 'inconclusive' },
    ],
    [
      'a 200 cut off in its body, and matching content',
      { answers: ['indeterminate', 'interruptedSuccess'], session: 'complete', content: 'matches' },
      { result: 'committed', reason: 'published' },
    ],
    [
      'an unexpected success as the only answer, and matching content',
      { answers: ['unexpectedSuccess'], session: 'complete', content: 'matches' },
      { result: 'committed', reason: 'published' },
    ],
    [
      'an unexpected success after another attempt, and matching content, perhaps in transit',
      { answers: ['indeterminate', 'unexpectedSuccess'], session: 'complete', content: 'matches' },
      { result: 'unknown', reason: 'inconclusive' },
    ],
    [
      'an unexpected success, the session gone, and matching content',
      { answers: ['indeterminate', 'unexpectedSuccess'], session: 'gone', content: 'matches' },
      { result: 'committed', reason: 'published' },
    ],
    [
      'an unexpected success, and no file: something may have answered for the cluster',
      { answers: ['unexpectedSuccess'], session: 'complete', content: 'absent' },
      { result: 'unknown', reason: 'inconclusive' },
    ],
    [
      'an unexpected success of an incomplete session',
      { answers: ['unexpectedSuccess'], session: 'incomplete' },
      { result: 'failed', reason: 'incomplete' },
    ],
    [
      'an ambiguous response without look-ups',
      { answers: ['indeterminate'] },
      { result: 'unknown', reason: 'inconclusive' },
    ],
  ])('is right for %s', (_, evidence, verdict) => {
    expect(evaluate(evidence)).toEqual(verdict);
  });
});

describe('the verdict in every history of a modelled cluster', () => {
  it.each([
    [1, 193],
    [2, 1_388],
    [3, 7_984],
    [4, 41_769],
  ])('is never wrong with up to %i attempts, in %i combinations of history and end state', (attempts, knownEnds) => {
    const { wrongVerdicts, ends, verdicts } = exploreHistories(attempts, evaluate);
    expect(wrongVerdicts).toEqual([]);
    expect(ends).toBe(knownEnds);
    expect(verdicts).toMatchObject({
      committed: expect.any(Number),
      failed: expect.any(Number),
      unknown: expect.any(Number),
    });
  });

  const trustLastResponse: Evaluate = ({ answers }) => ({
    result: answers.at(-1) === 'success' ? 'committed' : 'failed',
  });
  const trustContent: Evaluate = (evidence) =>
    evidence.answers.some(isAmbiguous) && evidence.content === 'matches' ? { result: 'committed' } : evaluate(evidence);

  it.each<[string, Evaluate]>([
    ['trusts the last response', trustLastResponse],
    ['trusts the content alone', trustContent],
  ])('is wrong for a client that %s', (_, wrong) => {
    expect(exploreHistories(3, wrong).wrongVerdicts).not.toEqual([]);
  });

  it('is wrong for a client that looks up the content before the session', () => {
    expect(exploreHistories(3, evaluate, 'content first').wrongVerdicts).not.toEqual([]);
  });
});
