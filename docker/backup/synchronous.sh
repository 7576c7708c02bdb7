#!/bin/sh
# Whether commits wait for the receiver: synchronous.sh status | off | watch
# off lets bookings go on while the receiver is away; it lasts until the receiver follows again.
# watch runs on and does the same by itself when the receiver has been away for VUORO_BACKUP_PATIENCE seconds (60): what nobody waits
# for any more is at risk only if the database's disk is lost as well, and until then nobody could book at all.
set -eu
. "$(dirname "$0")/lib.sh"
need psql
connection

is_missed() {
  [ "$(sql "SELECT 1 WHERE current_setting('synchronous_standby_names') <> '' AND NOT EXISTS (
              SELECT 1 FROM pg_stat_replication WHERE application_name = '$SLOT' AND state = 'streaming')" 2>/dev/null)" = 1 ]
}

let_commits_go() {
  sql "ALTER SYSTEM SET synchronous_standby_names = ''"
  sql 'SELECT pg_reload_conf()' >/dev/null
}

case ${1:-status} in
status)
  waits=$(sql 'SHOW synchronous_standby_names')
  state=$(sql "SELECT state || ', flushed to ' || flush_lsn || ', behind by ' || pg_wal_lsn_diff(pg_current_wal_lsn(), flush_lsn) || ' bytes' FROM pg_stat_replication WHERE application_name = '$SLOT'")
  if [ -n "$waits" ]; then echo "Commits wait for the receiver."; else echo "Commits do not wait."; fi
  echo "The receiver: ${state:-is not connected}."
  [ -n "$state" ]
  ;;
off)
  let_commits_go
  echo "Commits do not wait until the receiver follows again. Until then what is written is on the database's disk only."
  ;;
watch)
  trap 'exit 0' TERM INT
  patience=${VUORO_BACKUP_PATIENCE:-60}
  missed=0
  while :; do
    if is_missed; then missed=$((missed + 1)); else missed=0; fi
    if [ "$missed" -gt "$patience" ] && let_commits_go; then
      say "The receiver has been away for $patience seconds: commits do not wait for it until it follows again. Mend it now." >&2
      missed=0
    fi
    sleep 1 &
    wait $! || :
  done
  ;;
*) fail "synchronous.sh knows status, off and watch, not $1." ;;
esac
