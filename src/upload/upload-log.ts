// The log lines of an upload: one at the start, what goes wrong on the way, and the progress at intervals.
import { describeAttempt } from '../diagnostics/attempt-text.js';
import type { Log } from '../runner/log.js';
import { type Clock, every } from '../shared/clock.js';
import { byteCount, duration, grouped } from '../shared/format.js';
import { sanitize } from '../shared/sanitize.js';
import type { UploadEvent } from './upload-events.js';

export interface UploadLogOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly endpointUrl: string;
  readonly imageStorePath: string;
  readonly files: number;
  readonly bytes: number;
}

export interface UploadLog {
  readonly onEvent: (event: UploadEvent) => void;
  /** Ends the lines about the progress. */
  stop(): void;
}

/** The log is never silent for longer. */
const progressIntervalMs = 10_000;
/** So many failures and repetitions are logged as they happen; all are debug lines. */
const maxLoggedTroubles = 50;

export function createUploadLog({ clock, log, ...total }: UploadLogOptions): UploadLog {
  const startedMs = clock.now();
  const stored = new Map<string, number>();
  let files = 0;
  let finishedBytes = 0;
  let troubles = 0;
  log.info(
    `Uploading ${grouped(total.files)} files (${byteCount(total.bytes)}) to ${total.imageStorePath} at ${total.endpointUrl}`,
  );
  const stop = every(clock, progressIntervalMs, () => {
    const bytes = [...stored.values()].reduce((sum, each) => sum + each, finishedBytes);
    const elapsedMs = clock.now() - startedMs;
    const rate = `${(bytes / 2 ** 20 / (elapsedMs / 1_000)).toFixed(1)} MiB/s`;
    log.info(
      `${grouped(files)} of ${grouped(total.files)} files, ${grouped(bytes)} of ${byteCount(total.bytes)} after ${duration(elapsedMs)} (${rate})`,
    );
  });
  const onEvent = (event: UploadEvent): void => {
    if (event.kind === 'fileProgress') stored.set(event.path, event.storedBytes);
    if (event.kind === 'fileEnded') {
      stored.delete(event.outcome.file.path);
      if (event.outcome.result === 'published') {
        files += 1;
        finishedBytes += event.outcome.file.sizeBytes;
      }
    }
    const line = describeEvent(event);
    if (line === undefined) return;
    troubles += 1;
    if (troubles <= maxLoggedTroubles) log.info(line);
    else log.debug(line);
  };
  return { onEvent, stop };
}

/** An event as one line; undefined for what happens in every upload. */
function describeEvent(event: UploadEvent): string | undefined {
  switch (event.kind) {
    case 'inspected':
      return event.hasSessions
        ? undefined
        : 'This cluster has no upload sessions, so every file is sent in one request.';
    case 'retrying': {
      const { subject, attempt, failures, waitMs } = event;
      const wait = waitMs === 0 ? '' : ` in ${duration(waitMs)}`;
      return `${sanitize(subject)}: ${describeAttempt(attempt)}; retrying${wait} (failure ${failures} without progress)`;
    }
    case 'slowedDown':
      return `${describeAttempt(event.attempt)}; all requests wait for ${duration(event.pauseMs)}, then ${event.concurrency} at a time go on`;
    case 'resending':
      return event.reason === 'wrongSize'
        ? `${sanitize(event.path)}: the store joined its chunks to another size; sending it once more from the start`
        : `${sanitize(event.path)}: it is not certain that its commit succeeded; sending it once more from the start`;
    case 'staleRemoved':
      return `Removed ${sanitize(event.path)}, which is not part of the package`;
    case 'sessionKept':
      return `Upload session ${event.sessionId} was not deleted (${describeAttempt(event.attempt)}); it expires by itself within 35 minutes`;
    case 'commit':
    case 'phase':
    case 'bytesSent':
    case 'fileProgress':
    case 'fileEnded':
      return undefined;
  }
}
