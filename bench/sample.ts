// Takes one sample: runs a candidate as a process of its own, and measures its duration and, if wanted, its memory.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Candidate, scriptPath, type Workload } from './candidates.js';

export interface Sample {
  readonly durationMs: number;
  /** Peak resident memory; NaN when only the duration is measured, because the probe takes time itself. */
  readonly peakBytes: number;
}

/** Runs a candidate from start to exit. @throws when it fails */
export function takeSample(candidate: Candidate, workload: Workload, measure: 'time' | 'memory' = 'time'): Sample {
  const [program, ...parameters] = candidate.command(workload);
  const memoryFile = join(workload.folder, 'peak-memory');
  const probe = measure === 'memory' ? ['--require', scriptPath('peak-memory.cjs')] : [];
  const env = { ...stepEnvironment(workload), ...candidate.environment, PEAK_MEMORY_FILE: memoryFile };
  const startedMs = performance.now();
  // Waiting synchronously costs least, and the server is a process of its own.
  const { status, error, stderr, stdout } = spawnSync(program, [...probe, ...parameters], { env, maxBuffer: 2 ** 26 });
  const durationMs = performance.now() - startedMs;
  if (error) throw error;
  if (status !== 0) throw new Error(`${candidate.name} failed with exit code ${status}: ${stderr}${stdout}`);
  return { durationMs, peakBytes: measure === 'memory' ? Number(readFileSync(memoryFile, 'utf8')) : Number.NaN };
}

/** New ids for `count` sessions. */
export function createSessionIds(count: number): readonly string[] {
  return Array.from({ length: count }, () => randomUUID());
}

/** The environment as the runner sets it up, the same for all candidates. */
function stepEnvironment({ server, sessionIds, concurrency, folder }: Workload): Record<string, string> {
  const [outputFile, summaryFile] = [join(folder, 'output'), join(folder, 'summary')];
  writeFileSync(outputFile, '');
  writeFileSync(summaryFile, '');
  return {
    PATH: process.env['PATH'] ?? '',
    GITHUB_ACTIONS: 'true',
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_OUTPUT: outputFile,
    GITHUB_STEP_SUMMARY: summaryFile,
    INPUT_ENDPOINT: server.url,
    'INPUT_SESSION-ID': sessionIds.join('\n'),
    INPUT_CONCURRENCY: String(concurrency),
    // Node.js trusts this certificate like a public authority's, so that no candidate needs an input for it.
    ...(server.caFile && { NODE_EXTRA_CA_CERTS: server.caFile }),
  };
}
