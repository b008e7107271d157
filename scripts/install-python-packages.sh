#!/usr/bin/env bash
# Installs exactly the packages of a requirements file, each checked against its hash, into a virtual environment, unless
# they are there already. Usage: scripts/install-python-packages.sh REQUIREMENTS DIR
set -euo pipefail

fail() {
  echo "install-python-packages: $*" >&2
  exit 1
}

[ $# -eq 2 ] || fail 'which packages, and where? Usage: scripts/install-python-packages.sh REQUIREMENTS DIR'
requirements=$1 directory=$2
# A copy of what was installed marks an installation that was finished.
if cmp -s "$requirements" "$directory/installed.txt"; then exit; fi

command -v python3 >/dev/null || fail 'python3 is missing: install it and put it on PATH'
echo "Installing $requirements (pip)"
if ! python3 -m venv --clear "$directory"; then
  # Debian's python3 leaves this module to a package of its own.
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    fail 'python3 cannot make a virtual environment: install python3-venv (Debian, Ubuntu) or a complete Python'
  fi
  apt-get update -qq
  apt-get install -qq --yes --no-install-recommends python3-venv >/dev/null
  python3 -m venv --clear "$directory"
fi
# No sdist: building one would run code that has no hash.
"$directory/bin/pip" install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
  --requirement "$requirements"
cp "$requirements" "$directory/installed.txt"
