#!/usr/bin/env bash
# Installs the published Service Fabric clients that the emulator is tried with, each by its own package manager, in the
# versions that __tests__/peers/clients names:
#   npm/node_modules   npm azure-servicefabric
#   python/bin         Python azure-servicefabric and sfctl, in a virtual environment
#   go/published       __tests__/peers/clients/go, built on the Go SDK
# Usage: scripts/install-clients.sh DIR [npm|python|go]...    (then run the tests with CLIENTS_DIR=DIR)
# Without names, all of them.
set -euo pipefail

fail() {
  echo "install-clients: $*" >&2
  exit 1
}

[ $# -ge 1 ] || fail 'which folder? Usage: scripts/install-clients.sh DIR [npm|python|go]...'
wanted=("${@:2}")
[ "${#wanted[@]}" -gt 0 ] || wanted=(npm python go)
# Whether this part was asked for.
wants() { [[ " ${wanted[*]} " == *" $1 "* ]]; }
for part in "${wanted[@]}"; do
  case $part in
    npm | go) tool=$part ;;
    python) tool=python3 ;;
    *) fail "there is no $part: name npm, python or go" ;;
  esac
  command -v "$tool" >/dev/null || fail "$tool is missing: install it and put it on PATH"
done
mkdir -p "$1/npm" "$1/go"
directory=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
clients=__tests__/peers/clients

# A copy of the lock file marks an installation that was finished.
if wants npm && ! cmp -s "$clients/npm/package-lock.json" "$directory/npm/installed.json"; then
  echo "Installing $clients/npm (npm)"
  cp "$clients/npm/package.json" "$clients/npm/package-lock.json" "$directory/npm/"
  npm ci --prefix "$directory/npm" --ignore-scripts --no-audit --no-fund --silent
  cp "$clients/npm/package-lock.json" "$directory/npm/installed.json"
fi

if wants python; then
  bash scripts/install-python-packages.sh "$clients/python/requirements.txt" "$directory/python"
fi

# Always asked for: when nothing changed, go answers from its cache within a second.
if wants go; then
  echo 'Building the program on the Go SDK (go)'
  go build -C "$clients/go" -o "$directory/go/published" .
fi

echo "The published clients stand in $directory"
