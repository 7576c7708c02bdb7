import { getMetadataArgsStorage } from 'typeorm';
import './api.module.ts';
import { testDatabase } from './platform/testing/index.ts';

const db = await testDatabase();

interface CatalogColumn {
  readonly table_name: string;
  readonly column_name: string;
  readonly data_type: string;
  readonly is_nullable: 'YES' | 'NO';
}

const catalogTypes: Readonly<Record<string, string>> = {
  'timestamp with time zone': 'timestamptz',
  'time without time zone': 'time',
};

/** Arrays say so in both: the catalog knows only that it is one. */
function typeOf(column: CatalogColumn): string {
  return catalogTypes[column.data_type] ?? column.data_type;
}

describe('the entities and the schema that the migrations make', () => {
  const entities = getMetadataArgsStorage().tables.filter((table) => table.name !== undefined);

  it('know of the same tables, but for those that only SQL reads', async () => {
    const tables: { name: string }[] = await db.admin.query(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`);
    const known = entities.map((entity) => entity.name);
    const unknown = known.filter((name) => !tables.some((table) => table.name === name));
    expect(unknown).toEqual([]);
    expect(known.length).toBeGreaterThan(30);
  });

  it('have the same columns of the same types', async () => {
    const columns: CatalogColumn[] = await db.admin.query(
      `SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns WHERE table_schema = 'public'`,
    );
    const differences = entities.flatMap(({ name }) => {
      const metadata = db.dataSource.entityMetadatas.find((entity) => entity.tableName === name);
      const inEntity = (metadata?.columns ?? []).map(
        (column) => `${column.databaseName} ${column.isArray ? 'ARRAY' : String(column.type)}${column.isNullable ? '?' : ''}`,
      );
      const inCatalog = columns
        .filter((column) => column.table_name === name)
        .map((column) => `${column.column_name} ${typeOf(column)}${column.is_nullable === 'YES' ? '?' : ''}`);
      const only = (a: string[], b: string[], where: string): string[] =>
        a.filter((entry) => !b.includes(entry)).map((entry) => `${name}: ${entry} (only in ${where})`);
      return [...only(inEntity, inCatalog, 'the entity'), ...only(inCatalog, inEntity, 'the schema')];
    });
    expect(differences).toEqual([]);
  });
});
