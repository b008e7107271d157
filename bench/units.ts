// How the tables and charts write values, and in which order they have names.

export function milliseconds(ms: number): string {
  return `${Math.round(ms)} ms`;
}

export function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}

/** Each value once, in the order in which it comes first. */
export function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}
