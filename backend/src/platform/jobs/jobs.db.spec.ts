import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../kernel/index.ts';
import { emptyQueues, eventually, givenRedisUrl, testDatabase } from '../testing/index.ts';
import { JobWorkers } from './job-workers.ts';
import { Jobs } from './jobs.ts';
import { JobsHealth } from './jobs-health.ts';
import { QueueConnection } from './queue-connection.ts';

// The same tests for both backends: on PostgreSQL, or on the Redis of REDIS_URL.
const db = await testDatabase();
const target = { databaseUrl: db.url, redisUrl: givenRedisUrl() };
const started: { jobs: Jobs; workers?: JobWorkers }[] = [];

interface Process {
  readonly jobs: Jobs;
  readonly workers: JobWorkers;
  readonly connection: QueueConnection;
}

/** What one process of the product has. */
function aProcess(): Process {
  const connection = QueueConnection.to(target);
  const jobs = new Jobs(connection);
  const workers = new JobWorkers(jobs, connection);
  started.push({ jobs, workers });
  return { jobs, workers, connection };
}

beforeEach(() => emptyQueues(db));

afterEach(async () => {
  for (const { jobs, workers } of started.splice(0)) {
    await workers?.beforeApplicationShutdown();
    await jobs.onApplicationShutdown();
  }
});

describe('jobs', () => {
  it('are done by the worker process, although another process added them', async () => {
    const [api, worker] = [aProcess(), aProcess()];
    const done: string[] = [];
    worker.jobs.handle('messages', 'deliver', async (id) => {
      done.push(id);
    });
    await worker.workers.onApplicationBootstrap();
    const ids = [newId(), newId(), newId()];
    for (const id of ids) await api.jobs.add('messages', 'deliver', id);
    await eventually(() => expect([...done].sort()).toEqual(ids));
  });

  it('carry an id and nothing else', async () => {
    const { jobs } = aProcess();
    await jobs.add('messages', 'deliver', 'the-id');
    const [job] = await jobs.queue('messages').getJobs(['waiting', 'prioritized']);
    expect(job?.data).toEqual({ id: 'the-id' });
  });

  it('with the same job id wait only once', async () => {
    const { jobs } = aProcess();
    await jobs.add('outbox', 'x', 'a', { jobId: 'a' });
    await jobs.addAll('outbox', 'x', [
      { id: 'a', jobId: 'a' },
      { id: 'b', jobId: 'b' },
    ]);
    expect((await jobs.counts()).outbox).toMatchObject({ waiting: 2 });
  });

  it('are forgotten once done, so that the same job id may come again', async () => {
    const { jobs, workers } = aProcess();
    let times = 0;
    jobs.handle('outbox', 'x', async () => {
      times += 1;
    });
    await workers.onApplicationBootstrap();
    await jobs.add('outbox', 'x', 'a', { jobId: 'a' });
    await eventually(async () => {
      expect(times).toBe(1);
      expect(await jobs.queue('outbox').getJob('a')).toBeUndefined();
    });
    await jobs.add('outbox', 'x', 'a', { jobId: 'a' });
    await eventually(() => expect(times).toBe(2));
  });

  it('are tried again after a failure', async () => {
    const { jobs, workers } = aProcess();
    let times = 0;
    jobs.handle('messages', 'deliver', async () => {
      times += 1;
      if (times === 1) throw new Error('the gateway is down');
    });
    await workers.onApplicationBootstrap();
    await jobs.add('messages', 'deliver', 'a');
    await eventually(() => expect(times).toBe(2));
  });

  it('of a killed worker are taken again by the next', async () => {
    const { jobs, workers } = aProcess();
    await jobs.add('messages', 'deliver', 'a', { jobId: 'a' });
    const victim = await aProcessThatHangsOnAJob();
    victim.kill('SIGKILL');
    await once(victim, 'exit');
    const done: string[] = [];
    jobs.handle('messages', 'deliver', async (id) => {
      done.push(id);
    });
    await workers.onApplicationBootstrap();
    await eventually(() => expect(done).toEqual(['a']), 15_000);
  }, 30_000);

  it('that are running when the worker is asked to stop are finished first', async () => {
    const { jobs, workers } = aProcess();
    const steps: string[] = [];
    jobs.handle('messages', 'deliver', async () => {
      steps.push('started');
      await wait(200);
      steps.push('finished');
    });
    await workers.onApplicationBootstrap();
    await jobs.add('messages', 'deliver', 'a');
    await eventually(() => expect(steps).toEqual(['started']));
    await workers.beforeApplicationShutdown();
    expect(steps).toEqual(['started', 'finished']);
  });

  it('have one handler each', () => {
    const { jobs } = aProcess();
    jobs.handle('messages', 'deliver', () => Promise.resolve());
    expect(() => jobs.handle('messages', 'deliver', () => Promise.resolve())).toThrow('messages/deliver');
  });
});

describe('repeated jobs', () => {
  it('run again and again', async () => {
    const { jobs, workers } = aProcess();
    let times = 0;
    jobs.handle('maintenance', 'tick', async () => {
      times += 1;
    });
    jobs.every('maintenance', 'tick', 100);
    await workers.onApplicationBootstrap();
    await eventually(() => expect(times).toBeGreaterThan(2));
  });

  it('go on after the queue was emptied', async () => {
    const { jobs, workers } = aProcess();
    let times = 0;
    jobs.handle('maintenance', 'tick', async () => {
      times += 1;
    });
    jobs.every('maintenance', 'tick', 100);
    await workers.onApplicationBootstrap();
    await emptyQueues(db);
    expect(await jobs.queue('maintenance').getJobScheduler('tick')).toBeFalsy();
    await wait(300);
    const before = times;
    await workers.ensureSchedules();
    await eventually(() => expect(times).toBeGreaterThan(before + 1));
  });

  it('that a newer version no longer has are dropped at start', async () => {
    const [older, newer] = [aProcess(), aProcess()];
    older.jobs.handle('maintenance', 'old', () => Promise.resolve());
    older.jobs.every('maintenance', 'old', '0 3 * * *');
    await older.workers.onApplicationBootstrap();
    await newer.workers.onApplicationBootstrap();
    expect(await newer.jobs.queue('maintenance').getJobSchedulers()).toEqual([]);
  });

  it('without a handler stop the start', async () => {
    const { jobs, workers } = aProcess();
    jobs.every('maintenance', 'nobody', 1000);
    await expect(workers.onApplicationBootstrap()).rejects.toThrow('maintenance/nobody');
  });
});

describe('the health of the queue', () => {
  it('is good while it answers', async () => {
    expect(await new JobsHealth(aProcess().connection).check()).toEqual({
      backend: target.redisUrl === null ? 'postgresql' : 'redis',
      ok: true,
    });
  });

  it('is bad, and known within a second, when nobody answers', async () => {
    const nowhere = QueueConnection.to({ databaseUrl: 'postgres://nobody:nothing@127.0.0.1:1/none', redisUrl: null });
    expect(await new JobsHealth(nowhere).check()).toMatchObject({ ok: false });
    await nowhere.close();
  });
});

/** Another process that took the job and will never finish it. */
async function aProcessThatHangsOnAJob(): Promise<ChildProcess> {
  const program = `
    import { QueueConnection } from ${JSON.stringify(new URL('queue-connection.ts', import.meta.url).href)};
    const connection = QueueConnection.to(${JSON.stringify(target)});
    connection.worker('messages', () => { console.log('taken'); return new Promise(() => setInterval(() => {}, 1000)); }, { lockDuration: 5000, stalledInterval: 2000 });`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { NODE_NO_WARNINGS: '1' },
  });
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  return child;
}
