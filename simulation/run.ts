// One simulation from its seed to the assessment of every verdict in it.
import { type Client, createClient, type ImageStore } from './client.js';
import { createSimulatedClock, type SimulatedClock } from './clock.js';
import { createCluster, type SimulatedCluster, type Trace } from './cluster.js';
import { throughFrontEnd } from './front-ends.js';
import { drawLookupDelivery } from './lookup-faults.js';
import type { Mix } from './mixes.js';
import { createNetwork, type Network } from './network.js';
import { drawCommitDelivery } from './network-faults.js';
import { type Assessment, assess, type SessionCommit } from './oracle.js';
import { createPrng, type Prng } from './prng.js';
import { brokenRules } from './rules.js';
import { drawScenario, firstCommitMs, type Scenario, startMs } from './scenario.js';
import { misledRules, type WrongRule } from './wrong-rules.js';

/** A commit and whether its verdict is right. */
export interface AssessedCommit extends SessionCommit {
  readonly assessment: Assessment;
  readonly brokenRules: readonly string[];
  /** The wrong rules that would have led to a wrong verdict here. */
  readonly misledRules: readonly WrongRule[];
}

export interface SimulationOptions {
  /** Which faults are drawn. Default: `hostile`. */
  readonly mix?: Mix;
  /** Receives a line for each step, with the seconds since the first commit started. */
  readonly trace?: (line: string) => void;
  /** Replaces the way in which the client looks at the cluster. */
  readonly wrapStore?: (store: ImageStore) => ImageStore;
}

/** Everything that takes part in one simulation. */
interface Simulation {
  readonly scenario: Scenario;
  readonly clock: SimulatedClock;
  readonly cluster: SimulatedCluster;
  readonly network: Network;
  readonly client: Client;
  readonly trace: Trace;
}

/** Runs the simulation of one seed; the same seed always gives the same one. @throws when it does not end */
export async function simulate(seed: number, options: SimulationOptions = {}): Promise<readonly AssessedCommit[]> {
  const simulation = createSimulation(createPrng(seed), options);
  const { scenario, clock, cluster, network, client, trace } = simulation;
  const { timeoutSeconds, maxAttempts, cancelledMs } = scenario;
  trace?.(`inputs: timeout ${timeoutSeconds}, max-attempts ${maxAttempts}, session-id ${scenario.commits.join(' ')}`);
  for (const { atMs, event } of scenario.events) clock.at(atMs, () => cluster.apply(event));
  for (const upload of scenario.uploads) cluster.scheduleUpload(upload);
  scheduleOtherLookups(scenario, clock, network);
  if (cancelledMs !== undefined) clock.at(cancelledMs, client.cancel);
  await clock.advance(firstCommitMs - startMs);

  const commits: UnfinishedCommit[] = [];
  const finishAll = async (): Promise<void> => {
    await waitForCluster(simulation);
    for (const commit of commits) commit.publishedAfter ??= cluster.hasPublished(commit.upload.sessionId);
  };
  for (const [index, sessionId] of scenario.commits.entries()) {
    // Requests of an earlier commit of this session must not be taken for this one's.
    if (scenario.commits.indexOf(sessionId) < index) await finishAll();
    commits.push(await commitOnce(sessionId, simulation));
  }
  await finishAll();
  return commits.map(({ publishedAfter = false, ...commit }) => assessed({ ...commit, publishedAfter }, cluster));
}

function createSimulation(prng: Prng, options: SimulationOptions): Simulation {
  const { mix = 'hostile', trace: write, wrapStore = (store) => store } = options;
  const scenario = drawScenario(prng, mix);
  const { faultRates, frontEnd, rollbackStamps, timeoutSeconds, maxAttempts } = scenario;
  const clock = createSimulatedClock(startMs);
  const trace: Trace = write && ((line) => write(`${sinceFirstCommit(clock)}  ${line}`));
  const cluster = createCluster(clock, rollbackStamps, trace);
  const network = createNetwork({
    clock,
    cluster,
    drawDelivery: (operation) => {
      const isCommit = operation === 'commit';
      const plan = isCommit
        ? drawCommitDelivery(faultRates, prng, clock.epochMs())
        : drawLookupDelivery(faultRates, prng);
      return throughFrontEnd(plan, frontEnd, operation, prng);
    },
    cacheMs: frontEnd?.kind === 'cache' ? frontEnd.maxAgeMs : undefined,
    trace,
  });
  const client = createClient({
    clock,
    random: prng.fraction,
    send: network.send,
    timeoutSeconds,
    maxAttempts,
    wrapStore,
    onRetry: (waitMs) => trace?.(`client: waits ${waitMs} ms before the next attempt`),
  });
  return { scenario, clock, cluster, network, client, trace };
}

/** Another client that looks up everything through the same cache. */
function scheduleOtherLookups({ frontEnd, uploads }: Scenario, clock: SimulatedClock, network: Network): void {
  const times = frontEnd?.kind === 'cache' ? frontEnd.otherLookupsMs : [];
  const targets = uploads.flatMap(({ sessionId, path }) => [
    `/ImageStore/$/GetUploadSession?api-version=6.0&session-id=${sessionId}`,
    `/ImageStore/${path}?api-version=6.0`,
  ]);
  for (const delayMs of times) {
    clock.at(firstCommitMs + delayMs, () => targets.forEach(network.lookUpForCache));
  }
}

/** A commit whose requests may still have effects in the cluster. */
type UnfinishedCommit = Omit<SessionCommit, 'publishedAfter'> & { publishedAfter?: boolean };

async function commitOnce(sessionId: string, simulation: Simulation): Promise<UnfinishedCommit> {
  const { scenario, clock, cluster, network, client, trace } = simulation;
  const upload = scenario.uploads.find((each) => each.sessionId === sessionId);
  if (upload === undefined) throw new Error(`the scenario has no upload for session ${sessionId}`);
  const fileBefore = cluster.fileAt(upload.path);
  const publishedBefore = cluster.hasPublished(sessionId);
  const firstExchange = network.exchanges.length;
  const startedMs = clock.now();
  trace?.(`client: starts to commit session ${sessionId}`);
  const outcome = await clock.runUntil(client.commit(sessionId));
  trace?.(`client: verdict ${outcome.result}, reason ${outcome.reason}, stopped: ${outcome.stopped}`);
  return {
    scenario,
    upload,
    exchanges: network.exchanges.slice(firstExchange),
    startedMs,
    endedMs: clock.now(),
    cancelledMs: client.isCancelled ? Math.max(startedMs, scenario.cancelledMs ?? 0) : undefined,
    outcome,
    publishedBefore,
    stampedBefore: fileBefore?.sessionId === sessionId && !cluster.isPublishedBy(sessionId, fileBefore),
  };
}

/** Waits until nothing that was sent can publish anything any more. */
async function waitForCluster({ clock, cluster, network }: Simulation): Promise<void> {
  for (let minutes = 0; network.requestsInTransit > 0 || cluster.isWorking(); minutes += 1) {
    if (minutes === 24 * 60) throw new Error('the cluster is still working after 24 hours');
    await clock.advance(60_000);
  }
}

function sinceFirstCommit(clock: SimulatedClock): string {
  return `${((clock.now() - firstCommitMs) / 1_000).toFixed(3)} s`.padStart(12);
}

function assessed(commit: SessionCommit, cluster: SimulatedCluster): AssessedCommit {
  return {
    ...commit,
    assessment: assess(commit.outcome.result, commit, cluster),
    brokenRules: brokenRules(commit),
    misledRules: misledRules(commit, cluster),
  };
}
