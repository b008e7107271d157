// Hides secrets: the runner masks them in the log, and redact replaces them in every text of this action.
import { compactText } from './compact-text.js';

export interface Redactor {
  /** Makes these values secret from now on. Of a value with several lines, each line is one secret. */
  add(...values: readonly string[]): void;
  /**
   * Replaces every secret in the text with `***`, also where blanks, line ends, controls or invisible characters stand
   * inside it, or characters of it are escaped. Of a long random secret, every piece is replaced.
   */
  redact(text: string): string;
}

/** A stretch of a text, from `start` up to `end`. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** Shorter values occur in harmless text too. */
const minRedactedLength = 4;
/** Shorter lines of a longer secret, like the rest of some base64, occur in harmless text and reveal little. */
const minMaskedLineLength = 8;
/** Blanks count in shorter values: "a test" must not hide a value "atest". */
const minLengthAcrossBlanks = 8;
/** Pieces of this length are replaced wherever they stand, because the other side may send back half a secret. */
const pieceLength = 8;
/** Base64, tokens and hex, of which no piece is a word. With dashes, a shorter value may be a passphrase of words. */
const randomValue = /^(?:[\da-f]{32,}|(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?:[\w+/=]{24,}|[\w+/=.~-]{64,}|eyJ[\w.-]{21,}))$/;

/** @param mask makes the runner hide a value in the log */
export function createRedactor(mask: (value: string) => void): Redactor {
  const masked = new Set<string>();
  const values = new Set<string>();
  const valuesWithBlanks = new Set<string>();
  const pieces = new Set<string>();

  const register = (value: string): void => {
    const compact = compactText(value).text;
    if (compact.length < minRedactedLength) return;
    if (randomValue.test(compact)) {
      for (const { start, end } of pieceRanges(compact)) pieces.add(compact.slice(start, end));
    } else if (compact.length >= minLengthAcrossBlanks) values.add(compact);
    else valuesWithBlanks.add(compactText(value, { keepBlanks: true }).text);
  };

  return {
    add: (...added) => {
      for (const value of added) {
        register(value);
        for (const line of linesOf(value)) {
          if (line.trim() === '' || masked.has(line)) continue;
          masked.add(line);
          mask(line);
          register(line);
        }
      }
    },
    redact: (text) => {
      if (masked.size === 0) return text;
      const compact = compactText(text);
      const found = [...pieceRanges(compact.text, pieces), ...occurrences(values, compact.text)];
      const ranges = found.map(compact.originalRange);
      if (valuesWithBlanks.size > 0) {
        const withBlanks = compactText(text, { keepBlanks: true });
        ranges.push(...occurrences(valuesWithBlanks, withBlanks.text).map(withBlanks.originalRange));
      }
      return replaceRanges(text, ranges);
    },
  };
}

/** The runner masks line by line, so a value of several lines is never masked as a whole. */
function linesOf(value: string): readonly string[] {
  const lines = value.trim().split(/[\r\n]+/);
  if (lines.length === 1) return /[\r\n]/.test(value) ? lines : [value, ...lines];
  const trimmed = lines.map((line) => line.trim());
  const longLines = trimmed.filter((line) => line.length >= minMaskedLineLength);
  return longLines.length > 0 ? longLines : trimmed;
}

/** The ranges of a piece's length: those that hold one of these pieces, or every one. */
function pieceRanges(text: string, pieces?: ReadonlySet<string>): readonly Range[] {
  const ranges: Range[] = [];
  if (pieces?.size === 0) return ranges;
  for (let start = 0, end = pieceLength; end <= text.length; start += 1, end += 1) {
    if (pieces === undefined || pieces.has(text.slice(start, end))) ranges.push({ start, end });
  }
  return ranges;
}

function occurrences(values: ReadonlySet<string>, text: string): readonly Range[] {
  const ranges: Range[] = [];
  for (const value of values) {
    for (let start = text.indexOf(value); start !== -1; start = text.indexOf(value, start + 1)) {
      ranges.push({ start, end: start + value.length });
    }
  }
  return ranges;
}

/** Replaces ranges, which may overlap and come in any order; ranges that touch become one `***`. */
function replaceRanges(text: string, ranges: readonly Range[]): string {
  let result = '';
  let position = 0;
  let hiddenEnd = -1;
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    if (start > hiddenEnd) result += `${text.slice(position, start)}***`;
    hiddenEnd = Math.max(hiddenEnd, end);
    position = hiddenEnd;
  }
  return result + text.slice(position);
}
