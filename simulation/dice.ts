// Chance from a seed: the same seed throws the same on every machine.

export interface Dice {
  /** From 0 up to but not including 1. */
  fraction(): number;
  /** True so often. */
  chance(probability: number): boolean;
  /** A whole number, both ends included. */
  whole(least: number, most: number): number;
  /** A whole number of any order of magnitude between the two: a second is as likely as a quarter of an hour. */
  spread(least: number, most: number): number;
  pick<Choice>(choices: readonly [Choice, ...Choice[]]): Choice;
  /** Picks by weight; the weights need not sum up to anything. */
  weigh<Choice>(choices: readonly [Weighted<Choice>, ...Weighted<Choice>[]]): Choice;
}

export type Weighted<Choice> = readonly [weight: number, choice: Choice];

/** Dice whose every throw follows from the seed: a sequence of even steps, each scrambled. */
export function seededDice(seed: number): Dice {
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
    whole: (least, most) => least + Math.floor(fraction() * (most - least + 1)),
    spread: (least, most) => Math.round(least * (most / least) ** fraction()),
    pick: (choices) => choices[Math.floor(fraction() * choices.length)] ?? choices[0],
    weigh: (choices) => {
      let left = fraction() * choices.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, choice] of choices) {
        left -= weight;
        if (left < 0) return choice;
      }
      return choices[0][1];
    },
  };
}
