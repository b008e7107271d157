// The inputs of the upload action, the package folder among them, read and checked as a whole.
import { basename } from 'node:path';
import { type Connection, readConnectionInputs } from '../connection/connection-inputs.js';
import { collectProblems, emptyInput, InputError, type InputSource } from '../connection/input-problems.js';
import { type LimitInputs, readLimitInputs } from '../connection/limit-inputs.js';
import { defaultImageStorePath, parseImageStorePath } from './image-store-path.js';
import { type Package, readPackage } from './package.js';
import { acceptedPackage, findPackageFolder } from './package-folder.js';
import { PackageError } from './package-problems.js';

/** What the workflow author asked for. Nothing after this checks it again. */
export interface Inputs extends Connection, LimitInputs {
  readonly package: Package;
  /** Where the package's root will be, without slashes at its ends. */
  readonly imageStorePath: string;
}

/** Uploads take longer than commits: the cluster copies the bytes before it answers. */
const defaultTimeoutSeconds = 300;

/**
 * Reads and checks all inputs and the package. Masks every secret input before it reads any other.
 * @throws {InputError} with every problem, when an input is wrong
 * @throws {PackageError} with every problem, when only the package's content is wrong
 */
export async function readInputs(source: InputSource): Promise<Inputs> {
  const { problems, reportProblem } = collectProblems();
  const content = collectProblems();
  // Reads its inputs and checks the endpoint at once; what it loads meanwhile is awaited below.
  const connecting = readConnectionInputs(source, reportProblem);
  const read = (name: string): string => source.read(name).trim();
  const writtenFolder = unquoted(read('package'));
  const writtenPath = unquoted(read('image-store-path'));
  const limits = readLimitInputs(read, defaultTimeoutSeconds, reportProblem);

  const workspace = source.environment['GITHUB_WORKSPACE'] || process.cwd();
  const folder =
    writtenFolder === ''
      ? reportProblem(emptyInput('package', acceptedPackage))
      : await findPackageFolder(writtenFolder, workspace, reportProblem);
  const folderName = basename(folder ?? '');
  const imageStorePath =
    writtenPath !== ''
      ? parseImageStorePath(writtenPath, reportProblem)
      : folder === undefined
        ? undefined
        : defaultImageStorePath(folderName, reportProblem);
  // With a wrong path the package is checked all the same, so that its problems are reported as well.
  const found =
    folder === undefined ? undefined : await readPackage(folder, imageStorePath ?? folderName, content.reportProblem);
  const connection = await connecting;
  if (problems.length === 0 && content.problems.length > 0) throw new PackageError(content.problems);
  if (
    problems.length > 0 ||
    connection === undefined ||
    found === undefined ||
    imageStorePath === undefined ||
    limits === undefined
  ) {
    throw new InputError([...problems, ...content.problems]);
  }
  return { ...connection, ...limits, package: found, imageStorePath };
}

/** Without quotation marks around it, which YAML keeps when they are doubled, and without invisible characters. */
function unquoted(value: string): string {
  const visible = value.replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '').trim();
  return /^(["'])(.*)\1$/s.exec(visible)?.[2]?.trim() ?? visible;
}
