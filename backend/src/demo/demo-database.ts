import { DataSource, type DataSourceOptions } from 'typeorm';
import { dataSourceOptions } from '../platform/database/index.ts';

// Keys outlive the data that they encrypt: a process that runs may hold one.
const kept = ['schema_migration', 'encryption_key'];
const seedLock = 727_010;

/** The schema owner's connection while the demo is looked after: one seed at a time, and a half-finished one can be taken away. */
export class DemoDatabase {
  private constructor(private readonly dataSource: DataSource) {}

  /** Waits until no other seed works on this database. */
  static async lock(ownerUrl: string): Promise<DemoDatabase> {
    const options = { ...dataSourceOptions(ownerUrl, [], 1), extra: {} } as DataSourceOptions;
    const dataSource = await new DataSource(options).initialize();
    await dataSource.query('SELECT pg_advisory_lock($1)', [seedLock]);
    return new DemoDatabase(dataSource);
  }

  /** Takes everything away, the append-only tables included, which only their owner can. */
  async empty(): Promise<void> {
    const tables: { name: string }[] = await this.dataSource.query(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND NOT tablename = ANY ($1)`,
      [kept],
    );
    await this.dataSource.query(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
  }

  async release(): Promise<void> {
    await this.dataSource.destroy();
  }
}
