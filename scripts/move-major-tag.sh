#!/usr/bin/env bash
# Points vX at a release vX.Y.Z, by GitHub's API, unless a higher vX.Y.Z exists: a late patch must not take users back.
# Usage: scripts/move-major-tag.sh vX.Y.Z COMMIT    (with gh on PATH, GH_TOKEN and GITHUB_REPOSITORY set)
set -euo pipefail

tag=$1 commit=$2
[[ $tag =~ ^v(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$ ]] || {
  echo "move-major-tag: $tag is not a version" >&2
  exit 1
}
[[ $commit =~ ^[0-9a-f]{40}$ ]] || {
  echo "move-major-tag: $commit is not a commit" >&2
  exit 1
}
major=${tag%%.*}
references="repos/$GITHUB_REPOSITORY/git"

highest=$(
  gh api --paginate "$references/matching-refs/tags/$major." --jq '.[].ref' |
    sed --quiet --regexp-extended 's|^refs/tags/(v[0-9]+\.[0-9]+\.[0-9]+)$|\1|p' | sort --version-sort | tail -n 1
)
if [ "$highest" != "$tag" ]; then
  echo "$major stays where it is: $highest is higher than $tag."
  exit
fi

if [ -n "$(gh api "$references/matching-refs/tags/$major" --jq ".[] | select(.ref == \"refs/tags/$major\") | .ref")" ]; then
  gh api --silent --method PATCH "$references/refs/tags/$major" --field "sha=$commit" --field force=true
else
  gh api --silent --method POST "$references/refs" --field "ref=refs/tags/$major" --field "sha=$commit"
fi
echo "$major is $tag now ($commit)."
