-- The role and the settings of docker/backup. The role copies the cluster and follows its log, and lets commits wait for the receiver. Needs :backup_password.
-- Rights to functions are a database's own, and this is the one that the scripts connect to.
\connect postgres
CREATE ROLE vuoro_backup LOGIN REPLICATION PASSWORD :'backup_password' NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
GRANT pg_monitor TO vuoro_backup;
GRANT ALTER SYSTEM ON PARAMETER synchronous_standby_names TO vuoro_backup;
GRANT EXECUTE ON FUNCTION pg_reload_conf() TO vuoro_backup;
-- Files of the log are full after a minute at the latest; what the receiver has not seen may take this much of the disk, and as much as
-- this stays for a receiver that begins anew after a restore.
ALTER SYSTEM SET archive_timeout = '60s';
ALTER SYSTEM SET max_slot_wal_keep_size = '20GB';
ALTER SYSTEM SET wal_keep_size = '1GB';
SELECT pg_reload_conf();
