// How problems of a package name the files and folders they are about, and how they become one error.
import { quote } from '../connection/input-problems.js';

/** Every problem of a package's content, in one error. */
export class PackageError extends Error {
  override readonly name = 'PackageError';
  readonly code = 'INVALID_PACKAGE';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `Nothing was sent to the cluster, because the package has ${problems.length === 1 ? 'a problem' : 'problems'}:\n` +
        problems.map((each) => `- ${each}`).join('\n'),
    );
    this.problems = problems;
  }
}

/** So many are named in one sentence; the others are counted. */
const maxListed = 5;

/** Paths or names in a sentence, quoted: "a", "b" and 7 more. */
export function listPaths(paths: readonly string[]): string {
  return listTexts(paths.map(quote));
}

/** Texts in a sentence, as they are: a, b and 7 more. */
export function listTexts(texts: readonly string[]): string {
  const listed = texts.slice(0, maxListed);
  const more = texts.length - listed.length;
  if (more > 0) return `${listed.join(', ')} and ${more} more`;
  return listed.length < 2 ? listed.join('') : `${listed.slice(0, -1).join(', ')} and ${listed.at(-1)}`;
}
