// The cluster that requests act on: its upload sessions, its files, and the tasks that are running.

import { FileStore, type StoredFile } from './file-store.js';
import { Scheduler } from './scheduler.js';
import { UploadSessions } from './upload-sessions.js';

/** The state of one image store, and the two options that change how it behaves. */
export interface Cluster {
  readonly sessions: UploadSessions;
  readonly files: FileStore;
  readonly scheduler: Scheduler;
  readonly linux: boolean;
  /** False emulates a cluster without a known defect: a rolled-back overwrite stamps the old file (see FileStore). */
  readonly rollbackStamps: boolean;
}

/** An empty cluster whose sessions expire by the given clock. */
export function createCluster(options: {
  now(): number;
  readonly linux: boolean;
  readonly rollbackStamps: boolean;
  readonly onPublished?: ((file: StoredFile) => void) | undefined;
}): Cluster {
  const sessions = new UploadSessions();
  const cleanupTimer = { dueMs: () => sessions.cleanupDueMs, fire: (nowMs: number) => sessions.removeExpired(nowMs) };
  return {
    sessions,
    files: new FileStore({ linux: options.linux, onPublished: options.onPublished }),
    scheduler: new Scheduler(() => options.now(), cleanupTimer),
    linux: options.linux,
    rollbackStamps: options.rollbackStamps,
  };
}

/** True while a task writes to this path or to a folder above it (PendingWriteOperations.cpp). */
export function isBusy({ files, scheduler }: Cluster, path: string): boolean {
  return scheduler.running().some(({ busyPath }) => busyPath !== undefined && files.isWithin(busyPath, path));
}
