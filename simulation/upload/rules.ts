// The rules for requests, waits and bytes of an upload, checked against what a run did.
import { isChange, type UploadExchange } from './exchanges.js';
import type { UploadRun } from './oracle.js';

const [secondMs, chunkBytes] = [1_000, 4 * 2 ** 20];

/** The rules that this run broke, whatever its result. */
export function brokenUploadRules(run: UploadRun): readonly string[] {
  const rules = [...requestRules(run), ...byteRules(run), ...resultRules(run)];
  return rules.filter(([, isKept]) => !isKept).map(([rule]) => rule);
}

type Rule = readonly [rule: string, isKept: boolean];

function requestRules(run: UploadRun): readonly Rule[] {
  const { scenario, exchanges, mostAtOnce, cancelledMs, endedMs, outcome } = run;
  const changes = exchanges.filter(isChange).length;
  return [
    ['at most concurrency requests at a time', mostAtOnce <= scenario.limits.concurrency],
    ['no more requests than the package needs, and a few for each fault', exchanges.length <= mostRequests(run)],
    ['a request ends in its time', exchanges.every((exchange) => isInTime(exchange, run))],
    ['cancelling ends the run at once', cancelledMs === undefined || endedMs === cancelledMs],
    ['no request is sent after cancelling', exchanges.every(({ sentMs }) => sentMs <= (cancelledMs ?? sentMs))],
    [
      'the outcome counts every request that changes something',
      cancelledMs !== undefined || outcome.attempts === changes,
    ],
  ];
}

function byteRules({ outcome, exchanges, package: { content }, heldAtStart, ...run }: UploadRun): readonly Rule[] {
  const taken = exchanges.reduce((sum, { takenBytes }) => sum + takenBytes, 0);
  const sessionIds = new Set(exchanges.map(({ sessionId = '' }) => sessionId));
  const held = [...sessionIds].reduce((sum, id) => sum + (heldAtStart.get(id) ?? 0), 0);
  const needed = content.sizeBytes - held + secondSessionBytes(outcome);
  // A session can expire while it is being resumed.
  const isYoung = held === 0 || run.scenario.gapMs < 29 * 60 * secondMs;
  // An earlier run's full disk can have cut a chunk short: its session is deleted, and the file is sent from the start.
  const isWhole = !exchanges.some(({ operation, result }) => {
    return operation === 'commit-session' && result?.kind === 'response' && result.status === 400;
  });
  const isPlain = outcome.result === 'uploaded' && isYoung && isWhole && hasNoFault({ exchanges, ...run });
  return [
    ['the outcome counts every byte that was sent', outcome.bytesSent === taken],
    ['without a fault every byte is sent once, but for those that a session holds', !isPlain || taken === needed],
    [
      'no byte that a session holds since before the run is sent again',
      exchanges.every(({ resendsHeldBytes }) => !resendsHeldBytes),
    ],
  ];
}

/**
 * The bytes of files that needed another session: where the same file was uploaded before, its session's id is known to
 * the store, so that the commit has no effect. The client cannot tell that from an overwrite that was rolled back.
 */
export function secondSessionBytes({ files }: UploadRun['outcome']): number {
  return files.reduce((sum, { file, sessionIds }) => sum + file.sizeBytes * Math.max(0, sessionIds.length - 1), 0);
}

function resultRules(run: UploadRun): readonly Rule[] {
  const { outcome, scenario, exchanges, isFileChanged } = run;
  const isForeign = scenario.before === 'foreign file' || scenario.before === 'foreign folder';
  const isRefused = outcome.files.some(({ reason }) => reason === 'refused');
  return [
    ['a few faults do not keep a package from being uploaded', outcome.result === 'uploaded' || !mustSucceed(run)],
    [
      'a file is refused only if something refuses it',
      !isRefused || exchanges.some(({ fault }) => fault === 'refusal'),
    ],
    ['a package with a changed file is not uploaded', !(isFileChanged && outcome.result === 'uploaded')],
    ['foreign content ends the run before anything is changed', !isForeign || !exchanges.some(isChange)],
    ['a run that changes nothing has failed', exchanges.some(isChange) || outcome.result === 'failed'],
  ];
}

/** Faults that a client can do nothing about but wait, of which so few must not matter. */
const fewFaults = 2;

function mustSucceed({ scenario, exchanges, cancelledMs, isFileChanged, name, outcome }: UploadRun): boolean {
  const { before, limits, otherWriter } = scenario;
  const faults = exchanges.filter(({ fault }) => fault !== undefined);
  return (
    faults.length <= fewFaults &&
    faults.every(({ fault }) => fault !== 'refusal') &&
    // A file whose chunks have another size together is sent once more, not twice.
    faults.filter(({ fault }) => fault === 'disk full').length <= 1 &&
    limits.maxAttempts > fewFaults + 1 &&
    before !== 'foreign file' &&
    before !== 'foreign folder' &&
    otherWriter === undefined &&
    (name === 'first' || (name === 'second' && scenario.isSettledBetween)) &&
    // An overwrite of an earlier run that was rolled back can have taken away the manifest by which a package is known.
    (name === 'first' || outcome.problem?.kind !== 'foreignContent') &&
    limits.timeoutSeconds >= 60 &&
    // A file is sent again in another session only once, and such a run has used that up.
    (name === 'first' || secondSessionBytes(outcome) === 0) &&
    cancelledMs === undefined &&
    !isFileChanged &&
    exchanges.every(({ isOutdated }) => !isOutdated)
  );
}

function hasNoFault({ exchanges, scenario }: Pick<UploadRun, 'exchanges' | 'scenario'>): boolean {
  return (
    scenario.otherWriter === undefined && exchanges.every(({ fault, isOutdated }) => fault === undefined && !isOutdated)
  );
}

/** What is left of an older package, at most: its files, their folders, and the marker from before. */
const staleEntries = 6;

/** What a run needs, with every big file sent twice, and a few requests for each fault: far from a storm. */
function mostRequests({ package: { content }, scenario, exchanges }: UploadRun): number {
  const { concurrency, timeoutSeconds } = scenario.limits;
  const { files } = content;
  const chunks = files.reduce((sum, { sizeBytes }) => sum + Math.ceil(sizeBytes / chunkBytes), 0);
  const bigFiles = files.filter(({ sizeBytes }) => sizeBytes > chunkBytes).length;
  const folders = content.folders.length + 1;
  const entries = files.length + folders + staleEntries;
  // One listing at the start, and one before and one after what is left of an older package is removed.
  const listings = 3 * (scenario.pageSize === Number.POSITIVE_INFINITY ? folders + 2 : entries + folders);
  const needed = concurrency + files.length + folders + staleEntries + 2 * (chunks + 5 * bigFiles) + listings;
  const faults = exchanges.filter(({ fault }) => fault !== undefined).length;
  const others = scenario.otherWriter === undefined ? 0 : 1;
  // A session that is lost costs all its chunks; a path that is busy is polled, at longer and longer intervals.
  const perFault = chunks + 12 + timeoutSeconds / 30;
  return needed + (faults + others * entries) * perFault;
}

/** A look-up or listing has 30 s; another request its timeout and a margin, which with a body begins when that is taken. */
function isInTime({ sentMs, result, bodyBytes, method }: UploadExchange, { scenario, endedMs }: UploadRun): boolean {
  // For the requests that only make connections nobody waits.
  const durationMs = (result?.atMs ?? endedMs) - sentMs;
  if (method === 'GET') return durationMs <= 30 * secondMs;
  const answerMs = (scenario.limits.timeoutSeconds + 60) * secondMs;
  return durationMs <= answerMs + (bodyBytes > 0 ? 61 * secondMs : 0);
}
