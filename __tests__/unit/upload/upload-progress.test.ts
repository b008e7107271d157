// The progress of an upload as a line: what is done, the rate, and a guess of the time left.
import { describe, expect, it } from 'vitest';
import type { UploadEvent } from '../../../src/upload/upload-events.js';
import { createUploadProgress, type UploadTotal } from '../../../src/upload/upload-progress.js';
import { standingClock } from '../../support/standing-clock.js';
import { fileOutcome } from '../../support/upload-outcomes.js';

const MIB = 2 ** 20;

function setUp(total: UploadTotal) {
  const clock = standingClock();
  const progress = createUploadProgress(total, clock);
  progress.onEvent({ kind: 'phase', phase: 'sending' });
  return {
    report: (...events: readonly UploadEvent[]) => events.forEach((event) => void progress.onEvent(event)),
    /** The line after this time. */
    lineAfter: (delayMs: number): string => {
      clock.pass(delayMs);
      return progress.describe();
    },
  };
}

const sent = (bytes: number): UploadEvent => ({ kind: 'bytesSent', bytes });
const stored = (path: string, storedBytes: number): UploadEvent => ({ kind: 'fileProgress', path, storedBytes });
const ended = (path: string, sizeBytes: number, result: 'published' | 'failed' = 'published'): UploadEvent => ({
  kind: 'fileEnded',
  outcome: fileOutcome(path, { sizeBytes, result }),
});

describe('the progress of an upload', () => {
  it('counts files, stored bytes of files that are on their way, the rate, and the time left', () => {
    const { report, lineAfter } = setUp({ files: 3, bytes: 1_000 * MIB });
    report(sent(100 * MIB), stored('big.bin', 92 * MIB), ended('a.dll', 8 * MIB));
    expect(lineAfter(10_000)).toBe('After 10 s: 1 of 3 files, 100 of 1,000 MiB (10 MiB/s, about 1 min 30 s left)');
    report(sent(100 * MIB), ended('big.bin', 192 * MIB));
    expect(lineAfter(10_000)).toBe('After 20 s: 2 of 3 files, 200 of 1,000 MiB (10 MiB/s, about 1 min 20 s left)');
  });

  it('follows the rate of the last thirty seconds', () => {
    const { report, lineAfter } = setUp({ files: 1, bytes: 10_000 * MIB });
    report(sent(1_000 * MIB), stored('a', 1_000 * MIB));
    for (let step = 0; step < 3; step += 1) lineAfter(10_000);
    report(sent(30 * MIB), stored('a', 1_030 * MIB));
    expect(lineAfter(10_000)).toBe('After 40 s: 0 of 1 files, 1,030 of 10,000 MiB (1.0 MiB/s, about 150 min left)');
  });

  it('does not take what an earlier run has stored for its own rate', () => {
    const { report, lineAfter } = setUp({ files: 1, bytes: 600 * MIB });
    report(stored('a', 500 * MIB), sent(10 * MIB), stored('a', 510 * MIB));
    expect(lineAfter(10_000)).toContain('510 of 600 MiB (1.0 MiB/s, about 1 min 30 s left)');
  });

  it('expects small files to take more time than their bytes', () => {
    const { report, lineAfter } = setUp({ files: 1_001, bytes: 1_001 });
    report(sent(1), ended('0', 1));
    expect(lineAfter(10_000)).toBe('After 10 s: 1 of 1,001 files, 0.0 of 0.0 MiB (0.0 MiB/s, about 167 min left)');
  });

  it.each<[string, readonly UploadEvent[]]>([
    ['nothing was sent', []],
    ['less than ten seconds are left', [sent(90 * MIB), stored('a', 90 * MIB)]],
    ['the rest is waiting for its answer', [sent(100 * MIB), stored('a', 100 * MIB)]],
  ])('guesses no time left when %s', (_, events) => {
    const { report, lineAfter } = setUp({ files: 1, bytes: 100 * MIB });
    report(...events);
    expect(lineAfter(10_000)).not.toContain('left');
  });

  it('does not count a file that failed', () => {
    const { report, lineAfter } = setUp({ files: 2, bytes: 10 * MIB });
    report(stored('a', 4 * MIB), ended('a', 8 * MIB, 'failed'));
    expect(lineAfter(10_000)).toContain('0 of 2 files, 0.0 of 10 MiB');
  });

  it.each<[Extract<UploadEvent, { kind: 'phase' }>['phase'], string]>([
    ['inspecting', 'After 10 s: looking up what is in the image store'],
    ['verifying', 'After 10 s: all files are sent; comparing the image store with the package'],
    ['marking', 'After 10 s: the image store holds all files; writing the markers of its folders'],
    ['cleaning', 'After 10 s: the package is complete; deleting the upload sessions'],
  ])('says what goes on while %s', (phase, line) => {
    const { report, lineAfter } = setUp({ files: 1, bytes: 1 });
    report({ kind: 'phase', phase });
    expect(lineAfter(10_000)).toBe(line);
  });
});
