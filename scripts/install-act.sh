#!/usr/bin/env bash
# Builds act, which runs this repository's workflows on this machine, into a folder, and prints where it stands. Its
# version is in scripts/tools/act/go.mod.
# Usage: scripts/install-act.sh DIR    (then the tests with ACT_FILE set to what this prints)
set -euo pipefail

fail() {
  echo "install-act: $*" >&2
  exit 1
}

[ $# -eq 1 ] || fail 'which folder? Usage: scripts/install-act.sh DIR'
command -v go >/dev/null || fail 'go is missing: install it and put it on PATH'
mkdir -p "$1"
directory=$(cd "$1" && pwd)

# When nothing changed, go answers from its cache within a second.
echo 'Building act (go)' >&2
go build -C "$(dirname "$0")/tools/act" -o "$directory/act" github.com/nektos/act
echo "$directory/act"
