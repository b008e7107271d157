// Numbers, durations and dates in the form in which people read them.
import { describe, expect, it } from 'vitest';
import { byteCount, duration, grouped, isoTime } from '../../../src/shared/format.js';

describe('a duration', () => {
  it.each([
    [0, '0 ms'],
    [999, '999 ms'],
    [1_000, '1 s'],
    [1_040, '1 s'],
    [12_340, '12.3 s'],
    [10_000, '10 s'],
    [60_000, '1 min'],
    [90_000, '1 min 30 s'],
    [245_000, '4 min 5 s'],
    [119_600, '2 min'],
    [7_200_000, '120 min'],
  ])('of %d ms reads %j', (ms, words) => {
    expect(duration(ms)).toBe(words);
  });
});

describe('a number of bytes', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_000, '1,000 bytes'],
    [4_194_304, '4,194,304 bytes'],
    [2 ** 40, '1,099,511,627,776 bytes'],
  ])('of %d reads %j', (bytes, words) => {
    expect(byteCount(bytes)).toBe(words);
  });
});

it('groups the digits of a number', () => {
  expect([12, 1_234, 1_234_567].map(grouped)).toEqual(['12', '1,234', '1,234,567']);
});

it('writes a point in time as ISO 8601 in UTC', () => {
  expect(isoTime(Date.parse('2026-11-23T13:00:00+01:00'))).toBe('2026-11-23T12:00:00.000Z');
});
