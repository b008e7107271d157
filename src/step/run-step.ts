// A step of either action from its first moment to its exit code.
import * as core from '@actions/core';
import type { InputSource } from '../connection/input-problems.js';
import { ignoringLogFailure, keepStreamsFromEndingProcess, type Log, redactingLog, runnerLog } from '../runner/log.js';
import { createRedactor, type Redactor } from '../runner/redaction.js';
import { type Clock, systemClock } from '../shared/clock.js';
import { type ErrorReport, reportError } from './error-report.js';

/** What a step works with. */
export interface StepContext {
  readonly clock: Clock;
  readonly redactor: Redactor;
  /** Redacts what it writes. */
  readonly log: Log;
  /** Where the step's inputs come from. */
  readonly inputs: InputSource;
}

/**
 * Runs a step and reports whatever it throws.
 * @returns the process's exit code
 */
export async function runStep(run: (context: StepContext) => Promise<0 | 1>, errorReport: ErrorReport): Promise<0 | 1> {
  keepStreamsFromEndingProcess();
  const clock = systemClock;
  const redactor = createRedactor((value) => ignoringLogFailure(() => core.setSecret(value)));
  const log = redactingLog(runnerLog, redactor);
  const read = (name: string): string => core.getInput(name, { trimWhitespace: false });
  const inputs: InputSource = { read, environment: process.env, redactor, epochMs: clock.epochMs() };
  try {
    return await run({ clock, redactor, log, inputs });
  } catch (error) {
    reportError(error, errorReport, redactor, log);
    return 1;
  }
}
