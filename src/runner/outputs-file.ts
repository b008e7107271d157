// The files in which the runner takes over a step's outputs and its job summary.
import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';
import type { Log } from './log.js';

/** Outputs by name; every step has one that is called `result`. */
export type StepOutputs = Readonly<Record<string, string>> & { readonly result: string };

/**
 * Writes the outputs. `result` is the last one, so that a file that ends half-way has none.
 * @throws whatever keeps them from being written: later steps would read nothing
 */
export function writeOutputs({ result, ...others }: StepOutputs): void {
  for (const [name, value] of Object.entries(others)) core.setOutput(name, value);
  core.setOutput('result', result);
}

/** Appends to the job summary. A courtesy: when it can't be written the step's result stands. */
export function writeSummary(summary: string, log: Log): void {
  const path = process.env['GITHUB_STEP_SUMMARY'];
  if (!path) return;
  try {
    appendFileSync(path, summary);
  } catch (error) {
    log.debug(`The job summary was not written: ${String(error)}`);
  }
}
