// Whole listings of folders in the image store, page by page. What was not seen completely proves nothing.
import type { Attempt } from '../image-store/attempt.js';
import type { ListedFile } from '../image-store/responses.js';
import { runAll } from '../shared/run-all.js';
import { storeKey } from './path-rules.js';
import { failedLookup, lookupDeadlineMs, repeatRequest, type UploadContext } from './requests.js';

/** All pages of the listing of one folder. */
export interface FolderListing {
  readonly kind: 'listed';
  /** Files and subfolders by their names as the store writes them. */
  readonly files: ReadonlyMap<string, ListedFile>;
  readonly folders: ReadonlySet<string>;
}

/** A listing that is not complete: a request failed or, without an attempt, the pages do not end. */
export interface ListingFailure {
  readonly kind: 'failed';
  readonly path: string;
  readonly attempt?: Attempt;
}

/** Lists a folder; `file` when the path is that of a file. */
export async function listFolder(
  path: string,
  context: UploadContext,
): Promise<FolderListing | ListingFailure | { readonly kind: 'file' } | { readonly kind: 'notFound' }> {
  const { store, signal } = context;
  const files = new Map<string, ListedFile>();
  const folders = new Set<string>();
  const tokens = new Set<string>();
  for (let token = ''; ; ) {
    const currentToken = token;
    const found = await repeatRequest(
      {
        subject: path,
        send: () => store.listFolder(path, currentToken, lookupDeadlineMs, signal),
        failureOf: failedLookup,
        isUrgent: true,
      },
      context,
    );
    if (found.kind === 'failed') return { kind: 'failed', path, attempt: found.attempt };
    // Behind the first page, a folder that is gone means that somebody else changes it.
    if (found.kind !== 'page') {
      if (tokens.size > 0) return { kind: 'failed', path };
      return found.kind === 'empty' ? { kind: 'listed', files, folders } : { kind: found.kind };
    }
    for (const [name, file] of found.page.files) files.set(name, file);
    for (const name of found.page.folders) folders.add(name);
    token = found.page.continuationToken;
    if (token === '') return { kind: 'listed', files, folders };
    if (tokens.has(token)) return { kind: 'failed', path };
    tokens.add(token);
  }
}

/** A file or a folder in the store, by its whole path. */
export interface StoreEntry {
  readonly path: string;
  /** Missing for a folder. */
  readonly file?: ListedFile;
}

/** Lists folders side by side. Those that are not there are left out. @returns everything directly in them */
export async function listFolders(
  paths: readonly string[],
  context: UploadContext,
): Promise<readonly StoreEntry[] | ListingFailure> {
  const entries: StoreEntry[] = [];
  let failure: ListingFailure | undefined;
  await runAll(paths, context.limits.concurrency, async (folder) => {
    const listing = failure ?? (await listFolder(folder, context));
    if (listing.kind === 'failed') failure = listing;
    if (listing.kind !== 'listed') return;
    for (const [name, file] of listing.files) entries.push({ path: `${folder}/${name}`, file });
    for (const name of listing.folders) entries.push({ path: `${folder}/${name}` });
  });
  return failure ?? entries;
}

/**
 * Lists a folder and, level by level, those of its subfolders that are to be entered. What is gone meanwhile is left out.
 * @param enters whether to list a subfolder, too
 * @returns everything below the folder that was listed
 */
export async function listTree(
  root: string,
  enters: (path: string) => boolean,
  context: UploadContext,
): Promise<readonly StoreEntry[] | ListingFailure> {
  const levels: (readonly StoreEntry[])[] = [];
  for (let level: readonly string[] = [root]; level.length > 0; ) {
    const found = await listFolders(level, context);
    if ('kind' in found) return found;
    levels.push(found);
    level = found.filter(({ path, file }) => file === undefined && enters(path)).map(({ path }) => path);
  }
  return levels.flat();
}

/** How paths are compared: by their keys on Windows, letter by letter on Linux (FileMetadata.cpp). */
export type PathKey = (path: string) => string;

export function pathKeyOf(hasSessions: boolean): PathKey {
  return hasSessions ? storeKey : (path) => path;
}
