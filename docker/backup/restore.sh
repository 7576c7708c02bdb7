#!/bin/sh
# Makes a data directory as it was: restore.sh --to <empty directory> [--until <instant with offset>]
# Afterwards PostgreSQL is started on it as always. Nothing of the backups is changed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"

usage='restore.sh --to <empty directory> [--until 2026-11-30T09:00:00+02:00]'
target=
until=
while [ $# -gt 0 ]; do
  case $1 in
  --to | --until) [ $# -ge 2 ] || fail "$1 needs a value: $usage" ;;
  *) fail "$1 is not known: $usage" ;;
  esac
  case $1 in --to) target=$2 ;; *) until=$2 ;; esac
  shift 2
done
[ -n "$target" ] || fail "It is not said where to: $usage"

need pg_ctl pg_verifybackup pg_controldata age gzip tar sha256sum
[ "$(id -u)" != 0 ] || fail "PostgreSQL does not run as root: restore as the user that it runs as."
[ -d "${VUORO_BACKUP_STORE:-/nowhere}/base" ] ||
  fail "VUORO_BACKUP_STORE names no directory with base backups: mount the store."
[ -r "${VUORO_BACKUP_IDENTITY:-/nowhere}" ] ||
  fail "VUORO_BACKUP_IDENTITY names no file that can be read: it is the private key of the backups."
[ -z "${VUORO_BACKUP_SPOOL:-}" ] || [ -d "$VUORO_BACKUP_SPOOL" ] ||
  fail "VUORO_BACKUP_SPOOL names $VUORO_BACKUP_SPOOL, which is no directory: mount it, or leave it out and lose what was written last."
[ ! -e "$target" ] || [ -d "$target" ] || fail "$target is no directory."
[ ! -d "$target" ] || [ -z "$(ls -A "$target")" ] ||
  fail "$target is not empty: nothing is ever restored over a data directory; move it away first."

wanted=
if [ -n "$until" ]; then
  case $until in
  *T*Z | *T*+??:?? | *T*-??:??) ;;
  *) fail "--until needs date, time and offset, such as 2026-11-30T09:00:00+02:00, not $until." ;;
  esac
  wanted=$(date -u -d "$until" +%Y%m%dT%H%M%SZ 2>/dev/null) || fail "--until is no instant: $until."
fi

base=
for name in $(bases | sort -r); do
  if [ -n "$wanted" ] && [ "$(printf '%s\n%s\n' "$(instant_of "$name")" "$wanted" | sort | tail -n 1)" != "$wanted" ]; then continue; fi
  base=$name
  break
done
if [ -z "$base" ]; then
  [ -n "$wanted" ] || fail "There is no base backup in $VUORO_BACKUP_STORE/base."
  oldest=$(bases | head -n 1)
  fail "No base backup is as old as $until: the earliest instant is $(instant_of "${oldest:-none_}")."
fi
# Never a silent step back to an older one: whoever restores decides that, by moving this one away.
is_good "$base" || fail "$base is damaged: fetch another copy of it, or move it away to restore from the one before it and its log."

mkdir -p "$target"
work=$(mktemp -d)
tidy() {
  [ ! -f "$target/postmaster.pid" ] || pg_ctl -D "$target" -m immediate stop >/dev/null 2>&1 || :
  rm -rf "$work"
  # Half a data directory must not look like a whole one. It was empty before.
  [ "$restored" = yes ] || find "$target" -mindepth 1 -delete
}
restored=no
trap tidy EXIT
trap 'exit 1' TERM INT HUP
say "Restoring from $base."
chmod 700 "$target"
{ age -d -i "$VUORO_BACKUP_IDENTITY" "$VUORO_BACKUP_STORE/base/$base" 2>"$work/age" || : >"$work/broken"; } |
  { gzip -dc 2>/dev/null || : >"$work/broken"; } | tar -C "$target" -xf - 2>/dev/null || : >"$work/broken"
[ ! -e "$work/broken" ] ||
  fail "$base could not be decrypted into $target: $(grep -v '^$' "$work/age" | head -n 1) Is it the right key, and is there room?"
pg_verifybackup -q "$target" || fail "$base does not agree with its own manifest: restore from another one."

# Commits of the restored server wait for no receiver until one follows it again.
sed -i '/^synchronous_standby_names/d' "$target/postgresql.auto.conf"
: >"$target/recovery.signal"
echo 'local all all reject' >"$work/pg_hba.conf"
cat >"$work/postgresql.conf" <<CONF
hba_file = '$work/pg_hba.conf'
unix_socket_directories = '$work'
hot_standby = off
archive_mode = off
wal_keep_size = 1GB
log_timezone = 'UTC'
timezone = 'UTC'
lc_messages = 'C'
restore_command = '"$here/fetch-wal.sh" "%f" "%p"'
recovery_target_timeline = 'latest'
recovery_target_action = 'promote'
CONF
[ -z "$until" ] || echo "recovery_target_time = '$(date -u -d "$until" '+%Y-%m-%d %H:%M:%S.%6N+00')'" >>"$work/postgresql.conf"
export VUORO_BACKUP_STORE VUORO_BACKUP_IDENTITY VUORO_BACKUP_SPOOL="${VUORO_BACKUP_SPOOL:-}" VUORO_BACKUP_NOTES="$work"
: >"$work/fetched"
# Without connections in recovery pg_ctl has nothing to wait for; the last line of the pid file tells when the log has been replayed.
replay() {
  pg_ctl -D "$target" -w -t 3600 -l "$work/log" -o "-c config_file=$work/postgresql.conf -c listen_addresses=" start >/dev/null 2>&1 || return 1
  while pg_ctl -D "$target" status >/dev/null 2>&1; do
    ! grep -q '^ready' "$target/postmaster.pid" 2>/dev/null || return 0
    sleep 0.1
  done
  return 1
}
# PostgreSQL takes a gap for the end. The newest file that there is must have been replayed, or something before it is missing.
is_whole() {
  newest=$(find "$VUORO_BACKUP_STORE/wal" ${VUORO_BACKUP_SPOOL:+"$VUORO_BACKUP_SPOOL"} -type f |
    sed -n 's/^.*\/\([0-9A-F]\{24\}\)\(\.partial\)\{0,1\}\(\.gz\.age\)\{0,1\}$/\1/p' | sort | tail -n 1)
  [ -z "$newest" ] || [ "$(printf '%s\n%s\n' "$newest" "$(first_log_of "$base")" | sort | tail -n 1)" != "$newest" ] ||
    grep -qx "$newest" "$work/fetched"
}
not_whole() {
  fail "The log is not whole: nothing after $(tail -n 1 "$work/fetched") could be replayed, though there is $newest. Fetch what is missing, or choose an instant before it with --until."
}
if ! replay; then
  [ ! -s "$work/complaint" ] || fail "$(cat "$work/complaint") Fetch another copy of it, or choose an instant before it with --until."
  last=$(sed -n 's/.*last completed transaction was at log time //p' "$work/log" | tail -n 1)
  ! grep -q 'recovery ended before configured recovery target' "$work/log" || is_whole || not_whole
  ! grep -q 'recovery ended before configured recovery target' "$work/log" ||
    fail "Nothing was written after $until${last:+; the last was at $last}: restore without --until."
  tail -n 20 "$work/log" >&2
  fail "PostgreSQL could not replay the log; it says why above."
fi
last=$(sed -n 's/.*last completed transaction was at log time //p' "$work/log" | tail -n 1)
[ -n "$wanted" ] || is_whole || not_whole
pg_ctl -D "$target" -w -m fast stop >/dev/null
restored=yes
say "Restored into $target; the last change in it was at ${last:-the time of the base backup}. Start PostgreSQL on it, then the receiver and a base backup."
