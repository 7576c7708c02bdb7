#!/bin/sh
# PostgreSQL's restore_command: fetch-wal.sh <file of the log> <where to>. 1 says that there is no such file; 200 ends the recovery, because
# PostgreSQL would take a file that cannot be read for the end of the log, and leave out what comes after it.
set -u
. "$(dirname "$0")/lib.sh"
wal=$VUORO_BACKUP_STORE/wal

open() {
  age -d -i "$VUORO_BACKUP_IDENTITY" -o "$2.gz" "$1" && gzip -dc "$2.gz" >"$2" && rm -f "$2.gz" && return 0
  printf '%s is damaged, or was encrypted for another key.\n' "$1" | tee "$VUORO_BACKUP_NOTES/complaint" >&2
  exit 200
}

# The receiver may still run: a file that is gone from the spool a moment later has been renamed, or is in the store by then.
take() { [ -n "${VUORO_BACKUP_SPOOL:-}" ] && [ -f "$VUORO_BACKUP_SPOOL/$1" ] && cp "$VUORO_BACKUP_SPOOL/$1" "$2" 2>/dev/null; }

if [ -f "$wal/$1.gz.age" ]; then
  open "$wal/$1.gz.age" "$2"
elif take "$1.partial" "$2" || take "$1" "$2"; then
  :
elif [ -f "$wal/$1.gz.age" ]; then
  open "$wal/$1.gz.age" "$2"
elif [ -f "$wal/$1.partial.gz.age" ]; then
  open "$wal/$1.partial.gz.age" "$2"
else
  exit 1
fi
echo "$1" >>"$VUORO_BACKUP_NOTES/fetched"
