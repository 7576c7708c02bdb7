import pg from 'pg';
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import { migrations } from './migrations/index.ts';
import { refuseUnsuitableServer } from './suitable-server.ts';

const dateType = 1082;
// A date has no time zone: keep 'YYYY-MM-DD' instead of a midnight somewhere.
pg.types.setTypeParser(dateType, (text) => text);

export type EntityClasses = MixedList<new () => object>;

/** How every process reaches the database. The schema comes from migrations alone. */
export function dataSourceOptions(url: string, entities: EntityClasses, poolSize: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: entities as never,
    migrations: [...migrations],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize,
    applicationName: 'vuoro',
    extra: { statement_timeout: 3000, idle_in_transaction_session_timeout: 10_000, connectionTimeoutMillis: 5000 },
  };
}

/** Brings the schema to head; the owner's connection. Two processes at once are kept apart by an advisory lock. @throws UnsuitableDatabase */
export async function migrateToHead(ownerUrl: string): Promise<readonly string[]> {
  const options = dataSourceOptions(ownerUrl, [], 2);
  const dataSource = await new DataSource({ ...options, extra: {} } as DataSourceOptions).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await refuseUnsuitableServer(dataSource);
    await lock.query('SELECT pg_advisory_lock(727001)');
    const done = await dataSource.runMigrations();
    return done.map((migration) => migration.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock(727001)');
    await lock.release();
    await dataSource.destroy();
  }
}

/** Whether the database stands at the newest migration of this program. */
export async function isAtHead(dataSource: DataSource): Promise<boolean> {
  const rows: { name: string }[] = await dataSource.query('SELECT name FROM schema_migration');
  const done = new Set(rows.map((row) => row.name));
  return migrations.every((migration) => done.has(new migration().name));
}
