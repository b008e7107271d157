// Random numbers from a seed: the same seed gives the same numbers on every machine.

export interface Prng {
  /** A number from 0 up to but not including 1. */
  fraction(): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** A whole number from `min` to `max`, each order of magnitude equally likely. */
  logUniform(min: number, max: number): number;
  pick<Choice>(choices: readonly [Choice, ...Choice[]]): Choice;
  /** Picks by weight; the weights need not add up to 1. */
  pickWeighted<Choice>(choices: readonly [Weighted<Choice>, ...Weighted<Choice>[]]): Choice;
}

export type Weighted<Choice> = readonly [weight: number, choice: Choice];

/** A counter that grows by a constant, each value mixed as in SplitMix32. */
export function createPrng(seed: number): Prng {
  let state = seed | 0;
  const fraction = (): number => {
    state = (state + 0x9e3779b9) | 0;
    const once = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97);
    return ((twice ^ (twice >>> 15)) >>> 0) / 2 ** 32;
  };
  return {
    fraction,
    chance: (probability) => fraction() < probability,
    integer: (min, max) => min + Math.floor(fraction() * (max - min + 1)),
    logUniform: (min, max) => Math.round(min * (max / min) ** fraction()),
    pick: (choices) => choices[Math.floor(fraction() * choices.length)] ?? choices[0],
    pickWeighted: (choices) => {
      let remaining = fraction() * choices.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, choice] of choices) {
        remaining -= weight;
        if (remaining < 0) return choice;
      }
      return choices[0][1];
    },
  };
}
