#!/bin/sh
# Deletes what is not needed to return to any second of the last VUORO_BACKUP_DAYS days: base backups older than the newest good one from
# before that time, and log older than that one. Without a good one from before that time nothing is deleted.
set -eu
. "$(dirname "$0")/lib.sh"
need sha256sum
need_store

limit=$(date -u -d "${VUORO_BACKUP_DAYS:-7} days ago" +%Y%m%dT%H%M%SZ)
keep=
for name in $(bases | sort -r); do
  if [ "$(printf '%s\n%s\n' "$(instant_of "$name")" "$limit" | sort | head -n 1)" = "$limit" ]; then continue; fi
  if is_good "$name"; then
    keep=$name
    break
  fi
  say "$name is damaged and does not count." >&2
done
[ -n "$keep" ] || exit 0

for name in $(bases); do
  [ "$name" != "$keep" ] || break
  # The sum last: what is left by a stop in between has no backup, instead of a backup that looks damaged.
  rm -f "$VUORO_BACKUP_STORE/base/$name" "$VUORO_BACKUP_STORE/base/$name.sha256"
  say "$name is older than it has to be kept and was deleted."
done

# The first eight digits name the time line; the order is in the rest. Files that tell of time lines stay.
first=$(first_log_of "$keep" | cut -c 9-24)
for file in "$VUORO_BACKUP_STORE"/wal/*; do
  [ ! -e "$file" ] || basename "$file"
done | awk -v first="x$first" '/^[0-9A-F]+(\.partial)?\.gz\.age$/ && "x" substr($0, 9, 16) < first' | while read -r name; do
  rm -f "$VUORO_BACKUP_STORE/wal/$name"
done
