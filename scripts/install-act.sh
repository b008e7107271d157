#!/usr/bin/env bash
# Installs act, which runs this repository's workflows on this machine, unless this version is already there;
# prints where it stands.
set -euo pipefail

version=0.2.87

stands() { [ "$("$1" --version 2>/dev/null)" = "act version $version" ]; }

on_path=$(command -v act || true)
if [ -n "$on_path" ] && stands "$on_path"; then
  echo "$on_path"
  exit
fi

command -v go >/dev/null || {
  echo "install-act: go is missing: install it, or act $version itself, and put it on PATH" >&2
  exit 1
}
directory=$(go env GOBIN)
directory=${directory:-$(go env GOPATH)/bin}
if ! stands "$directory/act"; then
  echo "Installing act $version (go)" >&2
  go install "github.com/nektos/act@v$version"
fi
echo "$directory/act"
