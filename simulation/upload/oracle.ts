// Checks the result of an upload against the image store's own state, and against every change on the way.
import type { PackageDifferences } from '../../emulator/package-watch.js';
import type { UploadOutcome } from './client.js';
import type { Change, UploadCluster } from './cluster.js';
import { isChange, isInDoubt, type UploadExchange, wasGivenUp } from './exchanges.js';
import { beforeName } from './other-writers.js';
import { imageStorePath, type SimulatedPackage } from './packages.js';
import type { UploadScenario } from './scenario.js';

/** One run of the action from start to end, with what it cannot know. */
export interface UploadRun {
  readonly scenario: UploadScenario;
  /** `other` is another job that uploads another package at the same time. */
  readonly name: 'first' | 'second' | 'other';
  readonly package: SimulatedPackage;
  readonly isFileChanged: boolean;
  readonly outcome: UploadOutcome;
  /** In the order in which the client sent the requests. */
  readonly exchanges: readonly UploadExchange[];
  /** The most requests for which it waited at one time. */
  readonly mostAtOnce: number;
  readonly startedMs: number;
  readonly endedMs: number;
  /** When the step was cancelled, if that was before its end. */
  readonly cancelledMs: number | undefined;
  /** The number of changes before the run. */
  readonly firstChange: number;
  /** How many bytes each session held when the run started, by the sessions' ids. */
  readonly heldAtStart: ReadonlyMap<string, number>;
  /** The state once every request of the run is over or, where a second run follows at once, when that starts. */
  readonly end: {
    readonly lastChange: number;
    readonly hasMarker: boolean;
    readonly differences: PackageDifferences;
  };
}

/**
 * Why the folder is not what the client has every reason to believe, where no client could know:
 * `another writer` somebody else changed the path after the client's last listing of its folder;
 * `same size` somebody else, or a request of an earlier run, wrote a file of the same size: listings show sizes alone;
 * `late request` a request had an effect after that listing, of the same run or of an earlier one, which had stopped
 * waiting for it;
 * `failover` a failover after that listing took the file away;
 * `outdated listing` a listing showed what was there before.
 */
export type UndecidableUpload = 'another writer' | 'same size' | 'late request' | 'failover' | 'outdated listing';

/** What is wrong, in words, and where nobody could have known. */
export interface UploadAssessment {
  readonly wrong: readonly string[];
  readonly undecidable: readonly UndecidableUpload[];
  readonly markerOwner: ReturnType<typeof markerOwner>;
}

/** What is wrong at one path; or why no client could know of it. */
type Finding = { readonly excuse: UndecidableUpload } | { readonly problem: string };

/** When something is found out: before the change with this number, at this time. */
interface Moment {
  readonly until: number;
  readonly atMs: number;
}

export function assessUpload(run: UploadRun, cluster: UploadCluster): UploadAssessment {
  const findings = [
    ...violationFindings(run, cluster),
    ...endFindings(run, cluster),
    ...trespassFindings(run, cluster),
    ...doubtFindings(run),
  ];
  return {
    wrong: [...new Set(findings.flatMap((finding) => ('problem' in finding ? [finding.problem] : [])))],
    undecidable: [...new Set(findings.flatMap((finding) => ('excuse' in finding ? [finding.excuse] : [])))],
    markerOwner: markerOwner(run, cluster),
  };
}

const marker = `${imageStorePath}/_.dir`;

/** No root marker may stand while the folder is not the package; nor may the client change a folder whose marker stands. */
function violationFindings(run: UploadRun, cluster: UploadCluster): readonly Finding[] {
  const { firstChange, end, name } = run;
  return cluster.changes.slice(firstChange, end.lastChange).flatMap((change, index) => {
    const violation = change.violations.get(name);
    if (violation === undefined) return [];
    const moment: Moment = { until: firstChange + index + 1, atMs: change.atMs };
    const marking = lastChange(marker, moment.until, cluster);
    if (marking && isOf(name, marking.change)) {
      return differenceFindings(violation, 'marked although it is not the package', moment, run, cluster);
    }
    if (!isOf(name, change)) return [];
    const isLater = marking !== undefined && marking.index >= firstChange;
    // Whoever marks the folder after the client has looked at it cannot be seen.
    if (isLater) return [{ excuse: isEarlierRun(run, marking.change) ? 'late request' : 'another writer' }];
    return [finding(`${change.paths.join()} changed under a root marker`, marker, moment, run, cluster)];
  });
}

/** What the result says must be so in the end. */
function endFindings(run: UploadRun, cluster: UploadCluster): readonly Finding[] {
  const { outcome, end, name } = run;
  const { hasMarker, differences } = end;
  const moment: Moment = { until: end.lastChange, atMs: Number.POSITIVE_INFINITY };
  const marking = lastChange(marker, moment.until, cluster);
  if (outcome.result === 'uploaded') {
    return [
      ...differenceFindings(differences, 'uploaded', moment, run, cluster),
      ...(hasMarker ? [] : [finding('uploaded, but there is no root marker', marker, moment, run, cluster)]),
    ];
  }
  if (!hasMarker || marking === undefined) return [];
  const owner = markerOwner(run, cluster);
  if (owner === 'this run' && outcome.result === 'failed') return [{ problem: 'failed, but its root marker stands' }];
  const isChanged = cluster.changes.slice(marking.index, end.lastChange).some((change) => isOf(name, change));
  return owner === 'an earlier upload' && isChanged
    ? [finding('changed, but the root marker from before stands', marker, moment, run, cluster)]
    : [];
}

/** Who has written the root marker that stands in the end. */
export function markerOwner(
  { name, end, firstChange }: UploadRun,
  cluster: UploadCluster,
): 'nobody' | 'this run' | 'an earlier upload' | 'another writer' {
  const marking = end.hasMarker ? lastChange(marker, end.lastChange, cluster) : undefined;
  if (marking === undefined) return 'nobody';
  if (isOf(name, marking.change)) return 'this run';
  return marking.index < firstChange ? 'an earlier upload' : 'another writer';
}

/** Foreign content and what lies beside the package are nobody's business. */
function trespassFindings({ name, scenario }: UploadRun, cluster: UploadCluster): readonly Finding[] {
  const isForeign = scenario.before === 'foreign file' || scenario.before === 'foreign folder';
  const folder = `${cluster.keyOf(imageStorePath)}/`;
  return cluster.changes
    .filter((change) => isOf(name, change))
    .flatMap(({ paths }) => paths.filter((path) => isForeign || !path.startsWith(folder)))
    .map((path) => ({ problem: `${path} changed, which is not part of the package` }));
}

/** `unknown` is for what only the cluster knows: a commit, or the root's marker. */
function doubtFindings({ outcome, exchanges }: UploadRun): readonly Finding[] {
  const isDoubtful = exchanges.some(
    (exchange) =>
      (exchange.operation === 'commit-session' || exchange.path === marker) &&
      isChange(exchange) &&
      isInDoubt(exchange),
  );
  return outcome.result === 'unknown' && !isDoubtful ? [{ problem: 'unknown, although nothing is in doubt' }] : [];
}

function differenceFindings(
  { missing, wrong, unexpected }: PackageDifferences,
  claim: string,
  moment: Moment,
  run: UploadRun,
  cluster: UploadCluster,
): readonly Finding[] {
  const inFolder = (path: string): string => `${imageStorePath}/${path}`;
  return [
    ...missing.map((path) => finding(`${claim}, but ${path} is missing`, inFolder(path), moment, run, cluster)),
    ...wrong.map((path) => {
      const sizeBytes = cluster.fileAt(inFolder(path))?.content.sizeBytes;
      const isSameSize = sizeBytes === run.package.expected[path]?.sizeBytes;
      return finding(`${claim}, but ${path} is wrong`, inFolder(path), moment, run, cluster, isSameSize);
    }),
    ...unexpected.map((path) => finding(`${claim}, but ${path} is there`, path, moment, run, cluster)),
  ];
}

/** Whether the client could know of the last change of the path. */
function finding(
  problem: string,
  path: string,
  moment: Moment,
  run: UploadRun,
  cluster: UploadCluster,
  isSameSize = false,
): Finding {
  const { name, exchanges, firstChange } = run;
  const last = lastChange(path, moment.until, cluster);
  if (last === undefined) return { problem };
  const { change, index } = last;
  const { requestId = '', atMs } = change;
  const isUnseen = index >= firstChange && atMs >= lastListedMs(cluster.keyOf(path), run, cluster, moment.atMs);
  if (isOf(name, change)) {
    const exchange = exchanges.find((each) => each.requestId === requestId);
    if (isUnseen && exchange && wasGivenUp(exchange, atMs)) return { excuse: 'late request' };
  } else if (requestId === '') {
    if (isUnseen) return { excuse: 'failover' };
  } else if (isOfAnotherWriter(run, change)) {
    if (isUnseen) return { excuse: isEarlierRun(run, change) ? 'late request' : 'another writer' };
  }
  // The last change can be the rollback of an overwrite, which brings the other writer's file back.
  const hasOtherFile = cluster.changes.slice(firstChange, moment.until).some((each) => {
    return each.paths.includes(cluster.keyOf(path)) && isOfAnotherWriter(run, each);
  });
  if (isSameSize && hasOtherFile) return { excuse: 'same size' };
  return exchanges.some(({ isOutdated }) => isOutdated) ? { excuse: 'outdated listing' } : { problem };
}

/** When the client's last listing of the path, or of its folder, began in the cluster; zero when there was none. */
function lastListedMs(key: string, { exchanges }: UploadRun, cluster: UploadCluster, untilMs: number): number {
  const folder = key.slice(0, key.lastIndexOf('/'));
  const listing = exchanges.findLast(({ operation, target, path, result, arrivedMs = Number.POSITIVE_INFINITY }) => {
    const listed = cluster.keyOf(path);
    const isFirstPage = operation === 'list-content' && !target.includes('ContinuationToken=');
    const isSeen = result?.kind === 'response' && arrivedMs <= untilMs;
    return isFirstPage && isSeen && (listed === folder || listed === key);
  });
  return listing?.arrivedMs ?? 0;
}

/** The last change of a path before the change with this number. */
function lastChange(
  path: string,
  until: number,
  { changes, keyOf }: UploadCluster,
): { readonly change: Change; readonly index: number } | undefined {
  const key = keyOf(path);
  for (let index = until - 1; index >= 0; index -= 1) {
    const change = changes[index];
    if (change?.paths.includes(key)) return { change, index };
  }
  return undefined;
}

/** Whether another client has made the change; an earlier run of the same job is one, too. */
function isOfAnotherWriter({ name }: UploadRun, change: Change): boolean {
  return change.requestId !== undefined && !isOf(name, change) && !isOf(beforeName, change);
}

function isEarlierRun({ name }: UploadRun, change: Change): boolean {
  return name === 'second' && isOf('first', change);
}

function isOf(name: string, { requestId }: Change): boolean {
  return requestId?.startsWith(`${name}:`) === true;
}
