// The log lines of an upload: one at the start, what goes wrong on the way, and the progress at intervals.
import { describeAttempt } from '../diagnostics/attempt-text.js';
import type { Log } from '../runner/log.js';
import { type Clock, every } from '../shared/clock.js';
import { byteCount, counted, duration } from '../shared/format.js';
import { sanitize } from '../shared/sanitize.js';
import type { UploadEvent } from './upload-events.js';
import { createUploadProgress, type UploadTotal } from './upload-progress.js';

export interface UploadLogOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly endpointUrl: string;
  readonly imageStorePath: string;
  readonly total: UploadTotal;
}

export interface UploadLog {
  readonly onEvent: (event: UploadEvent) => void;
  /** Ends the lines about the progress. */
  stop(): void;
}

/** The log is never silent for longer. */
const progressIntervalMs = 10_000;
/** So many failures and repetitions are logged as they happen; all others are debug lines. */
const maxLoggedTroubles = 50;

export function createUploadLog({ clock, log, endpointUrl, imageStorePath, total }: UploadLogOptions): UploadLog {
  const progress = createUploadProgress(total, clock);
  let troubles = 0;
  log.info(
    `Uploading ${counted(total.files, 'file')} (${byteCount(total.bytes)}) to ${imageStorePath} at ${endpointUrl}`,
  );
  const stop = every(clock, progressIntervalMs, () => log.info(progress.describe()));
  const onEvent = (event: UploadEvent): void => {
    progress.onEvent(event);
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
      return `All requests wait for ${duration(event.pauseMs)}, then ${event.concurrency} at a time go on: ${describeAttempt(event.attempt)}`;
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
