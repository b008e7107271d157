// How tests clean up: when the test ends, or when all tests of a describe have ended.

/** Registers a clean-up. `onTestFinished` and `afterAll` are two; tests that run concurrently pass their own. */
export type WhenFinished = (cleanUp: () => Promise<void>) => void;

/** Clean-ups that are collected in `beforeAll` and run by `afterAll(run)`, last one first. */
export function collectCleanUps(): { add: WhenFinished; run: () => Promise<void> } {
  const cleanUps: (() => Promise<void>)[] = [];
  return {
    add: (cleanUp) => void cleanUps.push(cleanUp),
    run: async () => {
      for (const cleanUp of cleanUps.reverse()) await cleanUp();
    },
  };
}
