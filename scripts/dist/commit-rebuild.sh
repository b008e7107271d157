#!/usr/bin/env bash
# Puts a rebuilt dist in the place of dist/ in the clone that is the current folder, and pushes it to a branch as a commit.
# Runs nothing of the clone, nor of the rebuilt dist.
# Usage: scripts/dist/commit-rebuild.sh REBUILT_DIST BRANCH    (with GH_TOKEN set, for gh to log in to GitHub)
set -euo pipefail

rebuilt=$1 branch=$2

refuse() {
  echo "::error title=commit-dist::$*"
  exit 1
}

# A build makes plain files, in dist/ and dist/upload/.
[ -f "$rebuilt/index.js" ] || refuse 'The rebuilt dist has no index.js.'
strange=$(
  cd "$rebuilt"
  find . -mindepth 1 ! -type f ! \( -type d -path ./upload \)
  find . -type f | grep --extended-regexp --invert-match '^\./(upload/)?[a-z0-9][A-Za-z0-9.-]*$' || [ $? -eq 1 ]
)
[ -z "$strange" ] || refuse 'The rebuilt dist holds something other than the plain files of a build.'

rm -r dist
cp -R "$rebuilt" dist
git add --all dist
if git diff --cached --quiet; then
  echo 'dist is what the branch has already.'
  exit
fi
# [dependabot skip] lets Dependabot rebase its branch over this commit, as if nobody else had pushed to it.
git -c user.name='github-actions[bot]' -c user.email='41898282+github-actions[bot]@users.noreply.github.com' \
  commit --quiet --no-verify --message 'Rebuild dist with the updated dependencies

[dependabot skip]'
# Git refuses when the branch has moved on since the rebuild: nothing here is forced.
git -c credential.helper='!gh auth git-credential' push origin "HEAD:refs/heads/$branch"
echo "::notice title=dist is committed::Approve the workflow runs that now wait in the pull request of $branch, or close and reopen it: this push starts none by itself."
