#!/usr/bin/env bash
# Installs the published Service Fabric clients that the emulator is tried with, each by its own package manager:
#   npm/node_modules   npm azure-servicefabric
#   python/bin         Python azure-servicefabric and sfctl, in a virtual environment
#   go/published       __tests__/peers/clients/go, built on the Go SDK
# Usage: scripts/install-clients.sh DIR [npm|python|go]...    (then run the tests with CLIENTS_DIR=DIR)
# Without names, all of them.
set -euo pipefail

npm_packages=(azure-servicefabric@2.2.0)
# sfctl imports pkg_resources, which setuptools dropped in its later versions and Python 3.12 no longer brings at all.
python_packages=(azure-servicefabric==8.2.0.0 sfctl==11.2.1 'setuptools<81')

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

sources=$(cd "$(dirname "$0")/../__tests__/peers/clients" && pwd)
mkdir -p "$1"
directory=$(cd "$1" && pwd)

# Whether what stands in DIR/$1 was finished, and from exactly these packages.
installed() { [ "$(cat "$directory/$1/installed" 2>/dev/null)" = "${*:2}" ]; }
finish() { echo "${*:2}" >"$directory/$1/installed"; }

make_virtual_environment() {
  python3 -m venv --clear "$directory/python" && return
  # Debian's python3 leaves this module to a package of its own.
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    fail 'python3 cannot make a virtual environment: install python3-venv (Debian, Ubuntu) or a complete Python'
  fi
  apt-get update -qq
  apt-get install -qq --yes --no-install-recommends python3-venv >/dev/null
  python3 -m venv --clear "$directory/python"
}

if wants npm && ! installed npm "${npm_packages[@]}"; then
  echo "Installing ${npm_packages[*]} (npm)"
  mkdir -p "$directory/npm"
  echo '{ "private": true }' >"$directory/npm/package.json"
  npm install --prefix "$directory/npm" --no-audit --no-fund --silent "${npm_packages[@]}"
  finish npm "${npm_packages[@]}"
fi

if wants python && ! installed python "${python_packages[@]}"; then
  echo "Installing ${python_packages[*]} (pip)"
  make_virtual_environment
  "$directory/python/bin/pip" install --quiet --disable-pip-version-check "${python_packages[@]}"
  finish python "${python_packages[@]}"
fi

# Always asked for: when nothing changed, go answers from its cache within a second.
if wants go; then
  echo 'Building the program on the Go SDK (go)'
  mkdir -p "$directory/go"
  (cd "$sources/go" && go build -o "$directory/go/published" .)
fi

echo "The published clients stand in $directory"
