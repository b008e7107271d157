// The pages of a folder's listing, as the store makes them (ProcessListRequestAsyncOperation.cpp).

import type { FileStore, StoredFile } from './file-store.js';

/** A folder in a listing. */
export interface Folder {
  readonly path: string;
  /** The number of files below the folder, at any depth. */
  readonly fileCount: number;
}

/** A page of a listing. */
export interface ListingPage {
  readonly files: readonly StoredFile[];
  readonly folders: readonly Folder[];
  /** The path of the first entry that is not on this page; empty on the last page. */
  readonly nextPath: string;
}

/**
 * The files and subfolders of a folder from a path on, as many as fit on a page. The next page starts with the first
 * file whose key is not below the path, so an entry can be on two pages: `Code.zip` comes before the files of `Code`,
 * and after the path `Code`. Paths that differ only in letter case are two folders here.
 */
export function listFolder(store: FileStore, folder: string, fromPath: string, pageSize: number): ListingPage {
  const files: StoredFile[] = [];
  const folders: Folder[] = [];
  const fromKey = store.keyOf(fromPath);
  for (const entry of entriesOf(store, folder, fromKey)) {
    if (files.length + folders.length >= pageSize) return { files, folders, nextPath: entry.path };
    if ('fileCount' in entry) folders.push(entry);
    else files.push(entry);
  }
  return { files, folders, nextPath: '' };
}

function* entriesOf(store: FileStore, folder: string, fromKey: string): Generator<StoredFile | Folder> {
  let open: { readonly path: string; fileCount: number } | undefined;
  for (const file of store.stableBelow(folder)) {
    if (store.keyOf(file.path) < fromKey) continue;
    const end = file.path.indexOf(store.separator, folder === '' ? 0 : folder.length + 1);
    const subfolder = end < 0 ? undefined : file.path.slice(0, end);
    if (open !== undefined && open.path !== subfolder) yield toFolder(open);
    if (subfolder === undefined) {
      open = undefined;
      yield file;
    } else {
      open = { path: subfolder, fileCount: open?.path === subfolder ? open.fileCount + 1 : 1 };
    }
  }
  if (open !== undefined) yield toFolder(open);
}

/** The store counts in 16 bits. */
function toFolder({ path, fileCount }: Folder): Folder {
  return { path, fileCount: fileCount % 2 ** 16 };
}

/**
 * The continuation token for a path: UrlEscape of Windows, which leaves `%`, `=`, and all that follows a `#` or `?`
 * as it is (StorePagedContentInfo.cpp and NamingUri.cpp, EscapeString; its Linux part keeps other alphabets too).
 */
export function toContinuationToken(path: string, linux: boolean): string {
  const [, head = '', tail = ''] = /^([^#?]*)(.*)$/s.exec(path) ?? [];
  return head.replace(linux ? escapedOnLinux : escapedOnWindows, encodeURIComponent) + tail;
}

const escapedOnLinux = /[[\]&^`{}|"<>\\ ]/gu;
const escapedOnWindows = /[[\]&^`{}|"<>\\ ]|[^ -~]/gu;

/** The path that a continuation token names, decoded once (imagestorehandler.cpp). */
export function parseContinuationToken(token: string): string {
  return token.replace(/(?:%[\da-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}
