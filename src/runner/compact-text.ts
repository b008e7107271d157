// A text without what may stand between the characters of a secret, and with its escapes resolved.

export interface CompactText {
  readonly text: string;
  /** Where a range of the compact text stands in the original. */
  readonly originalRange: (range: { readonly start: number; readonly end: number }) => { start: number; end: number };
}

/** Blanks, line ends, controls, invisible characters, and escapes as our own quotes, JSON, URLs and HTML write them. */
const special =
  /<U\+(?<shown>[\dA-F]{4,6})>|\\u(?<json>[\da-f]{4})|%(?<url>[\da-f]{2})|&#x(?<html>[\da-f]{1,6});|&#(?<decimal>\d{1,7});|&(?<entity>quot|apos|lt|gt|amp);|\\(?<control>[nrt0])|\\(?<literal>["\\/])|[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/giu;
const separator = /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]?$/u;
const entities: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' };

/** @param keepBlanks leaves ordinary blanks in */
export function compactText(original: string, { keepBlanks = false } = {}): CompactText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const append = (characters: string, start: number, length: number): void => {
    text += characters;
    for (let index = 0; index < characters.length; index += 1) {
      starts.push(start + (length === characters.length ? index : 0));
      ends.push(start + (length === characters.length ? index + 1 : length));
    }
  };
  let position = 0;
  for (const { 0: match, index, groups = {} } of original.matchAll(special)) {
    append(original.slice(position, index), position, index - position);
    position = index + match.length;
    const character = resolveEscape(match, groups);
    if (!separator.test(character) || (keepBlanks && character === ' ')) append(character, index, match.length);
  }
  append(original.slice(position), position, original.length - position);
  return {
    text,
    originalRange: ({ start, end }) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? original.length }),
  };
}

function resolveEscape(match: string, groups: Readonly<Record<string, string | undefined>>): string {
  const { shown, json, url, html, decimal, entity, control, literal } = groups;
  if (control !== undefined) return '';
  if (literal !== undefined) return literal;
  if (entity !== undefined) return entities[entity.toLowerCase()] ?? '';
  const hex = shown ?? json ?? url ?? html;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  if (Number.isNaN(code)) return match;
  return code > 0x10ffff ? '' : String.fromCodePoint(code);
}
