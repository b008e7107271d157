// Redaction: which values are masked in the log, and how they are replaced in text.
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../src/runner/redaction.js';

describe('a redactor', () => {
  const redactorOf = (...values: readonly string[]) => {
    const masked: string[] = [];
    const redactor = createRedactor((value) => masked.push(value));
    redactor.add(...values);
    return { ...redactor, masked };
  };

  it('masks each secret whole, trimmed and line by line, each value once', () => {
    const { masked } = redactorOf('first line\r\n  second line\r\n\r\n', ' padded ', '', 'second line');
    expect(masked).toEqual([
      'first line\r\n  second line\r\n\r\n',
      'first line\r\n  second line',
      'first line',
      'second line',
      ' padded ',
      'padded',
    ]);
  });

  it('replaces the longest secret first, so that no part of it stays', () => {
    const { redact } = redactorOf('word', 'password', 'pass', 'a password\nof two lines');
    expect(redact('a password\nof two lines; a password, a word, of two lines')).toBe('***; ***, a ***, ***');
  });

  it('masks a secret of three characters, and leaves it in text, which may be harmless', () => {
    const { redact, masked } = redactorOf('abc');
    expect(masked).toEqual(['abc']);
    expect(redact('abcdef')).toBe('abcdef');
  });

  it('treats a secret as literal text and not as a pattern', () => {
    expect(redactorOf('$&.*+(').redact('a $&.*+( b')).toBe('a *** b');
  });
});
