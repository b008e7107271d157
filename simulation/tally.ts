// What many histories came to: counts by kind, and everything that must not be, with its seed.
import type { Judged } from './run.js';

export interface Tally {
  seeds: number;
  commits: number;
  /** By what is counted: a verdict and its reason, why the attempts stopped, a name for histories alike. */
  counts: Map<string, number>;
  /** Lies, broken rules, runs without an end. */
  faults: { seed: number; what: string }[];
}

export function emptyTally(): Tally {
  return { seeds: 0, commits: 0, counts: new Map(), faults: [] };
}

/** Adds a history to the tally. */
export function tallied(tally: Tally, seed: number, runs: readonly Judged[]): void {
  tally.seeds += 1;
  for (const { outcome, finding, naive, brokenRules, publishedAfter, upload } of runs) {
    const verdict = `${outcome.result}, ${outcome.reason}`;
    const wrong = `${outcome.result} was said of a session that was ${publishedAfter ? '' : 'not '}published`;
    tally.commits += 1;
    count(tally, `verdict: ${verdict}`);
    count(tally, `stopped: ${outcome.stopped ?? 'cancelled'}`);
    if (finding.kind === 'indistinct') count(tally, `no client can tell: ${finding.name} (${wrong})`);
    if (naive.kind === 'lie') count(tally, 'would have been a lie: to believe the last answer');
    if (finding.kind === 'lie')
      tally.faults.push({ seed, what: `a lie about ${upload.sessionId}: ${wrong} (${verdict})` });
    for (const rule of brokenRules) tally.faults.push({ seed, what: `against the rule, ${upload.sessionId}: ${rule}` });
  }
}

function count({ counts }: Tally, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

/** The tally in lines, the faults last. */
export function reportOf({ seeds, commits, counts, faults }: Tally): string {
  const lines = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([what, times]) => `${String(times).padStart(9)}  ${what}`);
  const found = faults.map(({ seed, what }) => `seed ${seed}: ${what}`);
  const head = `${seeds} histories with ${commits} commits, ${faults.length} lies or broken rules`;
  return [head, ...lines, ...found].join('\n');
}
