// Dashes that only look like the hyphen: word processors and web pages put them in its place.
import { codePoint } from '../shared/sanitize.js';

/** Every dash of the Unicode Standard but the hyphen of the keyboard, and the minus signs. */
const lookAlike = /(?!-)[\p{Pd}\u02D7\u2043\u207B\u208B\u2212\u2796]/gu;

const names: Readonly<Record<string, string>> = {
  '\u2010': 'a typographic hyphen',
  '\u2011': 'a non-breaking hyphen',
  '\u2012': 'a figure dash',
  '\u2013': 'an en dash',
  '\u2014': 'an em dash',
  '\u2015': 'a horizontal bar',
  '\u2212': 'a minus sign',
  '\uFE63': 'a small hyphen',
  '\uFF0D': 'a full-width hyphen',
};

/** The dashes in a value that only look like a hyphen, by their names; undefined when there are none. */
export function lookAlikeDashes(value: string): string | undefined {
  const found = [...new Set(value.match(lookAlike) ?? [])];
  const described = found.map((dash) => `${names[dash] ?? 'another dash'} (${codePoint(dash)})`);
  return described.length === 0 ? undefined : described.join(', ');
}

/** The value with hyphens in place of the dashes that look like them. */
export function withHyphens(value: string): string {
  return value.replace(lookAlike, '-');
}
