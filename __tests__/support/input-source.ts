// Inputs for tests: an empty environment and no masking by default.
import { type Connection, readConnectionInputs } from '../../src/connection/connection-inputs.js';
import { collectProblems, type InputSource } from '../../src/connection/input-problems.js';
import { createRedactor } from '../../src/runner/redaction.js';

export function inputsFrom(read: (name: string) => string, changed: Partial<InputSource> = {}): InputSource {
  return { read, environment: {}, redactor: createRedactor(() => undefined), epochMs: 0, ...changed };
}

/** The connection that these inputs describe, at https://mycluster.example.com:19080, or the problems with them. */
export async function readConnection(
  inputs: Readonly<Record<string, string>>,
  changed: Partial<InputSource> = {},
): Promise<{ readonly connection: Connection | undefined; readonly problems: readonly string[] }> {
  const values: typeof inputs = { endpoint: 'https://mycluster.example.com:19080', ...inputs };
  const { problems, reportProblem } = collectProblems();
  const connection = await readConnectionInputs(
    inputsFrom((name) => values[name] ?? '', changed),
    reportProblem,
  );
  return { connection, problems };
}
