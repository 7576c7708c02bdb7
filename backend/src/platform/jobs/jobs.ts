import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { JobsOptions } from 'bullmq';
import { QueueConnection, queueNames, type JobQueue, type QueueName } from './queue-connection.ts';

export type JobHandler = (id: string) => Promise<void>;

/** Milliseconds, or a cron pattern in Helsinki time (`'0 3 * * *'` is three at night). */
export type Rhythm = number | string;

export interface Schedule {
  readonly queue: QueueName;
  readonly name: string;
  readonly rhythm: Rhythm;
}

export interface AddOptions {
  /** A job with this id that still waits, runs or is to be tried again is not added twice. No `:` (use `.`). */
  readonly jobId?: string;
}

/** Whoever repeats a job thinks of office nights, which have a time zone. */
export const scheduleZone = 'Europe/Helsinki';

const attempts = 12;
const firstRetryMillis = 500;

const defaults: JobsOptions = {
  attempts,
  // 0.5 s, 1 s, 2 s … 17 minutes: an outage of half an hour costs nothing but time.
  backoff: { type: 'exponential', delay: firstRetryMillis, jitter: 0.2 },
  removeOnComplete: true,
  // Forgotten, so that the scanner that finds the unfinished row may add it again under the same id.
  removeOnFail: true,
};

/**
 * The conveyor belt of background work. It may lose everything at any moment: whoever adds a job keeps in the database what is
 * to be done, and a scanner that adds it again. Handlers re-read the state and may run twice.
 */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly queues = new Map<QueueName, JobQueue>();
  private readonly handlers = new Map<string, JobHandler>();
  private readonly schedules = new Map<string, Schedule>();

  constructor(private readonly connection: QueueConnection) {}

  /** Registers the one handler of a kind of job. Both processes may register; only the worker runs it. @throws Error when there is one */
  handle(queue: QueueName, name: string, handler: JobHandler): void {
    const key = keyOf(queue, name);
    if (this.handlers.has(key)) throw new Error(`The job ${key} already has a handler.`);
    this.handlers.set(key, handler);
  }

  /** Adds a job; its payload is the id and nothing else. Never inside a transaction: the row it is about would not be there yet. */
  async add(queue: QueueName, name: string, id: string, options: AddOptions = {}): Promise<void> {
    await this.queue(queue).add(name, { id }, { ...defaults, ...options });
  }

  /** Adds many at once. */
  async addAll(queue: QueueName, name: string, jobs: readonly ({ readonly id: string } & AddOptions)[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.queue(queue).addBulk(jobs.map(({ id, ...options }) => ({ name, data: { id }, opts: { ...defaults, ...options } })));
  }

  /** Repeats a job for as long as the product runs; its handler is given an empty id. Only the worker keeps the schedule. */
  every(queue: QueueName, name: string, rhythm: Rhythm): void {
    this.schedules.set(keyOf(queue, name), { queue, name, rhythm });
  }

  handlerOf(queue: QueueName, name: string): JobHandler | undefined {
    return this.handlers.get(keyOf(queue, name));
  }

  schedulesOf(queue: QueueName): readonly Schedule[] {
    return [...this.schedules.values()].filter((schedule) => schedule.queue === queue);
  }

  /** @throws Error naming the jobs that would be repeated with nobody to do them */
  assertComplete(): void {
    const missing = [...this.schedules.keys()].filter((key) => !this.handlers.has(key));
    if (missing.length > 0) throw new Error(`Jobs without a handler: ${missing.join(', ')}.`);
  }

  /** The queue itself, for health and metrics; everybody else uses `add`. */
  queue(name: QueueName): JobQueue {
    const known = this.queues.get(name);
    if (known !== undefined) return known;
    const queue = this.connection.queue(name);
    // Reported by whoever waits for the call; without a listener it would end the process.
    queue.on('error', () => undefined);
    this.queues.set(name, queue);
    return queue;
  }

  /** How many jobs wait, run or have failed in each queue. */
  async counts(): Promise<Readonly<Record<QueueName, Readonly<Record<string, number>>>>> {
    const counts = await Promise.all(
      queueNames.map(async (name) => [name, await this.queue(name).getJobCounts('waiting', 'active', 'delayed', 'failed')] as const),
    );
    return Object.fromEntries(counts) as Record<QueueName, Record<string, number>>;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    this.queues.clear();
    await this.connection.close();
  }
}

function keyOf(queue: QueueName, name: string): string {
  return `${queue}/${name}`;
}
