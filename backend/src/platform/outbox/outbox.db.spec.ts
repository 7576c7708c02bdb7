import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock, newId, parseInstant } from '../../kernel/index.ts';
import type { Config } from '../config/index.ts';
import { JobWorkers } from '../jobs/job-workers.ts';
import { Jobs } from '../jobs/jobs.ts';
import { QueueConnection } from '../jobs/queue-connection.ts';
import { emptyQueues, eventually, givenRedisUrl, raceWith, testDatabase } from '../testing/index.ts';
import { DeliverOutboxMessage } from './deliver-outbox-message.ts';
import { requiresInTransactionListener, type OutboxEvent } from './outbox-event.ts';
import { OutboxRelay } from './outbox-relay.ts';
import { Outbox } from './outbox.ts';
import { OutboxRepository } from './outbox.repository.ts';

const db = await testDatabase();
const clock = new ManualClock(parseInstant('2026-11-24T08:00:00Z'));
const scope = { organisationId: db.organisationId };
const config = { databaseUrl: db.url, redisUrl: givenRedisUrl() };
const repository = new OutboxRepository();

const anEvent = (given: Partial<OutboxEvent> = {}): OutboxEvent => ({
  type: 'reservation.booked',
  organisationId: db.organisationId,
  subjectId: newId(),
  payload: { version: 1 },
  ...given,
});
const waiting = async (): Promise<number> => ((await db.admin.query('SELECT id FROM outbox_message')) as unknown[]).length;

let outbox: Outbox;
let jobs: Jobs;
let relay: OutboxRelay;
let workers: JobWorkers;

beforeEach(async () => {
  await db.reset();
  const connection = QueueConnection.to(config);
  outbox = new Outbox(repository, clock);
  jobs = new Jobs(connection);
  workers = new JobWorkers(jobs, connection);
  relay = new OutboxRelay(
    db.transactions,
    repository,
    new DeliverOutboxMessage(db.transactions, repository, outbox),
    jobs,
    clock,
    config as Config,
  );
  await emptyQueues(db);
});

afterEach(async () => {
  await relay.beforeApplicationShutdown();
  await workers.beforeApplicationShutdown();
  await jobs.onApplicationShutdown();
});

async function startWorker(): Promise<void> {
  relay.onModuleInit();
  await workers.onApplicationBootstrap();
  await relay.onApplicationBootstrap();
}

describe('an event', () => {
  it('happens with the change or not at all', async () => {
    const failing = db.transactions.run(scope, async (tx) => {
      await outbox.add(tx, anEvent());
      throw new Error('the booking failed');
    });
    await expect(failing).rejects.toThrow('the booking failed');
    expect(await waiting()).toBe(0);
    await db.transactions.run(scope, (tx) => outbox.add(tx, anEvent()));
    expect(await waiting()).toBe(1);
  });

  it('is told to in-transaction listeners in the transaction of the change, which they can undo', async () => {
    outbox.inTransaction('reservation.booked', async (tx, event) => {
      await outbox.add(tx, { ...event, type: 'message.planned' });
    });
    await db.transactions.run(scope, (tx) => outbox.add(tx, anEvent()));
    expect(await waiting()).toBe(2);
    outbox.inTransaction('reservation.booked', () => Promise.reject(new Error('no message could be planned')));
    await expect(db.transactions.run(scope, (tx) => outbox.add(tx, anEvent()))).rejects.toThrow('no message');
    expect(await waiting()).toBe(2);
  });

  it('that needs an in-transaction listener stops the boot when it has none', () => {
    requiresInTransactionListener('absence.recorded');
    expect(() => outbox.onApplicationBootstrap()).toThrow('absence.recorded');
    outbox.inTransaction('absence.recorded', () => Promise.resolve());
    expect(() => outbox.onApplicationBootstrap()).not.toThrow();
  });

  it('cannot be added for, or seen by, another organisation', async () => {
    await db.transactions.run(scope, (tx) => outbox.add(tx, anEvent()));
    const elsewhere = { organisationId: db.otherOrganisationId };
    expect(await db.transactions.run(elsewhere, (tx) => tx.query('SELECT id FROM outbox_message'))).toEqual([]);
    await expect(db.transactions.run(elsewhere, (tx) => outbox.add(tx, anEvent()))).rejects.toThrow('row-level security');
  });
});

describe('after the commit', () => {
  it('every listener is told, and the message is forgotten', async () => {
    const told: string[] = [];
    outbox.afterCommit('reservation.booked', 'first', async (event) => {
      told.push(`first ${event.subjectId}`);
    });
    outbox.afterCommit('reservation.booked', 'second', async (event) => {
      told.push(`second ${event.subjectId}`);
    });
    await startWorker();
    await eventually(async () => {
      expect(await relay.relay()).toBe(0);
    });
    const event = anEvent();
    await db.transactions.run(scope, (tx) => outbox.add(tx, event));
    await eventually(() => expect(told).toEqual([`first ${event.subjectId}`, `second ${event.subjectId}`]));
    await eventually(async () => {
      expect(await waiting()).toBe(0);
    });
  });

  it('an event that nobody listens to is forgotten', async () => {
    await startWorker();
    await db.transactions.run(scope, (tx) => outbox.add(tx, anEvent({ type: 'nobody.cares' })));
    await eventually(async () => {
      expect(await waiting()).toBe(0);
    });
  });

  it('a listener that fails does not keep the others from it, and is told again', async () => {
    const told: string[] = [];
    outbox.afterCommit('reservation.booked', 'failing', async () => {
      told.push('failing');
      if (told.length === 1) throw new Error('not now');
    });
    outbox.afterCommit('reservation.booked', 'other', async () => {
      told.push('other');
    });
    await startWorker();
    await db.transactions.run(scope, (tx) => outbox.add(tx, anEvent()));
    await eventually(async () => {
      expect(told).toEqual(['failing', 'other', 'failing', 'other']);
      expect(await waiting()).toBe(0);
    });
  });

  it('nothing is lost when the relay’s connection is killed: the poll takes over and the wake-up comes back', async () => {
    const told: string[] = [];
    outbox.afterCommit('reservation.booked', 'listener', async (event) => {
      told.push(event.subjectId);
    });
    await startWorker();
    await db.admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'vuoro-outbox' AND datname = current_database()`,
    );
    await db.transactions.run(scope, (tx) => outbox.add(tx, anEvent()));
    await eventually(() => expect(told).toHaveLength(1));
    await eventually(async () => {
      expect(
        await db.admin.query(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'vuoro-outbox' AND datname = current_database()`),
      ).toHaveLength(1);
    });
  });

  it('nothing is lost when the queue is emptied', async () => {
    const told: string[] = [];
    outbox.afterCommit('reservation.booked', 'listener', async (event) => {
      told.push(event.subjectId);
    });
    await db.transactions.run(scope, (tx) => outbox.add(tx, anEvent()));
    expect(await relay.relay()).toBe(1);
    await emptyQueues(db);
    clock.advance({ seconds: 61 });
    expect(await relay.relayLost()).toBe(1);
    await startWorker();
    await eventually(() => expect(told).toHaveLength(1));
  });

  it('a message that only waits is not queued twice', async () => {
    await db.transactions.run(scope, (tx) => outbox.add(tx, anEvent()));
    await relay.relay();
    clock.advance({ seconds: 61 });
    await relay.relayLost();
    expect((await jobs.counts()).outbox).toMatchObject({ waiting: 1 });
  });

  it('several workers share the messages: each is taken by one of them', async () => {
    await db.transactions.run(scope, async (tx) => {
      for (let n = 0; n < 50; n += 1) await outbox.add(tx, anEvent());
    });
    const taken = await raceWith(db, 5, (transactions) => transactions.system((tx) => repository.take(tx, clock.now(), 20)));
    const ids = taken.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
    expect([ids.length, new Set(ids).size]).toEqual([50, 50]);
  });
});
