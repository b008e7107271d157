// Checks the paths of a package: what the image store cannot hold is a problem, what is unusual is a notice.
import { quote, type ReportProblem } from '../connection/input-problems.js';
import type { FolderContent } from './package-files.js';
import { applicationManifestName, isApplicationManifest } from './package-folder.js';
import { listPaths, listTexts } from './package-problems.js';
import {
  findNameFault,
  longStorePathCharacters,
  markerName,
  maxStorePathCharacters,
  type NameFault,
  nameFaultCauses,
  nameOf,
  parentOf,
  storeKey,
} from './path-rules.js';

type Paths = { readonly files: readonly string[]; readonly folders: readonly string[] };

/**
 * Checks the names and the lengths of all paths.
 * @returns notices
 */
export function checkPaths(
  { files, folders }: Pick<FolderContent, 'files' | 'folders'>,
  imageStorePath: string,
  reportProblem: ReportProblem,
): readonly string[] {
  const paths: Paths = { files: files.map(({ path }) => path), folders };
  checkNames(paths, reportProblem);
  checkLetterCase(paths, reportProblem);
  return [...checkLengths(paths, imageStorePath, reportProblem), ...findManifestNotice(paths), ...findTwins(paths)];
}

function checkNames({ files, folders }: Paths, reportProblem: ReportProblem): void {
  const faults = new Map<NameFault, string[]>();
  for (const path of [...folders, ...files]) {
    const fault = findNameFault(nameOf(path));
    if (fault === undefined) continue;
    const others = faults.get(fault);
    if (others === undefined) faults.set(fault, [path]);
    else others.push(path);
  }
  for (const [fault, paths] of faults) reportProblem(`${nameFaultCauses[fault]}. Rename ${listPaths(paths)}.`);
  const markers = folders.filter((path) => storeKey(nameOf(path)) === markerName);
  if (markers.length > 0) {
    reportProblem(
      `The image store needs the name ${markerName} for its own files. Rename the folder ${listPaths(markers)}.`,
    );
  }
}

function checkLetterCase({ files, folders }: Paths, reportProblem: ReportProblem): void {
  const spellings = new Map<string, string>();
  const conflicts: string[] = [];
  // Folders first: what two folders contain conflicts only because the folders do.
  for (const path of [...folders, ...files]) {
    const key = storeKey(path);
    const other = spellings.get(key);
    if (other === undefined) spellings.set(key, path);
    else if (nameOf(other) !== nameOf(path)) conflicts.push(`${quote(other)} and ${quote(path)}`);
  }
  if (conflicts.length > 0) {
    reportProblem(
      `The image store ignores letter case, so one of these would overwrite the other. Rename or remove one of ${listTexts(conflicts)}.`,
    );
  }
}

function checkLengths(
  { files, folders }: Paths,
  imageStorePath: string,
  reportProblem: ReportProblem,
): readonly string[] {
  const inStore = [...files, ...folders.map((folder) => `${folder}/${markerName}`)].map((path) => ({
    path,
    length: imageStorePath.length + 1 + path.length,
  }));
  const longest = inStore.toSorted((a, b) => b.length - a.length);
  const tooLong = longest.filter(({ length }) => length > maxStorePathCharacters);
  if (tooLong.length > 0) {
    reportProblem(
      `A path in the image store can have at most ${maxStorePathCharacters} characters, image-store-path included. Shorten ` +
        `${listTexts(tooLong.map(({ path, length }) => `${quoteEnd(path)} (${length} characters)`))}.`,
    );
  }
  const long = longest.filter(({ length }) => length >= longStorePathCharacters && length <= maxStorePathCharacters);
  const [first] = long;
  if (first === undefined) return [];
  const count = long.length === 1 ? 'A path in the image store has' : `${long.length} paths in the image store have`;
  return [
    `${count} ${longStorePathCharacters} characters or more, and nodes can fail on long paths. ` +
      `The longest has ${first.length}: ${quoteEnd(first.path)}.`,
  ];
}

/** A long path by its end, which names the file. */
function quoteEnd(path: string): string {
  return quote(path.length > 100 ? `…${path.slice(-100)}` : path);
}

function findManifestNotice({ files }: Paths): readonly string[] {
  return files
    .filter((path) => isApplicationManifest(path) && path !== applicationManifestName)
    .map(
      (path) =>
        `The application manifest is spelled ${quote(path)} instead of ${applicationManifestName}. It is used, because the image store ignores letter case.`,
    );
}

/** Of `Code` and `Code.zip` in the folder of a service the cluster takes the archive (ApplicationProvisionOperation.cs). */
function findTwins({ files, folders }: Paths): readonly string[] {
  const archives = new Set(files.map(storeKey).filter((path) => path.endsWith('.zip')));
  const twins = folders.filter(
    (path) => parentOf(path) !== '' && parentOf(parentOf(path)) === '' && archives.has(`${storeKey(path)}.zip`),
  );
  if (twins.length === 0) return [];
  return [
    `The cluster uses an archive and ignores the folder of the same name beside it, so this folder is uploaded for nothing: ${listPaths(twins)}. Leave it out of the package.`,
  ];
}
