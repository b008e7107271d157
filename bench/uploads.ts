// Uploads of whole packages over networks with a round trip: how long each program takes, and the action's peak memory.
import { countRoundTrips, type RoundTrips, totalRoundTrips } from './round-trips.js';
import { type Program, runProgram } from './sample.js';
import { median, pairedRatio, shuffled } from './statistics.js';
import { type UploadCandidate, uploadAction, uploadConcurrency } from './upload-candidates.js';
import { type PackageShape, type WrittenPackage, writePackage } from './upload-packages.js';
import type { BenchImageStore, Network } from './upload-servers.js';

/** The uploads of one package over one network. */
export interface UploadResult {
  readonly packageName: string;
  readonly roundTripMs: number;
  readonly roundTrips: RoundTrips;
  /** The round trips that this upload needs at least, and the start of Node.js. */
  readonly limitMs: number;
  readonly programs: readonly ProgramResult[];
}

export interface ProgramResult {
  readonly name: string;
  readonly medianMs: number;
  /** Duration relative to this action's in the same rounds. */
  readonly ratio: number;
  /** How many requests the image store received, at most. */
  readonly requests: number;
}

/** Node.js alone: what the action pays before it begins. */
const bareNode: Program = { name: 'bare Node.js', command: [process.execPath, '-e', '0'], environment: {} };

interface Series {
  readonly content: WrittenPackage;
  readonly network: Network;
  readonly candidate: UploadCandidate;
  readonly durationsMs: number[];
  readonly requests: number[];
}

export interface UploadSetup {
  readonly imageStore: BenchImageStore;
  readonly networks: readonly Network[];
  /** The candidates must include this action. */
  readonly candidates: readonly UploadCandidate[];
  /** For the packages, and for the files that a run writes. */
  readonly folder: string;
}

/**
 * Uploads every package over every network with every candidate once per round, in random order, each time to an empty
 * image store. After each run the package must be complete there.
 * @param rounds fewer for candidates that say so
 */
export async function compareUploads(
  shapes: readonly PackageShape[],
  rounds: number,
  { imageStore, networks, candidates, folder }: UploadSetup,
): Promise<readonly UploadResult[]> {
  const packages = shapes.map((shape) => writePackage(shape, folder));
  const targets = packages.flatMap((content) => networks.map((network) => ({ content, network })));
  const allSeries = targets.flatMap((target) =>
    candidates.map((candidate): Series => ({ ...target, candidate, durationsMs: [], requests: [] })),
  );
  const nodeStartsMs: number[] = [];
  const measure = async ({ content, network, candidate, durationsMs, requests }: Series): Promise<void> => {
    await imageStore.reset();
    durationsMs.push(runProgram(candidate.program(content, network), folder).durationMs);
    requests.push(await imageStore.countRequests());
    await imageStore.expectUploaded(content);
  };
  for (let round = 0; round < rounds; round += 1) {
    nodeStartsMs.push(runProgram(bareNode, folder).durationMs);
    const inThisRound = allSeries.filter(({ candidate }) => round < (candidate.maxRounds ?? rounds));
    for (const series of shuffled(inThisRound)) await measure(series);
  }
  return targets.map((target) => {
    const series = allSeries.filter((each) => each.content === target.content && each.network === target.network);
    return toResult(target.content, target.network, series, median(nodeStartsMs));
  });
}

function toResult(
  content: WrittenPackage,
  { roundTripMs }: Network,
  series: readonly Series[],
  nodeStartMs: number,
): UploadResult {
  const own = series.find(({ candidate }) => candidate === uploadAction);
  const roundTrips = countRoundTrips(content, uploadConcurrency);
  return {
    packageName: content.name,
    roundTripMs,
    roundTrips,
    limitMs: totalRoundTrips(roundTrips) * roundTripMs + nodeStartMs,
    programs: series.map(({ candidate, durationsMs, requests }) => ({
      name: candidate.name,
      medianMs: median(durationsMs),
      ratio: pairedRatio(durationsMs, own?.durationsMs ?? []),
      requests: Math.max(...requests),
    })),
  };
}

/** The peak memory of one upload, or of Node.js alone. */
export interface UploadMemory {
  readonly name: string;
  readonly peakBytes: number;
  /** More than Node.js alone needs. */
  readonly additionalBytes: number;
}

export async function measureUploadMemory(
  shapes: readonly PackageShape[],
  rounds: number,
  { imageStore, folder }: Pick<UploadSetup, 'imageStore' | 'folder'>,
): Promise<readonly UploadMemory[]> {
  const peaks = (run: () => number): number => median(Array.from({ length: rounds }, run));
  const bareBytes = peaks(() => runProgram(bareNode, folder, 'memory').peakBytes);
  const results = [{ name: bareNode.name, peakBytes: bareBytes, additionalBytes: 0 }];
  for (const shape of shapes) {
    const content = writePackage(shape, folder);
    const peaksBytes: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await imageStore.reset();
      peaksBytes.push(runProgram(uploadAction.program(content, imageStore), folder, 'memory').peakBytes);
      await imageStore.expectUploaded(content);
    }
    const peakBytes = median(peaksBytes);
    results.push({ name: shape.name, peakBytes, additionalBytes: peakBytes - bareBytes });
  }
  return results;
}
