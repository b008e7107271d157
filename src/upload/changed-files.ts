// Whether files of the package have changed since the step began: what was uploaded would be of no one state then.
import { stat } from 'node:fs/promises';
import { quote } from '../connection/input-problems.js';
import { byteCount, isoTime } from '../shared/format.js';
import { runAll } from '../shared/run-all.js';
import { byPath, maxParallelReads, type PackageFile } from './package-files.js';
import { errorCode } from './package-folder.js';

/** A file that is not what it was. */
export interface ChangedFile {
  readonly file: PackageFile;
  readonly change: 'missing' | 'size' | 'date' | 'unreadable';
  /** A sentence about it. */
  readonly description: string;
}

/** Compares sizes and modification dates with those at the start. Returns the files that differ. */
export async function findChangedFiles(files: readonly PackageFile[]): Promise<readonly ChangedFile[]> {
  const changes: ChangedFile[] = [];
  await runAll(files, maxParallelReads, async (file) => {
    const change = await findChange(file);
    if (change) changes.push(change);
  });
  return changes.toSorted((a, b) => byPath(a.file, b.file));
}

async function findChange(file: PackageFile): Promise<ChangedFile | undefined> {
  const { path, localPath, sizeBytes, modifiedMs } = file;
  const changed = (change: ChangedFile['change'], what: string): ChangedFile => ({
    file,
    change,
    description: `${quote(path)} changed while the package was being uploaded: ${what}.`,
  });
  try {
    const now = await stat(localPath);
    if (!now.isFile()) return changed('missing', 'it is no file any more');
    if (now.size !== sizeBytes)
      return changed('size', `it had ${byteCount(sizeBytes)} and has ${byteCount(now.size)} now`);
    if (now.mtimeMs === modifiedMs) return undefined;
    return changed('date', `it was modified at ${isoTime(now.mtimeMs)}`);
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' ? changed('missing', 'it is gone') : changed('unreadable', `it cannot be read (${code})`);
  }
}
