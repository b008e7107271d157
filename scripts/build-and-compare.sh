#!/usr/bin/env bash
# Builds dist/ and fails when it is not what was committed, be it a changed file, a missing or a new one.
set -euo pipefail
cd "$(dirname "$0")/.."

npm run build
changed=$(git status --porcelain -- dist)
[ -z "$changed" ] || {
  echo 'dist is not what the sources build; commit this with the sources it belongs to:'
  echo "$changed"
  exit 1
}
