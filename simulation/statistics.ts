// Counts over many simulations, and every wrong verdict or broken rule with its seed.
import { evidenceIn } from './evidence.js';
import type { AssessedCommit } from './run.js';
import { causeOfUnknown } from './unknown-causes.js';

/** How often something happened, by its name. */
export type Counts = Map<string, number>;

export interface Statistics {
  simulations: number;
  commits: number;
  /** Counts of verdicts with their reasons, of stop reasons, of causes, and of undecidable cases. */
  readonly counts: Counts;
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
  const { outcome, assessment, brokenRules, misledRules, publishedAfter, upload, exchanges } = commit;
  const { result, reason, stopped } = outcome;
  const contradiction = `verdict ${result}, but the session was ${publishedAfter ? '' : 'not '}published`;
  statistics.commits += 1;
  count(statistics, `verdict: ${result}, ${reason}`);
  count(statistics, `stopped: ${stopped}`);
  if (result === 'unknown') count(statistics, `unknown after: ${causeOfUnknown(commit)}`);
  if (evidenceIn(exchanges).answers.at(-1) === 'unexpected success') count(statistics, `unexpected success: ${result}`);
  if (assessment.kind === 'undecidable') {
    count(statistics, `undecidable for any client: ${assessment.name} (${contradiction})`);
  }
  for (const rule of misledRules) count(statistics, `wrong if the client believed ${rule}`);
  const problems = [
    ...(assessment.kind === 'wrong' ? [`wrong verdict for ${upload.sessionId}: ${contradiction} (${reason})`] : []),
    ...brokenRules.map((rule) => `broken rule for ${upload.sessionId}: ${rule}`),
  ];
  statistics.problems.push(...problems.map((description) => ({ seed, description })));
}

function count({ counts }: Statistics, name: string): void {
  increment(counts, name);
}

/** Counts that something has happened once more. */
export function increment(counts: Counts, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** The sum of all counts whose names begin like this. */
export function sumOf({ counts }: { readonly counts: Counts }, prefix: string): number {
  return [...counts].reduce((sum, [name, times]) => (name.startsWith(prefix) ? sum + times : sum), 0);
}

/** The statistics as text, the problems last. */
export function formatStatistics(title: string, statistics: Statistics): string {
  const { simulations, commits, counts, problems } = statistics;
  const results = ['committed', 'failed', 'unknown'].map((result) =>
    formatCount(`all ${result}`, sumOf(statistics, `verdict: ${result},`), commits),
  );
  const rows = formatCounts(counts, commits);
  const unexpected = sumOf(statistics, 'unexpected success: ');
  const unknown = percent(counts.get('unexpected success: unknown') ?? 0, unexpected);
  return [
    `${title}: ${simulations} simulations with ${commits} commits: ${problems.length} wrong verdicts or broken rules`,
    ...results,
    ...rows,
    `${unknown} of ${unexpected} unexpected successes are unknown after the look-ups; all of them would be without`,
    ...formatProblems(problems),
  ].join('\n');
}

/** A line for each count, sorted by name. @param whole what 100 % are */
export function formatCounts(counts: Counts, whole: number): readonly string[] {
  const sorted = [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([name, times]) => formatCount(name, times, whole));
}

function formatCount(name: string, times: number, whole: number): string {
  return `${String(times).padStart(9)} ${percent(times, whole).padStart(10)}  ${name}`;
}

export function formatProblems(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ seed, description }) => `seed ${seed}: ${description}`);
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(3)} %`;
}
