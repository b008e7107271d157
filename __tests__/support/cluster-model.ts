// A cluster small enough to be walked whole: one path, one complete upload session, and everything that may happen to a
// few commit attempts on their way, in the store and on the way back. Time, sizes and dates are left to the simulation.
import type { AnswerClass, Evidence } from '../../src/commit/verdict.js';

interface State {
  /** What is at the path: what was there before, our file while it is being published, our file. */
  content: 'before' | 'in transit' | 'matches';
  /** Whether there was a file before. */
  overwrites: boolean;
  /** Whether the path's metadata carries our session's id, by which a commit is answered 200 without doing anything. */
  stamped: boolean;
  session: boolean;
  /** Requests that the network holds back, to be delivered later, and the one commit that is being carried out. */
  held: number;
  running: boolean;
}

export type Judge = (evidence: Evidence) => { result: string };

export interface Walk {
  /** How many (history, look-ups, end) triples were judged. */
  ends: number;
  verdicts: Record<string, number>;
  /** The histories after which a verdict was contradicted by the end. */
  lies: string[];
}

/** Walks every history of up to `maxAttempts` attempts, judging each in every way it can have been looked up. */
export function walk(
  maxAttempts: number,
  evaluate: Judge,
  order: 'session first' | 'content first' = 'session first',
): Walk {
  const found: Walk = { ends: 0, verdicts: {}, lies: [] };
  const lies = new Set<string>();
  const seen = new Set<string>();
  const attempt = (state: State, answers: readonly AnswerClass[]): void => {
    for (const now of reachable(state)) {
      for (const [next, sign] of post(now)) {
        const history = [...answers, sign];
        const key = `${id(next)} ${history.join()}`;
        if (seen.has(key)) continue;
        seen.add(key);
        // `broken`, `pending`, `vague` and `refused` may each be repeated or be the last that was allowed.
        if (history.length < maxAttempts && sign !== 'success' && sign !== 'invalidArgument') attempt(next, history);
        if (sign === 'success' || sign === 'invalidArgument' || history.length === maxAttempts) conclude(next, history);
      }
    }
  };
  const conclude = (state: State, answers: readonly AnswerClass[]): void => {
    for (const first of reachable(state)) {
      for (const second of reachable(first)) {
        const [sessionAt, contentAt] = order === 'session first' ? [first, second] : [second, first];
        const session = sessionAt.session ? 'complete' : 'gone';
        const { result } = evaluate({ answers, session, content: look(contentAt) });
        found.verdicts[result] = (found.verdicts[result] ?? 0) + 1;
        for (const end of reachable(second)) {
          if (end.held > 0 || end.running) continue;
          found.ends += 1;
          const isOurs = end.content === 'matches';
          if (result === (isOurs ? 'failed' : 'committed')) lies.add(`${result} after ${answers.join(', ')}`);
        }
      }
    }
  };
  for (const overwrites of [false, true]) {
    attempt({ content: 'before', overwrites, stamped: false, session: true, held: 0, running: false }, []);
  }
  found.lies = [...lies];
  return found;
}

function look({ content, overwrites }: State): NonNullable<Evidence['content']> {
  if (content === 'before') return overwrites ? 'differs' : 'absent';
  return 'matches'; // a file can be listed while it is in transit
}

/** A commit request reaches the store: it is answered, or it begins to run. */
function arrive(state: State): [State, AnswerClass | 'runs'] {
  if (!state.session) return [state, 'invalidArgument'];
  if (state.running) return [state, 'inProgress'];
  if (state.stamped) return [state, 'success'];
  return [{ ...state, content: 'in transit', running: true }, 'runs'];
}

function published(state: State): State {
  return { ...state, content: 'matches', stamped: true, running: false };
}

/** A rolled-back overwrite leaves our id on the old file; without an old file nothing is left to carry it. */
function rolledBack(state: State): State {
  return { ...state, content: 'before', stamped: state.overwrites, running: false };
}

/** One attempt, in every way it can go, and what the client sees of it. */
function post(state: State): [State, AnswerClass][] {
  const [arrived, answer] = arrive(state);
  const ways: [State, AnswerClass][] = [
    [state, 'rejected'],
    [{ ...state, held: state.held + 1 }, 'indeterminate'],
  ];
  if (answer !== 'runs') return [...ways, [arrived, answer], [arrived, 'indeterminate']];
  return [
    ...ways,
    [arrived, 'indeterminate'],
    [published(arrived), 'success'],
    [published(arrived), 'indeterminate'],
    [rolledBack(arrived), 'serverError'],
    [rolledBack(arrived), 'indeterminate'],
  ];
}

/** What may happen without the client. */
function steps(state: State): State[] {
  const next: State[] = [];
  if (state.held > 0) next.push(arrive({ ...state, held: state.held - 1 })[0]);
  if (state.running) next.push(published(state), rolledBack(state));
  if (state.session && !state.running) next.push({ ...state, session: false });
  if (state.session) {
    // The store moves to another node: sessions are lost, and so is what was being published.
    const content = state.content === 'in transit' ? 'before' : state.content;
    next.push({ ...state, content, session: false, running: false });
  }
  return next;
}

const closures = new Map<string, State[]>();

function reachable(start: State): State[] {
  const known = closures.get(id(start));
  if (known) return known;
  const found = new Map([[id(start), start]]);
  for (const state of found.values()) {
    for (const next of steps(state)) if (!found.has(id(next))) found.set(id(next), next);
  }
  const states = [...found.values()];
  closures.set(id(start), states);
  return states;
}

function id(state: State): string {
  return Object.values(state).join();
}
