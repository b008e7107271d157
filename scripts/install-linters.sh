#!/usr/bin/env bash
# Installs the linters of workflows into a folder: actionlint (go), zizmor and the shellcheck that actionlint asks (pip).
# Their versions are in scripts/tools.
# Usage: scripts/install-linters.sh DIR    (then scripts/lint-workflows.sh DIR, or the tests with LINTERS_DIR=DIR)
set -euo pipefail

fail() {
  echo "install-linters: $*" >&2
  exit 1
}

[ $# -eq 1 ] || fail 'which folder? Usage: scripts/install-linters.sh DIR'
command -v go >/dev/null || fail 'go is missing: install it and put it on PATH'
mkdir -p "$1/bin"
directory=$(cd "$1" && pwd)
cd "$(dirname "$0")"

# Always asked for: when nothing changed, go answers from its cache within a second.
echo 'Building actionlint (go)'
go build -C tools/actionlint -o "$directory/bin/actionlint" github.com/rhysd/actionlint/cmd/actionlint
bash install-python-packages.sh tools/linters/requirements.txt "$directory/python"
ln -sf ../python/bin/zizmor ../python/bin/shellcheck "$directory/bin/"

echo "The linters stand in $directory/bin"
