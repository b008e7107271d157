// Untrusted text, made safe for one line and for HTML.
import { describe, expect, it } from 'vitest';
import { escapeHtml, sanitize, truncate } from '../../../src/shared/sanitize.js';

const code = (...points: readonly number[]): string => String.fromCharCode(...points);

describe('text on one line', () => {
  it.each([
    ['line feed', 0x0a],
    ['carriage return', 0x0d],
    ['line separator', 0x2028],
    ['paragraph separator', 0x2029],
    ['next line', 0x85],
    ['vertical tab', 0x0b],
    ['form feed', 0x0c],
    ['tab', 0x09],
    ['nul', 0x00],
    ['escape', 0x1b],
    ['delete', 0x7f],
    ['control sequence introducer', 0x9b],
    ['zero width space', 0x200b],
    ['left-to-right mark', 0x200e],
    ['right-to-left override', 0x202e],
    ['right-to-left isolate', 0x2067],
    ['Arabic letter mark', 0x061c],
    ['word joiner', 0x2060],
    ['byte order mark', 0xfeff],
  ])('holds no %s', (_name, point) => {
    expect(sanitize(`a${code(point)}b`)).toBe('a b');
    expect(sanitize(`${code(point)}${code(point, point)}a${code(point)}`)).toBe('a');
  });

  it('keeps letters and symbols of any script', () => {
    const text = 'Größe 12 µs, 画像 store, 🚀 done; "a" <b> & \'c\' | `d`';
    expect(sanitize(text)).toBe(text);
  });

  it('has one blank for a line end of CR LF', () => {
    expect(sanitize('one\r\n\r\ntwo')).toBe('one two');
  });

  it('has at most the given number of characters, including the ellipsis', () => {
    expect(sanitize('x'.repeat(10), 10)).toBe('x'.repeat(10));
    expect(sanitize('x'.repeat(11), 10)).toBe(`${'x'.repeat(9)}…`);
    expect(sanitize('x'.repeat(2_000))).toHaveLength(1_000);
  });

  it('never ends in half a surrogate pair', () => {
    expect(sanitize('12345678🚀🚀', 10)).toBe('12345678…');
    expect(truncate('1🚀', 2)).toBe('1');
    expect(truncate('1🚀', 3)).toBe('1🚀');
  });
});

describe('text in HTML', () => {
  it('escapes every character of markup', () => {
    expect(escapeHtml(`<script a="1" b='2'>&amp;</script>`)).toBe(
      '&lt;script a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;amp;&lt;/script&gt;',
    );
  });

  it('has no line break, after which Markdown would be read again', () => {
    expect(escapeHtml('a\n\n# b')).toBe('a # b');
  });

  it('is shortened before it is escaped, so that no entity is cut', () => {
    expect(escapeHtml('<<<<<<', 4)).toBe('&lt;&lt;&lt;…');
  });
});
