// One simulation of uploads from its seed to the assessment of every run in it.
import { createSimulatedClock, flushFilesAndPromises, type SimulatedClock } from '../clock.js';
import type { Trace } from '../cluster.js';
import type { Mix } from '../mixes.js';
import { createPrng, type Prng } from '../prng.js';
import { createUploader, type Uploader, type WrapStores } from './client.js';
import { createUploadCluster, type UploadCluster } from './cluster.js';
import type { UploadExchange } from './exchanges.js';
import { drawUploadDelivery, type UploadFaultRates } from './faults.js';
import { createUploadNetwork, type UploadNetwork } from './network.js';
import { assessUpload, type UploadAssessment, type UploadRun } from './oracle.js';
import { scheduleOtherWriter, writeBefore } from './other-writers.js';
import { imageStorePath, type Packages, type SimulatedPackage } from './packages.js';
import { brokenUploadRules } from './rules.js';
import { drawUploadScenario, noFaults, type Run, type UploadScenario } from './scenario.js';

/** A run and what is wrong with it. */
export interface AssessedUpload extends UploadRun {
  readonly assessment: UploadAssessment;
  readonly brokenRules: readonly string[];
}

export interface UploadSimulationOptions {
  /** Which faults are drawn. Default: `hostile`. */
  readonly mix?: Mix;
  /** Receives a line for each step, with the seconds since the first run started. */
  readonly trace?: (line: string) => void;
  /** Replaces the way in which every client looks at the cluster and acts on it. */
  readonly wrapStores?: WrapStores;
}

const minuteMs = 60_000;
/** When every simulation starts: dates before the year 2000 are no evidence to the client. */
const startMs = Date.UTC(2026, 0, 1);
/** When the first run starts; before that, time is for what lies at the path already. */
const firstRunMs = startMs + 90 * minuteMs;

/** Everything that takes part in one simulation. */
interface Simulation {
  readonly scenario: UploadScenario;
  readonly packages: Packages;
  readonly clock: SimulatedClock;
  readonly cluster: UploadCluster;
  readonly wrapStores: WrapStores;
  readonly networks: UploadNetwork[];
  readonly trace: Trace;
  readonly createPrng: () => Prng;
}

/** Runs the simulation of one seed; the same seed always gives the same one. @throws when it does not end */
export async function simulateUploads(
  seed: number,
  packages: Packages,
  options: UploadSimulationOptions = {},
): Promise<readonly AssessedUpload[]> {
  const simulation = createSimulation(createPrng(seed), packages, options);
  const { scenario, clock, cluster, trace } = simulation;
  trace?.(`scenario: ${JSON.stringify(scenario)}`);
  await clock.advance(firstRunMs - startMs - scenario.ageMs);
  await writeBefore(scenario, packages, cluster);
  await clock.advance(scenario.ageMs);
  const others: Promise<UnassessedRun>[] = [];
  const { otherWriter } = scenario;
  if (otherWriter?.kind === 'other upload') {
    const content = await packages.get(otherWriter.shape, 'rebuilt');
    others.push(startOtherUpload(content, otherWriter.afterMs, simulation));
  } else if (otherWriter) scheduleOtherWriter(otherWriter, scenario, packages, { clock, cluster });

  const assessed: AssessedUpload[] = [];
  const [first, second] = scenario.runs;
  const firstRun = await perform(first, simulation, others);
  if (second) {
    if (scenario.isSettledBetween) await waitForCluster(simulation);
    assessed.push(...[firstRun, ...(await Promise.all(others.splice(0)))].map((run) => assess(run, simulation)));
    await clock.advance(scenario.gapMs);
  }
  const lastRun = second ? await perform(second, simulation, []) : firstRun;
  await waitForCluster(simulation);
  return [...assessed, ...[lastRun, ...(await Promise.all(others))].map((run) => assess(run, simulation))];
}

function createSimulation(prng: Prng, packages: Packages, options: UploadSimulationOptions): Simulation {
  const { mix = 'hostile', trace: write, wrapStores = (stores) => stores } = options;
  const scenario = drawUploadScenario(prng, mix);
  const clock = createSimulatedClock(startMs, flushFilesAndPromises);
  const trace: Trace = write && ((line) => write(`${sinceFirstRun(clock)}  ${line}`));
  return {
    scenario,
    packages,
    clock,
    cluster: createUploadCluster(clock, scenario, trace),
    wrapStores,
    networks: [],
    trace,
    // Each client draws by itself, so that none changes the course of the others.
    createPrng: () => createPrng(prng.integer(0, 2 ** 31)),
  };
}

/** A run that is over, while what it has sent may still have effects. */
type UnassessedRun = Omit<UploadRun, 'end'>;

async function perform(run: Run, simulation: Simulation, others: readonly Promise<unknown>[]): Promise<UnassessedRun> {
  const { scenario, packages, clock } = simulation;
  const content = await packages.get(scenario.shape, run.version);
  const upload = startUpload(run, content, simulation);
  await clock.runUntil(Promise.all([upload, ...others]));
  return upload;
}

/** Another job uploads at the same time. Between whole milliseconds, so that the order of what both do is always the same. */
async function startOtherUpload(
  content: SimulatedPackage,
  afterMs: number,
  simulation: Simulation,
): Promise<UnassessedRun> {
  await new Promise<void>((resolve) => simulation.clock.after(afterMs + 0.5, resolve));
  return startUpload(
    { name: 'other', cancelAfterMs: undefined, isFileChanged: false, faults: noFaults },
    content,
    simulation,
  );
}

type StartedRun = Omit<Run, 'version' | 'name' | 'faults'> & {
  readonly name: UploadRun['name'];
  readonly faults: UploadFaultRates;
};

async function startUpload(run: StartedRun, content: SimulatedPackage, simulation: Simulation): Promise<UnassessedRun> {
  const { scenario, clock, cluster, trace } = simulation;
  const { name, cancelAfterMs, isFileChanged } = run;
  const held = new Set(cluster.sessions().flatMap(({ chunks }) => chunks));
  const heldAtStart = new Map(
    cluster.sessions().map(({ id, chunks }) => [id, chunks.reduce((sum, chunk) => sum + chunk.content.sizeBytes, 0)]),
  );
  const network = createNetwork(run, simulation, (exchange) => {
    const { range, sessionId = '' } = exchange;
    const chunks = range ? (cluster.session(sessionId)?.chunks ?? []) : [];
    return chunks.some((chunk) => held.has(chunk) && range && chunk.start <= range.end && range.start <= chunk.end);
  });
  const uploader = createClient(name, network, simulation);
  const startedMs = clock.now();
  const firstChange = cluster.changes.length;
  cluster.watch(name, imageStorePath, content.expected);
  let cancelledMs: number | undefined;
  let isOver = false;
  if (cancelAfterMs !== undefined) {
    clock.after(cancelAfterMs, () => {
      if (isOver) return;
      cancelledMs = clock.now();
      uploader.cancel();
    });
  }
  trace?.(`${name} run: starts`);
  const outcome = await uploader.upload(isFileChanged ? withOldDate(content) : content.content, imageStorePath);
  isOver = true;
  trace?.(`${name} run: ${outcome.result} ${JSON.stringify(outcome.problem ?? '').slice(0, 1_000)}`);
  const { exchanges, mostAtOnce } = network;
  const times = { startedMs, endedMs: clock.now(), cancelledMs };
  return {
    scenario,
    name,
    package: content,
    isFileChanged,
    outcome,
    exchanges,
    mostAtOnce,
    ...times,
    firstChange,
    heldAtStart,
  };
}

function createNetwork(
  { faults }: StartedRun,
  simulation: Simulation,
  isHeld: (exchange: UploadExchange) => boolean,
): UploadNetwork {
  const { scenario, packages, clock, cluster, networks, trace } = simulation;
  const prng = simulation.createPrng();
  let met = 0;
  const network = createUploadNetwork({
    clock,
    cluster,
    bytesOf: packages.bytesOf,
    drawDelivery: (request) => {
      const plan = drawUploadDelivery(request, faults, met, prng);
      if (plan.fault) met += 1;
      return plan;
    },
    outdatedMs: scenario.outdatedMs,
    isHeld,
    trace,
  });
  networks.push(network);
  return network;
}

function createClient(name: string, network: UploadNetwork, simulation: Simulation): Uploader {
  const { scenario, clock, wrapStores, trace } = simulation;
  const random = simulation.createPrng().fraction;
  const onPhase = (phase: string): void => trace?.(`${name} run: ${phase}`);
  return createUploader({ clock, random, network, name, limits: scenario.limits, wrapStores, onPhase });
}

/** The package as if one of its files had another date when the step began. */
function withOldDate({ content }: SimulatedPackage): SimulatedPackage['content'] {
  const [first, ...others] = content.files;
  if (first === undefined) return content;
  return { ...content, files: [{ ...first, modifiedMs: first.modifiedMs - 1 }, ...others] };
}

/** Waits until nothing that was sent can change anything any more. */
async function waitForCluster({ clock, cluster, networks }: Simulation): Promise<void> {
  const isBusy = (): boolean => cluster.isWorking() || networks.some(({ requestsInTransit }) => requestsInTransit > 0);
  for (let minutes = 0; isBusy(); minutes += 1) {
    if (minutes === 24 * 60) throw new Error('the cluster is still working after 24 hours');
    await clock.advance(minuteMs);
  }
}

function sinceFirstRun(clock: SimulatedClock): string {
  return `${((clock.now() - firstRunMs) / 1_000).toFixed(3)} s`.padStart(12);
}

function assess(run: UnassessedRun, { cluster }: Simulation): AssessedUpload {
  const marker = cluster.fileAt(`${imageStorePath}/_.dir`);
  const end = {
    lastChange: cluster.changes.length,
    hasMarker: marker !== undefined,
    differences: cluster.compare(imageStorePath, run.package.expected),
  };
  const ended: UploadRun = { ...run, end };
  return { ...ended, assessment: assessUpload(ended, cluster), brokenRules: brokenUploadRules(ended) };
}
