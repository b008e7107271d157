#!/usr/bin/env bash
# Reads the workflows with the linters that scripts/install-linters.sh has put into DIR; needs no network.
# Usage: scripts/lint-workflows.sh DIR
set -euo pipefail
linters=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."

# actionlint has shellcheck read each `run:` too.
"$linters/bin/actionlint" -shellcheck "$linters/bin/shellcheck"
"$linters/bin/shellcheck" scripts/*.sh scripts/*/*.sh bench/scripts/*.sh .ci/run
# A token in the environment would make it ask GitHub.
"$linters/bin/zizmor" --offline --quiet --strict-collection --persona=pedantic .
