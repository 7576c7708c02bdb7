import { afterAll, describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { newId } from '../../kernel/index.ts';
import { Audit, VerifyChain } from '../audit/index.ts';
import { Config, readConfig } from '../config/index.ts';
import { Transactions } from '../database/index.ts';
import { Jobs, JobWorkersModule } from '../jobs/index.ts';
import { LogSink } from '../logging/index.ts';
import { PlatformModule } from '../platform.module.ts';
import { emptyQueues, eventually, givenRedisUrl, testDatabase, theSystem } from '../testing/index.ts';
import { testEnvironment } from '../testing/test-environment.ts';
import { Outbox, OutboxRelayModule } from './index.ts';

const db = await testDatabase();
await emptyQueues(db);
const redisUrl = givenRedisUrl();
const testing = await Test.createTestingModule({ imports: [PlatformModule, JobWorkersModule, OutboxRelayModule] })
  .overrideProvider(Config)
  .useValue(
    readConfig({
      NODE_ENV: 'test',
      DATABASE_URL: db.url,
      VUORO_KEYS_DIRECTORY: testEnvironment().keysDirectory,
      ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
    }),
  )
  .overrideProvider(LogSink)
  .useValue({ write: () => undefined })
  .compile();
const told: string[] = [];
testing.get(Outbox).afterCommit('test.happened', 'listener', async (event) => {
  told.push(event.subjectId);
});
await testing.init();
afterAll(() => testing.close());

describe('the worker process', () => {
  it('tells the listeners of an event soon after its commit', async () => {
    const subjectId = newId();
    await testing
      .get(Transactions)
      .run(theSystem(), (tx) =>
        testing.get(Outbox).add(tx, { type: 'test.happened', organisationId: db.organisationId, subjectId, payload: {} }),
      );
    await eventually(() => expect(told).toEqual([subjectId]));
  });

  it('seals the usage log when the job comes round', async () => {
    await testing
      .get(Transactions)
      .run(theSystem(), (tx) =>
        testing
          .get(Audit)
          .record(tx, theSystem(), { action: 'Test', what: 'view', objectType: 'test', objectIds: [], clientIds: [], purpose: 'SYSTEM' }),
      );
    await testing.get(Jobs).add('maintenance', 'audit.seal', '');
    await eventually(async () => {
      expect(await testing.get(VerifyChain).execute(theSystem())).toMatchObject({ intact: true, sealedRows: 1 });
    });
  });

  it('keeps the schedules of the platform’s own upkeep', async () => {
    const schedules = await testing.get(Jobs).queue('maintenance').getJobSchedulers();
    expect(schedules.map(({ key }) => key).sort()).toEqual(expect.arrayContaining(['audit.seal', 'idempotency.expire']));
  });
});
