// What the scripts of the release and dist workflows ask of GitHub, by `gh`, and how they tell the workflow of a failure.

import { spawnSync } from 'node:child_process';

/** The repository that the workflow runs in, as owner/name. */
export const repository = process.env.GITHUB_REPOSITORY;

/** Runs a program to its end and returns what it printed. Throws an Error with the program's own words when it fails. */
export function run(program, args, { input = '' } = {}) {
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', input, maxBuffer: Infinity });
  if (error || status !== 0) {
    throw new Error(
      `${[program, ...args].join(' ')} failed: ${error?.message ?? (stderr.trim() || `exit code ${status}`)}`,
    );
  }
  return stdout;
}

/**
 * Asks the REST API about this repository: `path` begins after repos/OWNER/NAME. Returns the answer, parsed.
 * Throws an Error with GitHub's words when it is refused.
 */
export function api(method, path, body) {
  const args = ['api', '--method', method, `repos/${repository}/${path}`];
  const answer =
    body === undefined ? run('gh', args) : run('gh', [...args, '--input', '-'], { input: JSON.stringify(body) });
  return JSON.parse(answer);
}

/** All releases of this repository, drafts too if the token may write. */
export function releases() {
  const all = [];
  for (let page = 1; ; page += 1) {
    const some = api('GET', `releases?per_page=100&page=${page}`);
    all.push(...some);
    if (some.length < 100) return all;
  }
}

/** What this reference points to at GitHub, as `{ type, sha }`; undefined where there is none. `name` is like tags/v1. */
export function reference(name) {
  return api('GET', `git/matching-refs/${name}`).find(({ ref }) => ref === `refs/${name}`)?.object;
}

/** Throws unless the tag at GitHub is this commit: it may have been moved or removed since the workflow began. */
export function requireTag(tag, commit) {
  let target = reference(`tags/${tag}`);
  if (target === undefined) throw new Error(`The tag ${tag} is gone. Push it again, and a new run begins.`);
  // An annotated tag is an object of its own, which points to the commit.
  while (target.type === 'tag') target = api('GET', `git/tags/${target.sha}`).object;
  if (target.sha !== commit) {
    throw new Error(
      `The tag ${tag} points to ${target.sha}, but this run is about ${commit}. Do not use a tag twice: release the next patch version.`,
    );
  }
}

/** Runs the script's work. Its error becomes an annotation of the workflow's run, and exit code 1. */
export function main(title, work) {
  try {
    work();
  } catch (error) {
    const text = error.message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
    console.log(`::error title=${title}::${text}`);
    process.exitCode = 1;
  }
}
