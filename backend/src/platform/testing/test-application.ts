import { afterAll } from '@jest/globals';
import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import supertest from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { Clock, ManualClock, parseInstant } from '../../kernel/index.ts';
import type { Surface } from '../access/index.ts';
import { Config, readConfig } from '../config/index.ts';
import { configureApplication } from '../http/index.ts';
import { LogSink } from '../logging/index.ts';
import { testHost } from './seed-organisation.ts';
import { testDatabase, type TestDatabase } from './test-database.ts';
import { testEnvironment } from './test-environment.ts';

/** How a signed-in browser is had without an identity provider; the module that knows sessions implements it. */
export interface TestSession {
  /** Opens a session of the person and gives the `Cookie` header that a browser would send. */
  open(app: NestExpressApplication, organisationId: string, surface: Surface, personId: string): Promise<string>;
}

export interface TestApplicationOptions {
  /** The root module, as in the process itself. */
  readonly module: Type<unknown>;
  readonly session: TestSession;
  /** Where the clock stands at first: a Tuesday morning unless given. */
  readonly now?: string;
  /** Further variables of the process. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface TestApplication {
  readonly app: NestExpressApplication;
  readonly db: TestDatabase;
  readonly clock: ManualClock;
  /** Everything that was logged, line by line. */
  readonly logged: string[];
  /** A browser that nobody has signed in with, on the first organisation's host. */
  readonly http: () => TestAgent;
  signInCitizen(clientId: string): Promise<TestAgent>;
  signInEmployee(employeeId: string): Promise<TestAgent>;
}

/**
 * The whole application over a database of its own, with a clock that stands still; both end after the file's last test. To be awaited
 * at the top level of the file: each start costs a second, so one file a module.
 */
export async function testApplication(options: TestApplicationOptions): Promise<TestApplication> {
  const db = await testDatabase();
  const clock = new ManualClock(parseInstant(options.now ?? '2026-11-24T08:00:00Z'));
  const logged: string[] = [];
  const testing = await Test.createTestingModule({ imports: [options.module] })
    .overrideProvider(Config)
    .useValue(readConfig({ ...environmentOf(db), ...options.environment }))
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(LogSink)
    .useValue({ write: (line: string) => void logged.push(line) })
    .compile();
  const app = configureApplication(testing.createNestApplication<NestExpressApplication>({ bodyParser: false }));
  // Not app.init(): on an open port the agents share one server instead of opening one for each request.
  await app.listen(0, '127.0.0.1');
  afterAll(() => app.close());

  const http = (): TestAgent =>
    supertest.agent(app.getHttpServer()).set({ Host: testHost, 'X-Requested-By': 'test', 'Sec-Fetch-Site': 'same-origin' });
  const signIn = async (surface: Surface, personId: string): Promise<TestAgent> =>
    http().set('Cookie', await options.session.open(app, db.organisationId, surface, personId));
  return {
    app,
    db,
    clock,
    logged,
    http,
    signInCitizen: (clientId) => signIn('CITIZEN', clientId),
    signInEmployee: (employeeId) => signIn('EMPLOYEE', employeeId),
  };
}

function environmentOf(db: TestDatabase): Record<string, string> {
  return {
    NODE_ENV: 'test',
    DATABASE_URL: db.url,
    DATABASE_POOL_SIZE: '8',
    VUORO_KEYS_DIRECTORY: testEnvironment().keysDirectory,
    OIDC_CITIZEN_ISSUER: 'http://127.0.0.1:9/citizen',
    OIDC_CITIZEN_CLIENT_ID: 'vuoro-citizen',
    OIDC_EMPLOYEE_ISSUER: 'http://127.0.0.1:9/employee',
    OIDC_EMPLOYEE_CLIENT_ID: 'vuoro-employee',
    VUORO_REQUESTS_PER_ADDRESS: '1000000',
    VUORO_REQUESTS_PER_PERSON: '1000000',
    VUORO_IDENTITY_CODES_PER_MINUTE: '1000000',
    VUORO_IDENTITY_CODES_PER_DAY: '1000000',
    VUORO_CITIZEN_CHANGES_PER_DAY: '1000000',
    VUORO_HOLDS_OF_A_TIME_PER_DAY: '1000000',
  };
}
