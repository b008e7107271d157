// Reading untrusted JSON: members, elements, whole numbers and dates.
import { describe, expect, it } from 'vitest';
import { dateMs, elements, member, parseJson, wholeNumber } from '../../../src/shared/json.js';

it.each([
  ['{}', {}],
  ['null', null],
  ['\uFEFF[1]', [1]],
  ['', undefined],
  ['{', undefined],
])('parseJson reads %j without throwing', (text, value) => {
  expect(parseJson(text)).toEqual(value);
});

it.each([
  [{ FilePath: 1 }, 'filepath', 1],
  [{ filePath: 2 }, 'filepath', 2],
  [{ file: 3 }, 'filepath', undefined],
  [{}, 'constructor', undefined],
  [null, 'filepath', undefined],
  ['text', 'length', undefined],
  [undefined, 'x', undefined],
])('member reads from %j the member %s, in any letter case: %j', (value, name, expected) => {
  expect(member(value, name)).toBe(expected);
});

it.each([
  [
    [1, 'two'],
    [1, 'two'],
  ],
  [[], []],
  [{ 0: 'a', length: 1 }, []],
  ['text', []],
  [null, []],
  [undefined, []],
])('elements reads from %j the elements %j', (value, expected) => {
  expect(elements(value)).toEqual(expected);
});

describe('a whole number', () => {
  it.each([
    [0, 0],
    [11, 11],
    ['0', 0],
    ['5243201', 5_243_201],
    ['007', 7],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ])('may be %j', (value, expected) => {
    expect(wholeNumber(value)).toBe(expected);
  });

  it.each([
    [''],
    [' 1'],
    ['-1'],
    ['1.5'],
    ['1e3'],
    ['0x10'],
    ['NaN'],
    [-1],
    [1.5],
    [1e300],
    [Number.NaN],
    [true],
    [null],
    [[1]],
    [undefined],
  ])('is not %j', (value) => {
    expect(wholeNumber(value)).toBeUndefined();
  });
});

describe('a date', () => {
  it.each([
    ['2017-06-12T21:15:26.342Z', 1_497_302_126_342],
    ['2017-06-12T21:15:26Z', 1_497_302_126_000],
    ['1970-01-01T00:00:00.000Z', 0],
  ])('may be %j', (value, expected) => {
    expect(dateMs(value)).toBe(expected);
  });

  it.each([[''], ['soon'], ['132012345678901234'], [1_497_302_126_342], [null], [undefined]])('is not %j', (value) => {
    expect(dateMs(value)).toBeUndefined();
  });
});
