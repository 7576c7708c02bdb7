import { afterAll } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { DataSource, getMetadataArgsStorage, type DataSourceOptions } from 'typeorm';
import { rewritten } from '../../../../dev/src/postgres.ts';
import { dataSourceOptions } from '../database/data-source.ts';
import { Transactions } from '../database/transactions.ts';
import { seedOrganisations, otherOrganisationId, testOrganisationId } from './seed-organisation.ts';
import { testEnvironment } from './test-environment.ts';

/** A database of one test file: the whole schema, two organisations, and nothing else. */
export interface TestDatabase {
  /** As the application's role: bound by row level security and by its grants. */
  readonly dataSource: DataSource;
  readonly transactions: Transactions;
  /** As a superuser, past row level security: for looking at what the product cannot see, and for tampering. */
  readonly admin: DataSource;
  readonly organisationId: string;
  readonly otherOrganisationId: string;
  /** The application role's address of this database. */
  readonly url: string;
  /** Empties every table and seeds the two organisations again. */
  reset(): Promise<void>;
}

// What the product logs is no result of a test.
Logger.overrideLogger(false);

let made = 0;

/**
 * Copies the template for this test file and drops the copy after its last test. To be awaited at the top level of the file:
 * `const db = await testDatabase();`
 */
export async function testDatabase(): Promise<TestDatabase> {
  const environment = testEnvironment();
  const name = `vuoro_test_${process.pid}_${(made += 1)}`;
  const server = await connect(environment.adminUrl, 'postgres', 1);
  await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await server.query(`CREATE DATABASE ${name} TEMPLATE ${environment.template}`);
  const [dataSource, admin] = await Promise.all([connect(environment.appUrl, name, 8), connect(environment.adminUrl, name, 2)]);
  afterAll(async () => {
    await Promise.all([dataSource.destroy(), admin.destroy()]);
    await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await server.destroy();
  });
  await seedOrganisations(admin);
  return {
    dataSource,
    transactions: new Transactions(dataSource),
    admin,
    organisationId: testOrganisationId,
    otherOrganisationId,
    url: rewritten(environment.appUrl, name),
    reset: () => empty(admin),
  };
}

/** A connection pool of its own, for example for a rival that must not share one. The caller destroys it. */
export function connect(url: string, database: string, poolSize: number): Promise<DataSource> {
  return new DataSource(dataSourceOptions(rewritten(url, database), importedEntities(), poolSize) as DataSourceOptions).initialize();
}

/** Those of the modules that the test file imports: nobody has to list them, and the platform does not know them. */
function importedEntities(): (new () => object)[] {
  return getMetadataArgsStorage().tables.flatMap(({ target }) => (typeof target === 'function' ? [target as new () => object] : []));
}

async function empty(admin: DataSource): Promise<void> {
  const tables: { name: string }[] = await admin.query(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_migration'`,
  );
  await admin.query(`TRUNCATE ${tables.map((table) => table.name).join(', ')} CASCADE`);
  await seedOrganisations(admin);
}
