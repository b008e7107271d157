// What every input problem has in common: one error for all of them, values quoted safely, lists as sentences.
import { describe, expect, it } from 'vitest';
import { collectProblems, InputError, joinWithAnd } from '../../../src/connection/input-problems.js';

describe('an InputError', () => {
  it('says each problem on a line of its own, and that nothing was sent', async () => {
    const error = new InputError(['one', 'two']);
    expect(error).toMatchObject({ name: 'InputError', code: 'INVALID_INPUT', problems: ['one', 'two'] });
    expect(error.message).toBe('The inputs have 2 problems, and nothing was sent to the cluster:\n- one\n- two');
    expect(new InputError(['One.']).message).toBe('One. Nothing was sent to the cluster.');
  });
});

describe('collectProblems', () => {
  it('keeps every problem in order, and forwards each', () => {
    const outer = collectProblems();
    const inner = collectProblems(outer.reportProblem);
    outer.reportProblem('one');
    expect(inner.reportProblem('two')).toBeUndefined();
    expect(inner.problems).toEqual(['two']);
    expect(outer.problems).toEqual(['one', 'two']);
  });
});

describe('joinWithAnd', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('writes %j as "%s"', (parts, expected) => {
    expect(joinWithAnd(parts)).toBe(expected);
  });
});
