// One handler for each operation: what a request does to the cluster, and how it is answered. Those of sessions are here.

import { type Cluster, isBusy } from './cluster.js';
import { deleteContent, listContent, uploadFile } from './content-handlers.js';
import { applyFault } from './fault-effects.js';
import { fail, type HandlerResult, respondWith, succeed } from './handler-result.js';
import { provisionType } from './provisioning.js';
import { publish } from './publishing.js';
import type { RequestContext } from './request-context.js';
import { nilSessionId, parseContentRange, parseSessionId } from './request-parser.js';
import { sessionsBody } from './response-bodies.js';
import { jsonResponse, noSessionResponse, textResponse } from './responses.js';
import type { Operation } from './routes.js';
import type { Task } from './scheduler.js';
import { expectedRanges, isComplete, joinChunks } from './upload-sessions.js';

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
  'provision-type': provisionType,
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
  const content = joinChunks(session);
  if (BigInt(content.sizeBytes) !== session.sizeBytes) {
    // The cluster's message has the two numbers the wrong way round as well.
    const counts = `expected ${content.sizeBytes} bytes, received ${session.sizeBytes} bytes`;
    return fail('E_INVALIDARG', `Uploading ${session.path} failed (${counts}). Please try again.`);
  }
  return yield* publish(cluster, { path: listed.path, content, sessionId, state, faults });
}

/** The gateway looks up or creates the session (NativeImageStore.cpp), then the store adds the chunk. */
function* uploadChunk(cluster: Cluster, { request, headers, body, state, faults }: RequestContext): Task {
  const range = parseContentRange(headers['content-range']);
  if (range === undefined) return fail('FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE');
  const sessionId = parseSessionId(request.query);
  if (sessionId === undefined || sessionId === nilSessionId) return fail('FABRIC_E_INVALID_UPLOAD_SESSION_ID');
  const session = cluster.sessions.get(sessionId);
  if (session === undefined) {
    cluster.sessions.create(sessionId, request.path, range.total, cluster.scheduler.nowMs);
  } else {
    if (session.path !== request.path) return fail('FABRIC_E_UPLOAD_SESSION_ID_CONFLICT');
    if (session.sizeBytes !== range.total) return fail('E_INVALIDARG');
    if (!expectedRanges(session).some(({ start, end }) => start <= range.start && range.end <= end)) {
      return fail('FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE');
    }
  }
  const faultResult = yield* applyFault(cluster, state, faults.between);
  if (faultResult !== undefined) return faultResult;
  // The store's part: uploadsessionmap.cpp, UploadSessionMetadata.cpp.
  const outcome = cluster.sessions.addChunk(sessionId, range, body, cluster.scheduler.nowMs);
  if (outcome === 'no-session') return fail('NotFound');
  return outcome === 'overlap' ? fail('FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE') : succeed();
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

const homePage = '<!DOCTYPE html><title>Service Fabric</title><p>An emulated Service Fabric image store.</p>\n';

/** The cluster's home page. Some clients request it to check that the cluster is reachable. */
function home(): HandlerResult {
  return respondWith(textResponse(200, 'OK', 'text/html; charset=utf-8', homePage));
}
