// One seed, from its history to the judgement of every verdict in it.

import { commitSession } from '../src/commit/commit-session.js';
import type { Result } from '../src/commit/verdict.js';
import { type ImageStore, openImageStore } from '../src/image-store/client.js';
import { cancellable } from '../src/runner/signals.js';
import { takeTurns } from '../src/shared/limiter.js';
import { type SimulatedClock, simulatedClock } from './clock.js';
import { seededDice } from './dice.js';
import { drawCommitFate, drawLookUpFate } from './fates.js';
import { beginMs, drawHistory } from './history.js';
import { type Network, openNetwork } from './network.js';
import { type Finding, findingOf, type Run } from './oracle.js';
import { brokenRules } from './rules.js';
import { openWorld, type Tell, type World } from './world.js';

/** A run and what to think of it. */
export interface Judged extends Run {
  finding: Finding;
  brokenRules: readonly string[];
  /** What to think of it if the last answer had been believed. */
  naive: Finding;
}

export interface SimulationOptions {
  /** Told what happens, as it happens, with the time since the first commit. */
  tell?: (line: string) => void;
  /** A client that looks at the cluster in another way. */
  wrap?: (store: ImageStore) => ImageStore;
}

/** Simulates one history; the same seed gives the same one. @throws when a run does not end */
export async function simulate(seed: number, options: SimulationOptions = {}): Promise<readonly Judged[]> {
  const { wrap = (store) => store } = options;
  const dice = seededDice(seed);
  const history = drawHistory(dice);
  const clock = simulatedClock(0);
  const { tell: write } = options;
  const tell: Tell = write && ((line) => write(`${sinceBegin(clock)}  ${line}`));
  const world = openWorld(clock, history.rollbackStamps, tell);
  const { trouble } = history;
  const network = openNetwork({
    clock,
    world,
    fateOf: (operation) =>
      operation === 'commit' ? drawCommitFate(trouble, dice, clock.epochMs()) : drawLookUpFate(trouble, dice),
    tell,
  });
  const store = wrap(
    openImageStore({
      endpointUrl: 'http://cluster',
      transport: network,
      clock,
      random: dice.fraction,
      redact: (text) => text,
      runLabel: 'simulation',
    }),
  );

  const { timeoutSeconds, maxAttempts } = history;
  tell?.(`the author asks for timeout ${timeoutSeconds}, max-attempts ${maxAttempts}, ${history.commits.join(' ')}`);
  for (const { atMs, incident } of history.happenings) clock.after(atMs, () => world.strike(incident));
  for (const upload of history.uploads) world.upload(upload);
  const cancellation = cancellable();
  const { cancelledMs } = history;
  if (cancelledMs !== undefined) clock.after(cancelledMs, cancellation.request);
  await clock.pass(beginMs);

  const runs: Unsettled[] = [];
  const conclude = async (): Promise<void> => {
    await settle(clock, world, network);
    for (const run of runs) run.publishedAfter ??= world.hasPublished(run.upload.sessionId);
  };
  for (const [index, sessionId] of history.commits.entries()) {
    const upload = history.uploads.find((each) => each.sessionId === sessionId);
    if (upload === undefined) throw new Error(`nothing was drawn for ${sessionId}`);
    // What an earlier run of this session left behind has ended, so that it cannot be taken for this one's.
    if (history.commits.indexOf(sessionId) < index) await conclude();
    const there = world.store.file(upload.path);
    const publishedBefore = world.hasPublished(sessionId);
    const first = network.exchanges.length;
    const startedMs = clock.now();
    tell?.(`the client begins to commit ${sessionId}`);
    const outcome = await clock.passUntil(
      commitSession(sessionId, undefined, {
        turns: takeTurns(1, () => undefined),
        store,
        clock,
        random: dice.fraction,
        cancellation,
        timeoutSeconds,
        maxAttempts,
        tell: (event) => {
          if (event.kind === 'again') tell?.(`the client waits ${event.waitMs} ms before it tries again`);
        },
      }),
    );
    tell?.(`the client says: ${outcome.result}, ${outcome.reason} (${outcome.stopped ?? 'cancelled'})`);
    runs.push({
      history,
      upload,
      exchanges: network.exchanges.slice(first),
      startedMs,
      endedMs: clock.now(),
      cancelledMs: cancellation.requested ? Math.max(startedMs, cancelledMs ?? 0) : undefined,
      outcome,
      publishedBefore,
      stampedBefore: there?.sessionId === sessionId && !world.isPublishedBy(sessionId, there),
    });
  }
  await conclude();
  return runs.map(({ publishedAfter = false, ...run }) => judged({ ...run, publishedAfter }, world));
}

/** A run that has ended, while what it began may still be going on. */
type Unsettled = Omit<Run, 'publishedAfter'> & { publishedAfter?: boolean };

/** Lets everything end that may still publish something. */
async function settle(clock: SimulatedClock, { store }: World, network: Network): Promise<void> {
  const isAtWork = (): boolean => store.work().some(({ stage }) => stage !== 'answering');
  for (let minutes = 0; network.onTheirWay > 0 || isAtWork(); minutes += 1) {
    if (minutes === 24 * 60) throw new Error('the cluster is still at work after a day');
    await clock.pass(60_000);
  }
}

/** Time since the first commit began, in seconds. */
function sinceBegin(clock: SimulatedClock): string {
  return `${((clock.now() - beginMs) / 1_000).toFixed(3)} s`.padStart(12);
}

function judged(run: Run, world: World): Judged {
  const { last } = run.outcome;
  const believed: Result = last?.kind === 'response' && last.status === 200 ? 'committed' : 'failed';
  return {
    ...run,
    finding: findingOf(run.outcome.result, run, world),
    brokenRules: brokenRules(run),
    naive: findingOf(believed, run, world),
  };
}
