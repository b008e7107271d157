// The emulated image store without a socket: takes a request and returns a result, on the clock that is passed in.

import type { Clock } from './clock.js';
import { type Cluster, createCluster } from './cluster.js';
import { Content } from './content.js';
import { failOver } from './fault-effects.js';
import { type Fault, FaultQueue, type ReceiveOptions } from './faults.js';
import type { OldContent, StoredFile } from './file-store.js';
import type { HandlerResult } from './handler-result.js';
import { comparePackage, type ExpectedFiles, type PackageDifferences, type PackageWatch } from './package-watch.js';
import type { ApplicationType } from './provisioning.js';
import { type RequestHead, receiveRequest } from './request-runner.js';
import type { TaskState } from './scheduler.js';
import type { UploadSession } from './upload-sessions.js';

/** A request as it was received. */
export interface StoreRequest extends RequestHead {
  readonly body: Uint8Array;
}

/** A request whose body has not arrived yet. One of its methods must be called, once. */
export interface IncomingRequest {
  /** How a fault wants the body to be received. */
  readonly receive: ReceiveOptions | undefined;
  /** Never rejects. The request's `timeout` begins here: a gateway reads the whole body first. */
  handle(body: Content): Promise<HandlerResult>;
  /** The body did not arrive. */
  abandon(): void;
}

export interface ImageStoreOptions {
  readonly clock: Clock;
  /** A Linux cluster: no session API, paths with slashes, letter case matters. Default: false. */
  readonly linux?: boolean;
  /** The newest api-version that is accepted. Default: 6.4. */
  readonly runtimeVersion?: number;
  /** True rejects a POST or PUT without a length, as http.sys does. Default: true, or false with `linux`. */
  readonly strictLength?: boolean;
  /** False emulates a cluster without one defect: a commit falsely succeeds after its overwrite was rolled back. */
  readonly rollbackStamps?: boolean;
  /** How many files and folders fit on a page of a listing. Default: any number. */
  readonly pageSize?: number;
  /** Called for every version that a request publishes. Another writer may replace it later. */
  readonly onPublished?: (file: StoredFile) => void;
  /**
   * Called with the paths after every change of files, after the watches have seen it, and when a version starts to be
   * published. @param requestId that of the request that made the change; undefined for a failover
   */
  readonly onChanged?: (paths: readonly string[], requestId: string | undefined) => void;
}

/** One emulated cluster. Every method first brings the cluster up to the clock's time. */
export interface ImageStore {
  /** Never rejects. A task that takes longer than the request's `timeout` is answered 504 and continues. */
  handle(request: StoreRequest): Promise<HandlerResult>;
  /** Takes a request of which the body is still missing. Its faults are taken now. */
  receive(head: RequestHead): IncomingRequest;
  addFaults(faults: readonly Fault[]): void;
  /** The faults that have not been used yet. */
  faults(): readonly Fault[];
  clearFaults(): void;
  /** The published files, sorted by path. */
  files(): readonly StoredFile[];
  file(path: string): StoredFile | undefined;
  /** True when ImageBuilder would find the folder, which it does by the folder's marker alone. */
  isProvisionable(path: string): boolean;
  /** How a folder differs from a package now. */
  comparePackage(path: string, files: ExpectedFiles): PackageDifferences;
  /** From now on, records every change after which the folder has its marker but is not the package. */
  watchPackage(path: string, files: ExpectedFiles): PackageWatch;
  watches(): readonly PackageWatch[];
  sessions(): readonly UploadSession[];
  /** The types that requests have provisioned, in this order. */
  applicationTypes(): readonly ApplicationType[];
  /** The unfinished tasks, answered or not. Those that are `held` or `publishing` can still change a path. */
  tasks(): readonly Readonly<TaskState>[];
  /** Another replica becomes primary now. */
  failOver(oldContent: OldContent): void;
  /** Starts over with an empty cluster, no faults and no watches. */
  reset(): void;
}

/** Creates an empty image store. */
export function createImageStore(options: ImageStoreOptions): ImageStore {
  const { clock, linux = false, runtimeVersion = 6.4, strictLength = !linux } = options;
  const { rollbackStamps = true, pageSize = Number.POSITIVE_INFINITY, onPublished, onChanged } = options;
  const createEmpty = () =>
    createCluster({ now: () => clock.now(), linux, rollbackStamps, pageSize, onPublished, onChanged });
  const queue = new FaultQueue();
  let cluster = createEmpty();

  const upToDate = (): Cluster => {
    cluster.scheduler.advance();
    return cluster;
  };
  const receive = (head: RequestHead): IncomingRequest =>
    receiveRequest({ clock, queue, runtimeVersion, strictLength, cluster: upToDate }, head);

  return {
    handle: ({ body, ...head }) => receive(head).handle(new Content([body])),
    receive,
    addFaults: (faults) => queue.add(faults),
    faults: () => queue.all(),
    clearFaults: () => queue.clear(),
    files: () => upToDate().files.all(),
    file: (path) => upToDate().files.get(path),
    isProvisionable: (path) => upToDate().files.hasMarker(path),
    comparePackage: (path, files) => comparePackage(upToDate().files, path, files),
    watchPackage: (path, files) => upToDate().watches.add(path, files),
    watches: () => upToDate().watches.all(),
    sessions: () => upToDate().sessions.all(),
    applicationTypes: () => upToDate().applicationTypes,
    tasks: () => upToDate().scheduler.running(),
    failOver: (oldContent) => failOver(upToDate(), oldContent),
    reset: () => {
      cluster = createEmpty();
      queue.clear();
    },
  };
}
