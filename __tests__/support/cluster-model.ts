// A nondeterministic model of a cluster, small enough to explore every history: one path, one complete upload session, and
// everything that may happen to a few commit attempts in the network and in the store. The simulation adds time, sizes
// and dates.
import type { AnswerClass, Evidence } from '../../src/commit-engine/verdict.js';

interface State {
  /** What is at the path: what was there before, the session's file while it is being published, the session's file. */
  content: 'before' | 'publishing' | 'published';
  /** Whether there was a file before. */
  overwrites: boolean;
  /** Whether the path's metadata holds the session's id. A commit is then answered with 200 and does nothing. */
  hasSessionId: boolean;
  sessionExists: boolean;
  /** Requests that the network delivers later. */
  delayed: number;
  /** Whether a commit is in progress. */
  running: boolean;
}

export type Evaluate = (evidence: Evidence) => { result: string };

export interface Exploration {
  /** How many combinations of a history, look-ups and an end state were evaluated. */
  ends: number;
  verdicts: Record<string, number>;
  /** The histories after which the end state contradicts the verdict. */
  wrongVerdicts: string[];
}

/** Explores every history of up to `maxAttempts` attempts, and evaluates each with everything that look-ups can find. */
export function exploreHistories(
  maxAttempts: number,
  evaluate: Evaluate,
  order: 'session first' | 'content first' = 'session first',
): Exploration {
  const found: Exploration = { ends: 0, verdicts: {}, wrongVerdicts: [] };
  const wrongVerdicts = new Set<string>();
  const seen = new Set<string>();
  const attempt = (state: State, answers: readonly AnswerClass[]): void => {
    for (const now of reachable(state)) {
      for (const [next, answerClass] of post(now)) {
        const history = [...answers, answerClass];
        const key = `${id(next)} ${history.join()}`;
        if (seen.has(key)) continue;
        seen.add(key);
        // Any other class may be retried or be that of the last attempt.
        const isFinal = ['success', 'invalidArgument', 'unexpectedSuccess'].includes(answerClass);
        if (isFinal || history.length === maxAttempts) settle(next, history);
        else attempt(next, history);
      }
    }
  };
  const settle = (state: State, answers: readonly AnswerClass[]): void => {
    for (const first of reachable(state)) {
      for (const second of reachable(first)) {
        const [sessionAt, contentAt] = order === 'session first' ? [first, second] : [second, first];
        const session = sessionAt.sessionExists ? 'complete' : 'gone';
        const { result } = evaluate({ answers, session, content: contentEvidence(contentAt) });
        found.verdicts[result] = (found.verdicts[result] ?? 0) + 1;
        for (const end of reachable(second)) {
          if (end.delayed > 0 || end.running) continue;
          found.ends += 1;
          const isPublished = end.content === 'published';
          if (result === (isPublished ? 'failed' : 'committed'))
            wrongVerdicts.add(`${result} after ${answers.join(', ')}`);
        }
      }
    }
  };
  for (const overwrites of [false, true]) {
    attempt(
      { content: 'before', overwrites, hasSessionId: false, sessionExists: true, delayed: 0, running: false },
      [],
    );
  }
  found.wrongVerdicts = [...wrongVerdicts];
  return found;
}

function contentEvidence({ content, overwrites }: State): NonNullable<Evidence['content']> {
  if (content === 'before') return overwrites ? 'differs' : 'absent';
  return 'matches'; // a file can be listed while it is being published
}

/** A commit request reaches the store: the store answers it, or starts the commit. */
function arrive(state: State): [State, AnswerClass | 'runs'] {
  if (!state.sessionExists) return [state, 'invalidArgument'];
  if (state.running) return [state, 'inProgress'];
  if (state.hasSessionId) return [state, 'success'];
  return [{ ...state, content: 'publishing', running: true }, 'runs'];
}

function published(state: State): State {
  return { ...state, content: 'published', hasSessionId: true, running: false };
}

/** A rolled-back overwrite leaves the session's id in the metadata of the old file. Without an old file there is none. */
function rolledBack(state: State): State {
  return { ...state, content: 'before', hasSessionId: state.overwrites, running: false };
}

/** The possible states after one attempt, each with what the client sees. */
function post(state: State): [State, AnswerClass][] {
  const [arrived, answer] = arrive(state);
  const outcomes: [State, AnswerClass][] = [
    [state, 'rejected'],
    [{ ...state, delayed: state.delayed + 1 }, 'indeterminate'],
    // A portal answers in place of the cluster, which does not get the request. (A portal that acknowledges a request
    // before the cluster has ended it cannot be told from a front end that rewrites the cluster's own response.)
    [state, 'unexpectedSuccess'],
  ];
  if (answer === 'success') outcomes.push([arrived, 'unexpectedSuccess'], [arrived, 'interruptedSuccess']);
  if (answer !== 'runs') return [...outcomes, [arrived, answer], [arrived, 'indeterminate']];
  return [
    ...outcomes,
    [arrived, 'indeterminate'],
    [published(arrived), 'success'],
    [published(arrived), 'unexpectedSuccess'],
    [published(arrived), 'interruptedSuccess'],
    [published(arrived), 'indeterminate'],
    [rolledBack(arrived), 'serverError'],
    [rolledBack(arrived), 'indeterminate'],
  ];
}

/** The states that may follow without the client. */
function steps(state: State): State[] {
  const next: State[] = [];
  if (state.delayed > 0) next.push(arrive({ ...state, delayed: state.delayed - 1 })[0]);
  if (state.running) next.push(published(state), rolledBack(state));
  if (state.sessionExists && !state.running) next.push({ ...state, sessionExists: false });
  if (state.sessionExists) {
    // The store moves to another node: sessions are lost, and so is what was being published.
    const content = state.content === 'publishing' ? 'before' : state.content;
    next.push({ ...state, content, sessionExists: false, running: false });
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
