// The handlers of content: whole files are uploaded, files and folders are listed and deleted.

import type { Cluster } from './cluster.js';
import { fail, type HandlerResult, respondWith, succeed } from './handler-result.js';
import { listFolder, parseContinuationToken, toContinuationToken } from './listing.js';
import { publish, waitUntilFree } from './publishing.js';
import type { RequestContext } from './request-context.js';
import { parseContentRange } from './request-parser.js';
import { contentBody, isPaged } from './response-bodies.js';
import { jsonResponse, noContentResponse } from './responses.js';
import type { Task } from './scheduler.js';

/** Uploads a whole file. Windows parses a Content-Range here too, but only rejects a malformed one. */
export function* uploadFile(
  cluster: Cluster,
  { request, headers, body, state, faults, deadlineMs }: RequestContext,
): Task {
  if (!cluster.linux && parseContentRange(headers['content-range']) === undefined) {
    return fail('FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE');
  }
  const isFree = yield* waitUntilFree(cluster, request.path, { deadlineMs, andBelow: false });
  if (!isFree) return fail('FABRIC_E_TIMEOUT');
  return yield* publish(cluster, { path: request.path, content: body, sessionId: undefined, state, faults });
}

/** Lists a folder or one file (ProcessListRequestAsyncOperation.cpp). */
export function listContent(cluster: Cluster, { request }: RequestContext): HandlerResult {
  const store = cluster.files;
  const path = store.normalizePath(request.path);
  const file = path === '' ? undefined : store.listFile(path);
  // A path can be both: Windows then lists the folder, Linux the file.
  if (file !== undefined && (cluster.linux || !store.isFolder(path))) {
    if (file === 'missing') return fail('FABRIC_E_FILE_NOT_FOUND');
    return respondWith(jsonResponse(contentBody([file], [], request.apiVersion, '')));
  }
  const fromPath = isPaged(request.apiVersion) ? parseContinuationToken(request.query.get(tokenName) ?? '') : '';
  const page = listFolder(store, path, fromPath, cluster.pageSize);
  // StorePagedContentInfo.cpp, EntryTooLarge: what does not fit into one message needs pages.
  if (page.nextPath !== '' && !isPaged(request.apiVersion)) return fail('FABRIC_E_VALUE_TOO_LARGE');
  if (page.files.length > 0 || page.folders.length > 0) {
    const token = toContinuationToken(page.nextPath, cluster.linux);
    return respondWith(jsonResponse(contentBody(page.files, page.folders, request.apiVersion, token)));
  }
  // imagestorehandler.h: an empty listing needs a path, which the URL of the root does not have.
  if (path === '') return fail('FABRIC_E_NAME_DOES_NOT_EXIST');
  // processcheckexistencerequestasyncoperation.cpp: a folder exists by its marker.
  return respondWith(noContentResponse(store.isStable(path) || store.hasMarker(path), request.apiVersion));
}

const tokenName = 'ContinuationToken'; // Constants.cpp of the gateway

/** Deletes a file, or a folder with all its files (FileDeleteAsyncOperation.cpp). */
export function* deleteContent(cluster: Cluster, { request, deadlineMs }: RequestContext): Task {
  const { files } = cluster;
  const path = files.normalizePath(request.path);
  if (path === '') return fail('E_INVALIDARG');
  if (/^(windowsfabric)?store$/i.test(path)) return fail('FABRIC_E_IMAGEBUILDER_RESERVED_DIRECTORY_ERROR');
  const isFree = yield* waitUntilFree(cluster, path, { deadlineMs, andBelow: true });
  if (!isFree) return fail('FABRIC_E_TIMEOUT');
  const isFolder = files.isFolder(path);
  const paths = files.all().map((file) => file.path);
  const deleted = paths.filter((other) => (isFolder ? files.isBelow(path, other) : files.isSame(path, other)));
  files.delete(deleted);
  return deleted.length > 0 ? succeed() : fail('FABRIC_E_FILE_NOT_FOUND');
}
