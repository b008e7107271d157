// The cluster that requests act upon: sessions, content, and the work that is going on.

import { Content, type StoredFile } from './file-store.js';
import { Schedule } from './scheduler.js';
import { UploadSessions } from './upload-sessions.js';

/** One image store, and the two switches that change how it behaves. */
export interface Cluster {
  readonly sessions: UploadSessions;
  readonly content: Content;
  readonly schedule: Schedule;
  readonly linux: boolean;
  /** False leaves out the stamp of a rolled-back overwrite, a defect of the real one. */
  readonly rollbackStamps: boolean;
}

/** An empty cluster whose sessions expire by this clock. */
export function emptyCluster(options: {
  now(): number;
  linux: boolean;
  rollbackStamps: boolean;
  published?: ((file: StoredFile) => void) | undefined;
}): Cluster {
  const sessions = new UploadSessions();
  const alarm = { dueMs: () => sessions.sweepDueMs, ring: (nowMs: number) => sessions.sweep(nowMs) };
  return {
    sessions,
    content: new Content({ linux: options.linux, published: options.published }),
    schedule: new Schedule(() => options.now(), alarm),
    linux: options.linux,
    rollbackStamps: options.rollbackStamps,
  };
}

/** True while work goes on at this path or at one above it (PendingWriteOperations.cpp). */
export function isBusy({ content, schedule }: Cluster, path: string): boolean {
  return schedule.all().some(({ holds }) => holds !== undefined && content.isWithin(holds, path));
}
