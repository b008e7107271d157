// Inputs as a test gives them, with nothing in the environment and nothing masked.
import type { InputSource } from '../../src/commit/inputs.js';
import { createRedactor } from '../../src/runner/redaction.js';

export function inputsFrom(read: (name: string) => string): InputSource {
  return { read, environment: {}, secrets: createRedactor(() => undefined), epochMs: 0 };
}
