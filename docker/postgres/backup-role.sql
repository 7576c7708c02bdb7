-- The role of docker/backup: it copies the cluster and follows its log, and lets commits wait for the receiver. Needs :backup_password.
-- Rights to functions are a database's own, and this is the one that the scripts connect to.
\connect postgres
CREATE ROLE vuoro_backup LOGIN REPLICATION PASSWORD :'backup_password' NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
GRANT pg_monitor TO vuoro_backup;
GRANT ALTER SYSTEM ON PARAMETER synchronous_standby_names TO vuoro_backup;
GRANT EXECUTE ON FUNCTION pg_reload_conf() TO vuoro_backup;
