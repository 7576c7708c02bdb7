import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Jobs, scheduleZone, type Schedule } from './jobs.ts';
import { QueueConnection, queueNames, type JobWorker, type QueueName } from './queue-connection.ts';

// A killed worker's job is taken again after the lock has run out: ten seconds at most.
const lockMillis = 5000;
// Redis notices at the second check after that.
const stalledCheckMillis = 2000;
const scheduleCheckMillis = 10_000;
const concurrency: Readonly<Record<QueueName, number>> = { outbox: 8, messages: 8, maintenance: 2 };

/** Takes jobs from the queues: in the worker process only, so that a flood of jobs cannot slow a request down. */
@Injectable()
export class JobWorkers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(JobWorkers.name);
  private readonly workers: JobWorker[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly jobs: Jobs,
    private readonly connection: QueueConnection,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.jobs.assertComplete();
    await this.dropForgottenSchedules();
    await this.ensureSchedules();
    for (const name of queueNames) this.workers.push(this.start(name));
    // An emptied queue has lost its schedules too.
    this.timer = setInterval(() => {
      this.ensureSchedules().catch((error: unknown) => this.log.warn({ event: 'schedules-unchecked', err: error }));
    }, scheduleCheckMillis);
  }

  /** Lets running jobs finish and takes no new ones. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  private start(queue: QueueName): JobWorker {
    const worker = this.connection.worker(queue, (job) => this.run(queue, job.name, job.data.id), {
      concurrency: concurrency[queue],
      lockDuration: lockMillis,
      stalledInterval: stalledCheckMillis,
      // Being killed is not the job's fault, however often it happens.
      maxStalledCount: 1000,
    });
    worker.on('error', (error) => this.log.warn({ event: 'queue-error', queue, err: error }));
    worker.on('failed', (job, error) => {
      this.log.warn({ event: 'job-failed', queue, job: job?.name, jobId: job?.data.id, attempt: job?.attemptsMade, err: error });
    });
    return worker;
  }

  private async run(queue: QueueName, name: string, id: string): Promise<void> {
    const handler = this.jobs.handlerOf(queue, name);
    if (handler === undefined) throw new Error(`No handler for the job ${queue}/${name}; an older version may have added it.`);
    await handler(id);
  }

  /** Puts back the schedules that are missing. */
  async ensureSchedules(): Promise<void> {
    for (const queue of queueNames) {
      for (const schedule of this.jobs.schedulesOf(queue)) await this.ensure(schedule);
    }
  }

  private async ensure({ queue, name, rhythm }: Schedule): Promise<void> {
    const known = await this.jobs.queue(queue).getJobScheduler(name);
    const unchanged = typeof rhythm === 'number' ? Number(known?.every) === rhythm : known?.pattern === rhythm;
    if (known !== undefined && unchanged) return;
    await this.jobs
      .queue(queue)
      .upsertJobScheduler(name, typeof rhythm === 'number' ? { every: rhythm } : { pattern: rhythm, tz: scheduleZone }, {
        name,
        data: { id: '' },
        opts: { attempts: 1, removeOnComplete: true, removeOnFail: true },
      });
  }

  private async dropForgottenSchedules(): Promise<void> {
    for (const queue of queueNames) {
      const wanted = new Set(this.jobs.schedulesOf(queue).map((schedule) => schedule.name));
      for (const { key } of await this.jobs.queue(queue).getJobSchedulers()) {
        if (!wanted.has(key)) await this.jobs.queue(queue).removeJobScheduler(key);
      }
    }
  }
}
