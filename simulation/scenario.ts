// What is drawn before a simulation starts: the uploads, the action's inputs, and what else happens to the cluster.
import type { Fault } from '../emulator/faults.js';
import { drawFrontEnd, type FrontEnd } from './front-ends.js';
import { type FaultWeights, type Mix, type MixRates, mixRates } from './mixes.js';
import type { Prng, Weighted } from './prng.js';

/** How the upload of a session went. */
export type UploadKind =
  | 'complete'
  | 'incomplete'
  /** Its last chunk arrives while the session is being committed. */
  | 'completed late'
  /** A chunk's body is shorter than its range says, so that no commit can succeed. */
  | 'short chunk'
  | 'empty'
  | 'not started';

export interface Upload {
  readonly sessionId: string;
  readonly path: string;
  readonly sizeBytes: number;
  readonly kind: UploadKind;
  /** Simulated time of the last chunk; of the first one for `completed late`. */
  readonly atMs: number;
  /** Simulated time of the missing chunk, for `completed late`. */
  readonly lateMs: number;
}

/** How a new version of a file is published, or fails to be. */
type Publishing = NonNullable<Fault['publish']>;

/** What other clients and the cluster itself do. */
export type ClusterEvent =
  | { readonly kind: 'failover'; readonly oldContent: 'kept' | 'lost' }
  | { readonly kind: 'session deleted'; readonly sessionId: string }
  | {
      readonly kind: 'file written';
      readonly path: string;
      readonly sizeBytes: number;
      readonly publishing: Publishing;
    }
  | { readonly kind: 'file deleted'; readonly path: string }
  | { readonly kind: 'path busy'; readonly path: string; readonly ms: number }
  | { readonly kind: 'other session committed'; readonly sessionId: string; readonly publishing: Publishing };

export interface TimedEvent {
  /** Simulated time. */
  readonly atMs: number;
  readonly event: ClusterEvent;
}

export interface Scenario {
  readonly timeoutSeconds: number;
  readonly maxAttempts: number;
  /** Whether the cluster has the defect that a rolled-back overwrite stamps the old file with the new session's id. */
  readonly rollbackStamps: boolean;
  readonly uploads: readonly Upload[];
  /** The sessions to commit, one after the other. A repeated one stands for a job that is run again. */
  readonly commits: readonly string[];
  readonly events: readonly TimedEvent[];
  /** Simulated time at which the step is cancelled. */
  readonly cancelledMs: number | undefined;
  readonly faultRates: FaultRates;
  /** What stands between the client and the cluster, if it does more than pass requests on. */
  readonly frontEnd: FrontEnd | undefined;
}

/** The probability that a request does not go as usual, and how often each kind of fault happens to a commit. */
export interface FaultRates {
  readonly commits: number;
  readonly lookups: number;
  readonly weights: FaultWeights;
}

const minuteMs = 60_000;
/** When every simulation starts: dates before the year 2000 are no evidence to the client. */
export const startMs = Date.UTC(2026, 0, 1);
/** Simulated time of the first commit: an upload before it can be older than the 30 minutes that a session lives. */
export const firstCommitMs = startMs + 60 * minuteMs;

/** Two writers of the same file can differ in letter case and separators. */
const paths = ['app/code.bin', 'App/Code.bin', 'App/code.BIN', 'app/config.xml'] as const;

/** Draws a scenario. The order of the draws decides what a seed means. */
export function drawScenario(prng: Prng, mix: Mix): Scenario {
  const rates = mixRates[mix];
  const [commits, lookups] = prng.pickWeighted(rates.faults);
  const sessionCount = prng.pickWeighted<number>([
    [6, 1],
    [2, 2],
    [1, 3],
  ]);
  const uploads = ['a', 'b', 'c'].slice(0, sessionCount).map((letter) => drawUpload(letter, rates, prng));
  const sessionIds = uploads.map(({ sessionId }) => sessionId);
  const repeated = sessionIds.filter(() => prng.chance(rates.repeatedJobs));
  // The action does not commit this session; another client does.
  const other = { ...drawUpload('f', rates, prng), kind: 'complete' as const };
  const allUploads = [...uploads, other];
  const oldFiles = drawOldFiles(allUploads, rates, prng);
  const isFaultless = commits === 0;
  const laterEvents = isFaultless ? [] : drawLaterEvents(uploads, other, rates, prng);
  return {
    timeoutSeconds: prng.pickWeighted(rates.timeoutSeconds),
    maxAttempts: rates.drawMaxAttempts(prng),
    rollbackStamps: prng.chance(0.7),
    uploads: allUploads,
    commits: [...sessionIds, ...repeated],
    events: [...oldFiles, ...laterEvents],
    cancelledMs: prng.chance(rates.cancelledSteps) ? firstCommitMs + prng.logUniform(1, 20 * minuteMs) : undefined,
    faultRates: { commits, lookups, weights: rates.drawWeights(prng) },
    frontEnd: !isFaultless && prng.chance(rates.frontEnds) ? drawFrontEnd(prng) : undefined,
  };
}

/** The weights of uploads that are not complete before the commit. */
const otherKinds: readonly [Weighted<UploadKind>, ...Weighted<UploadKind>[]] = [
  [8, 'incomplete'],
  [2, 'completed late'],
  [6, 'short chunk'],
  [2, 'empty'],
  [2, 'not started'],
];

function drawUpload(letter: string, { completeUploads, oldUploads }: MixRates, prng: Prng): Upload {
  const kind = prng.chance(completeUploads) ? 'complete' : prng.pickWeighted(otherKinds);
  const isOld = prng.chance(oldUploads);
  const ageMs = isOld ? prng.integer(20 * minuteMs, 36 * minuteMs) : prng.logUniform(100, 20 * minuteMs);
  return {
    sessionId: `${letter.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`,
    path: prng.pick(paths),
    sizeBytes: kind === 'empty' ? 0 : prng.integer(2, 60),
    kind,
    atMs: firstCommitMs - ageMs,
    lateMs: firstCommitMs + prng.logUniform(20, 10 * minuteMs),
  };
}

/** Earlier files at half of the paths, so that a commit overwrites them. */
function drawOldFiles(uploads: readonly Upload[], rates: MixRates, prng: Prng): readonly TimedEvent[] {
  return uploads
    .filter(() => prng.chance(0.5))
    .map(({ path, sizeBytes, atMs }) => ({
      atMs: Math.max(startMs, atMs - prng.logUniform(1_000, 30 * minuteMs)),
      event: drawWrite({ path, sizeBytes }, {}, rates, prng),
    }));
}

/** Events after the first commit has started. */
function drawLaterEvents(
  uploads: readonly Upload[],
  other: Upload,
  rates: MixRates,
  prng: Prng,
): readonly TimedEvent[] {
  return Array.from({ length: prng.pickWeighted(rates.laterEvents) }, () => ({
    atMs: firstCommitMs + prng.logUniform(20, 40 * minuteMs),
    event: drawEvent(prng.pick([other, ...uploads]), other.sessionId, rates, prng),
  }));
}

function drawEvent(upload: Upload, otherSessionId: string, rates: MixRates, prng: Prng): ClusterEvent {
  const { sessionId, path } = upload;
  return prng.pickWeighted<() => ClusterEvent>([
    [3, () => ({ kind: 'failover', oldContent: prng.pick(['kept', 'lost']) })],
    [2, () => ({ kind: 'session deleted', sessionId })],
    [3, () => drawWrite(upload, drawPublishing(prng), rates, prng)],
    [1, () => ({ kind: 'file deleted', path })],
    [2, () => ({ kind: 'path busy', path, ms: prng.logUniform(100, 5 * minuteMs) })],
    [1, () => ({ kind: 'other session committed', sessionId: otherSessionId, publishing: drawPublishing(prng) })],
  ])();
}

/** Another writer's file rarely has the same size: only the cluster could tell the two apart then. */
function drawWrite(
  { path, sizeBytes }: Pick<Upload, 'path' | 'sizeBytes'>,
  publishing: Publishing,
  { sameSizeFiles }: MixRates,
  prng: Prng,
): ClusterEvent {
  const writtenBytes = prng.chance(sameSizeFiles) ? sizeBytes : sizeBytes + prng.integer(1, 9);
  return { kind: 'file written', path, sizeBytes: writtenBytes, publishing };
}

/** Draws how a new version of a file is published, or fails to be. */
export function drawPublishing(prng: Prng): Publishing {
  return {
    ms: prng.chance(0.35) ? prng.integer(0, 300) : prng.logUniform(300, 20 * minuteMs),
    shows: prng.chance(0.7) ? 'new-file' : 'nothing',
    ends: prng.pickWeighted([
      [6, 'available'],
      [4, 'rollback'],
      [1, 'failover'],
    ]),
    oldContent: prng.chance(0.8) ? 'kept' : 'lost',
  };
}
