// Numbers, durations and dates in the form in which people read them.

/** A whole number with its digits in groups: 4,194,304. */
export function grouped(value: number): string {
  return value.toLocaleString('en-US');
}

/** A number of things: 1 file, 1,204 files. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A number of bytes: 1 byte, 4,194,304 bytes. Exact, because readers compare it with the size of a file. */
export function byteCount(bytes: number): string {
  return counted(bytes, 'byte');
}

/** A duration: 840 ms, 12.3 s, 4 min 5 s. */
export function duration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  // From here on one decimal would read "60.0 s".
  if (ms < 59_950) return `${(ms / 1_000).toFixed(1).replace('.0', '')} s`;
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`;
}

/** A point in time as ISO 8601 in UTC. */
export function isoTime(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
