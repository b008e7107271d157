// Fails unless the commit that is checked out can be released as vX.Y.Z: every file names this version, the tag at GitHub
// is this commit, the commit is on main, and `ci` and `e2e` have passed for it there. Changes nothing.
// Usage: node scripts/release/verify.mjs vX.Y.Z    (in a clone with its history, with GH_TOKEN and GITHUB_REPOSITORY set)

import { spawnSync } from 'node:child_process';
import { api, main, requireTag, run } from '../github.mjs';
import { notesFor } from './changelog.mjs';

const workflows = ['ci', 'e2e'];

function requireOnMain(commit) {
  const { status } = spawnSync('git', ['merge-base', '--is-ancestor', commit, 'refs/remotes/origin/main'], {
    stdio: 'inherit',
  });
  if (status === 1) throw new Error(`${commit} is not on main: tag a commit that has been merged.`);
  if (status !== 0) throw new Error(`git could not compare ${commit} with main (exit code ${status}).`);
}

function requirePassed(workflow, commit) {
  // Only a push to main counts: a pull request's run has tried a merge that may never have happened.
  const query = `head_sha=${commit}&branch=main&event=push&per_page=100`;
  const { workflow_runs: runs } = api('GET', `actions/workflows/${workflow}.yml/runs?${query}`);
  const passed = runs.find(({ conclusion }) => conclusion === 'success');
  if (passed !== undefined) {
    console.log(`${workflow} passed: ${passed.html_url}`);
    return;
  }
  if (runs.length === 0) {
    throw new Error(`${workflow} has not run on main for ${commit}: tag a commit that was the last of a push to main.`);
  }
  const [{ status, conclusion, html_url: address }] = runs;
  throw new Error(
    status === 'completed'
      ? `${workflow} has not passed for ${commit} (${conclusion}): ${address}. When it has, run the failed jobs of this run again.`
      : `${workflow} has not finished for ${commit}: ${address}. When it has passed, run the failed jobs of this run again.`,
  );
}

main('This tag cannot be released', () => {
  const tag = process.argv[2];
  const commit = run('git', ['rev-parse', 'HEAD']).trim();
  notesFor(tag);
  requireTag(tag, commit);
  requireOnMain(commit);
  for (const workflow of workflows) requirePassed(workflow, commit);
  console.log(`${commit} can be released as ${tag}.`);
});
