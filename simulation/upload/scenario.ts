// What is drawn before the simulation of an upload starts: the package and its versions, what lies at its path, the action's
// inputs, the faults, and what others do meanwhile.
import type { Mix } from '../mixes.js';
import type { Prng, Weighted } from '../prng.js';
import type { UploadLimits } from './client.js';
import { type FaultKind, faultKinds, type UploadFaultRates } from './faults.js';
import type { Shape, Version } from './packages.js';

/** What lies at the path before the first run. */
export type Before =
  | 'nothing'
  /** An older version of the package, with its marker. */
  | 'older package'
  /** What a run that failed has left of the older version. */
  | 'older package without its marker'
  | 'part of the package'
  | 'marker alone'
  | 'foreign folder'
  | 'foreign file';

/** What somebody else does at the path while the first run goes on. */
export type OtherWriter =
  | { readonly kind: 'other upload'; readonly afterMs: number; readonly shape: Shape }
  | {
      readonly kind:
        | 'file deleted'
        | 'file of the same size'
        | 'file of another size'
        | 'folder deleted'
        | 'marker written';
      readonly afterMs: number;
    };

/** One step that uploads the package. */
export interface Run {
  readonly name: 'first' | 'second';
  readonly version: Version;
  /** From its start; undefined when it is not cancelled. */
  readonly cancelAfterMs: number | undefined;
  /** Whether a file changes on this machine while it is being uploaded. */
  readonly isFileChanged: boolean;
  readonly faults: UploadFaultRates;
}

export interface UploadScenario {
  readonly linux: boolean;
  readonly rollbackStamps: boolean;
  readonly pageSize: number;
  readonly limits: UploadLimits;
  readonly shape: Shape;
  readonly before: Before;
  /** How much older the content at the path is than the first run. */
  readonly ageMs: number;
  readonly runs: readonly [Run, ...Run[]];
  /** Between the end of the first run and the start of the second. */
  readonly gapMs: number;
  /** Whether everything that was sent has had its effect before the second run starts. */
  readonly isSettledBetween: boolean;
  readonly otherWriter: OtherWriter | undefined;
  /** For how long after a failover listings show what they showed before it. */
  readonly outdatedMs: number;
}

const minuteMs = 60_000;

/** How often something happens in a mix. */
interface UploadMixRates {
  readonly faults: readonly [Weighted<Faults>, ...Weighted<Faults>[]];
  readonly decisiveFactor: number;
  readonly otherWriters: number;
  readonly cancelled: number;
  readonly outdatedListings: number;
  readonly defaultLimits: number;
}

type Faults = Pick<UploadFaultRates, 'probability' | 'most'>;

const mixRates: Readonly<Record<Mix, UploadMixRates>> = {
  hostile: {
    faults: [
      [2, { probability: 0, most: 0 }],
      // A few, so that the upload must succeed in spite of them.
      [4, { probability: 0.15, most: 2 }],
      [2, { probability: 0.05, most: Number.POSITIVE_INFINITY }],
      [3, { probability: 0.2, most: Number.POSITIVE_INFINITY }],
      [1, { probability: 0.5, most: Number.POSITIVE_INFINITY }],
    ],
    decisiveFactor: 3,
    otherWriters: 0.2,
    cancelled: 0.1,
    outdatedListings: 0.3,
    defaultLimits: 0.5,
  },
  realistic: {
    faults: [[1, { probability: 0.01, most: Number.POSITIVE_INFINITY }]],
    decisiveFactor: 1,
    otherWriters: 0.01,
    cancelled: 0.01,
    outdatedListings: 0.1,
    defaultLimits: 1,
  },
};

/** Relative to each other; a guess, not a measurement. */
const usualWeights: Readonly<Record<FaultKind, number>> = {
  'connection refused': 2,
  'request lost': 2,
  'no answer': 0.5,
  'answer lost': 4,
  'refused for now': 2,
  overload: 3,
  'late arrival': 3,
  'slow answer': 1,
  'publishing rolled back': 15,
  'slow publishing': 2,
  'path busy': 1,
  'body cut': 3,
  'body stalled': 1,
  'disk full': 3,
  'spurious 400': 10,
  'chunk raced': 6,
  failover: 2,
  'session lost': 3,
  'unexpected success': 1,
  'web page': 1,
  refusal: 0.3,
};

export const noFaults: UploadFaultRates = { probability: 0, decisiveFactor: 1, most: 0, weights: usualWeights };

/** Draws a scenario. The order of the draws decides what a seed means. */
export function drawUploadScenario(prng: Prng, mix: Mix): UploadScenario {
  const rates = mixRates[mix];
  const runs = drawRuns(rates, prng);
  const before = drawBefore(prng);
  // What may not be touched must lie still.
  const isForeign = before === 'foreign file' || before === 'foreign folder';
  return {
    linux: prng.chance(0.25),
    rollbackStamps: prng.chance(0.7),
    pageSize: prng.pickWeighted([
      [3, Number.POSITIVE_INFINITY],
      [1, 3],
      [1, 1],
    ]),
    limits: drawLimits(rates, prng),
    shape: drawShape(prng),
    before,
    ageMs: prng.logUniform(1_000, 60 * minuteMs),
    runs,
    // Long enough for sessions to expire, now and then.
    gapMs: prng.chance(0.2) ? prng.integer(29 * minuteMs, 60 * minuteMs) : prng.logUniform(1_000, 29 * minuteMs),
    isSettledBetween: prng.chance(0.8),
    otherWriter: !isForeign && prng.chance(rates.otherWriters) ? drawOtherWriter(prng) : undefined,
    outdatedMs: prng.chance(rates.outdatedListings) ? prng.logUniform(100, 10_000) : 0,
  };
}

function drawShape(prng: Prng): Shape {
  return prng.pickWeighted<Shape>([
    [3, 'small'],
    [6, 'two chunks'],
    [2, 'three chunks'],
    [2, 'two big files'],
    [1, 'around the limit'],
  ]);
}

function drawLimits({ defaultLimits }: UploadMixRates, prng: Prng): UploadLimits {
  if (prng.chance(defaultLimits)) return { timeoutSeconds: 300, maxAttempts: 5, concurrency: 8 };
  return {
    timeoutSeconds: prng.pick([10, 60, 300]),
    maxAttempts: prng.integer(1, 6),
    concurrency: prng.pick([1, 2, 4, 16]),
  };
}

function drawBefore(prng: Prng): Before {
  return prng.pickWeighted<Before>([
    [8, 'nothing'],
    [8, 'older package'],
    [1, 'older package without its marker'],
    [1, 'part of the package'],
    [0.3, 'marker alone'],
    [0.7, 'foreign folder'],
    [0.3, 'foreign file'],
  ]);
}

function drawRuns(rates: UploadMixRates, prng: Prng): UploadScenario['runs'] {
  const hasSecond = prng.chance(0.35);
  const cancelled = hasSecond ? Math.max(0.6, rates.cancelled) : rates.cancelled;
  const first = drawRun('first', 'original', cancelled, rates, prng);
  if (!hasSecond) return [first];
  const version = prng.chance(0.7) ? 'original' : 'rebuilt';
  return [first, drawRun('second', version, rates.cancelled, rates, prng)];
}

function drawRun(name: Run['name'], version: Version, cancelled: number, rates: UploadMixRates, prng: Prng): Run {
  const { probability, most } = prng.pickWeighted(rates.faults);
  return {
    name,
    version,
    cancelAfterMs: prng.chance(cancelled) ? prng.logUniform(20, probability > 0.1 ? 10_000 : 1_200) : undefined,
    isFileChanged: prng.chance(0.02),
    faults: { probability, decisiveFactor: rates.decisiveFactor, most, weights: drawWeights(prng) },
  };
}

/** Weights of each run's own, so that rare faults come in a row in some runs. */
function drawWeights(prng: Prng): UploadFaultRates['weights'] {
  const draw = (kind: FaultKind): number => usualWeights[kind] * prng.logUniform(1, 30);
  return Object.assign({ ...usualWeights }, ...faultKinds.map((kind) => ({ [kind]: draw(kind) })));
}

function drawOtherWriter(prng: Prng): OtherWriter {
  const afterMs = prng.logUniform(1, 3_000);
  if (prng.chance(0.4)) return { kind: 'other upload', afterMs, shape: drawShape(prng) };
  const kind = prng.pickWeighted<Exclude<OtherWriter['kind'], 'other upload'>>([
    [1, 'file deleted'],
    [1, 'file of the same size'],
    [1, 'file of another size'],
    [1, 'folder deleted'],
    [1, 'marker written'],
  ]);
  return { kind, afterMs };
}
