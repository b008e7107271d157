#!/usr/bin/env bash
# Uploads a package as a workflow can without an upload action: one process of curl for each request, one after another.
# No retry, no check, no resume.
set -euo pipefail
shopt -s globstar dotglob

store=$INPUT_ENDPOINT/ImageStore
chunk=4194304

request() { curl --fail-with-body --silent --show-error "$@"; }

cd "$(dirname "$INPUT_PACKAGE")"
package=$(basename "$INPUT_PACKAGE")
for file in "$package"/**; do
  if [ ! -f "$file" ]; then continue; fi
  size=$(wc -c <"$file")
  if [ "$size" -le "$chunk" ]; then
    request --upload-file "$file" "$store/$file?api-version=6.0"
    continue
  fi
  session=$(cat /proc/sys/kernel/random/uuid)
  for ((start = 0; start < size; start += chunk)); do
    next=$((start + chunk < size ? start + chunk : size))
    dd if="$file" bs="$chunk" skip="$((start / chunk))" count=1 status=none |
      request --request PUT --data-binary @- --header "Content-Range: bytes $start-$((next - 1))/$size" \
        "$store/$file/\$/UploadChunk?api-version=6.0&session-id=$session"
  done
  request --data '' "$store/\$/CommitUploadSession?api-version=6.0&session-id=$session"
done
for folder in "$package"/**/; do
  request --request PUT --data '' "$store/${folder}_.dir?api-version=6.0"
done
