// The upload action once more after it was killed or cancelled: it sends what is missing of big files, and no byte twice.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../emulator/clock.js';
import type { Gateway } from '../../emulator/gateway.js';
import { annotation } from '../support/run-report.js';
import { noSignals, why } from '../support/skips.js';
import { startTestGateway } from '../support/test-gateway.js';
import {
  chunkBytes,
  contentOf,
  expectNotProvisionable,
  expectUploaded,
  MIB,
  packageWith,
  runUpload,
  startUpload,
  watchedPackage,
} from './upload-runs.js';

const BIG_BYTES = 64 * MIB;
const concurrency = 4;
const contents = packageWith({ 'big.bin': contentOf(BIG_BYTES, 1) });
const MINUTE_MS = 60_000;
/** A clock that can be advanced by an hour and is not ahead of the dates in HTTP headers then. */
const clock = { ...systemClock, now: () => systemClock.now() - 60 * MINUTE_MS };

const chunksIn = (gateway: Gateway): number =>
  gateway.requests.filter(({ target }) => target.includes('UploadChunk')).length;

/** Starts an upload and ends it when about half of the big file has arrived. */
async function breakOff(gateway: Gateway, folder: string, signal: NodeJS.Signals) {
  gateway.addFaults([{ operation: 'upload-chunk', delayMs: 20, times: 'forever' }]);
  const before = chunksIn(gateway);
  const running = startUpload(gateway, folder, { concurrency: String(concurrency) });
  await expect.poll(() => chunksIn(gateway) - before, { interval: 5 }).toBeGreaterThanOrEqual(7);
  running.kill(signal);
  const run = await running.ended;
  // What the cluster still works on would be a part of the next run.
  await expect.poll(() => gateway.store.tasks(), { interval: 5 }).toEqual([]);
  gateway.store.clearFaults();
  return run;
}

describe('a second run of the upload action', () => {
  it('after a kill in the middle of a file sends at most one chunk per lane twice', async () => {
    const gateway = await startTestGateway();
    const content = watchedPackage(gateway, contents);
    const killed = await breakOff(gateway, content.folder, 'SIGKILL');
    expect(killed.signal).toBe('SIGKILL');
    expect(gateway.store.isProvisionable('MyAppPkg')).toBe(false);
    const accepted = gateway.store.sessions()[0]?.chunks.reduce((sum, each) => sum + each.content.sizeBytes, 0) ?? 0;
    expect(accepted).toBeGreaterThanOrEqual(7 * chunkBytes - concurrency * chunkBytes);
    const run = await runUpload(gateway, content.folder, { concurrency: String(concurrency) });
    expectUploaded(gateway, content, run);
    const sent = Number(run.outputs['bytes-sent']);
    expect(sent).toBeLessThanOrEqual(BIG_BYTES - accepted + 10_000);
  });

  it.skipIf(noSignals)(`after a cancellation does the same, and the first one says so${why(noSignals)}`, async () => {
    const gateway = await startTestGateway();
    const content = watchedPackage(gateway, contents);
    const cancelled = await breakOff(gateway, content.folder, 'SIGINT');
    expectNotProvisionable(gateway, content, cancelled);
    expect(annotation(cancelled)).toMatch(/^The step was cancelled\. .* run again within 30 minutes/);
    expect(cancelled.endedAfterMs).toBeLessThan(2_000);
    const run = await runUpload(gateway, content.folder, { concurrency: String(concurrency) });
    expectUploaded(gateway, content, run);
    expect(Number(run.outputs['bytes-sent'])).toBeLessThan(BIG_BYTES);
  });

  it('after its session has expired sends the file from the start', async () => {
    const gateway = await startTestGateway({ clock });
    const content = watchedPackage(gateway, contents);
    await breakOff(gateway, content.folder, 'SIGKILL');
    gateway.advance(40 * MINUTE_MS);
    const run = await runUpload(gateway, content.folder);
    expectUploaded(gateway, content, run);
    expect(run.outputs['bytes-sent']).toBe(run.outputs['bytes']);
  });

  it('after a run that failed at the end sends no byte of a big file', async () => {
    const gateway = await startTestGateway();
    const content = watchedPackage(gateway, contents);
    gateway.addFaults([
      { operation: 'upload-file', path: 'MyAppPkg/WebPkg/_.dir', answer: { code: 'E_ACCESSDENIED' } },
    ]);
    const first = await runUpload(gateway, content.folder);
    expectNotProvisionable(gateway, content, first);
    expect(first.outputs['explanation']).toMatch(/run again within 30 minutes/);
    const chunks = chunksIn(gateway);
    const run = await runUpload(gateway, content.folder);
    expectUploaded(gateway, content, run);
    expect(chunksIn(gateway)).toBe(chunks);
    expect(gateway.store.sessions()).toEqual([]);
  });

  it('of a package that is already there sends every byte once, however often it is uploaded', async () => {
    const gateway = await startTestGateway();
    const content = watchedPackage(gateway, contents);
    for (let runs = 0; runs < 3; runs += 1) {
      const run = await runUpload(gateway, content.folder);
      expectUploaded(gateway, content, run);
      expect(run.outputs['bytes-sent']).toBe(run.outputs['bytes']);
      expect(gateway.store.sessions()).toEqual([]);
    }
  });

  it('that replaces an earlier package and is killed goes on where it ended', async () => {
    const gateway = await startTestGateway();
    const content = watchedPackage(gateway, contents);
    await runUpload(gateway, content.folder);
    await breakOff(gateway, content.folder, 'SIGKILL');
    const run = await runUpload(gateway, content.folder, { concurrency: String(concurrency) });
    expectUploaded(gateway, content, run);
    expect(Number(run.outputs['bytes-sent'])).toBeLessThan(BIG_BYTES);
  });

  it('of a package whose file was built again never mixes the two', async () => {
    const gateway = await startTestGateway();
    const first = watchedPackage(gateway, contents);
    await breakOff(gateway, first.folder, 'SIGKILL');
    const rebuilt = watchedPackage(gateway, packageWith({ 'big.bin': contentOf(BIG_BYTES, 2) }));
    const run = await runUpload(gateway, rebuilt.folder);
    expect(run.outputs).toMatchObject({ result: 'uploaded', 'bytes-sent': run.outputs['bytes'] });
    const stored = gateway.store.file('MyAppPkg/WebPkg/Code/big.bin')?.content.sha256();
    expect(stored).toBe(createHash('sha256').update(contentOf(BIG_BYTES, 2)).digest('hex'));
  });

  it('that replaces an older package by one of the same sizes publishes the new files', async () => {
    const gateway = await startTestGateway();
    await runUpload(gateway, watchedPackage(gateway, packageWith({ 'big.bin': contentOf(9 * MIB, 1) })).folder);
    const content = watchedPackage(gateway, packageWith({ 'big.bin': contentOf(9 * MIB, 2) }));
    gateway.addFaults([{ operation: 'commit-session', publish: { ends: 'rollback' } }]);
    const run = await runUpload(gateway, content.folder);
    expectUploaded(gateway, content, run);
    expect(run.stdout).toContain('it is not certain that its commit succeeded');
  });

  it.each([
    ['old', 10 * MINUTE_MS],
    ['young', 10_000],
  ])(
    'after a rollback that left a file that is %s with the id of the session publishes the new file',
    async (_, ageMs) => {
      const gateway = await startTestGateway({ clock });
      await runUpload(gateway, watchedPackage(gateway, packageWith({ 'big.bin': contentOf(9 * MIB, 1) })).folder);
      gateway.advance(ageMs);
      const content = watchedPackage(gateway, packageWith({ 'big.bin': contentOf(9 * MIB, 2) }));
      gateway.addFaults([{ operation: 'commit-session', publish: { ends: 'rollback' } }]);
      const first = await runUpload(gateway, content.folder, { 'max-attempts': '1' });
      expectNotProvisionable(gateway, content, first);
      const run = await runUpload(gateway, content.folder);
      expectUploaded(gateway, content, run);
    },
  );
});
