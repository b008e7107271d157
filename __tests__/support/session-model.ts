// A nondeterministic model of the store, small enough to explore every history of one big file in three chunks: chunks whose
// answers are lost or that arrive late, refusals that are not meant, lost sessions, commits in doubt, parts that are stored.
import type { Attempt } from '../../src/image-store/attempt.js';
import type { SessionLookup } from '../../src/image-store/responses.js';
import {
  beginSession,
  nextActions,
  type SessionAction,
  type SessionEvent,
  type SessionLimits,
  type SessionState,
  withAction,
  withEvent,
} from '../../src/upload/session-state.js';
import { chunkBytes } from '../../src/upload/upload-plan.js';
import { answer, answered, noResponse, outcome } from './attempts.js';

const chunkCount = 3;
const sizeBytes = chunkCount * chunkBytes;
const allChunks = 2 ** chunkCount - 1;

/** The decisions that are explored. */
export interface Decisions {
  readonly nextActions: typeof nextActions;
  readonly withEvent: typeof withEvent;
}

export const realDecisions: Decisions = { nextActions, withEvent };

/** A session by the chunks that it holds, as bits. */
interface Session {
  readonly held: number;
  /** Whether a part of a chunk is missing although the store has accepted it. */
  readonly isShort: boolean;
}

interface World {
  readonly state: SessionState;
  /** The look-up, commit or deletion that is under way. */
  readonly pending: SessionAction | undefined;
  /** One for each generation of the file's sessions. */
  readonly sessions: readonly (Session | undefined)[];
  /** Chunks that will still arrive. */
  readonly late: readonly { readonly generation: number; readonly bit: number }[];
  readonly isPublished: boolean;
  readonly faults: number;
  /** Faults of which the client forgives one of each kind. */
  readonly doubts: number;
  readonly shortChunks: number;
}

export interface SessionExploration {
  /** How many different worlds were reached. */
  worlds: number;
  /** How the file ended. */
  readonly ends: Record<string, number>;
  readonly problems: Set<string>;
}

/** Explores every history with up to so many faults. */
export function exploreSessions(
  limits: SessionLimits,
  mostFaults: number,
  decisions: Decisions = realDecisions,
): SessionExploration {
  const found: SessionExploration = { worlds: 0, ends: {}, problems: new Set() };
  const seen = new Set<string>();
  const first: World = {
    state: beginSession(sizeBytes),
    pending: undefined,
    sessions: [],
    late: [],
    isPublished: false,
    faults: 0,
    doubts: 0,
    shortChunks: 0,
  };
  const open = [begin(first, limits, decisions, found)];
  for (let world = open.pop(); world !== undefined; world = open.pop()) {
    const key = JSON.stringify(world);
    if (seen.has(key)) continue;
    seen.add(key);
    const { end } = world.state;
    if (end) {
      found.ends[end.result] = (found.ends[end.result] ?? 0) + 1;
      for (const problem of problemsOf(world, limits)) found.problems.add(problem);
      continue;
    }
    const next = stepsOf(world, mostFaults, limits, decisions);
    if (next.length === 0) found.problems.add('nothing is under way, and the file has not ended');
    open.push(...next.map((each) => begin(each, limits, decisions, found)));
  }
  found.worlds = seen.size;
  return found;
}

/** Begins whatever is next. */
function begin(world: World, limits: SessionLimits, decisions: Decisions, found: SessionExploration): World {
  let { state, pending } = world;
  for (const action of decisions.nextActions(state, limits)) {
    if (action.kind === 'putChunk') {
      if (action.range.end - action.range.start >= chunkBytes) found.problems.add('a chunk is too long');
    } else pending = action;
    if (action.kind === 'commit' && state.session?.missingRanges.length !== 0)
      found.problems.add('an incomplete session is committed');
    state = withAction(state, action);
  }
  return { ...world, state, pending };
}

function problemsOf({ state, isPublished, faults, doubts, shortChunks }: World, { maxAttempts }: SessionLimits) {
  const result = state.end?.result;
  const isForgiven = faults < maxAttempts && doubts <= 1 && shortChunks <= 1;
  return [
    ...(result === 'published' && !isPublished ? ['published, and the file is not there'] : []),
    ...(result === 'failed' && isPublished ? ['failed, and the file is there'] : []),
    ...(result !== 'published' && isForgiven ? [`${result} after ${faults} faults`] : []),
  ];
}

/** Every world that can follow, by an answer or by what happens in the store. */
function stepsOf(world: World, mostFaults: number, limits: SessionLimits, decisions: Decisions): readonly World[] {
  const { state, pending, sessions, late } = world;
  const happen = (changed: Partial<World>, event: SessionEvent): World => {
    const isOver = event.kind !== 'chunkAnswered';
    return {
      ...world,
      ...(isOver && { pending: undefined }),
      ...changed,
      state: decisions.withEvent(state, event, limits),
    };
  };
  const steps = [
    ...state.inFlight.flatMap((range) =>
      chunkSteps(world, range.start / chunkBytes).map(([changed, attempt]) =>
        happen(changed, { kind: 'chunkAnswered', range, attempt }),
      ),
    ),
    ...(pending ? pendingSteps(world, pending).map(([changed, event]) => happen(changed, event)) : []),
    ...late.map((chunk, index) => ({
      ...world,
      late: late.toSpliced(index, 1),
      sessions: store(sessions, chunk.generation, chunk.bit, false),
    })),
    ...(sessions.some(Boolean) ? [{ ...world, sessions: [], faults: world.faults + 1 }] : []),
  ];
  return steps.filter(({ faults }) => faults <= mostFaults);
}

type Step<Result> = readonly [changed: Partial<World>, result: Result];

const lost = noResponse('interrupted', { sent: true });
const busy = answer(503, 'FABRIC_E_SERVICE_TOO_BUSY');
const notSatisfiable = answer(400, 'FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE');

function chunkSteps({ state, sessions, late, faults, shortChunks }: World, index: number): readonly Step<Attempt>[] {
  const { generation } = state;
  const bit = 2 ** index;
  const isHeld = ((sessions[generation]?.held ?? 0) & bit) !== 0;
  const stored = { sessions: store(sessions, generation, bit, false) };
  const fault = { faults: faults + 1 };
  const isShort = { sessions: store(sessions, generation, bit, true), shortChunks: shortChunks + 1 };
  return [
    isHeld ? [{}, notSatisfiable] : [stored, answered()],
    [{ ...fault, ...stored }, lost],
    [fault, lost],
    [fault, busy],
    [fault, notSatisfiable],
    // Two faults: when the chunk is sent again, it is refused because it has arrived meanwhile.
    [{ faults: faults + 2, late: [...late, { generation, bit }] }, lost],
    ...(isHeld ? [] : [[{ ...fault, ...isShort }, answered()] as const]),
  ];
}

/** Adds a chunk, to a new session if need be. One that is there already changes nothing. */
function store(sessions: World['sessions'], generation: number, bit: number, isShort: boolean): World['sessions'] {
  const session = sessions[generation] ?? { held: 0, isShort: false };
  if ((session.held & bit) !== 0) return sessions;
  const changed = [...sessions];
  changed[generation] = { held: session.held | bit, isShort: session.isShort || isShort };
  return changed;
}

function pendingSteps(world: World, action: SessionAction): readonly Step<SessionEvent>[] {
  const { state, sessions, faults, doubts } = world;
  const session = sessions[state.generation];
  const fault = { faults: faults + 1 };
  const withoutSession = { sessions: sessions.map((each, index) => (index === state.generation ? undefined : each)) };
  switch (action.kind) {
    case 'lookUp':
      return [
        [{}, { kind: 'lookedUp', found: lookUp(session) }],
        [fault, { kind: 'lookedUp', found: { kind: 'failed', attempt: busy } }],
      ];
    case 'deleteSession':
      return [
        [withoutSession, { kind: 'sessionDeleted', attempt: session ? answered() : answer(404, 'NotFound') }],
        [
          { ...fault, ...withoutSession },
          { kind: 'sessionDeleted', attempt: lost },
        ],
        [fault, { kind: 'sessionDeleted', attempt: busy }],
      ];
    default: {
      const isDone = session?.held === allChunks && !session.isShort;
      const refusal = outcome({
        result: 'failed',
        last: answer(400, 'E_INVALIDARG'),
        sessionLookup: lookUp(session),
      });
      const doubtful = outcome({ result: 'unknown', reason: 'inconclusive', last: answer(502) });
      const doubt = { ...fault, doubts: doubts + 1 };
      const ended = (changed: typeof doubtful, isOldContent = false): SessionEvent => ({
        kind: 'commitEnded',
        outcome: changed,
        isOldContent,
      });
      return [
        isDone ? [{ isPublished: true }, ended(outcome())] : [{}, ended(refusal)],
        [doubt, ended(doubtful)],
        ...(isDone ? [[{ ...doubt, isPublished: true }, ended(doubtful)] as const] : []),
        // A commit without effect, after an overwrite that was rolled back.
        ...(isDone && !world.isPublished ? [[doubt, ended(outcome(), true)] as const] : []),
      ];
    }
  }
}

function lookUp(session: Session | undefined): SessionLookup {
  if (session === undefined) return { kind: 'notFound' };
  const missingRanges = Array.from({ length: chunkCount }, (_, index) => index)
    .filter((index) => (session.held & (2 ** index)) === 0)
    .map((index) => ({ start: index * chunkBytes, end: (index + 1) * chunkBytes - 1 }));
  return { kind: 'found', session: { path: 'app/f', sizeBytes, lastChunkMs: 0, missingRanges } };
}
