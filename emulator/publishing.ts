// Publishing a new version of a file, and the waiting for a path that another request is writing to.

import { type Cluster, isBusy } from './cluster.js';
import type { Content } from './content.js';
import { failOver } from './fault-effects.js';
import type { PublishOptions, RequestFaults } from './faults.js';
import { fail, succeed } from './handler-result.js';
import type { Task, TaskState } from './scheduler.js';

/** A new version of a file, and the request that publishes it. */
export interface NewVersion {
  readonly path: string;
  readonly content: Content;
  readonly sessionId: string | undefined;
  readonly state: TaskState;
  readonly faults: RequestFaults;
}

/** Publishes a new version as the faults say. The path is busy until that ends: available, rolled back or aborted. */
export function* publish(cluster: Cluster, { path, content, sessionId, state, faults }: NewVersion): Task {
  if (cluster.files.normalizePath(path) === '') return fail('E_INVALIDARG');
  const options: PublishOptions = { ...faults.before?.publish, ...faults.between?.publish };
  cluster.files.startPublishing(path, content, sessionId, cluster.scheduler.nowMs, options.shows ?? 'new-file');
  state.stage = 'publishing';
  state.busyPath = path;
  if (options.ms !== undefined && options.ms > 0) yield options.ms;
  state.stage = 'answering';
  state.busyPath = undefined;
  switch (options.ends) {
    case 'rollback':
      cluster.files.rollBack(path, options.oldContent ?? 'kept', cluster.rollbackStamps);
      return fail('0x80070070'); // HRESULT of ERROR_DISK_FULL
    case 'failover':
      failOver(cluster, options.oldContent ?? 'lost', state);
      return fail('E_ABORT');
    default:
      cluster.files.publish(path);
      return succeed();
  }
}

const namingRetryMs = 5_000; // NamingConfig.h: how long the naming gateway waits before it retries

/**
 * Waits until no other request writes to the path or to a folder above it; with `andBelow`, nor to anything whose path
 * starts with it. The client of an upload or a deletion never sees FileUpdateInProgress: the naming gateway retries
 * (ProcessRequestAsyncOperation.cpp; NamingErrorCategories.cpp). Returns whether the path became free in time.
 */
export function* waitUntilFree(
  cluster: Cluster,
  path: string,
  { deadlineMs, andBelow }: { readonly deadlineMs: number; readonly andBelow: boolean },
): Generator<number, boolean> {
  while (isBusy(cluster, path) || (andBelow && isBusyBelow(cluster, path))) {
    if (cluster.scheduler.nowMs + namingRetryMs > deadlineMs) return false;
    yield namingRetryMs;
  }
  return true;
}

/** PendingWriteOperations.cpp compares without a separator: writing to app2/f delays the deletion of app. */
function isBusyBelow({ files, scheduler }: Cluster, path: string): boolean {
  const key = files.keyOf(path).toLowerCase();
  return scheduler
    .running()
    .some(({ busyPath }) => busyPath !== undefined && files.keyOf(busyPath).toLowerCase().startsWith(key));
}
