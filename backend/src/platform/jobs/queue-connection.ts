import {
  createPostgresBackend,
  createRedisBackend,
  Queue,
  Worker,
  type IQueueBackend,
  type PostgresConnectionOptions,
  type Processor,
  type WorkerOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

/** Queues by what their jobs do to the outside: after-commit listeners, messages to people, and the product's own upkeep. */
export type QueueName = 'outbox' | 'messages' | 'maintenance';
export const queueNames: readonly QueueName[] = ['outbox', 'messages', 'maintenance'];

/** Ids only: what is in a queue may lie in Redis, where nothing is encrypted. */
export interface JobPayload {
  readonly id: string;
}

export type JobQueue = Queue<JobPayload, void, string, JobPayload, void, string, IQueueBackend, never>;
export type JobWorker = Worker<JobPayload, void, string, IQueueBackend>;

export const queueSchema = 'bullmq';

export interface QueueTarget {
  /** Direct, not through a transaction pooler: workers LISTEN. */
  readonly databaseUrl: string;
  /** null: the jobs lie in PostgreSQL too. */
  readonly redisUrl: string | null;
}

/** BullMQ on one of its two backends; nothing above this file knows which. */
export abstract class QueueConnection {
  abstract readonly backend: 'postgresql' | 'redis';
  abstract queue(name: QueueName): JobQueue;
  abstract worker(name: QueueName, process: Processor<JobPayload, void>, options: Omit<WorkerOptions, 'connection'>): JobWorker;
  /** Answers when the backend does. @throws when it does not */
  abstract ping(): Promise<void>;
  /** After every queue and worker has been closed. */
  abstract close(): Promise<void>;

  static to(target: QueueTarget): QueueConnection {
    return target.redisUrl === null ? new PostgresQueues(target.databaseUrl) : new RedisQueues(target.redisUrl);
  }
}

class PostgresQueues extends QueueConnection {
  override readonly backend = 'postgresql';
  private readonly pool: pg.Pool;

  constructor(databaseUrl: string) {
    super();
    // One pool for all queues of the process: a queue of its own each would cost twelve connections. Every worker keeps one to LISTEN.
    this.pool = new pg.Pool({
      connectionString: databaseUrl,
      max: queueNames.length + 4,
      options: `-c search_path=${queueSchema}`,
      application_name: 'vuoro-jobs',
      connectionTimeoutMillis: 5000,
      keepAlive: true,
    });
    // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
    this.pool.on('error', () => undefined);
  }

  /** BullMQ describes the pool that it accepts without pg's own types. */
  private get shared(): PostgresConnectionOptions {
    return this.pool as unknown as PostgresConnectionOptions;
  }

  override queue(name: QueueName): JobQueue {
    return new Queue(name, { connection: this.shared }, createPostgresBackend) as unknown as JobQueue;
  }

  override worker(name: QueueName, process: Processor<JobPayload, void>, options: Omit<WorkerOptions, 'connection'>): JobWorker {
    return new Worker(name, process, { ...options, connection: this.shared }, createPostgresBackend) as unknown as JobWorker;
  }

  override async ping(): Promise<void> {
    await this.pool.query('SELECT max(version) FROM migration');
  }

  override async close(): Promise<void> {
    await this.pool.end();
  }
}

class RedisQueues extends QueueConnection {
  override readonly backend = 'redis';
  private readonly redis: Redis;

  constructor(redisUrl: string) {
    super();
    this.redis = new Redis(redisUrl, { maxRetriesPerRequest: null, connectionName: 'vuoro-jobs' });
    this.redis.on('error', () => undefined);
  }

  override queue(name: QueueName): JobQueue {
    return new Queue(name, { connection: this.redis }, createRedisBackend) as unknown as JobQueue;
  }

  override worker(name: QueueName, process: Processor<JobPayload, void>, options: Omit<WorkerOptions, 'connection'>): JobWorker {
    return new Worker(name, process, { ...options, connection: this.redis }, createRedisBackend) as unknown as JobWorker;
  }

  override async ping(): Promise<void> {
    await this.redis.ping();
  }

  override async close(): Promise<void> {
    await this.redis.quit().catch(() => this.redis.disconnect());
  }
}
