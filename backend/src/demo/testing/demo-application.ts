import { afterAll } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Clock, ManualClock, parseInstant, toLocalDate } from '../../kernel/index.ts';
import { Config, readConfig } from '../../platform/config/index.ts';
import { LogSink } from '../../platform/logging/index.ts';
import { testDatabase, type TestDatabase } from '../../platform/testing/index.ts';
import { testEnvironment } from '../../platform/testing/test-environment.ts';
import { DemoClock } from '../demo-clock.ts';
import { DemoDatabase } from '../demo-database.ts';
import { DemoModule } from '../demo.module.ts';
import { SeedDemo, type DemoRequest } from '../seed-demo.ts';

export interface DemoApplication {
  readonly db: TestDatabase;
  readonly app: INestApplicationContext;
  /** The day on which the seed runs. */
  readonly today: ManualClock;
  readonly database: DemoDatabase;
  /** As `main.demo` does it. */
  start(given: Pick<DemoRequest, 'daysBack' | 'daysAhead'>, say?: (line: string) => void): Promise<void>;
}

/** The demo's own process over a database of its own, in which the two organisations of the other tests still are. */
export async function demoApplication(now: string, firstDay: string): Promise<DemoApplication> {
  const db = await testDatabase();
  const owner = new URL(testEnvironment().adminUrl);
  owner.pathname = new URL(db.url).pathname;
  const today = new ManualClock(parseInstant(now));
  const clock = new DemoClock(today);
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: db.url,
    VUORO_KEYS_DIRECTORY: testEnvironment().keysDirectory,
    OIDC_EMPLOYEE_ISSUER: 'http://127.0.0.1:9/employee',
    OIDC_EMPLOYEE_CLIENT_ID: 'vuoro-employee',
  });
  const app = await Test.createTestingModule({ imports: [DemoModule] })
    .overrideProvider(Config)
    .useValue(config)
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(LogSink)
    .useValue({ write: () => undefined })
    .compile();
  await app.init();
  const database = await DemoDatabase.lock(owner.toString());
  afterAll(async () => {
    await app.close();
    await database.release();
  });
  return {
    db,
    app,
    today,
    database,
    start: (given, say = () => undefined) => app.get(SeedDemo).execute({ firstDay: toLocalDate(firstDay), ...given, clock, database, say }),
  };
}
