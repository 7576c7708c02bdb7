import type { TestDatabase } from './test-database.ts';

/** How many connections of this database wait for a lock that another one holds. Databases of other tests do not count. */
export async function waitingForLocks(db: Pick<TestDatabase, 'admin'>): Promise<number> {
  const [found] = await db.admin.query(
    `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`,
  );
  return found.count;
}
