// What each request does to the cluster, step by step, and what it is answered.

import { type Cluster, isBusy } from './cluster.js';
import { failOver, meet } from './fault-effects.js';
import type { MetFaults, Publishing } from './faults.js';
import type { StoredFile } from './file-store.js';
import { answered, type Outcome } from './handler-result.js';
import { type Call, NIL_SESSION_ID, type Operation, readContentRange, readSessionId } from './request-parser.js';
import { contentListing, sessionListing } from './response-bodies.js';
import { emptyAnswer, errorAnswer, jsonAnswer, noContentAnswer, noSessionAnswer, textAnswer } from './responses.js';
import type { Story, Work } from './scheduler.js';
import { expectedRanges, isOnePiece, mergedBytes } from './upload-sessions.js';

/** One request that has found its operation. */
export interface Asked {
  readonly call: Call;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
  readonly work: Work;
  readonly faults: MetFaults;
  readonly deadlineMs: number;
}

/** At once, or step by step where time may pass. */
type Perform = (cluster: Cluster, asked: Asked) => Outcome | Story;

/** What the operations do. */
export const OPERATIONS: Readonly<Record<Operation, Perform>> = {
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

/** Two calls in one: list the session, then commit it (NativeImageStore.cpp, then the store's own checks in order). */
function* commitSession(cluster: Cluster, { call, work, faults }: Asked): Story {
  const sessionId = readSessionId(call.query);
  const listed = sessionId === undefined ? undefined : cluster.sessions.get(sessionId);
  if (sessionId === undefined || listed === undefined || expectedRanges(listed).length > 0) {
    return failed('E_INVALIDARG');
  }
  const met = yield* meet(cluster, work, faults.between);
  if (met !== undefined) {
    return met;
  }
  // From here on processcommituploadsessionrequestasyncoperation.cpp.
  if (isBusy(cluster, listed.path)) {
    return failed('OperationsPending');
  }
  if (cluster.content.get(listed.path)?.sessionId === sessionId) {
    return succeeded();
  }
  const session = cluster.sessions.get(sessionId);
  if (session === undefined) {
    return failed('NotFound');
  }
  if (!isOnePiece(session)) {
    return failed('E_INVALIDARG');
  }
  const bytes = mergedBytes(session);
  if (BigInt(bytes.byteLength) !== session.sizeBytes) {
    // The real sentence has the two numbers the wrong way round as well.
    const counts = `expected ${bytes.byteLength} bytes, received ${session.sizeBytes} bytes`;
    return failed('E_INVALIDARG', `Uploading ${session.path} failed (${counts}). Please try again.`);
  }
  return yield* publish(cluster, work, listed.path, bytes, sessionId, faults);
}

/** The work that makes a path busy: a new version in transit, then available, rolled back, or cut short. */
function* publish(
  cluster: Cluster,
  work: Work,
  path: string,
  bytes: Uint8Array,
  sessionId: string | undefined,
  faults: MetFaults,
): Story {
  if (cluster.content.normalised(path) === '') {
    return failed('E_INVALIDARG');
  }
  const plan: Publishing = { ...faults.before?.publish, ...faults.between?.publish };
  cluster.content.begin(path, bytes, sessionId, cluster.schedule.nowMs, plan.shows ?? 'new-file');
  work.stage = 'publishing';
  work.holds = path;
  if (plan.ms !== undefined && plan.ms > 0) {
    yield plan.ms;
  }
  work.stage = 'answering';
  work.holds = undefined;
  switch (plan.ends) {
    case 'rollback':
      cluster.content.rollBack(path, plan.oldContent ?? 'kept', cluster.rollbackStamps);
      return failed('0x80070070'); // the disk is full
    case 'failover':
      failOver(cluster, plan.oldContent ?? 'lost', work);
      return failed('E_ABORT');
    default:
      cluster.content.publish(path);
      return succeeded();
  }
}

/** A chunk of a session, which begins with its first one (imagestorehandler.cpp, NativeImageStore.cpp). */
function uploadChunk(cluster: Cluster, { call, headers, body }: Asked): Outcome {
  const range = readContentRange(headers['content-range']);
  if (range === undefined) {
    return failed('FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE');
  }
  const sessionId = readSessionId(call.query);
  if (sessionId === undefined || sessionId === NIL_SESSION_ID) {
    return failed('FABRIC_E_INVALID_UPLOAD_SESSION_ID');
  }
  const session = cluster.sessions.get(sessionId);
  if (session !== undefined) {
    if (session.path !== call.path) {
      return failed('FABRIC_E_UPLOAD_SESSION_ID_CONFLICT');
    }
    if (session.sizeBytes !== range.total) {
      return failed('E_INVALIDARG');
    }
    if (!expectedRanges(session).some(({ start, end }) => start <= range.start && range.end <= end)) {
      return failed('FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE');
    }
  }
  cluster.sessions.add(sessionId, call.path, range, body, cluster.schedule.nowMs);
  return succeeded();
}

/** A whole file at once, an empty one too; on Windows a Content-Range is read here as well, and only its form matters. */
function* uploadFile(cluster: Cluster, { call, headers, body, work, faults }: Asked): Story {
  if (!cluster.linux && readContentRange(headers['content-range']) === undefined) {
    return failed('FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE');
  }
  if (isBusy(cluster, call.path)) {
    return failed('OperationsPending');
  }
  return yield* publish(cluster, work, call.path, body, undefined, faults);
}

/** Nothing known is no error, but 204. */
function getSession(cluster: Cluster, { call }: Asked): Outcome {
  const sessionId = readSessionId(call.query);
  if (sessionId === undefined || sessionId === NIL_SESSION_ID) {
    return failed('FABRIC_E_INVALID_UPLOAD_SESSION_ID');
  }
  const session = cluster.sessions.get(sessionId);
  return answered(session === undefined ? noSessionAnswer() : jsonAnswer(sessionListing([session], call.apiVersion)));
}

/** By the very path of the chunks' URLs: letter case and slashes count. */
function getSessionByPath(cluster: Cluster, { call }: Asked): Outcome {
  const sessions = cluster.sessions.all().filter(({ path }) => path === call.path);
  return answered(sessions.length === 0 ? noSessionAnswer() : jsonAnswer(sessionListing(sessions, call.apiVersion)));
}

/** Forgets a session, committed or not, whatever is going on at its path. */
function deleteSession(cluster: Cluster, { call }: Asked): Outcome {
  const sessionId = readSessionId(call.query);
  if (sessionId === undefined || sessionId === NIL_SESSION_ID) {
    return failed('E_INVALIDARG');
  }
  return cluster.sessions.delete(sessionId) ? succeeded() : failed('NotFound');
}

/** A folder, or one file (ProcessListRequestAsyncOperation.cpp). */
function listContent(cluster: Cluster, { call }: Asked): Outcome {
  const folder = cluster.content.normalised(call.path);
  const shown = folder === '' ? undefined : cluster.content.shown(folder);
  if (shown === 'missing') {
    return failed('FABRIC_E_FILE_NOT_FOUND');
  }
  const { files, folders } = shown === undefined ? cluster.content.shownIn(folder) : { files: [shown], folders: [] };
  if (files.length > 0 || folders.length > 0) {
    return answered(jsonAnswer(contentListing(files, folders, call.apiVersion)));
  }
  if (folder === '') {
    return failed('FABRIC_E_NAME_DOES_NOT_EXIST'); // imagestorehandler.h asks for a path that the root's URL lacks
  }
  const exists = cluster.content.transits().some(({ path }) => cluster.content.isWithin(folder, path));
  return answered(noContentAnswer(exists, call.apiVersion));
}

const NAMING_RETRY_MS = 5_000;

/** A file, or a folder with all below it (FileDeleteAsyncOperation.cpp). */
function* deleteContent(cluster: Cluster, { call, deadlineMs }: Asked): Story {
  const { content, schedule } = cluster;
  const isBelow = (file: StoredFile) => content.isWithin(call.path, file.path);
  const path = content.normalised(call.path);
  if (path === '') {
    return failed('E_INVALIDARG');
  }
  if (/^(windowsfabric)?store$/i.test(path)) {
    return failed('FABRIC_E_IMAGEBUILDER_RESERVED_DIRECTORY_ERROR');
  }
  // FileUpdateInProgress never shows: the naming gateway asks again until the time is over.
  for (;;) {
    if (isBusy(cluster, path)) {
      return failed('OperationsPending');
    }
    if (!content.transits().some(isBelow)) {
      break;
    }
    if (schedule.nowMs + NAMING_RETRY_MS > deadlineMs) {
      return failed('FABRIC_E_TIMEOUT');
    }
    yield NAMING_RETRY_MS;
  }
  const doomed = content.files().filter(isBelow);
  for (const file of doomed) {
    content.delete(file.path);
  }
  return doomed.length > 0 ? succeeded() : failed('FABRIC_E_FILE_NOT_FOUND');
}

/** The cluster's front page; some clients ask for it to see whether anybody is there. */
function home(): Outcome {
  return answered(textAnswer(200, 'OK', 'text/html; charset=utf-8', HOME));
}

const HOME = '<!DOCTYPE html><title>Service Fabric</title><p>An emulated Service Fabric image store.</p>\n';

function succeeded(): Outcome {
  return answered(emptyAnswer());
}

function failed(code: string, message?: string): Outcome {
  return answered(errorAnswer(code, message === undefined ? {} : { message }));
}
