// The two mixes of faults: a hostile one that looks for wrong verdicts, and a realistic one that shows what they are worth.
import type { Prng, Weighted } from './prng.js';

/** `hostile`: most requests meet a fault; `realistic`: one in a hundred does. */
export const mixes = ['hostile', 'realistic'] as const;
export type Mix = (typeof mixes)[number];

type Weights<Choice> = readonly [Weighted<Choice>, ...Weighted<Choice>[]];

/** How often something happens in a mix. Numbers are probabilities unless they are weights. */
export interface MixRates {
  /** Draws how many commit requests and how many look-ups do not go as usual. */
  readonly faults: Weights<readonly [commits: number, lookups: number]>;
  /** Weights of the kinds of faults that a commit request meets. */
  readonly drawWeights: (prng: Prng) => FaultWeights;
  /** The action's inputs. */
  readonly timeoutSeconds: Weights<number>;
  readonly drawMaxAttempts: (prng: Prng) => number;
  /** Uploads that are complete before the commit. */
  readonly completeUploads: number;
  /** Uploads so old that the session may expire during the commit. */
  readonly oldUploads: number;
  /** How many events of other clients and of the cluster follow the start of the first commit. */
  readonly laterEvents: Weights<number>;
  /** Files of other writers that have the size of the session's file. */
  readonly sameSizeFiles: number;
  readonly repeatedJobs: number;
  readonly cancelledSteps: number;
  /** Clusters behind a front end that rewrites responses, answers for the cluster, or caches look-ups. */
  readonly frontEnds: number;
}

/** How often each kind of fault happens to a commit request that does not go as usual. */
export type FaultWeights = Readonly<
  Record<
    | 'connectFailure'
    | 'retryable'
    | 'final'
    | 'serverError'
    | 'ambiguous'
    | 'noResponse'
    | 'frontEnd'
    | 'unusualDelivery',
    number
  >
>;

export const mixRates: Readonly<Record<Mix, MixRates>> = {
  hostile: {
    faults: [
      [1, [0, 0]],
      [3, [0.5, 0.1]],
      [4, [0.9, 0.3]],
      [1, [1, 0.8]],
    ],
    // Weights of each scenario's own, so that rare faults come in a row in some scenarios.
    drawWeights: (prng) => ({
      connectFailure: prng.logUniform(1, 60),
      retryable: prng.logUniform(1, 60),
      final: prng.logUniform(1, 20),
      serverError: prng.logUniform(1, 60),
      ambiguous: prng.logUniform(1, 60),
      noResponse: prng.logUniform(1, 20),
      frontEnd: prng.logUniform(1, 60),
      unusualDelivery: prng.logUniform(20, 400),
    }),
    timeoutSeconds: [
      [2, 1],
      [4, 10],
      [6, 60],
      [2, 240],
      [1, 1_200],
      [1, 7_200],
    ],
    drawMaxAttempts: (prng) => prng.integer(1, 6),
    completeUploads: 0.8,
    oldUploads: 0.15,
    laterEvents: [
      [5, 0],
      [3, 1],
      [2, 2],
      [1, 4],
    ],
    sameSizeFiles: 0.15,
    repeatedJobs: 0.1,
    cancelledSteps: 0.08,
    frontEnds: 0.25,
  },
  realistic: {
    faults: [[1, [0.01, 0.01]]],
    // A guess, not a measurement: no kind dominates.
    drawWeights: () => ({
      connectFailure: 2,
      retryable: 1,
      final: 1,
      serverError: 1,
      ambiguous: 2,
      noResponse: 1,
      frontEnd: 1,
      unusualDelivery: 3,
    }),
    // The defaults of the action.
    timeoutSeconds: [[1, 60]],
    drawMaxAttempts: () => 5,
    completeUploads: 0.99,
    oldUploads: 0.01,
    laterEvents: [
      [99, 0],
      [1, 1],
    ],
    sameSizeFiles: 0.01,
    repeatedJobs: 0.01,
    cancelledSteps: 0.01,
    frontEnds: 0.01,
  },
};
