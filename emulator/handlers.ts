// One handler for each operation: what a request does to the cluster, and how it is answered.

import { type Cluster, isBusy } from './cluster.js';
import { applyFault, failOver } from './fault-effects.js';
import type { PublishOptions, RequestFaults } from './faults.js';
import type { StoredFile } from './file-store.js';
import { type HandlerResult, respondWith } from './handler-result.js';
import { nilSessionId, type ParsedRequest, parseContentRange, parseSessionId } from './request-parser.js';
import { contentBody, sessionsBody } from './response-bodies.js';
import {
  emptyResponse,
  errorResponse,
  jsonResponse,
  noContentResponse,
  noSessionResponse,
  textResponse,
} from './responses.js';
import type { Operation } from './routes.js';
import type { Task, TaskState } from './scheduler.js';
import { expectedRanges, isComplete, joinedBytes } from './upload-sessions.js';

/** A request that has been routed, with what its handler needs. */
export interface RequestContext {
  readonly request: ParsedRequest;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
  readonly state: TaskState;
  readonly faults: RequestFaults;
  readonly deadlineMs: number;
}

/** Returns the result at once, or a task where time can pass. */
type Handler = (cluster: Cluster, context: RequestContext) => HandlerResult | Task;

export const handlers: Readonly<Record<Operation, Handler>> = {
  'commit-session': commitSession,
  'delete-content': deleteContent,
  'delete-session': deleteSession,
  'get-session': getSession,
  'get-session-by-path': getSessionByPath,
  home,
  'list-content': listContent,
  'upload-chunk': uploadChunk,
  'upload-file': uploadFile,
};

/** The gateway looks up the session, then the store commits it (NativeImageStore.cpp), with checks in this order. */
function* commitSession(cluster: Cluster, { request, state, faults }: RequestContext): Task {
  const sessionId = parseSessionId(request.query);
  const listed = sessionId === undefined ? undefined : cluster.sessions.get(sessionId);
  if (sessionId === undefined || listed === undefined || expectedRanges(listed).length > 0) {
    return fail('E_INVALIDARG');
  }
  const faultResult = yield* applyFault(cluster, state, faults.between);
  if (faultResult !== undefined) return faultResult;
  // The store's part: processcommituploadsessionrequestasyncoperation.cpp.
  if (isBusy(cluster, listed.path)) return fail('OperationsPending');
  if (cluster.files.get(listed.path)?.sessionId === sessionId) return succeed();
  const session = cluster.sessions.get(sessionId);
  if (session === undefined) return fail('NotFound');
  if (!isComplete(session)) return fail('E_INVALIDARG');
  const bytes = joinedBytes(session);
  if (BigInt(bytes.byteLength) !== session.sizeBytes) {
    // The cluster's message has the two numbers the wrong way round as well.
    const counts = `expected ${bytes.byteLength} bytes, received ${session.sizeBytes} bytes`;
    return fail('E_INVALIDARG', `Uploading ${session.path} failed (${counts}). Please try again.`);
  }
  return yield* publish(cluster, state, listed.path, bytes, sessionId, faults);
}

/** Publishes a new version as the faults say. The path is busy until that ends: available, rolled back or aborted. */
function* publish(
  cluster: Cluster,
  state: TaskState,
  path: string,
  bytes: Uint8Array,
  sessionId: string | undefined,
  faults: RequestFaults,
): Task {
  if (cluster.files.normalizePath(path) === '') return fail('E_INVALIDARG');
  const options: PublishOptions = { ...faults.before?.publish, ...faults.between?.publish };
  cluster.files.startPublishing(path, bytes, sessionId, cluster.scheduler.nowMs, options.shows ?? 'new-file');
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

/** Adds a chunk; the first one creates the session (imagestorehandler.cpp, NativeImageStore.cpp). */
function uploadChunk(cluster: Cluster, { request, headers, body }: RequestContext): HandlerResult {
  const range = parseContentRange(headers['content-range']);
  if (range === undefined) return fail('FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE');
  const sessionId = parseSessionId(request.query);
  if (sessionId === undefined || sessionId === nilSessionId) return fail('FABRIC_E_INVALID_UPLOAD_SESSION_ID');
  const session = cluster.sessions.get(sessionId);
  if (session !== undefined) {
    if (session.path !== request.path) return fail('FABRIC_E_UPLOAD_SESSION_ID_CONFLICT');
    if (session.sizeBytes !== range.total) return fail('E_INVALIDARG');
    if (!expectedRanges(session).some(({ start, end }) => start <= range.start && range.end <= end)) {
      return fail('FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE');
    }
  }
  cluster.sessions.addChunk(sessionId, request.path, range, body, cluster.scheduler.nowMs);
  return succeed();
}

/** Uploads a whole file. Windows parses a Content-Range here too, but only rejects a malformed one. */
function* uploadFile(cluster: Cluster, { request, headers, body, state, faults }: RequestContext): Task {
  if (!cluster.linux && parseContentRange(headers['content-range']) === undefined) {
    return fail('FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE');
  }
  if (isBusy(cluster, request.path)) return fail('OperationsPending');
  return yield* publish(cluster, state, request.path, body, undefined, faults);
}

/** An unknown session is not an error, but 204. */
function getSession(cluster: Cluster, { request }: RequestContext): HandlerResult {
  const sessionId = parseSessionId(request.query);
  if (sessionId === undefined || sessionId === nilSessionId) return fail('FABRIC_E_INVALID_UPLOAD_SESSION_ID');
  const session = cluster.sessions.get(sessionId);
  if (session === undefined) return respondWith(noSessionResponse());
  return respondWith(jsonResponse(sessionsBody([session], request.apiVersion)));
}

/** Finds sessions by the path in their chunks' URLs. Letter case and slashes matter. */
function getSessionByPath(cluster: Cluster, { request }: RequestContext): HandlerResult {
  const sessions = cluster.sessions.all().filter(({ path }) => path === request.path);
  if (sessions.length === 0) return respondWith(noSessionResponse());
  return respondWith(jsonResponse(sessionsBody(sessions, request.apiVersion)));
}

/** Deletes a session, committed or not, even while its path is busy. */
function deleteSession(cluster: Cluster, { request }: RequestContext): HandlerResult {
  const sessionId = parseSessionId(request.query);
  if (sessionId === undefined || sessionId === nilSessionId) return fail('E_INVALIDARG');
  return cluster.sessions.delete(sessionId) ? succeed() : fail('NotFound');
}

/** Lists a folder or one file (ProcessListRequestAsyncOperation.cpp). */
function listContent({ files: store }: Cluster, { request }: RequestContext): HandlerResult {
  const path = store.normalizePath(request.path);
  const file = path === '' ? undefined : store.listFile(path);
  if (file === 'missing') return fail('FABRIC_E_FILE_NOT_FOUND');
  const { files, folders } = file === undefined ? store.listFolder(path) : { files: [file], folders: [] };
  if (files.length > 0 || folders.length > 0) {
    return respondWith(jsonResponse(contentBody(files, folders, request.apiVersion)));
  }
  // imagestorehandler.h: an empty listing needs a path, which the URL of the root does not have.
  if (path === '') return fail('FABRIC_E_NAME_DOES_NOT_EXIST');
  const exists = store.publishing().some((published) => store.isWithin(path, published.path));
  return respondWith(noContentResponse(exists, request.apiVersion));
}

const namingRetryMs = 5_000; // how long the naming gateway waits before it retries

/** Deletes a file, or a folder with all its files (FileDeleteAsyncOperation.cpp). */
function* deleteContent(cluster: Cluster, { request, deadlineMs }: RequestContext): Task {
  const { files, scheduler } = cluster;
  const isBelow = (file: StoredFile) => files.isWithin(request.path, file.path);
  const path = files.normalizePath(request.path);
  if (path === '') return fail('E_INVALIDARG');
  if (/^(windowsfabric)?store$/i.test(path)) return fail('FABRIC_E_IMAGEBUILDER_RESERVED_DIRECTORY_ERROR');
  // The client never sees FileUpdateInProgress: the naming gateway retries until the request's time is over.
  for (;;) {
    if (isBusy(cluster, path)) return fail('OperationsPending');
    if (!files.publishing().some(isBelow)) break;
    if (scheduler.nowMs + namingRetryMs > deadlineMs) return fail('FABRIC_E_TIMEOUT');
    yield namingRetryMs;
  }
  const deleted = files.all().filter(isBelow);
  for (const file of deleted) files.delete(file.path);
  return deleted.length > 0 ? succeed() : fail('FABRIC_E_FILE_NOT_FOUND');
}

const homePage = '<!DOCTYPE html><title>Service Fabric</title><p>An emulated Service Fabric image store.</p>\n';

/** The cluster's home page. Some clients request it to check that the cluster is reachable. */
function home(): HandlerResult {
  return respondWith(textResponse(200, 'OK', 'text/html; charset=utf-8', homePage));
}

function succeed(): HandlerResult {
  return respondWith(emptyResponse());
}

function fail(code: string, message?: string): HandlerResult {
  return respondWith(errorResponse(code, message === undefined ? {} : { message }));
}
