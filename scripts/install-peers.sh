#!/usr/bin/env bash
# Installs the real servers and proxies that the tests in __tests__/peers start: Debian's and Ubuntu's own packages, no services.
set -euo pipefail

# -bin where there is one: the program without a service to start. Each line: a program the tests run, its package.
programs='nginx nginx-light
apache2 apache2-bin
squid squid
tinyproxy tinyproxy-bin
openssl openssl
curl curl'

# Daemons live in sbin, which is not on everybody's path.
PATH="$PATH:/usr/sbin:/sbin"
missing=()
while read -r program package; do
  command -v "$program" >/dev/null || missing+=("$package")
done <<<"$programs"

if [ ${#missing[@]} -eq 0 ]; then
  echo 'All peers are there.'
  exit 0
fi
echo "Missing: ${missing[*]}"
command -v apt-get >/dev/null || {
  echo 'This machine has no apt-get: install the programs with its own package manager.' >&2
  exit 1
}
[ "$(id -u)" -eq 0 ] || {
  echo 'Installing packages needs root: run this again with sudo.' >&2
  exit 1
}

# Packages ask this script before they start a service; 101 means no.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
  trap 'rm -f "$policy"' EXIT
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update --quiet --quiet
apt-get install --quiet --quiet --yes --no-install-recommends "${missing[@]}"
