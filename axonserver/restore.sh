#!/usr/bin/env bash
# Puts a backup into the empty folders of an Axon Server that does not run (README.md). Needs unzip.
set -euo pipefail

source=$(realpath "${1:?usage: restore.sh FOLDER}")
context=${AXONSERVER_CONTEXT:-default}
home=${AXONSERVER_HOME:-/axonserver}
events=${AXONSERVER_EVENTS:-$home/events}
controldb=${AXONSERVER_CONTROLDB:-$home/data}

for folder in "$events/$context" "$controldb"; do
  mkdir -p "$folder"
  if [ -n "$(ls -A "$folder")" ]; then
    echo "$folder is not empty: move what is there away first" >&2
    exit 1
  fi
done

unzip -q "$source/controldb.zip" -d "$controldb"
cp --preserve=timestamps --sparse=always "$source/$context/"* "$events/$context/"
echo "$(find "$events/$context" -type f | wc -l) files of context $context and the control database are in place"
