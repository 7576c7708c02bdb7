import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../config/index.ts';
import { testDatabase } from '../testing/index.ts';
import { LiveListener, type LiveSignal } from './live-listener.ts';
import { LivePublisher } from './live-publisher.ts';

const db = await testDatabase();
const listener = new LiveListener(readConfig({ DATABASE_URL: db.url, VUORO_KEYS_DIRECTORY: '/unused' }));
const publisher = new LivePublisher();

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries += 1) {
    if (tries > 200) throw new Error('It did not happen within four seconds.');
    await wait(20);
  }
}

function heard(organisationId: string, subject: string): LiveSignal[] {
  const signals: LiveSignal[] = [];
  listener.subscribe(organisationId, [subject], (signal) => signals.push(signal));
  return signals;
}

beforeAll(async () => {
  const signals = heard(db.organisationId, 'start');
  listener.onApplicationBootstrap();
  await until(() => signals.length > 0);
});
afterAll(() => listener.onApplicationShutdown());

describe('a change', () => {
  it('is heard by who follows its subject in its organisation, once it is committed', async () => {
    const own = heard(db.organisationId, 'calendar:1');
    const other = heard(db.organisationId, 'calendar:2');
    const foreign = heard(db.otherOrganisationId, 'calendar:1');
    await db.transactions.run({ organisationId: db.organisationId }, (tx) => publisher.publish(tx, 'calendar:1'));
    await until(() => own.length > 0);
    expect(own).toEqual([{ kind: 'CHANGED', event: { organisationId: db.organisationId, subject: 'calendar:1' } }]);
    expect([...other, ...foreign]).toEqual([]);
  });

  it('is never heard of when it was rolled back', async () => {
    const [undone, done] = [heard(db.organisationId, 'calendar:3'), heard(db.organisationId, 'calendar:5')];
    const failed = db.transactions.run({ organisationId: db.organisationId }, async (tx) => {
      await publisher.publish(tx, 'calendar:3');
      throw new Error('the use case refuses');
    });
    await expect(failed).rejects.toThrow('refuses');
    await db.transactions.run({ organisationId: db.organisationId }, (tx) => publisher.publish(tx, 'calendar:5'));
    await until(() => done.length > 0);
    expect(undone).toEqual([]);
  });

  it('that may have been missed while the connection was down makes everybody read again', async () => {
    const signals = heard(db.organisationId, 'calendar:4');
    await db.admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'vuoro-live' AND datname = current_database()`,
    );
    await until(() => signals.length > 0);
    expect(signals).toEqual([{ kind: 'RESET' }]);
    await db.transactions.run({ organisationId: db.organisationId }, (tx) => publisher.publish(tx, 'calendar:4'));
    await until(() => signals.length > 1);
  });
});
