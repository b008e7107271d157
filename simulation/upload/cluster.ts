// The simulated cluster of an upload: the emulated image store, and a record of every change of its files and of who made it.
import { Content } from '../../emulator/content.js';
import type { Fault } from '../../emulator/faults.js';
import type { OldContent, StoredFile } from '../../emulator/file-store.js';
import type { HandlerResult } from '../../emulator/handler-result.js';
import { createImageStore, type ImageStoreOptions } from '../../emulator/image-store.js';
import type { ExpectedFiles, PackageDifferences, PackageViolation } from '../../emulator/package-watch.js';
import type { UploadSession } from '../../emulator/upload-sessions.js';
import type { SimulatedClock } from '../clock.js';
import type { Trace } from '../cluster.js';

/** A change of files. */
export interface Change {
  readonly atMs: number;
  /** With slashes, and in lower case where letter case does not matter. */
  readonly paths: readonly string[];
  /** Of the request that made it; undefined for a failover. */
  readonly requestId: string | undefined;
  /** By the names of the runs whose folder had its marker after this change without being their package. */
  readonly violations: ReadonlyMap<string, PackageViolation>;
}

export interface UploadCluster {
  /** Hands a request to the image store; the faults apply to this request only. */
  send(request: ClusterRequest): Promise<HandlerResult>;
  failOver(oldContent: OldContent): void;
  /** Records in each change from now on whether it violates what must hold of a run's package. */
  watch(run: string, folder: string, files: ExpectedFiles): void;
  /** Oldest first. */
  readonly changes: readonly Change[];
  /** How a folder differs from a package now. */
  compare(folder: string, files: ExpectedFiles): PackageDifferences;
  /** The available file at a path. */
  fileAt(path: string): StoredFile | undefined;
  session(id: string): UploadSession | undefined;
  sessions(): readonly UploadSession[];
  /** Whether requests can still change something. */
  isWorking(): boolean;
  /** How the changes write a path. */
  keyOf(path: string): string;
  readonly isLinux: boolean;
}

export interface ClusterRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** With names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Content;
  readonly faults?: readonly Fault[];
}

/** The header with the id of a request, as the emulator reads it. */
export const requestIdHeader = 'x-servicefabricrequestid';

/** An empty cluster. */
export function createUploadCluster(
  clock: SimulatedClock,
  options: Pick<ImageStoreOptions, 'linux' | 'rollbackStamps' | 'pageSize'>,
  trace: Trace,
): UploadCluster {
  const { linux = false } = options;
  const changes: Change[] = [];
  const watches: { readonly run: string; readonly violations: readonly PackageViolation[]; seen: number }[] = [];
  const keyOf = (path: string): string => {
    const separated = path.replaceAll('\\', '/');
    return linux ? separated : separated.toLowerCase();
  };
  const onChanged = (paths: readonly string[], requestId: string | undefined): void => {
    const violations = new Map<string, PackageViolation>();
    for (const watch of watches) {
      const violation = watch.violations[watch.seen];
      if (violation) violations.set(watch.run, violation);
      watch.seen = watch.violations.length;
    }
    changes.push({ atMs: clock.now(), paths: paths.map(keyOf), requestId, violations });
    const broken = violations.size > 0 ? ', and a root marker stands on what is not its package' : '';
    trace?.(`cluster: ${requestId ?? 'a failover'} changes ${paths.join(', ') || 'nothing'}${broken}`);
  };
  const store = createImageStore({ ...options, clock, onChanged });
  return {
    send: ({ method, target, headers, body, faults = [] }) => {
      store.addFaults(faults);
      const length = { 'content-length': String(body.sizeBytes) };
      const incoming = store.receive({ method, target, headers: { ...length, ...headers } });
      // The request has taken its faults by now; no other request may get the rest.
      store.clearFaults();
      return incoming.handle(body);
    },
    failOver: (oldContent) => {
      trace?.(`cluster: fails over, old content ${oldContent}`);
      store.failOver(oldContent);
    },
    watch: (run, folder, files) => {
      watches.push({ run, violations: store.watchPackage(folder, files).violations, seen: 0 });
    },
    changes,
    compare: store.comparePackage,
    fileAt: store.file,
    session: (id) => store.sessions().find((session) => session.id === id),
    sessions: store.sessions,
    isWorking: () => store.tasks().some(({ stage }) => stage !== 'answering'),
    keyOf,
    isLinux: linux,
  };
}

/** A request of a client that is not under test. */
export function otherRequest(
  method: 'PUT' | 'DELETE',
  path: string,
  requestId: string,
  bytes: Uint8Array = new Uint8Array(0),
): ClusterRequest {
  const target = `/ImageStore/${path.split('/').map(encodeURIComponent).join('/')}?api-version=6.0&timeout=60`;
  return { method, target, headers: { [requestIdHeader]: requestId }, body: new Content([bytes]) };
}
