import { Redis } from 'ioredis';
import { emptyQueuesSql } from './empty-queues-sql.ts';
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
  await db.admin.query(emptyQueuesSql);
}
