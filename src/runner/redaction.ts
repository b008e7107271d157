// What is never shown: every secret and every line of it.

export interface Redactor {
  /** Makes these values, and each of their lines, secrets from now on. */
  add(...values: readonly string[]): void;
  /** The text with every secret in it struck out. */
  redact(text: string): string;
}

/** Shorter pieces, like the braces of a pasted file, stand in innocent text too. */
const shortestPiece = 4;

/** @param mask tells the runner to hide a value in the log */
export function createRedactor(mask: (value: string) => void): Redactor {
  const pieces = new Set<string>();
  return {
    add: (...values) => {
      for (const value of values.filter((each) => each !== '')) {
        for (const piece of [value, value.trim(), ...value.split(/\r?\n|\r/).map((line) => line.trim())]) {
          if (piece === '' || pieces.has(piece)) continue;
          pieces.add(piece);
          mask(piece);
        }
      }
    },
    redact: (text) => {
      if (pieces.size === 0) return text;
      // Longest first, so that no secret survives in part because a piece of it was struck out before.
      const found = [...pieces].filter((piece) => piece.length >= shortestPiece && text.includes(piece));
      return found.sort((a, b) => b.length - a.length).reduce((rest, piece) => rest.replaceAll(piece, '***'), text);
    },
  };
}
