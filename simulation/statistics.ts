// Counts over many simulations, and every wrong verdict or broken rule with its seed.
import type { AssessedCommit } from './run.js';

export interface Statistics {
  simulations: number;
  commits: number;
  /** Counts of verdicts with their reasons, of stop reasons, and of undecidable cases. */
  readonly counts: Map<string, number>;
  /** Wrong verdicts, broken rules and simulations that did not end. */
  readonly problems: Problem[];
}

export interface Problem {
  readonly seed: number;
  readonly description: string;
}

export function createStatistics(): Statistics {
  return { simulations: 0, commits: 0, counts: new Map(), problems: [] };
}

/** Adds the commits of one simulation. */
export function addSimulation(statistics: Statistics, seed: number, commits: readonly AssessedCommit[]): void {
  statistics.simulations += 1;
  for (const commit of commits) addCommit(statistics, seed, commit);
}

function addCommit(statistics: Statistics, seed: number, commit: AssessedCommit): void {
  const { outcome, assessment, trustingAssessment, brokenRules, publishedAfter, upload } = commit;
  const { result, reason, stopped } = outcome;
  const contradiction = `verdict ${result}, but the session was ${publishedAfter ? '' : 'not '}published`;
  statistics.commits += 1;
  count(statistics, `verdict: ${result}, ${reason}`);
  count(statistics, `stopped: ${stopped}`);
  if (assessment.kind === 'undecidable') {
    count(statistics, `undecidable for any client: ${assessment.name} (${contradiction})`);
  }
  if (trustingAssessment.kind === 'wrong') count(statistics, 'wrong if the last response were trusted');
  const problems = [
    ...(assessment.kind === 'wrong' ? [`wrong verdict for ${upload.sessionId}: ${contradiction} (${reason})`] : []),
    ...brokenRules.map((rule) => `broken rule for ${upload.sessionId}: ${rule}`),
  ];
  statistics.problems.push(...problems.map((description) => ({ seed, description })));
}

function count({ counts }: Statistics, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** The statistics as text, the problems last. */
export function formatStatistics({ simulations, commits, counts, problems }: Statistics): string {
  const head = `${simulations} simulations with ${commits} commits: ${problems.length} wrong verdicts or broken rules`;
  const lines = [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, times]) => `${String(times).padStart(9)}  ${name}`);
  return [head, ...lines, ...problems.map(({ seed, description }) => `seed ${seed}: ${description}`)].join('\n');
}
