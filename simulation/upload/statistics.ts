// Counts over many simulated uploads, and every wrong result or broken rule with its seed.
import { type Counts, formatCounts, formatProblems, increment, type Problem } from '../statistics.js';
import { causeOf } from './causes.js';
import { secondSessionBytes } from './rules.js';
import type { AssessedUpload } from './run.js';

export interface UploadStatistics {
  simulations: number;
  /** How often the package was uploaded, or was to be. */
  runs: number;
  /** Counts of results by cause, of faults, and of undecidable cases. */
  readonly counts: Counts;
  /** Wrong results, broken rules and simulations that did not end. */
  readonly problems: Problem[];
}

export function createUploadStatistics(): UploadStatistics {
  return { simulations: 0, runs: 0, counts: new Map(), problems: [] };
}

/** Adds the runs of one simulation. */
export function addUploads(statistics: UploadStatistics, seed: number, runs: readonly AssessedUpload[]): void {
  statistics.simulations += 1;
  for (const run of runs) {
    statistics.runs += 1;
    for (const name of namesOf(run)) increment(statistics.counts, name);
    statistics.problems.push(...problemsOf(run).map((description) => ({ seed, description })));
  }
}

/** Everything about a run that is counted. */
function namesOf(run: AssessedUpload): readonly string[] {
  const { name, outcome, assessment, exchanges, scenario, heldAtStart, end } = run;
  const { result } = outcome;
  const isResumed = [...heldAtStart.values()].some((bytes) => bytes > 0);
  return [
    `all ${result}`,
    ...(result === 'uploaded' ? [] : [`${result}: ${causeOf(run)}`]),
    ...(result !== 'uploaded' && end.hasMarker
      ? [`${result}, and a root marker of ${assessment.markerOwner} stands`]
      : []),
    `before: ${scenario.before}`,
    `on ${scenario.linux ? 'Linux' : 'Windows'}: ${result}`,
    ...(name === 'second' ? [`second run, ${isResumed ? 'with' : 'without'} bytes in sessions: ${result}`] : []),
    ...(scenario.otherWriter ? [`other writer, ${scenario.otherWriter.kind}: ${result}`] : []),
    ...(secondSessionBytes(outcome) > 0 ? ['a big file was sent again in another session'] : []),
    ...exchanges.flatMap(({ fault }) => (fault === undefined ? [] : [`fault: ${fault}`])),
    ...assessment.undecidable.map((reason) => `undecidable for any client: ${reason} (${result})`),
  ];
}

function problemsOf({ name, outcome, assessment, brokenRules }: AssessedUpload): readonly string[] {
  return [
    ...assessment.wrong.map((problem) => `wrong result of the ${name} run: ${outcome.result}: ${problem}`),
    ...brokenRules.map((rule) => `broken rule of the ${name} run: ${rule}`),
  ];
}

/** The statistics as text, the problems last. */
export function formatUploadStatistics(title: string, statistics: UploadStatistics): string {
  const { simulations, runs, counts, problems } = statistics;
  return [
    `${title}: ${simulations} simulations with ${runs} uploads: ${problems.length} wrong results or broken rules`,
    ...formatCounts(counts, runs),
    ...formatProblems(problems),
  ].join('\n');
}
