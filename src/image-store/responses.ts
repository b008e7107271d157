// What the image store lists: upload sessions and content. Read from unknown, and tolerant of what newer runtimes add.

import { dateMs, elements, member, parseJson, wholeNumber } from '../shared/json.js';
import type { Attempt } from './attempt.js';

/** An upload session as the store lists it. A committed session is still listed, like one that is merely complete. */
export interface UploadSession {
  /** As written in the chunks' URLs. */
  readonly path: string;
  readonly sizeBytes: number;
  /** When the last chunk was added, in milliseconds since 1970. */
  readonly lastChunkMs: number;
  /** What has not been uploaded, as inclusive byte positions; empty when the session is complete. */
  readonly missingRanges: readonly ByteRange[];
}

export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** What a look-up of a session found. */
export type SessionLookup =
  | { readonly kind: 'found'; readonly session: UploadSession }
  | { readonly kind: 'notFound' }
  | LookupFailure;

/** A file in the image store. */
export interface StoredFile {
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

/** What a look-up of a path found; `publishing` is a file whose new version is not there yet. */
export type ContentLookup =
  | { readonly kind: 'found'; readonly file: StoredFile }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'publishing' }
  | LookupFailure;

/** A look-up without a clear answer: what was answered, or why nothing was. */
export interface LookupFailure {
  readonly kind: 'failed';
  readonly attempt: Attempt;
}

/** Reads the answer to GetUploadSession; undefined when it cannot be understood. No body means no such session. */
export function readSession(body: string, sessionId: string): SessionLookup | undefined {
  if (body.trim() === '') return { kind: 'notFound' };
  const sessions = member(parseJson(body), 'uploadsessions');
  if (!Array.isArray(sessions)) return undefined;
  const entry = sessions.find((each) => {
    const id = member(each, 'sessionid');
    return typeof id === 'string' && id.toLowerCase() === sessionId.toLowerCase();
  });
  if (entry === undefined) return sessions.length === 0 ? { kind: 'notFound' } : undefined;

  const path = member(entry, 'storerelativepath');
  const sizeBytes = wholeNumber(member(entry, 'filesize'));
  const lastChunkMs = dateMs(member(entry, 'modifieddate'));
  const ranges = member(entry, 'expectedranges');
  const missingRanges = elements(ranges).map(readRange);
  if (typeof path !== 'string' || !isWellFormed(path) || sizeBytes === undefined || lastChunkMs === undefined) {
    return undefined;
  }
  if (!Array.isArray(ranges) || !missingRanges.every((range) => range !== undefined)) return undefined;
  return { kind: 'found', session: { path, sizeBytes, lastChunkMs, missingRanges } };
}

/** Half a character cannot be part of a URL. */
function isWellFormed(path: string): boolean {
  return !/\p{Surrogate}/u.test(path);
}

function readRange(value: unknown): ByteRange | undefined {
  const start = wholeNumber(member(value, 'startposition'));
  const end = wholeNumber(member(value, 'endposition'));
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** Reads the answer to a listing of a file's path; undefined when it cannot be understood. */
export function readContent(body: string, path: string): ContentLookup | undefined {
  if (body.trim() === '') return { kind: 'notFound' };
  const files = member(parseJson(body), 'storefiles');
  if (!Array.isArray(files)) return undefined;
  const entry = files.find((each) => isSamePath(member(each, 'storerelativepath'), path));
  // A listing without it is that of a folder of this name.
  if (entry === undefined) return { kind: 'notFound' };

  const sizeBytes = wholeNumber(member(entry, 'filesize'));
  const modifiedMs = dateMs(member(entry, 'modifieddate'));
  if (sizeBytes === undefined || modifiedMs === undefined) return undefined;
  return { kind: 'found', file: { sizeBytes, modifiedMs } };
}

/** A session has its path as uploaded, content has it normalised (ProcessRequestAsyncOperation.cpp). */
function isSamePath(listed: unknown, path: string): boolean {
  return typeof listed === 'string' && normalized(listed) === normalized(path);
}

function normalized(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/^[\s/]+|[\s/]+$/g, '')
    .toLowerCase();
}

/** A content path as it stands in a URL. */
export function urlPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
