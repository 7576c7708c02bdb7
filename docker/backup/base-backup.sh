#!/bin/sh
# Makes a base backup, verifies it, encrypts it into the store and lets go of what is older than it has to be kept.
#   base-backup.sh              now
#   base-backup.sh --nightly    runs on: at VUORO_BACKUP_HOUR each night, and at once when there is none, or the receiver had to begin anew
set -eu
. "$(dirname "$0")/lib.sh"
here=$(cd "$(dirname "$0")" && pwd)

need pg_basebackup pg_verifybackup psql age gzip tar sha256sum
need_store
need_directory VUORO_BACKUP_STAGE "${VUORO_BACKUP_STAGE:-}"
need_recipients
connection
hour=${VUORO_BACKUP_HOUR:-02}
case $hour in
[0-9]) hour=0$hour ;; # As the clock writes it.
[01][0-9] | 2[0-3]) ;;
*) fail "VUORO_BACKUP_HOUR is $hour: it has to be an hour from 0 to 23." ;;
esac

# The receiver makes it when there is a gap in the log before it; what it says while a backup runs is for the next one.
due=$VUORO_BACKUP_STORE/base-backup-is-due

newest_age_hours() {
  newest=$(bases | tail -n 1)
  if [ -z "$newest" ]; then
    echo 9999
    return
  fi
  when=$(instant_of "$newest" | sed 's/^\(....\)\(..\)\(..\)T\(..\)\(..\)\(..\)Z$/\1-\2-\3 \4:\5:\6/')
  echo $((($(date +%s) - $(date -u -d "$when" +%s)) / 3600))
}

is_due() {
  [ ! -e "$due" ] || return 0
  # One that was due was stopped or killed in the middle.
  [ ! -e "$due.taken" ] || return 0
  age_hours=$(newest_age_hours)
  [ "$age_hours" -lt 25 ] || return 0
  [ "$age_hours" -ge 20 ] && [ "$(date +%H)" = "$hour" ]
}

if [ "${1:-}" = --nightly ]; then
  trap 'exit 0' TERM INT
  while :; do
    if is_due; then "$0" || say "The base backup failed and is tried again in five minutes." >&2; fi
    sleep 300 &
    wait $! || :
  done
fi
[ $# = 0 ] || fail "base-backup.sh knows --nightly only, not $1."

work=$VUORO_BACKUP_STAGE/base-backup
# One at a time; what a killed one has left goes with the next.
exec 9>"$VUORO_BACKUP_STAGE/lock"
flock -n 9 || fail "Another base backup is running: wait until it has ended."
rm -rf "$work"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' TERM INT HUP
mkdir -p "$work" "$VUORO_BACKUP_STORE/base"
[ ! -e "$due" ] || mv "$due" "$due.taken"
again() {
  : >"$due"
  fail "$1"
}

pg_basebackup -D "$work/base" -F plain -X stream --checkpoint=fast --no-password ||
  again "pg_basebackup failed: see its message above; nothing of it is kept."
pg_verifybackup -q "$work/base" || again "The base backup does not agree with its own manifest: nothing of it is kept, look at the disks."
first=$(sed -n 's/^START WAL LOCATION: .* (file \([0-9A-F]*\))$/\1/p' "$work/base/backup_label")
# By the server's clock, which writes the times of the log too; a second later, because the name has no fractions.
ended=$(sql "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC' + interval '1 second', 'YYYYMMDD\"T\"HH24MISS\"Z\"')") ||
  again "PostgreSQL did not tell the time: nothing of the base backup is kept."
name=${ended}_$first.tar.gz.age

cd "$VUORO_BACKUP_STORE/base"
rm -f .unfinished
{ tar -C "$work/base" -cf - . || : >"$work/broken"; } |
  { gzip -1 || : >"$work/broken"; } |
  age -R "$VUORO_BACKUP_RECIPIENTS" -o .unfinished || : >"$work/broken"
[ ! -e "$work/broken" ] || again "The base backup could not be encrypted to $VUORO_BACKUP_STORE/base: is it full?"
sync .unfinished
# The sum first: a backup without one is never taken for good.
sha256sum .unfinished | sed "s/ \.unfinished$/ $name/" >"$name.sha256"
mv .unfinished "$name"
sync "$name.sha256" .
rm -f "$due.taken"
say "$name: $(wc -c <"$name") bytes, verified and encrypted."
"$here/prune.sh"
