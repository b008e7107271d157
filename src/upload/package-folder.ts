// The input package: finds the package folder, or says what the path leads to instead.
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { quote, type ReportProblem } from '../connection/input-problems.js';
import { listPaths } from './package-problems.js';

/** The file that makes a folder an application package. */
export const applicationManifestName = 'ApplicationManifest.xml';

export const acceptedPackage = `the folder that contains ${applicationManifestName}`;

/**
 * Finds the package folder.
 * @param value the input, trimmed and not empty
 * @param workspace the folder that a relative path starts from
 * @returns the absolute path of a folder that contains an application manifest in any letter case
 */
export async function findPackageFolder(
  value: string,
  workspace: string,
  reportProblem: ReportProblem,
): Promise<string | undefined> {
  const folder = resolve(workspace, value);
  const reject = (reason: string): undefined =>
    reportProblem(`package must be ${acceptedPackage}, but ${quote(value)} ${reason}`);
  try {
    if (!(await stat(folder)).isDirectory()) return reject(describeFile(value));
    const names = await readdir(folder);
    if (names.some(isApplicationManifest)) return folder;
    return reject(names.length === 0 ? `is empty. ${buildAdvice}` : await describeOtherFolder(value, folder, names));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return reject(await describeMissing(value, folder, workspace));
    return reject(`cannot be read (${code}). Give the runner's user permission to read it.`);
  }
}

/** Whether a file of this name is an application manifest; the image store ignores letter case. */
export function isApplicationManifest(name: string): boolean {
  return name.toLowerCase() === applicationManifestName.toLowerCase();
}

/** The code of a failed call of the file system, like EACCES. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
}

const buildAdvice = 'Build or download the package in an earlier step of the same job.';

function describeFile(value: string): string {
  const extension = extname(value).toLowerCase();
  if (extension === '.sfpkg' || extension === '.zip') {
    const folder = basename(value, extname(value));
    return `is an archive. Extract it in an earlier step, as in "unzip ${basename(value)} -d ${folder}", and write the extracted folder.`;
  }
  if (extension === '.sfproj') {
    return 'is a project. Build its package in an earlier step (msbuild /t:Package), and write its folder pkg/Release.';
  }
  if (isApplicationManifest(basename(value))) return `is that file; write ${quote(writtenPath(dirname(value)))}.`;
  return 'is a file.';
}

async function describeMissing(value: string, folder: string, workspace: string): Promise<string> {
  const written = asOnThisSystem(value);
  if (written !== value && (await listFolder(resolve(workspace, written))) !== undefined) {
    const reason =
      sep === '/'
        ? 'on this runner backslashes do not separate folders'
        : 'only Git Bash takes it for a path on a drive';
    return `does not exist, because ${reason}; write ${quote(written)}.`;
  }
  if (/[*?]/.test(value)) return 'does not exist. Patterns are not expanded; write the path of one folder.';
  let [missing, parent] = [folder, dirname(folder)];
  let names = await listFolder(parent);
  while (names === undefined && parent !== dirname(parent)) {
    [missing, parent] = [parent, dirname(parent)];
    names = await listFolder(parent);
  }
  if (names === undefined) return `does not exist, and neither does ${quote(parent)}.`;
  const name = basename(missing);
  if (names.includes(name)) return `does not exist, because ${quote(missing)} is not a folder.`;
  const inOtherCase = names.find((each) => each.toLowerCase() === name.toLowerCase());
  if (inOtherCase !== undefined) {
    return `does not exist: ${quote(name)} is spelled ${quote(inOtherCase)}, and letter case matters on this runner.`;
  }
  if (names.length === 0) {
    return `does not exist, and ${quote(parent)} is empty. ${buildAdvice}`;
  }
  return `does not exist: ${quote(parent)} contains ${listPaths(names)}, but not ${quote(name)}. ${buildAdvice}`;
}

/** A path that was written for another system: with backslashes, or as Git Bash prints `D:\\a`, which is `/d/a`. */
function asOnThisSystem(path: string): string {
  if (sep === '/') return path.replaceAll('\\', '/');
  return path.replace(/^\/([a-z])(?:\/|$)/i, (_, drive: string) => `${drive.toUpperCase()}:/`);
}

/** A folder without an application manifest: most often a folder above the package, or a part of it. */
async function describeOtherFolder(value: string, folder: string, names: readonly string[]): Promise<string> {
  const above = await findPackageAbove(folder);
  if (above !== undefined) {
    return `is only a part of a package; write ${quote(writtenPath(join(value, relative(folder, above) || '.')))}.`;
  }
  const below = await findPackagesBelow(folder);
  // Visual Studio keeps a project's own files there; the build makes the package from them and from the services.
  const built = below.filter((each) => basename(each) !== 'ApplicationPackageRoot');
  const [only, ...others] = built.map((each) => writtenPath(join(value, relative(folder, each))));
  if (only !== undefined && others.length === 0) return `does not contain it; write ${quote(only)}.`;
  if (only !== undefined) return `does not contain it. Write one of ${listPaths([only, ...others])}.`;
  if (below.length > 0 || names.some((name) => extname(name).toLowerCase() === '.sfproj')) {
    return `is a project whose package is not built. Build it in an earlier step (msbuild /t:Package), and write ${quote(writtenPath(join(value, 'pkg/Release')))}.`;
  }
  return `contains ${listPaths(names.toSorted())}, and no folder below it contains that file either.`;
}

/** How far up and down a package is searched for: from `Code` to its package, and from a solution to `pkg/Release`. */
const [maxLevelsUp, maxLevelsDown] = [3, 4];
/** The search only serves a sentence, so it must not take long in a large workspace. */
const maxFoldersSearched = 2_000;
const neverPackages = new Set(['.git', 'node_modules']);

async function findPackageAbove(folder: string): Promise<string | undefined> {
  let above = folder;
  for (let level = 0; level < maxLevelsUp; level += 1) {
    above = dirname(above);
    if ((await listFolder(above))?.some(isApplicationManifest)) return above;
  }
  return undefined;
}

async function findPackagesBelow(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  const open = [{ path: folder, level: 0 }];
  for (let searched = 0; searched < maxFoldersSearched; searched += 1) {
    const next = open.shift();
    if (next === undefined) break;
    const entries = await readdir(next.path, { withFileTypes: true }).catch(() => []);
    if (entries.some(({ name }) => isApplicationManifest(name))) found.push(next.path);
    else if (next.level < maxLevelsDown) {
      const folders = entries.filter((entry) => entry.isDirectory() && !neverPackages.has(entry.name));
      open.push(...folders.map(({ name }) => ({ path: join(next.path, name), level: next.level + 1 })));
    }
  }
  return found.toSorted();
}

/** The names in a folder; undefined when there is no such folder, or none that can be read. */
async function listFolder(folder: string): Promise<readonly string[] | undefined> {
  try {
    return (await readdir(folder)).toSorted();
  } catch {
    return undefined;
  }
}

/** A path as an author writes it, on every system. */
function writtenPath(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
