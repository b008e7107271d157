// Takes one sample: runs a program as a process of its own, and measures its duration and, if wanted, its memory.
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

/** What to run. */
export interface Program {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Variables in addition to those of every step. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Runs a program from start to exit. The memory can only be measured of Node.js.
 * @param folder for the files that it writes
 * @throws when it fails
 */
export function runProgram(program: Program, folder: string, measure: 'time' | 'memory' = 'time'): Sample {
  const { name, command, environment } = program;
  const [file, ...parameters] = command;
  const memoryFile = join(folder, 'peak-memory');
  const probe = measure === 'memory' ? ['--require', scriptPath('peak-memory.cjs')] : [];
  const env = { ...stepEnvironment(folder), ...environment, PEAK_MEMORY_FILE: memoryFile };
  const startedMs = performance.now();
  // Waiting synchronously costs least, and the server is a process of its own.
  const { status, error, stderr, stdout } = spawnSync(file, [...probe, ...parameters], { env, maxBuffer: 2 ** 26 });
  const durationMs = performance.now() - startedMs;
  if (error) throw error;
  if (status !== 0) throw new Error(`${name} failed with exit code ${status}: ${stderr}${stdout}`);
  return { durationMs, peakBytes: measure === 'memory' ? Number(readFileSync(memoryFile, 'utf8')) : Number.NaN };
}

/** Runs a candidate that commits sessions. @throws when it fails */
export function takeSample(candidate: Candidate, workload: Workload, measure: 'time' | 'memory' = 'time'): Sample {
  const { server, sessionIds, concurrency, folder } = workload;
  const environment = {
    INPUT_ENDPOINT: server.url,
    'INPUT_SESSION-ID': sessionIds.join('\n'),
    INPUT_CONCURRENCY: String(concurrency),
    // Node.js trusts this certificate like a public authority's, so that no candidate needs an input for it.
    ...(server.caFile && { NODE_EXTRA_CA_CERTS: server.caFile }),
    ...candidate.environment,
  };
  return runProgram({ name: candidate.name, command: candidate.command(workload), environment }, folder, measure);
}

/** New ids for `count` sessions. */
export function createSessionIds(count: number): readonly string[] {
  return Array.from({ length: count }, () => randomUUID());
}

/** The environment as the runner sets it up, the same for all programs. */
function stepEnvironment(folder: string): Record<string, string> {
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
  };
}
