# What the scripts of this directory share. Settings:
#   PGHOST PGPORT PGUSER PGDATABASE        PostgreSQL, as libpq reads them; the role is that of docker/postgres/backup-role.sql
#   VUORO_BACKUP_PASSWORD_FILE             file with that role's password
#   VUORO_BACKUP_STORE                     where encrypted backups go: base/ and wal/
#   VUORO_BACKUP_SPOOL                     where the receiver writes the log as it comes, plain; on another disk than the database
#   VUORO_BACKUP_STAGE                     where a base backup is verified before it is encrypted, plain
#   VUORO_BACKUP_RECIPIENTS                file with age's public keys
#   VUORO_BACKUP_IDENTITY                  file with the private key; only for restoring, never on the host that makes backups
#   VUORO_BACKUP_DAYS                      to which seconds of how many days one can return: 7
# shellcheck shell=sh

umask 077
export LC_ALL=C
# The receiver's slot, and the name that commits wait for.
export SLOT=vuoro_wal

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

say() { printf '%s %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$*"; }

need() {
  for program in "$@"; do
    command -v "$program" >/dev/null 2>&1 ||
      fail "$program is not installed or not on PATH: install PostgreSQL's client and server programs of the server's version, and age."
  done
}

# The directory that a variable names must be there already: a disk that is not mounted must not look like an empty one.
need_directory() {
  [ -n "$2" ] || fail "$1 is not set: it names a directory."
  [ -d "$2" ] || fail "$1 names $2, which is no directory: make or mount it."
  [ -w "$2" ] || fail "$1 names $2, where $(id -un 2>/dev/null || id -u) may not write."
}

need_store() { need_directory VUORO_BACKUP_STORE "${VUORO_BACKUP_STORE:-}"; }

need_recipients() {
  [ -n "${VUORO_BACKUP_RECIPIENTS:-}" ] || fail "VUORO_BACKUP_RECIPIENTS is not set: it names the file with the public keys to encrypt for."
  [ -r "$VUORO_BACKUP_RECIPIENTS" ] || fail "VUORO_BACKUP_RECIPIENTS names $VUORO_BACKUP_RECIPIENTS, which cannot be read."
  grep -q AGE-SECRET-KEY "$VUORO_BACKUP_RECIPIENTS" &&
    fail "$VUORO_BACKUP_RECIPIENTS holds a private key: only public keys (age1…) belong on this host."
  age -R "$VUORO_BACKUP_RECIPIENTS" -o /dev/null </dev/null 2>/dev/null ||
    fail "$VUORO_BACKUP_RECIPIENTS holds no public key that age understands (age1…)."
}

# In the environment and not among the arguments, which everybody on the host can read.
connection() {
  [ -n "${PGHOST:-}" ] || fail "PGHOST is not set: it names PostgreSQL's host."
  export PGUSER="${PGUSER:-vuoro_backup}" PGDATABASE="${PGDATABASE:-postgres}" PGCONNECT_TIMEOUT="${PGCONNECT_TIMEOUT:-5}"
  [ -n "${VUORO_BACKUP_PASSWORD_FILE:-}" ] || return 0
  [ -r "$VUORO_BACKUP_PASSWORD_FILE" ] || fail "VUORO_BACKUP_PASSWORD_FILE names $VUORO_BACKUP_PASSWORD_FILE, which cannot be read."
  PGPASSWORD=$(cat "$VUORO_BACKUP_PASSWORD_FILE")
  export PGPASSWORD
}

# PostgreSQL and these scripts work in directories of their own: there a relative path would name nothing, and a log that is not found
# is taken for the end of it.
for setting in STORE SPOOL STAGE RECIPIENTS IDENTITY PASSWORD_FILE; do
  path=
  eval "path=\${VUORO_BACKUP_$setting:-}"
  case $path in '' | /*) ;; *) fail "VUORO_BACKUP_$setting names $path: the path has to begin with /." ;; esac
done

sql() { psql -XAtqw -v ON_ERROR_STOP=1 -c "$1"; }

# Base backups, the oldest first; each is named after the instant from which on it can be restored and the first file of the log it needs.
# What somebody has laid beside them, such as a copy under another name, is none.
bases() {
  for file in "$VUORO_BACKUP_STORE"/base/*.tar.gz.age; do
    [ ! -e "$file" ] || basename "$file"
  done | grep -Ex '[0-9]{8}T[0-9]{6}Z_[0-9A-F]{24}\.tar\.gz\.age' || :
}

instant_of() { printf '%s\n' "${1%%_*}"; }

first_log_of() {
  rest=${1#*_}
  printf '%s\n' "${rest%%.*}"
}

# Whether a base backup is as it was written.
is_good() { (cd "$VUORO_BACKUP_STORE/base" && sha256sum --status -c "$1.sha256" 2>/dev/null); }
