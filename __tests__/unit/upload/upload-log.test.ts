// The log of an upload: one line at the start, progress at intervals, and what goes wrong on the way.
import { describe, expect, it } from 'vitest';
import type { UploadEvent } from '../../../src/upload/upload-events.js';
import { createUploadLog } from '../../../src/upload/upload-log.js';
import { answer, outcome } from '../../support/attempts.js';
import { standingClock } from '../../support/standing-clock.js';
import { fileOutcome } from '../../support/upload-outcomes.js';

function setUp(files = 2) {
  const clock = standingClock();
  const [lines, debugLines]: [string[], string[]] = [[], []];
  const unwanted = (): never => expect.fail('events are not annotations');
  const log = {
    info: (line: string) => lines.push(line),
    debug: (line: string) => debugLines.push(line),
    isDebug: false,
    warning: unwanted,
    error: unwanted,
  };
  const total = { files, bytes: 4_096 };
  const uploadLog = createUploadLog({ clock, log, endpointUrl: 'http://c:19080', imageStorePath: 'App', total });
  return { clock, lines, debugLines, ...uploadLog };
}

const busy = answer(503, 'FABRIC_E_SERVICE_TOO_BUSY');

describe('the log of an upload', () => {
  it.each([
    [1, 'Uploading 1 file (4,096 bytes) to App at http://c:19080'],
    [1_204, 'Uploading 1,204 files (4,096 bytes) to App at http://c:19080'],
  ])('begins with what goes where: %d', (files, line) => {
    expect(setUp(files).lines).toEqual([line]);
  });

  it('is never silent for more than ten seconds, until it is stopped', () => {
    const { clock, lines, stop } = setUp();
    clock.pass(65_000);
    expect(lines).toHaveLength(7);
    expect(lines.at(-1)).toMatch(/^After 1 min: /);
    stop();
    clock.pass(65_000);
    expect(lines).toHaveLength(7);
    expect(clock.waiting).toBe(0);
  });

  it.each<[UploadEvent, string]>([
    [
      { kind: 'inspected', hasSessions: false, hadContent: false },
      'This cluster has no upload sessions, so every file is sent in one request.',
    ],
    [
      { kind: 'retrying', subject: 'App/a\n.dll', attempt: busy, failures: 2, waitMs: 1_500 },
      'App/a .dll: the cluster answered 503 FABRIC_E_SERVICE_TOO_BUSY without a message; retrying in 1.5 s (failure 2 without progress)',
    ],
    [
      { kind: 'retrying', subject: 'App/a.dll', attempt: busy, failures: 1, waitMs: 0 },
      'App/a.dll: the cluster answered 503 FABRIC_E_SERVICE_TOO_BUSY without a message; retrying (failure 1 without progress)',
    ],
    [
      { kind: 'slowedDown', attempt: busy, pauseMs: 2_000, concurrency: 4 },
      'All requests wait for 2 s, then 4 at a time go on: the cluster answered 503 FABRIC_E_SERVICE_TOO_BUSY without a message',
    ],
    [
      { kind: 'resending', path: 'a.dll', reason: 'wrongSize' },
      'a.dll: the store joined its chunks to another size; sending it once more from the start',
    ],
    [
      { kind: 'resending', path: 'a.dll', reason: 'doubt' },
      'a.dll: it is not certain that its commit succeeded; sending it once more from the start',
    ],
    [{ kind: 'staleRemoved', path: 'App/old' }, 'Removed App/old, which is not part of the package'],
    [
      { kind: 'sessionKept', sessionId: 'id', attempt: busy },
      'Upload session id was not deleted (the cluster answered 503 FABRIC_E_SERVICE_TOO_BUSY without a message); it expires by itself within 35 minutes',
    ],
  ])('has a line for %o', (event, line) => {
    const { lines, onEvent } = setUp();
    onEvent(event);
    expect(lines.slice(1)).toEqual([line]);
  });

  it.each<UploadEvent>([
    { kind: 'phase', phase: 'sending' },
    { kind: 'inspected', hasSessions: true, hadContent: true },
    { kind: 'bytesSent', bytes: 5 },
    { kind: 'fileProgress', path: 'a', storedBytes: 5 },
    { kind: 'fileEnded', outcome: fileOutcome('a') },
    { kind: 'commit', path: 'a', event: { kind: 'finished', sessionId: 'id', outcome: outcome() } },
  ])('has none for what happens in every upload: %o', (event) => {
    const { lines, debugLines, onEvent } = setUp();
    onEvent(event);
    expect([...lines.slice(1), ...debugLines]).toEqual([]);
  });

  it('has the first fifty failures, and the others in the debug log', () => {
    const { lines, debugLines, onEvent } = setUp();
    for (let index = 0; index < 60; index += 1) {
      onEvent({ kind: 'retrying', subject: `App/${index}`, attempt: busy, failures: 1, waitMs: 0 });
    }
    expect([lines.length - 1, debugLines.length]).toEqual([50, 10]);
  });
});
