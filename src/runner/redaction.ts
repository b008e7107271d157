// Hides secrets: the runner masks them in the log, and redact replaces them in every text of this action.

export interface Redactor {
  /** Makes these values, and each of their lines, secret from now on. */
  add(...values: readonly string[]): void;
  /** Replaces every secret in the text with `***`. */
  redact(text: string): string;
}

/** Shorter values, like the braces of a pasted file, occur in harmless text too. */
const minRedactedLength = 4;

/** @param mask makes the runner hide a value in the log */
export function createRedactor(mask: (value: string) => void): Redactor {
  const secretValues = new Set<string>();
  return {
    add: (...values) => {
      for (const value of values.filter((each) => each !== '')) {
        for (const part of [value, value.trim(), ...value.split(/\r?\n|\r/).map((line) => line.trim())]) {
          if (part === '' || secretValues.has(part)) continue;
          secretValues.add(part);
          mask(part);
        }
      }
    },
    redact: (text) => {
      if (secretValues.size === 0) return text;
      // Longest first: a short secret inside a long one must not leave the rest of the long one readable.
      return [...secretValues]
        .filter((value) => value.length >= minRedactedLength && text.includes(value))
        .sort((a, b) => b.length - a.length)
        .reduce((rest, value) => rest.replaceAll(value, '***'), text);
    },
  };
}
