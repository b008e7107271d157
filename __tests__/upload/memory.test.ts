// The peak memory of the upload action: whatever the size of the package, little more than that of Node.js itself.
import { openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeFolder } from '../support/package-folder.js';
import { bundles, startAction } from '../support/run-action.js';
import { exceptOnLinux, why } from '../support/skips.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { startTestGateway } from '../support/test-gateway.js';
import { contentOf, MIB, packageWith } from './upload-runs.js';

/** Runs a script, and returns its peak memory in MiB. */
async function peakMemoryOf(script: string, inputs: Readonly<Record<string, string>> = {}): Promise<number> {
  const folder = temporaryFolder();
  const hook = join(folder, 'hook.cjs');
  const report = join(folder, 'report');
  // process.resourceUsage() has the peak of the process that started it, which is the larger one here.
  const write = `fs.writeFileSync(${JSON.stringify(report)}, fs.readFileSync('/proc/self/status'))`;
  writeFileSync(hook, `const fs = require('node:fs'); process.on('exit', () => ${write});`);
  const run = await startAction(inputs, {}, onTestFinished, ['--require', hook, script]).ended;
  expect([run.exitCode, run.stderr]).toEqual([0, '']);
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(report, 'utf8'))?.[1]) / 1024;
}

const noPeak = exceptOnLinux('only Linux tells the peak memory of one process');

it.skipIf(noPeak)(
  `the upload action needs at most 60 MiB more than Node.js for a file of 300 MiB and many small ones${why(noPeak)}`,
  async () => {
    const gateway = await startTestGateway({ spoolFolder: temporaryFolder() });
    const files = Array.from({ length: 300 }, (_, index) => [`${index}.dll`, contentOf(100_000, index)] as const);
    const folder = makeFolder(packageWith(Object.fromEntries(files)));
    const file = openSync(join(folder, 'WebPkg/Code/big.bin'), 'w');
    for (let index = 0; index < 300; index += 1) writeSync(file, contentOf(MIB, index + 1_000));

    const nothing = join(temporaryFolder(), 'nothing.js');
    writeFileSync(nothing, '');
    const bare = await peakMemoryOf(nothing);
    const inputs = { endpoint: gateway.url, package: folder, 'image-store-path': 'MyAppPkg', concurrency: '16' };
    const upload = await peakMemoryOf(bundles.upload, inputs);
    expect(gateway.store.isProvisionable('MyAppPkg')).toBe(true);
    expect(upload - bare).toBeLessThanOrEqual(60);
  },
);
