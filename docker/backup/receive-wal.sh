#!/bin/sh
# Receives the log as PostgreSQL writes it, and encrypts each file that is full. PostgreSQL acknowledges a commit when it has been
# flushed here too: with the data directory gone, nothing is lost that anybody was told of. Runs until it is stopped.
set -eu
. "$(dirname "$0")/lib.sh"

need pg_receivewal psql age gzip
need_store
need_directory VUORO_BACKUP_SPOOL "${VUORO_BACKUP_SPOOL:-}"
need_recipients
connection
mkdir -p "$VUORO_BACKUP_STORE/wal"
spool=$VUORO_BACKUP_SPOOL
receiver=
stopping=no
commits_wait=no
complaint=

stop() {
  stopping=yes
  [ -z "$receiver" ] || kill -INT "$receiver" 2>/dev/null || :
}
trap stop TERM INT

# The same trouble each second is said once.
complain() {
  [ "$complaint" = "$1" ] || say "$1" >&2
  complaint=$1
}

seal() {
  name=$(basename "$1")
  rm -f "$spool/.sealing.gz" "$VUORO_BACKUP_STORE/wal/.sealing"
  if gzip -1 -c "$1" >"$spool/.sealing.gz" &&
    age -R "$VUORO_BACKUP_RECIPIENTS" -o "$VUORO_BACKUP_STORE/wal/.sealing" "$spool/.sealing.gz" &&
    sync "$VUORO_BACKUP_STORE/wal/.sealing" &&
    mv "$VUORO_BACKUP_STORE/wal/.sealing" "$VUORO_BACKUP_STORE/wal/$name.gz.age" &&
    sync "$VUORO_BACKUP_STORE/wal"; then
    rm -f "$1" "$spool/.sealing.gz"
  else
    complain "$name could not be encrypted to $VUORO_BACKUP_STORE/wal: it stays in $spool and is tried again."
  fi
}

# The log in the spool, its unfinished file too. A disk has a directory lost+found of its own, and what is none of ours stays as it is.
spooled() { find "$spool" -maxdepth 1 -type f | sed 's/^.*\///' | grep -Ex '([0-9A-F]{24}|[0-9A-F]{8}\.history)(\.partial)?' | sort || :; }

seal_finished() {
  for name in $(spooled); do
    case $name in
    *.partial) ;;
    *) seal "$spool/$name" ;;
    esac
  done
}

# Without its slot the server is another one than before, or has thrown log away: what is here belongs to the past, and a base backup is due.
ensure_slot() {
  found=$(sql "SELECT coalesce(wal_status, 'lost') FROM pg_replication_slots WHERE slot_name = '$SLOT'" 2>&1) || {
    complain "PostgreSQL does not answer the receiver: $(printf '%s' "$found" | tail -n 1)"
    return 1
  }
  case $found in
  '') ;;
  lost)
    complain "PostgreSQL has thrown away log that the receiver had not seen: it begins anew, and a base backup is due."
    sql "SELECT pg_drop_replication_slot('$SLOT')" >/dev/null || return 1
    ;;
  *) return 0 ;;
  esac
  : >"$VUORO_BACKUP_STORE/base-backup-is-due"
  for name in $(spooled); do seal "$spool/$name"; done
  [ -z "$(spooled)" ] || return 1
  pg_receivewal --create-slot --if-not-exists --slot "$SLOT" --no-password || return 1
  # From the beginning of the server's time line, as far as it still has it: after a restore the log goes on where the old one ended, and
  # a slot alone begins with the last checkpoint. An empty file that is not full tells the receiver where.
  first=$(sql "SELECT min(name) FROM pg_ls_waldir() WHERE name ~ '^[0-9A-F]{24}$' AND left(name, 8) = left(pg_walfile_name(pg_current_wal_lsn()), 8)") || return 1
  : >"$spool/$first.partial"
}

# Only while the receiver keeps up: a commit must not wait for somebody who is reading yesterday's log.
let_commits_wait() {
  [ "$commits_wait" = no ] || return 0
  [ "$(sql "SELECT 1 FROM pg_stat_replication WHERE application_name = '$SLOT' AND state = 'streaming'" 2>/dev/null)" = 1 ] || return 0
  if [ "$(sql 'SHOW synchronous_standby_names')" != "$SLOT" ]; then
    sql "ALTER SYSTEM SET synchronous_standby_names = '$SLOT'" && sql 'SELECT pg_reload_conf()' >/dev/null || return 0
  fi
  commits_wait=yes
  complaint=
  say "The receiver is up to date; commits wait for it."
}

while [ "$stopping" = no ]; do
  commits_wait=no
  if ensure_slot; then
    PGAPPNAME=$SLOT pg_receivewal -D "$spool" --slot "$SLOT" --synchronous --no-loop --no-password &
    receiver=$!
    while kill -0 "$receiver" 2>/dev/null; do
      seal_finished
      let_commits_wait || :
      sleep 0.5 || :
    done
    wait "$receiver" || :
    receiver=
    [ "$stopping" = yes ] || complain "The receiver lost PostgreSQL and looks for it again."
  fi
  [ "$stopping" = yes ] || sleep 0.5 || :
done
seal_finished
