#!/usr/bin/env bash
# Copies what Axon Server keeps into a folder, while it runs. For the machine it runs on; after the backup of MySQL, never
# before (README.md). Into the same folder again it copies only what is new. Needs curl and jq.
set -euo pipefail

target=$(realpath -m "${1:?usage: backup.sh FOLDER}")
url=${AXONSERVER_URL:-http://127.0.0.1:8024}
context=${AXONSERVER_CONTEXT:-default}
# names of files in the server's answers start here
cd "${AXONSERVER_HOME:-/axonserver}"

ask() {
  if [ -n "${AXONSERVER_TOKEN_FILE:-}" ]; then
    curl --fail --silent --show-error --header @<(printf 'AxonIQ-Access-Token: %s\n' "$(<"$AXONSERVER_TOKEN_FILE")") "$@"
  else
    curl --fail --silent --show-error "$@"
  fi
}

# first, because it says where the rest is
mkdir -p "$target/$context"
mv "$(ask --request POST "$url/createControlDbBackup")" "$target/controldb.zip"

# snapshots before events: a snapshot whose events are missing would be believed
for type in SNAPSHOT EVENT; do
  closed=$target/$context.$type.closed
  since=$(cat "$closed" 2>/dev/null || echo -1)
  answer=$(ask "$url/v1/backup/eventstore?type=$type&targetContext=$context&lastClosedSegmentBackedUp=$since")
  while IFS= read -r file; do
    # the open segment is mostly room that is still empty
    cp --preserve=timestamps --sparse=always "$file" "$target/$context/"
  done < <(jq --raw-output '.filenames[]' <<<"$answer")
  jq '.lastClosedSegment' <<<"$answer" >"$closed"
done

echo "$(find "$target/$context" -type f | wc -l) files of context $context and the control database are in $target"
