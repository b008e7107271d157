// The list of skipped tests after a run, of a run of vitest in a folder of its own.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { root } from './repository.js';
import { temporaryFolder, writeFiles } from './temporary-folder.js';

const reporter = join(root, '__tests__/support/skip-reporter.ts').replaceAll('\\', '/');

it('a run ends with the skipped tests, reason by reason, and without those that its arguments left out', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    'vitest.config.mjs': `export default { test: { globals: true, reporters: [${JSON.stringify(reporter)}] } };`,
    'a.test.js': `
      it('runs', () => {});
      it.skip('needs curl (skipped: curl is missing)', () => {});
      describe.skip('links (skipped: not on Windows)', () => { it('lead (in)', () => {}); it('lead out', () => {}); });`,
    'b.test.js': `it.skip('needs it as well (skipped: curl is missing)', () => {}); it.skip('was left out', () => {});`,
  });
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [vitest, 'run', '--root', folder], { cwd: folder });
  const listed = stdout.split(/\r?\n/).filter((line) => line.trim() !== '');
  expect(listed.slice(0, 1)).toEqual(['Skipped: curl is missing']);
  expect(listed.slice(1, 3).toSorted()).toEqual(['  needs curl', '  needs it as well']);
  expect(listed.slice(3)).toEqual(['Skipped: not on Windows', '  links > lead (in)', '  links > lead out']);
});
