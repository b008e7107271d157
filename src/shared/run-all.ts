// Runs many tasks, a few at a time.

/** Runs tasks one after another in so many rows at a time, so that thousands of them need no memory of their own. */
export async function runAll<Item>(
  items: Iterable<Item>,
  rows: number,
  run: (item: Item) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.iterator]();
  const runRow = async (): Promise<void> => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) await run(next.value);
  };
  await Promise.all(Array.from({ length: rows }, runRow));
}
