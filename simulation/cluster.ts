// The simulated cluster: the emulated image store, the uploads and events of a scenario, and a record of what was published.

import type { Fault } from '../emulator/faults.js';
import type { StoredFile } from '../emulator/file-store.js';
import type { HandlerResult } from '../emulator/handler-result.js';
import { createImageStore, type ImageStore } from '../emulator/image-store.js';
import type { SimulatedClock } from './clock.js';
import type { PathState } from './exchanges.js';
import type { ClusterEvent, Upload } from './scenario.js';

export interface SimulatedCluster {
  /** Hands a request to the image store; the faults apply to this request only. */
  send(request: ClusterRequest): Promise<HandlerResult>;
  /** Sends the upload's chunks at its times. */
  scheduleUpload(upload: Upload): void;
  /** Carries the event out now. */
  apply(event: ClusterEvent): void;
  /** Whether requests can still publish something. */
  isWorking(): boolean;
  /** The available file at a path. */
  fileAt(path: string): StoredFile | undefined;
  /** What a listing of the path finds now. */
  pathState(path: string): PathState;
  /** Whether this session's content has ever been available at its path. */
  hasPublished(sessionId: string): boolean;
  /** Whether this session published this version of a file. */
  isPublishedBy(sessionId: string, file: StoredFile): boolean;
}

export interface ClusterRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly faults?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** Receives a line for each step of a simulation. */
export type Trace = ((line: string) => void) | undefined;

/** An empty cluster. */
export function createCluster(clock: SimulatedClock, rollbackStamps: boolean, trace: Trace): SimulatedCluster {
  const publishedBy = new Map<string, string | undefined>();
  const store = createImageStore({
    clock,
    rollbackStamps,
    onPublished: (file) => {
      publishedBy.set(versionOf(file), file.sessionId);
      const writer = file.sessionId === undefined ? 'a PUT' : `session ${file.sessionId}`;
      trace?.(`cluster: published ${file.path}, ${file.bytes.byteLength} bytes, from ${writer}`);
    },
  });
  const send = (request: ClusterRequest): Promise<HandlerResult> => sendTo(store, request);
  return {
    send,
    scheduleUpload: (upload) => {
      for (const { atMs, chunk } of chunksOf(upload)) {
        clock.at(atMs, () => {
          trace?.(`uploader: PUT ${rangeOf(upload, chunk)} of ${upload.path} in session ${upload.sessionId}`);
          void send(chunkRequest(upload, chunk));
        });
      }
    },
    apply: (event) => {
      trace?.(`event: ${JSON.stringify(event)}`);
      if (event.kind === 'failover') store.failOver(event.oldContent);
      else void send(requestFor(event));
    },
    isWorking: () => store.tasks().some(({ stage }) => stage !== 'answering'),
    fileAt: (path) => store.file(path),
    pathState: (path) => pathStateIn(store, path),
    hasPublished: (sessionId) => [...publishedBy.values()].includes(sessionId),
    isPublishedBy: (sessionId, file) => publishedBy.get(versionOf(file)) === sessionId,
  };
}

/** The store takes a request's faults before `handle` returns; the rest is removed so that no other request gets it. */
function sendTo(store: ImageStore, request: ClusterRequest): Promise<HandlerResult> {
  const { method, target, faults = [], headers = {}, body = new Uint8Array(0) } = request;
  store.addFaults(faults);
  const outcome = store.handle({
    method,
    target,
    headers: { 'content-length': String(body.byteLength), ...headers },
    body,
  });
  store.clearFaults();
  return outcome;
}

/** A listing is made at once, so this is what it finds. */
function pathStateIn(store: ImageStore, path: string): PathState {
  const key = path.toLowerCase();
  const publishing = store
    .tasks()
    .find((work) => work.stage === 'publishing' && work.operation !== 'other' && work.busyPath?.toLowerCase() === key);
  return publishing
    ? { kind: 'publishing', sessionId: publishing.sessionId }
    : { kind: 'stable', file: store.file(path) };
}

/** The request with which another client causes the event. */
function requestFor(event: Exclude<ClusterEvent, { kind: 'failover' }>): ClusterRequest {
  switch (event.kind) {
    case 'session deleted':
      return {
        method: 'DELETE',
        target: `/ImageStore/$/DeleteUploadSession?api-version=6.0&session-id=${event.sessionId}`,
      };
    case 'file written':
      return {
        method: 'PUT',
        target: `/ImageStore/${event.path}?api-version=6.0`,
        faults: [{ publish: event.publishing }],
        body: Buffer.alloc(event.sizeBytes, 'w'),
      };
    case 'file deleted':
      return { method: 'DELETE', target: `/ImageStore/${event.path}?api-version=6.0` };
    case 'path busy':
      return { method: 'GET', target: '/', faults: [{ busy: { ms: event.ms, path: event.path } }] };
    case 'other session committed':
      return {
        method: 'POST',
        target: `/ImageStore/$/CommitUploadSession?api-version=6.0&session-id=${event.sessionId}&timeout=60`,
        faults: [{ publish: event.publishing }],
      };
  }
}

/** Inclusive byte positions, and how many bytes are really sent. */
interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly sentBytes: number;
}

/** The chunks of an upload, with their simulated times. */
function chunksOf({ kind, sizeBytes, atMs, lateMs }: Upload): readonly { atMs: number; chunk: Chunk }[] {
  const half = Math.floor(sizeBytes / 2);
  const firstHalf = { start: 0, end: half - 1, sentBytes: half };
  const secondHalf = { start: half, end: sizeBytes - 1, sentBytes: sizeBytes - half };
  switch (kind) {
    case 'not started':
      return [];
    case 'empty':
      return [{ atMs, chunk: { start: 0, end: 0, sentBytes: 0 } }];
    case 'short chunk':
      return [{ atMs, chunk: { start: 0, end: sizeBytes - 1, sentBytes: sizeBytes - 1 } }];
    case 'incomplete':
      return [{ atMs, chunk: firstHalf }];
    case 'completed late':
      return [
        { atMs, chunk: firstHalf },
        { atMs: lateMs, chunk: secondHalf },
      ];
    case 'complete':
      return [
        { atMs: atMs - 50, chunk: firstHalf },
        { atMs, chunk: secondHalf },
      ];
  }
}

function rangeOf({ sizeBytes }: Upload, { start, end }: Chunk): string {
  return `bytes ${start}-${end}/${sizeBytes}`;
}

function chunkRequest(upload: Upload, chunk: Chunk): ClusterRequest {
  const { path, sessionId } = upload;
  return {
    method: 'PUT',
    target: `/ImageStore/${path}/$/UploadChunk?api-version=6.0&session-id=${sessionId}`,
    headers: { 'content-range': rangeOf(upload, chunk) },
    body: Buffer.alloc(chunk.sentBytes, sessionId),
  };
}

/** One counter numbers the versions of all files; each new primary has a new configuration and restarts the counter. */
function versionOf({ version }: StoredFile): string {
  return `${version.configuration}:${version.number}`;
}
