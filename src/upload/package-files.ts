// Walks the package folder: its files with their sizes and dates, and what cannot be uploaded.
import { access, constants, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { quote, type ReportProblem } from '../connection/input-problems.js';
import { runAll } from '../shared/run-all.js';
import { errorCode } from './package-folder.js';
import { listTexts } from './package-problems.js';
import { markerName, storeKey } from './path-rules.js';

/** A file of the package as it was when the step began. */
export interface PackageFile {
  /** Relative to the package, with slashes. */
  readonly path: string;
  /** The whole path in the image store. */
  readonly storePath: string;
  /** On this machine. */
  readonly localPath: string;
  readonly sizeBytes: number;
  /** Milliseconds since 1970, with a fraction. */
  readonly modifiedMs: number;
}

/** What a package folder contains. */
export interface FolderContent {
  /** Sorted by path; without the markers of an earlier upload. */
  readonly files: readonly PackageFile[];
  /** Every folder below the package, relative and with slashes, sorted; empty ones too. */
  readonly folders: readonly string[];
  readonly unusable: readonly UnusableEntry[];
}

/** Something in the folder that is not uploaded, and keeps the package from being uploaded. */
export interface UnusableEntry {
  readonly path: string;
  readonly reason: UnusableReason;
  /** Where a link leads to, or the code of an error. */
  readonly detail?: string;
}

type UnusableReason = 'leadsOut' | 'leadsNowhere' | 'leadsInCircle' | 'special' | 'unreadable' | 'notUnicode';

/** What stays the same during a walk. */
interface Walk {
  readonly root: string;
  readonly realRoot: string;
  readonly imageStorePath: string;
}

interface Folder {
  /** Relative to the package; empty for the package itself. */
  readonly path: string;
  /** Its real path and those of the folders that led to it: a link to one of them never ends. */
  readonly trail: readonly string[];
}

type Entry =
  | { readonly kind: 'file'; readonly file: PackageFile }
  | { readonly kind: 'folder'; readonly folder: Folder }
  | { readonly kind: 'unusable'; readonly entry: UnusableEntry };

/**
 * Walks a folder. Links are followed as long as they stay in it.
 * @param imageStorePath where the folder will be in the image store
 */
export async function walkFolder(root: string, imageStorePath: string): Promise<FolderContent> {
  const walk: Walk = { root, realRoot: await realpath(root), imageStorePath };
  const [files, folders, unusable]: [PackageFile[], string[], UnusableEntry[]] = [[], [], []];
  const open: Folder[] = [{ path: '', trail: [walk.realRoot] }];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    if (folder.path !== '') folders.push(folder.path);
    for (const found of await readFolder(walk, folder)) {
      if (found.kind === 'file') files.push(found.file);
      else if (found.kind === 'folder') open.push(found.folder);
      else unusable.push(found.entry);
    }
  }
  return { files: files.toSorted(byPath), folders: folders.toSorted(), unusable: unusable.toSorted(byPath) };
}

/** Orders by code unit, so that the order is the same on every machine. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** More would not be faster, and thousands of them at a time need much memory. */
export const maxParallelReads = 16;

async function readFolder(walk: Walk, folder: Folder): Promise<readonly Entry[]> {
  try {
    const entries = await readdir(join(walk.root, folder.path), { withFileTypes: true });
    const found: Entry[] = [];
    await runAll(entries, maxParallelReads, async (entry) => {
      // A folder of that name is kept, so that it can be refused.
      if (storeKey(entry.name) === markerName && !entry.isDirectory()) return;
      found.push(await readEntry(walk, folder, entry.name, entry.isSymbolicLink()));
    });
    return found;
  } catch (error) {
    return [unusableEntry(folder.path, 'unreadable', errorCode(error))];
  }
}

async function readEntry(
  { root, realRoot, imageStorePath }: Walk,
  { path: parent, trail }: Folder,
  name: string,
  isLink: boolean,
): Promise<Entry> {
  const path = parent === '' ? name : `${parent}/${name}`;
  const localPath = join(root, path);
  // Node.js reads bytes that are no UTF-8 as U+FFFD, and does not find the file by that name again.
  if (name.includes('\uFFFD')) return unusableEntry(path, 'notUnicode');
  const realPath = isLink ? await realpath(localPath).catch(() => undefined) : join(trail[0] ?? realRoot, name);
  if (realPath === undefined) return unusableEntry(path, 'leadsNowhere');
  if (isLink && !isInside(realPath, realRoot)) return unusableEntry(path, 'leadsOut', `to ${quote(realPath)}`);
  try {
    const stats = await stat(localPath);
    if (stats.isDirectory()) {
      return trail.includes(realPath)
        ? unusableEntry(path, 'leadsInCircle')
        : { kind: 'folder', folder: { path, trail: [realPath, ...trail] } };
    }
    if (!stats.isFile()) return unusableEntry(path, 'special');
    await access(localPath, constants.R_OK);
    const { size: sizeBytes, mtimeMs: modifiedMs } = stats;
    const storePath = `${imageStorePath}/${path}`;
    return { kind: 'file', file: { path, storePath, localPath, sizeBytes, modifiedMs } };
  } catch (error) {
    return unusableEntry(path, 'unreadable', errorCode(error));
  }
}

function unusableEntry(path: string, reason: UnusableReason, detail?: string): Entry {
  return { kind: 'unusable', entry: { path, reason, ...(detail !== undefined && { detail }) } };
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** What to do about entries that cannot be uploaded; their paths follow. */
const unusableSentences: Readonly<Record<UnusableReason, string>> = {
  leadsOut: 'A link that leads out of the package is not uploaded. Replace it by what it leads to:',
  leadsNowhere: 'A link leads to nothing. Remove or correct it:',
  leadsInCircle: 'A link leads back to a folder above it, so the package has no end. Remove it:',
  special: 'Only files and folders can be uploaded. Remove the device, pipe or socket',
  unreadable: "The runner's user cannot read a part of the package. Give it permission to read",
  notUnicode: 'A name is not valid UTF-8. Rename',
};

/** Reports what cannot be uploaded, each kind in one problem. */
export function reportUnusable(unusable: readonly UnusableEntry[], reportProblem: ReportProblem): void {
  for (const [reason, sentence] of Object.entries(unusableSentences)) {
    const entries = unusable
      .filter((each) => each.reason === reason)
      .map(({ path, detail }) => `${quote(path)}${detail === undefined ? '' : ` (${detail})`}`);
    if (entries.length > 0) reportProblem(`${sentence} ${listTexts(entries)}.`);
  }
}
