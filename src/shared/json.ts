// JSON from outside: unknown until it is read, member by member.

/** Parses JSON from outside; undefined when it is not JSON. A byte order mark, which some front ends add, is ignored. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** The member of a JSON object with this name, letter case aside; undefined when there is none. */
export function member(value: unknown, lowerCaseName: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name.toLowerCase() === lowerCaseName)?.[1];
}

/** The elements of a JSON array; none when it is something else. */
export function elements(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A whole number that is written as a number or, as the gateway does with 64-bit ones, as a string; exact or undefined. */
export function wholeNumber(value: unknown): number | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^\d+$/.test(text)) return undefined;
  return Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
}

/** An ISO 8601 date with time and zone as milliseconds since 1970. */
export function dateMs(value: unknown): number | undefined {
  const isDate =
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i.test(value);
  const ms = isDate ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}
