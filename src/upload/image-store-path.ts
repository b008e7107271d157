// The input image-store-path: where the package's root will be.
import { quote, type ReportProblem } from '../connection/input-problems.js';
import {
  findNameFault,
  isReservedPath,
  markerName,
  maxStorePathCharacters,
  nameFaultCauses,
  storeKey,
} from './path-rules.js';

const accepted = 'a relative path in the image store, like MyAppPkg or apps/MyAppPkg';

/** Parses a trimmed input that is not empty. Returns the path without slashes at its end. */
export function parseImageStorePath(value: string, reportProblem: ReportProblem): string | undefined {
  const problem = findProblem(value);
  if (problem === undefined) return value.replace(/\/+$/, '');
  const corrected = correct(value);
  const advice = corrected === undefined ? '' : `; write ${corrected}`;
  return reportProblem(`image-store-path must be ${accepted}, but ${quote(value)} ${problem}${advice}.`);
}

/** The path of an empty input: the name of the package folder. */
export function defaultImageStorePath(folderName: string, reportProblem: ReportProblem): string | undefined {
  if (folderName === '') return reportProblem('image-store-path is empty, but the package folder has no name. Set it.');
  const problem = findProblem(folderName);
  if (problem === undefined) return folderName;
  return reportProblem(
    `image-store-path is empty, and its default cannot be used: the package folder's name ${quote(folderName)} ${problem}. Set image-store-path.`,
  );
}

/** What is wrong with a path, as the end of a sentence without its full stop. */
function findProblem(value: string): string | undefined {
  if (connectionString.test(value)) return 'begins with the connection string of the image store';
  if (/^[a-z]:/i.test(value)) return 'is a path of a Windows machine';
  if (/^[\\/]/.test(value)) return 'is absolute';
  if (value.includes('\\')) return 'contains a backslash';
  const segments = value.replace(/\/+$/, '').split('/');
  if (segments.includes('..')) return 'contains the segment .., which leads out of a folder';
  if (segments.some((segment) => segment === '' || segment === '.')) return 'has an empty segment';
  for (const segment of segments) {
    const fault = findNameFault(segment);
    if (fault !== undefined) return `contains ${quote(segment)}. ${nameFaultCauses[fault]}`;
    // Blanks at the start of the whole path are dropped by the server (ProcessRequestAsyncOperation.cpp).
    if (/^\s/.test(segment)) return `contains ${quote(segment)}, which begins with a blank`;
    if (storeKey(segment) === markerName) return `contains ${segment}, the name of the image store's own marker files`;
  }
  if (isReservedPath(value)) return `begins with ${segments[0]}, a folder that the cluster keeps for itself`;
  return value.length > maxPathCharacters ? `has ${value.length} characters, which leaves none for files` : undefined;
}

/** The value of ImageStoreConnectionString, which PowerShell and sfctl want beside the path. */
const connectionString = /^fabric:(?:ImageStore)?[\\/]*/i;
/** With a slash and at least the name of the application manifest after it. */
const maxPathCharacters = maxStorePathCharacters - '/ApplicationManifest.xml'.length;

/** The same path as it would be accepted, where a small change makes it so. */
function correct(value: string): string | undefined {
  const path = value
    .replace(connectionString, '')
    .split(/[\\/]/)
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/');
  return path === '' || path === value || findProblem(path) !== undefined ? undefined : path;
}
