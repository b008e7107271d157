// What many measurements say together.

/** The middle one; of an even number, between the two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

/** The middle of the ratios of pairs that were measured side by side: what slowed one down did so to both. */
export function pairedRatio(values: readonly number[], base: readonly number[]): number {
  return median(values.map((value, round) => value / (base[round] ?? Number.NaN)));
}

/** The same values in an order that chance has drawn. */
export function shuffled<Value>(values: readonly Value[]): readonly Value[] {
  const drawn = values.map((value) => ({ value, lot: Math.random() }));
  return drawn.sort((one, other) => one.lot - other.lot).map(({ value }) => value);
}
