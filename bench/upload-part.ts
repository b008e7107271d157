// The part of the benchmark about uploads of packages: what is measured, and how often.
import { curlLoop, installSfctl, uploadAction } from './upload-candidates.js';
import { exceededUploadLimits, quickUploadLimit, uploadGoal } from './upload-limits.js';
import { hugeFile, manyFiles, oneBigFile, type PackageShape, thousandsOfFiles } from './upload-packages.js';
import { formatUploads, type UploadResults, writeUploads } from './upload-results.js';
import { type Network, startImageStore, startNetwork } from './upload-servers.js';
import { compareUploads, measureUploadMemory } from './uploads.js';

interface Plan {
  readonly packages: readonly PackageShape[];
  readonly roundTripsMs: readonly number[];
  readonly rounds: number;
  readonly comparesOthers: boolean;
  /** Packages whose uploads are measured for their memory. */
  readonly memoryPackages: readonly PackageShape[];
  readonly memoryRounds: number;
  /** Relative to the computed limit. */
  readonly maxRelative: number;
}

const fullPlan: Plan = {
  packages: [manyFiles, oneBigFile],
  roundTripsMs: [0, 20, 50],
  rounds: 3,
  comparesOthers: true,
  memoryPackages: [hugeFile, thousandsOfFiles],
  memoryRounds: 3,
  maxRelative: uploadGoal,
};

const quickPlan: Plan = {
  packages: [manyFiles],
  roundTripsMs: [50],
  rounds: 2,
  comparesOthers: false,
  memoryPackages: [hugeFile],
  memoryRounds: 1,
  maxRelative: quickUploadLimit,
};

/**
 * Measures and shows it.
 * @param folder for the files that the runs write
 * @returns every limit that is exceeded
 */
export async function runUploads(isQuick: boolean, folder: string): Promise<readonly string[]> {
  const plan = isQuick ? quickPlan : fullPlan;
  const results = await measure(plan, folder);
  process.stdout.write(formatUploads(results));
  if (!isQuick) process.stdout.write(`\nWritten to ${writeUploads(results, 'bench/results')}\n`);
  return exceededUploadLimits(results, plan.maxRelative);
}

async function measure(plan: Plan, folder: string): Promise<UploadResults> {
  const imageStore = await startImageStore();
  const networks: Network[] = [];
  try {
    for (const roundTripMs of plan.roundTripsMs) networks.push(await startNetwork(imageStore, roundTripMs));
    const others = plan.comparesOthers ? [installSfctl(networks, folder), curlLoop] : [];
    const setup = { imageStore, networks, candidates: [uploadAction, ...others], folder };
    // First, because the time of the very first uploads is that of cold caches and of an emulator that is not compiled yet.
    const uploadMemory = await measureUploadMemory(plan.memoryPackages, plan.memoryRounds, setup);
    return { uploads: await compareUploads(plan.packages, plan.rounds, setup), uploadMemory };
  } finally {
    for (const network of networks) network.close();
    imageStore.close();
  }
}
