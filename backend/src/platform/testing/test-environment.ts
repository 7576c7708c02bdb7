import type { DatabaseUrls } from '../../../../dev/src/postgres.ts';

/** What the global set-up prepared once and every test file uses; handed over in an environment variable, the only road into Jest's workers. */
export interface TestEnvironment extends DatabaseUrls {
  /** Database with the whole schema and no rows; nobody is connected to it, so it can be copied. */
  readonly template: string;
  readonly keysDirectory: string;
}

const variable = 'VUORO_TEST_ENVIRONMENT';

export function publishTestEnvironment(environment: TestEnvironment): void {
  process.env[variable] = JSON.stringify(environment);
}

/** @throws Error when the test was not started by `npm test` or Jest's `db` and `api` projects */
export function testEnvironment(): TestEnvironment {
  const text = process.env[variable];
  if (text === undefined) throw new Error('There is no test database: name the file *.db.spec.ts or *.api.spec.ts.');
  return JSON.parse(text) as TestEnvironment;
}

/** A PostgreSQL to test against instead of the embedded one, as a superuser. */
export function givenAdminUrl(): string | undefined {
  return process.env['DATABASE_ADMIN_URL'];
}

/** A Redis to test the queue against; the queue is on PostgreSQL without it. */
export function givenRedisUrl(): string | null {
  return process.env['REDIS_URL'] ?? null;
}

/** How many inputs an operation the fuzz test sends, and from which seed; the campaign asks for more. */
export function givenFuzz(): { readonly inputs: number; readonly seed: string } {
  return { inputs: Number(process.env['FUZZ_INPUTS'] ?? '50'), seed: process.env['FUZZ_SEED'] ?? 'vuoro' };
}
