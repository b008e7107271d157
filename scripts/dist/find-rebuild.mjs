// Asks GitHub which branch and commit a run of rebuild-dist.yml built, and sets the outputs `branch` and `commit`; fails
// unless that run succeeded, and built a branch of Dependabot for npm in this repository. Nothing comes from the run itself.
// Usage: node scripts/dist/find-rebuild.mjs RUN_ID    (with GH_TOKEN, GITHUB_REPOSITORY and GITHUB_OUTPUT set)

import { appendFileSync } from 'node:fs';
import { api, main, repository } from '../github.mjs';

/** What is wrong with a run, as the sentence to refuse it with; undefined for the run of a rebuild. */
function objection({ conclusion, head_branch: branch, head_repository: source, head_sha: commit, path }) {
  // GitHub appends the reference that the workflow was read from, after an @, for some events.
  if (!/^\.github\/workflows\/rebuild-dist\.yml(@|$)/.test(path)) return `That run is of ${path}, not of rebuild-dist.`;
  if (conclusion !== 'success') return 'That run has not succeeded.';
  if (source?.full_name !== repository) return 'That run built a fork.';
  if (!/^dependabot\/npm_and_yarn\/[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(branch) || branch.includes('..')) {
    return 'That run did not build a branch of Dependabot for npm.';
  }
  if (!/^[0-9a-f]{40}$/.test(commit)) return 'That run names no commit.';
  return undefined;
}

main('commit-dist', () => {
  const id = process.argv[2] ?? '';
  if (!/^\d{1,20}$/.test(id)) throw new Error('run-id is the number in the address of a run of rebuild-dist.');
  const run = api('GET', `actions/runs/${id}`);
  const reason = objection(run);
  if (reason !== undefined) throw new Error(reason);
  appendFileSync(process.env.GITHUB_OUTPUT, `branch=${run.head_branch}\ncommit=${run.head_sha}\n`);
  console.log(`Run ${id} built ${run.head_branch} at ${run.head_sha}.`);
});
