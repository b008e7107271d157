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

  it('masks each line of a secret, and a secret of one line also with its blanks, each once', () => {
    const { masked } = redactorOf('first line\r\n  second line\r\n\r\n', ' padded ', '', 'second line');
    expect(masked).toEqual(['first line', 'second line', ' padded ', 'padded']);
  });

  it('masks no line of a longer secret that is so short that it occurs in other text', () => {
    expect(redactorOf('{\n"a": "secret line"\n}').masked).toEqual(['"a": "secret line"']);
  });

  it.each([
    ['with a line end after it', 'pass\n', ['pass']],
    ['with Windows line ends around it', '\r\npass\r\n', ['pass']],
    ['of short lines alone', 'ab\ncd', ['ab', 'cd']],
  ])('masks a secret %s', (_, secret, expected) => {
    expect(redactorOf(secret).masked).toEqual(expected);
  });

  it('replaces the short last line of a longer secret with the line before it', () => {
    const { redact, masked } = redactorOf('MIIEvQIBADANBgkqhkiG9w0B\nAQ==');
    expect(masked).toEqual(['MIIEvQIBADANBgkqhkiG9w0B']);
    expect(redact('key MIIEvQIBADANBgkqhkiG9w0B\nAQ== end')).toBe('key *** end');
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

  const password = 'correct-horse';
  const token = 'eyJhbGciOiJub25lIn0.eyJhdWQiOiJjbHVzdGVyIn0.c2lnbmF0dXJl';
  const inside: readonly (readonly [name: string, separator: string])[] = [
    ['a NUL', '\u0000'],
    ['a line feed', '\n'],
    ['a carriage return', '\r'],
    ['a Windows line end', '\r\n'],
    ['a tab', '\t'],
    ['an escape', '\u001B'],
    ['a next line', '\u0085'],
    ['a line separator', '\u2028'],
    ['a blank', ' '],
    ['a no-break space', '\u00A0'],
    ['a zero-width space', '\u200B'],
    ['a byte order mark', '\uFEFF'],
    ['a soft hyphen', '\u00AD'],
    ['a right-to-left override', '\u202E'],
    ['a variation selector', '\uFE0F'],
    ['a tag character', '\u{E0041}'],
    ['several of them', '\u0000 \u200B\n'],
    ['an escaped NUL of JSON', '\\u0000'],
    ['an escaped line end', '\\r\\n'],
    ['a percent-encoded line end', '%0D%0A'],
    ['an invisible character as our own quotes show it', '<U+200B>'],
  ];

  it.each(inside)('replaces both halves of a secret with %s inside', (_, separator) => {
    for (const secret of [password, token]) {
      for (const at of [1, 5, secret.length - 1]) {
        const split = `${secret.slice(0, at)}${separator}${secret.slice(at)}`;
        expect(redactorOf(secret).redact(`a ${split} b`)).toBe('a *** b');
      }
      expect(redactorOf(secret).redact(`a ${[...secret].join(separator)} b`)).toBe('a *** b');
    }
  });

  it('replaces a secret of several lines in lines of another width', () => {
    const { redact } = redactorOf(`${token.slice(0, 30)}\n${token.slice(30)}`);
    expect(redact(`a ${token} b`)).toBe('a *** b');
    expect(redact(`a ${token.replace(/.{10}/g, '$&\n')} b`)).toBe('a *** b');
  });

  it.each([
    ['a URL', (text: string) => encodeURIComponent(text)],
    ['JSON', (text: string) => JSON.stringify(text).slice(1, -1)],
    ['JSON that escapes slashes', (text: string) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/')],
    ['HTML', (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')],
    ['HTML with numbers', (text: string) => text.replace(/\W/g, (each) => `&#${each.charCodeAt(0)};`)],
  ])('replaces a secret that is escaped as in %s', (_, spell) => {
    const odd = 'p"a<s>s&w/o+r=d';
    expect(redactorOf(odd).redact(`a ${spell(odd)} b`)).toBe('a *** b');
    expect(redactorOf(token.replaceAll('a', '+')).redact(`a ${spell(token.replaceAll('a', '+'))} b`)).toBe('a *** b');
  });

  it('replaces every piece of eight characters of a long random secret', () => {
    const { redact } = redactorOf(token);
    expect(
      redact(`cut ${token.slice(0, 20)}… and …${token.slice(-8)}, or ${token.slice(9, 30)}-${token.slice(30)}`),
    ).toBe('cut ***… and …***, or ***-***');
    expect(redact(`only ${token.slice(0, 7)}`)).toBe(`only ${token.slice(0, 7)}`);
    const hex = '3082096b0201033082093106092a864886f70d01';
    expect(redactorOf(hex).redact(`cut ${hex.slice(0, 20)}…`)).toBe('cut ***…');
  });

  it('leaves a piece of a password that may be a word', () => {
    expect(redactorOf('correct-horse-battery').redact('a correct-horse')).toBe('a correct-horse');
    expect(redactorOf('My-Cluster-Admin-Password-2024').redact('My-Cluster')).toBe('My-Cluster');
  });

  it('counts the blanks of a short secret, which may be harmless words', () => {
    const { redact } = redactorOf('atest');
    expect(redact('this is a test')).toBe('this is a test');
    expect(redact('this is at\u0000est')).toBe('this is ***');
  });

  it('leaves a text without a secret as it is, whatever characters are in it', () => {
    const text = 'a\u0000b \u200B%41 &amp; \\n <U+200B> 🚀 \u{E0041}';
    expect(redactorOf(password, token).redact(text)).toBe(text);
    expect(redactorOf(password).redact(`${text}${password}${text}`)).toBe(`${text}***${text}`);
  });
});
