// Inputs as a test gives them, with nothing in the environment and nothing masked.
import type { InputSource } from '../../src/commit/inputs.js';
import { openSecrets } from '../../src/runner/redaction.js';

export function inputsFrom(read: (name: string) => string): InputSource {
  return { read, environment: {}, secrets: openSecrets(() => undefined), epochMs: 0 };
}
