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
  /** Differs between any two versions of a file; nothing else can be learnt from it. Missing when it was not understood. */
  readonly version?: string;
}

/** What a look-up of a path found; `publishing` is a file whose new version is not there yet. */
export type ContentLookup =
  | { readonly kind: 'found'; readonly file: StoredFile }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'publishing' }
  | LookupFailure;

/**
 * What a listing of a folder found, a page at a time: `file` when the path is that of a file, `notFound` also for a folder
 * without files and without a marker.
 */
export type FolderLookup =
  | { readonly kind: 'page'; readonly page: FolderPage }
  | { readonly kind: 'empty' }
  | { readonly kind: 'file' }
  | { readonly kind: 'notFound' }
  | LookupFailure;

/** A look-up without a clear answer: what was answered, or why nothing was. */
export interface LookupFailure {
  readonly kind: 'failed';
  readonly attempt: Attempt;
}

/**
 * Reads the body of a 200 to GetUploadSession. Only what is understood completely is a session: anything else (a blank
 * body, an empty list, another session, ranges or dates that cannot be) shows nothing, least of all that there is none.
 * @param serverMs the server's own clock when it answered, in milliseconds since 1970; undefined when it did not say
 */
export function readSession(body: string, sessionId: string, serverMs: number | undefined): UploadSession | undefined {
  const entry = elements(member(parseJson(body), 'uploadsessions')).find((each) => {
    const id = member(each, 'sessionid');
    return typeof id === 'string' && id.toLowerCase() === sessionId.toLowerCase();
  });
  const path = readPath(member(entry, 'storerelativepath'));
  const sizeBytes = wholeNumber(member(entry, 'filesize'));
  const lastChunkMs = readDate(member(entry, 'modifieddate'), serverMs);
  const ranges = member(entry, 'expectedranges');
  if (path === undefined || sizeBytes === undefined || lastChunkMs === undefined || !Array.isArray(ranges)) {
    return undefined;
  }
  const missingRanges = ranges.map((range) => readRange(range, sizeBytes));
  if (!missingRanges.every((range) => range !== undefined)) return undefined;
  return { path, sizeBytes, lastChunkMs, missingRanges };
}

/** A path that can be looked up: `..` would lead elsewhere, and half a character cannot be part of a URL. */
function readPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || normalized(value) === '' || /\p{Surrogate}/u.test(value)) return undefined;
  return value.split(/[\\/]/).some((segment) => /^\.{1,2}$/.test(segment.trim())) ? undefined : value;
}

function readRange(value: unknown, sizeBytes: number): ByteRange | undefined {
  const start = wholeNumber(member(value, 'startposition'));
  const end = wholeNumber(member(value, 'endposition'));
  if (start === undefined || end === undefined || start > end) return undefined;
  // The store expects 0-0 of an empty file, which no chunk can bring (UploadSessionMetadata.cpp).
  return end < Math.max(1, sizeBytes) ? { start, end } : undefined;
}

/** No store of this kind is older. */
const earliestMs = Date.UTC(2000, 0);
/** Dates can come from two nodes of the cluster, whose clocks differ. */
export const clockSkewMs = 2 * 60_000;

/** A date that can be true: neither before there were such stores nor ahead of the server's own clock. */
function readDate(value: unknown, serverMs: number | undefined): number | undefined {
  const ms = dateMs(value);
  if (ms === undefined || ms < earliestMs) return undefined;
  return serverMs !== undefined && ms > serverMs + clockSkewMs ? undefined : ms;
}

/**
 * Reads the body of a 200 to a listing of a file's path; undefined when the file is not in it. That is no evidence of
 * its absence: for an absent file the store answers 404.
 * @param serverMs the server's own clock when it answered, in milliseconds since 1970; undefined when it did not say
 */
export function readContent(body: string, path: string, serverMs: number | undefined): StoredFile | undefined {
  const files = elements(member(parseJson(body), 'storefiles'));
  const entry = files.find((each) => isSamePath(member(each, 'storerelativepath'), path));
  return readFile(entry, serverMs);
}

function readFile(entry: unknown, serverMs: number | undefined): StoredFile | undefined {
  const sizeBytes = wholeNumber(member(entry, 'filesize'));
  const modifiedMs = readDate(member(entry, 'modifieddate'), serverMs);
  if (sizeBytes === undefined || modifiedMs === undefined) return undefined;
  const version = readVersion(member(entry, 'fileversion'));
  return { sizeBytes, modifiedMs, ...(version !== undefined && { version }) };
}

/** Three numbers of 64 bits, of which each primary of the store counts one from the start (RequestManager.cpp). */
function readVersion(value: unknown): string | undefined {
  const numbers = ['epochdatalossnumber', 'epochconfigurationnumber', 'versionnumber'].map((name) =>
    String(member(value, name)),
  );
  return numbers.every((number) => /^-?\d+$/.test(number)) ? numbers.join('.') : undefined;
}

/** A file as the listing of its folder has it. */
export type ListedFile = Pick<StoredFile, 'sizeBytes' | 'version'>;

/** One page of a folder's listing. Files and subfolders by their names in the folder; not what is below the subfolders. */
export interface FolderPage {
  readonly files: ReadonlyMap<string, ListedFile>;
  readonly folders: ReadonlySet<string>;
  /** Leads to the next page, as the store wrote it; empty on the last one. */
  readonly continuationToken: string;
}

/**
 * Reads the body of a 200 to a listing of a folder. Undefined unless all of it was understood: what was not seen
 * completely proves nothing.
 */
export function readFolderPage(body: string, folder: string): FolderPage | undefined {
  const listing = parseJson(body);
  const [entries, subfolders] = [member(listing, 'storefiles'), member(listing, 'storefolders')];
  const continuationToken = member(listing, 'continuationtoken');
  if (!Array.isArray(entries) || !Array.isArray(subfolders) || typeof continuationToken !== 'string') return undefined;
  const files = new Map<string, ListedFile>();
  const folders = new Set<string>();
  for (const entry of entries) {
    const name = nameIn(folder, member(entry, 'storerelativepath'));
    const sizeBytes = wholeNumber(member(entry, 'filesize'));
    if (name === undefined || sizeBytes === undefined) return undefined;
    const version = readVersion(member(entry, 'fileversion'));
    files.set(name, { sizeBytes, ...(version !== undefined && { version }) });
  }
  for (const entry of subfolders) {
    const name = nameIn(folder, member(entry, 'storerelativepath'));
    if (name === undefined) return undefined;
    folders.add(name);
  }
  return { files, folders, continuationToken };
}

/** The last segment of a listed path, when the rest of it is the folder. */
function nameIn(folder: string, listed: unknown): string | undefined {
  const path = readPath(listed)
    ?.replaceAll('\\', '/')
    .replace(/^[\s/]+|\/+$/g, '');
  const end = path?.lastIndexOf('/') ?? -1;
  if (path === undefined || end < 0 || !isSamePath(path.slice(0, end), folder)) return undefined;
  return path.slice(end + 1);
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
