// The cluster that requests act on: its upload sessions, its files, and the tasks that are running.

import { FileStore, type StoredFile } from './file-store.js';
import { PackageWatches } from './package-watch.js';
import type { ApplicationType } from './provisioning.js';
import { Scheduler, type TaskState } from './scheduler.js';
import { UploadSessions } from './upload-sessions.js';

/** The state of one image store, and the options that change how it behaves. */
export interface Cluster {
  readonly sessions: UploadSessions;
  readonly files: FileStore;
  readonly scheduler: Scheduler;
  /** The requests that have begun to arrive and have no result yet. */
  readonly underWay: Set<TaskState>;
  readonly watches: PackageWatches;
  readonly applicationTypes: ApplicationType[];
  readonly linux: boolean;
  /** False emulates a cluster without a known defect: a rolled-back overwrite stamps the old file (see FileStore). */
  readonly rollbackStamps: boolean;
  /** How many files and folders fit on a page of a listing. */
  readonly pageSize: number;
}

/** An empty cluster whose sessions expire by the given clock. */
export function createCluster(options: {
  now(): number;
  readonly linux: boolean;
  readonly rollbackStamps: boolean;
  readonly pageSize: number;
  readonly onPublished?: ((file: StoredFile) => void) | undefined;
  readonly onChanged?: ((paths: readonly string[], requestId: string | undefined) => void) | undefined;
}): Cluster {
  const { linux, rollbackStamps, pageSize, onPublished, onChanged } = options;
  const sessions = new UploadSessions();
  const cleanupTimer = { dueMs: () => sessions.cleanupDueMs, fire: (nowMs: number) => sessions.removeExpired(nowMs) };
  const scheduler = new Scheduler(() => options.now(), cleanupTimer);
  const watches = new PackageWatches();
  const onChange = (paths: readonly string[]) => {
    watches.check(files, paths, { atMs: scheduler.nowMs, operation: scheduler.current?.operation ?? 'none' });
    onChanged?.(paths, scheduler.current?.requestId);
  };
  const files = new FileStore({ linux, onPublished, onChange });
  const state = { sessions, files, scheduler, watches, applicationTypes: [], underWay: new Set<TaskState>() };
  return { ...state, linux, rollbackStamps, pageSize };
}

/** True while a task writes to this path or to a folder above it (PendingWriteOperations.cpp). */
export function isBusy({ files, scheduler }: Cluster, path: string): boolean {
  return scheduler.running().some(({ busyPath }) => busyPath !== undefined && files.isWithin(busyPath, path));
}
