// What is drawn before a history begins: what was uploaded, what the author asks for, and what else will happen.
import type { Fault } from '../emulator/faults.js';
import type { Dice, Weighted } from './dice.js';

/** How the upload of a session went. */
export type UploadKind =
  | 'complete'
  | 'incomplete'
  /** Its last chunk comes while it is being committed. */
  | 'completed late'
  /** A chunk's body is shorter than its range says: no commit of it can ever succeed. */
  | 'mis-sized'
  | 'empty'
  | 'never begun';

export interface Upload {
  sessionId: string;
  path: string;
  sizeBytes: number;
  kind: UploadKind;
  /** When its last chunk came, its first for `completed late`; from the start of the simulated time. */
  atMs: number;
  /** When the missing chunk comes, for `completed late`. */
  lateMs: number;
}

/** What somebody or something else does to the cluster. */
export type Incident =
  | { kind: 'failover'; oldContent: 'kept' | 'lost' }
  | { kind: 'session deleted'; sessionId: string }
  | { kind: 'written'; path: string; sizeBytes: number; publishing: NonNullable<Fault['publish']> }
  | { kind: 'content deleted'; path: string }
  | { kind: 'busy'; path: string; ms: number }
  | { kind: 'other session committed'; sessionId: string; publishing: NonNullable<Fault['publish']> };

export interface History {
  timeoutSeconds: number;
  maxAttempts: number;
  /** Whether this cluster has the defect that a rolled-back overwrite stamps the old file. */
  rollbackStamps: boolean;
  uploads: readonly Upload[];
  /** The sessions to commit, one after the other; one may be named again, as by a job that is run again. */
  commits: readonly string[];
  happenings: readonly { atMs: number; incident: Incident }[];
  /** When the step is cancelled, from the start of the simulated time. */
  cancelledMs: number | undefined;
  trouble: Trouble;
}

/** How often a commit and a look-up meet something unusual, and how much of each kind a commit meets. */
export interface Trouble {
  commits: number;
  lookUps: number;
  weights: Readonly<Record<'unconnected' | 'later' | 'final' | 'broken' | 'doubt' | 'silence' | 'arrival', number>>;
}

/** The first commit begins then; what is older than an upload session can be was uploaded before. */
export const beginMs = 60 * 60_000;
const minuteMs = 60_000;

/** Letter case and separators differ between writers of the same file. */
const paths = ['app/code.bin', 'App/Code.bin', 'App/code.BIN', 'app/config.xml'] as const;

/** Draws a history. */
export function drawHistory(dice: Dice): History {
  const [commits, lookUps] = dice.weigh<readonly [number, number]>([
    [1, [0, 0]],
    [3, [0.5, 0.1]],
    [4, [0.9, 0.3]],
    [1, [1, 0.8]],
  ]);
  const names = ['a', 'b', 'c'].slice(
    0,
    dice.weigh<number>([
      [6, 1],
      [2, 2],
      [1, 3],
    ]),
  );
  const uploads = names.map((name) => drawUpload(name, dice));
  const ids = uploads.map(({ sessionId }) => sessionId);
  const again = ids.filter(() => dice.chance(0.1));
  // A session that this action does not commit, so that another writer can.
  const other = { ...drawUpload('f', dice), kind: 'complete' as const };
  const all = [...uploads, other];
  const old = all
    .filter(() => dice.chance(0.5))
    .map(({ path, sizeBytes, atMs }) => ({
      atMs: Math.max(0, atMs - dice.spread(1_000, 30 * minuteMs)),
      incident: written(path, sizeBytes, dice, {}),
    }));
  const often =
    commits === 0
      ? 0
      : dice.weigh<number>([
          [5, 0],
          [3, 1],
          [2, 2],
          [1, 4],
        ]);
  const happenings = Array.from({ length: often }, () => ({
    atMs: beginMs + dice.spread(20, 40 * minuteMs),
    incident: drawIncident(dice.pick([other, ...uploads]), other.sessionId, dice),
  }));
  return {
    timeoutSeconds: dice.weigh([
      [2, 1],
      [4, 10],
      [6, 60],
      [2, 240],
      [1, 1_200],
      [1, 7_200],
    ]),
    maxAttempts: dice.whole(1, 6),
    rollbackStamps: dice.chance(0.7),
    uploads: all,
    commits: [...ids, ...again],
    happenings: [...old, ...happenings],
    cancelledMs: dice.chance(0.08) ? beginMs + dice.spread(1, 20 * minuteMs) : undefined,
    // Every cluster is unhappy in its own way: what is rare on the whole comes in a row in some histories.
    trouble: {
      commits,
      lookUps,
      weights: {
        unconnected: dice.spread(1, 60),
        later: dice.spread(1, 60),
        final: dice.spread(1, 20),
        broken: dice.spread(1, 60),
        doubt: dice.spread(1, 60),
        silence: dice.spread(1, 20),
        arrival: dice.spread(20, 400),
      },
    },
  };
}

function drawUpload(name: string, dice: Dice): Upload {
  const kinds: [Weighted<UploadKind>, ...Weighted<UploadKind>[]] = [
    [80, 'complete'],
    [8, 'incomplete'],
    [2, 'completed late'],
    [6, 'mis-sized'],
    [2, 'empty'],
    [2, 'never begun'],
  ];
  const kind = dice.weigh(kinds);
  const agedMs = dice.chance(0.85) ? dice.spread(100, 20 * minuteMs) : dice.whole(20 * minuteMs, 36 * minuteMs);
  return {
    sessionId: `${name.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`,
    path: dice.pick(paths),
    sizeBytes: kind === 'empty' ? 0 : dice.whole(2, 60),
    kind,
    atMs: beginMs - agedMs,
    lateMs: beginMs + dice.spread(20, 10 * minuteMs),
  };
}

function drawIncident({ sessionId, path, sizeBytes }: Upload, other: string, dice: Dice): Incident {
  return dice.weigh<() => Incident>([
    [3, () => ({ kind: 'failover', oldContent: dice.pick(['kept', 'lost']) })],
    [2, () => ({ kind: 'session deleted', sessionId })],
    [3, () => written(path, sizeBytes, dice, drawPublishing(dice))],
    [1, () => ({ kind: 'content deleted', path })],
    [2, () => ({ kind: 'busy', path, ms: dice.spread(100, 5 * minuteMs) })],
    [1, () => ({ kind: 'other session committed', sessionId: other, publishing: drawPublishing(dice) })],
  ])();
}

/** Another writer's file is only rarely of the same size: then nobody but the cluster can tell the two apart. */
function written(path: string, sizeBytes: number, dice: Dice, publishing: NonNullable<Fault['publish']>): Incident {
  return { kind: 'written', path, sizeBytes: dice.chance(0.15) ? sizeBytes : sizeBytes + dice.whole(1, 9), publishing };
}

/** How a new version comes to be, or does not. */
export function drawPublishing(dice: Dice): NonNullable<Fault['publish']> {
  return {
    ms: dice.chance(0.35) ? dice.whole(0, 300) : dice.spread(300, 20 * minuteMs),
    shows: dice.chance(0.7) ? 'new-file' : 'nothing',
    ends: dice.weigh([
      [6, 'available'],
      [4, 'rollback'],
      [1, 'failover'],
    ]),
    oldContent: dice.chance(0.8) ? 'kept' : 'lost',
  };
}
