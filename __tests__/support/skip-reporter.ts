// Lists the skipped tests and their reasons after a run. vitest.config.ts has vitest call it.
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { parseSkippedName } from './skips.js';

/** The reason of a skipped test: in its own name, or in that of a `describe` around it. */
function parse(test: TestCase): { readonly name: string; readonly reason: string | undefined } {
  const parts = test.fullName.split(' > ').map(parseSkippedName);
  return { name: parts.map(({ name }) => name).join(' > '), reason: parts.find(({ reason }) => reason)?.reason };
}

/** The lines that list the skipped tests, reason by reason. Without one are those that the arguments of vitest left out. */
export function listSkipped(modules: readonly TestModule[]): readonly string[] {
  const tests = modules.flatMap((module) => [...module.children.allTests('skipped')]).map(parse);
  const reasons = [...new Set(tests.flatMap(({ reason = [] }) => reason))].toSorted();
  return reasons.flatMap((reason) => [
    `Skipped: ${reason}`,
    ...tests.filter((test) => test.reason === reason).map(({ name }) => `  ${name}`),
  ]);
}

export default class SkipReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const line of listSkipped(modules)) console.log(line);
  }
}
