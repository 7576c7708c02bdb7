import { Redis } from 'ioredis';
import { givenRedisUrl } from './test-environment.ts';
import type { TestDatabase } from './test-database.ts';

/** The disaster that must cost nothing: whatever the queue held is gone, schedules included. Flushes the Redis of REDIS_URL when that is the queue. */
export async function emptyQueues(db: Pick<TestDatabase, 'admin'>): Promise<void> {
  const redisUrl = givenRedisUrl();
  if (redisUrl !== null) {
    const redis = new Redis(redisUrl);
    await redis.flushdb();
    redis.disconnect();
    return;
  }
  const tables: { name: string }[] = await db.admin.query(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq' AND tablename <> 'migration'`,
  );
  await db.admin.query(`TRUNCATE ${tables.map(({ name }) => `bullmq.${name}`).join(', ')} CASCADE`);
}
