// A package folder as a whole: read and checked before anything is sent.
import { collectProblems, type ReportProblem } from '../connection/input-problems.js';
import { type PackageFile, reportUnusable, walkFolder } from './package-files.js';
import { type ApplicationType, checkManifests } from './package-manifest.js';
import { checkPaths } from './package-paths.js';

/** A package that can be uploaded. */
export interface Package {
  /** Sorted by path. */
  readonly files: readonly PackageFile[];
  /** Every folder below the package, relative and with slashes, sorted; empty ones too. */
  readonly folders: readonly string[];
  readonly sizeBytes: number;
  readonly applicationType: ApplicationType;
  /** Sentences for the log: what is legal but unusual. */
  readonly notices: readonly string[];
}

/**
 * Reads a package folder and checks all of it.
 * @param imageStorePath where its root will be
 * @returns undefined when a problem was reported
 */
export async function readPackage(
  folder: string,
  imageStorePath: string,
  forward: ReportProblem,
): Promise<Package | undefined> {
  const { problems, reportProblem } = collectProblems(forward);
  const content = await walkFolder(folder, imageStorePath);
  reportUnusable(content.unusable, reportProblem);
  const pathNotices = checkPaths(content, imageStorePath, reportProblem);
  const { applicationType, notices } = await checkManifests(content, reportProblem);
  if (problems.length > 0 || applicationType === undefined) return undefined;
  const { files, folders } = content;
  return {
    files,
    folders,
    sizeBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    applicationType,
    notices: [...pathNotices, ...notices],
  };
}
