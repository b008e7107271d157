// The package's folder in the image store: what lies there before, whether it is the package in the end, and its markers.
import type { Attempt } from '../image-store/attempt.js';
import { runAll } from '../shared/run-all.js';
import {
  type ListingFailure,
  listFolder,
  listFolders,
  listTree,
  type PathKey,
  type StoreEntry,
} from './folder-listing.js';
import { lookUpContent } from './lookups.js';
import type { Package } from './package.js';
import type { PackageFile } from './package-files.js';
import { isApplicationManifest } from './package-folder.js';
import { markerName, nameOf, storeKey } from './path-rules.js';
import { failedTransfer, type RepeatedRequest, repeatRequest, type UploadContext } from './requests.js';
import { isDeleted } from './transfer-policy.js';

/** Where a package goes. */
export interface PackageTarget {
  readonly package: Package;
  readonly imageStorePath: string;
  readonly keyOf: PathKey;
}

/** What lies at the package's path before anything is sent. */
export type Inspection =
  | { readonly kind: 'empty' }
  /** A package, or a part of this one. */
  | { readonly kind: 'package'; readonly hasMarker: boolean }
  /** Something else, which nobody asked to replace: the paths of what is not part of this package. */
  | { readonly kind: 'foreign'; readonly paths: readonly string[] }
  | ListingFailure;

/** Finds out what lies at the path. Changes nothing. */
export async function inspect(target: Omit<PackageTarget, 'keyOf'>, context: UploadContext): Promise<Inspection> {
  const { imageStorePath } = target;
  const root = await listFolder(imageStorePath, context);
  if (root.kind === 'failed') return root;
  if (root.kind === 'notFound') return { kind: 'empty' };
  if (root.kind === 'file') return { kind: 'foreign', paths: [imageStorePath] };
  const names = [...root.files.keys()];
  const hasMarker = names.some(isMarkerName);
  if (names.some(isApplicationManifest)) return { kind: 'package', hasMarker };
  if (names.length === 0 && root.folders.size === 0) return { kind: 'empty' };
  // Letter case does not make content foreign, whatever the system of the cluster.
  const known = knownPaths({ ...target, keyOf: storeKey });
  const isKnownFolder = (path: string): boolean => known.folders.has(storeKey(path));
  const entries = await listTree(imageStorePath, isKnownFolder, context);
  if ('kind' in entries) return entries;
  const foreign = entries.filter((entry) => !isKnown(entry, known, storeKey));
  return foreign.length === 0
    ? { kind: 'package', hasMarker }
    : { kind: 'foreign', paths: foreign.map(({ path }) => path) };
}

function isMarkerName(name: string): boolean {
  return storeKey(name) === markerName;
}

interface KnownPaths {
  readonly files: ReadonlyMap<string, PackageFile>;
  readonly folders: ReadonlySet<string>;
}

/** The package's own paths in the store, by their keys. */
function knownPaths(target: PackageTarget): KnownPaths {
  const { package: content, keyOf } = target;
  return {
    files: new Map(content.files.map((file) => [keyOf(file.storePath), file])),
    folders: new Set(folderPaths(target).map(keyOf)),
  };
}

/** The paths of the package's folders in the store, its root first. */
function folderPaths({ package: content, imageStorePath }: Omit<PackageTarget, 'keyOf'>): readonly string[] {
  return [imageStorePath, ...content.folders.map((path) => `${imageStorePath}/${path}`)];
}

/** Whether an entry is a part of the package, or the marker of one of its folders. */
function isKnown({ path, file }: StoreEntry, { files, folders }: KnownPaths, keyOf: PathKey): boolean {
  if (file === undefined) return folders.has(keyOf(path));
  return isMarkerName(nameOf(path)) || files.has(keyOf(path));
}

/** How the folder differs from the package. */
export interface FolderDifferences {
  readonly kind: 'compared';
  /** Files that are not there, or are still being published. */
  readonly missing: readonly PackageFile[];
  /** Files that have another size. */
  readonly wrong: readonly PackageFile[];
  /** The paths of files and folders that are not part of the package. */
  readonly stale: readonly string[];
}

/** Lists every folder of the package, side by side, and compares the size of every file. */
export async function compareFolder(
  target: PackageTarget,
  context: UploadContext,
): Promise<FolderDifferences | ListingFailure> {
  const { keyOf } = target;
  const known = knownPaths(target);
  const entries = await listFolders(folderPaths(target), context);
  if ('kind' in entries) return entries;
  const stale = entries.filter((entry) => !isKnown(entry, known, keyOf)).map(({ path }) => path);
  const sizes = new Map(entries.map(({ path, file }) => [keyOf(path), file?.sizeBytes]));
  const missing: PackageFile[] = [];
  const wrong: PackageFile[] = [];
  await runAll(target.package.files, context.limits.concurrency, async (file) => {
    const listed = sizes.get(keyOf(file.storePath));
    const sizeBytes = listed ?? (mayBeLeftOut(file) ? await lookUpSize(file, context) : undefined);
    if (sizeBytes === undefined) missing.push(file);
    else if (sizeBytes !== file.sizeBytes) wrong.push(file);
  });
  return { kind: 'compared', missing, wrong, stale };
}

/** Whether the store can leave the file out where two pages of a listing meet: it decodes its name (NamingUri.cpp). */
function mayBeLeftOut({ storePath }: PackageFile): boolean {
  return /%[\da-f]{2}/i.test(storePath);
}

/**
 * Asks for one file. Not for one that no listing can leave out: this also finds what is still being published and may be
 * rolled back, unlike the listing of a folder (ProcessListRequestAsyncOperation.cpp).
 */
async function lookUpSize({ storePath }: PackageFile, context: UploadContext): Promise<number | undefined> {
  const found = await lookUpContent(storePath, context);
  return found.kind === 'found' ? found.file.sizeBytes : undefined;
}

/** A request that did not succeed. */
export interface RequestFailure {
  readonly subject: string;
  readonly attempt: Attempt;
}

/** Deletes content that may be gone already. @returns why that failed */
export async function remove(path: string, context: UploadContext): Promise<RequestFailure | undefined> {
  return change(
    {
      subject: path,
      send: () => context.store.deleteContent(path, { ...context.limits, signal: context.signal }),
      failureOf: (attempt) => (isDeleted(attempt) ? undefined : attempt),
      isUrgent: true,
    },
    context,
  );
}

/** Deletes an upload session that may be gone already. @returns why that failed */
export async function removeSession(sessionId: string, context: UploadContext): Promise<RequestFailure | undefined> {
  return change(
    {
      subject: sessionId,
      send: () => context.store.deleteSession(sessionId, { ...context.limits, signal: context.signal }),
      failureOf: (attempt) => (isDeleted(attempt) ? undefined : attempt),
    },
    context,
  );
}

/** Sends a request that changes something until its result is final, and counts it. */
async function change(request: RepeatedRequest<Attempt>, context: UploadContext): Promise<RequestFailure | undefined> {
  const send = (): Promise<Attempt> => {
    context.countAttempt();
    return request.send();
  };
  const attempt = request.failureOf(await repeatRequest({ ...request, send }, context));
  return attempt && { subject: request.subject, attempt };
}

/** Writes the marker of a folder. @returns why that failed */
export async function writeMarker(folder: string, context: UploadContext): Promise<RequestFailure | undefined> {
  return change({ ...markerRequest(folder, context), failureOf: failedTransfer }, context);
}

function markerRequest(folder: string, { store, limits, signal }: UploadContext) {
  const subject = `${folder}/${markerName}`;
  const onProgress = (): void => undefined;
  return { subject, send: () => store.putFile(subject, undefined, { ...limits, signal, onProgress }) };
}

/** How writing the root's marker ended. It stands when it is `marked`, and never will when it is `notMarked`. */
export type RootMarking = { readonly kind: 'marked' } | ({ readonly kind: 'notMarked' | 'unknown' } & RequestFailure);

/**
 * Writes the root's marker. When no answer settles it, the listing of the folder can: unlike a look-up of the marker
 * itself it leaves out what is being published and may be rolled back (ProcessListRequestAsyncOperation.cpp). A marker
 * that is not listed may still come.
 */
export async function writeRootMarker(folder: string, context: UploadContext): Promise<RootMarking> {
  const { subject, send } = markerRequest(folder, context);
  let mayHaveArrived = false;
  const sendMarker = async (): Promise<Attempt> => {
    const attempt = await send();
    mayHaveArrived ||= isAmbiguous(attempt);
    return attempt;
  };
  const failure = await change({ subject, send: sendMarker, failureOf: failedTransfer }, context);
  if (failure === undefined) return { kind: 'marked' };
  if (!mayHaveArrived) return { kind: 'notMarked', ...failure };
  const listing = await listFolder(folder, context);
  const isListed = listing.kind === 'listed' && [...listing.files.keys()].some(isMarkerName);
  return isListed ? { kind: 'marked' } : { kind: 'unknown', ...failure };
}

/** Whether the marker can be there in spite of the answer. */
function isAmbiguous(attempt: Attempt): boolean {
  return attempt.kind === 'response' ? attempt.status < 400 || attempt.status >= 500 : attempt.sent;
}
