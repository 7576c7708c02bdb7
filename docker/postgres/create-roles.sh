#!/bin/sh
# The roles of the database: one owns the schema and migrates, one runs the application and is bound by row level security, one makes backups.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres \
  -v owner_password="$(cat /run/secrets/owner_password)" -v application_password="$(cat /run/secrets/application_password)" <<'SQL'
CREATE ROLE vuoro_owner LOGIN PASSWORD :'owner_password' NOSUPERUSER NOCREATEDB NOCREATEROLE;
CREATE ROLE vuoro_app LOGIN PASSWORD :'application_password' NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
CREATE DATABASE vuoro OWNER vuoro_owner;
REVOKE ALL ON DATABASE vuoro FROM PUBLIC;
GRANT CONNECT ON DATABASE vuoro TO vuoro_app;
SQL
psql -v ON_ERROR_STOP=1 -U postgres -v backup_password="$(cat /run/secrets/backup_password)" -f /vuoro/backup-role.sql
# "all" databases are not the connections of backups; these come from another container.
echo 'host replication vuoro_backup all scram-sha-256' >>"$PGDATA/pg_hba.conf"
