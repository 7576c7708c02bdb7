/**
 * Empties every table of the queue on PostgreSQL. It gives way to workers that hold some of the tables and tries again: a worker takes them in an order of its
 * own, and whichever of the two the server then ended for a deadlock would say nothing about the product.
 */
export const emptyQueuesSql = `
  DO $$
  DECLARE
    tables text := (SELECT string_agg(format('bullmq.%I', tablename), ', ') FROM pg_tables WHERE schemaname = 'bullmq' AND tablename <> 'migration');
  BEGIN
    SET LOCAL lock_timeout = '100ms';
    FOR tries IN 1..100 LOOP
      BEGIN
        EXECUTE 'TRUNCATE ' || tables || ' CASCADE';
        RETURN;
      EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
        PERFORM pg_sleep(0.05);
      END;
    END LOOP;
    RAISE EXCEPTION 'The queue was never free to be emptied';
  END $$`;
