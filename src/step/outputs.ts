// Writes a step's outputs, or says that later steps read none.
import { describeError } from '../http/errors.js';
import type { Log } from '../runner/log.js';
import { type StepOutputs, writeOutputs } from '../runner/outputs-file.js';

/**
 * Writes the outputs. When they cannot be written, the step's annotation says that, and what was done.
 * @returns whether they are written
 */
export function tryWriteOutputs(outputs: StepOutputs, whatWasDone: string, log: Log): boolean {
  try {
    writeOutputs(outputs);
    return true;
  } catch (error) {
    const { message } = describeError(error);
    log.error(
      'Outputs not written',
      `Later steps read no outputs, because they could not be written: ${message}. ${whatWasDone}`,
    );
    return false;
  }
}
