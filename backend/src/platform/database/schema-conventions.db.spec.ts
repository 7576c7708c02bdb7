import { testDatabase } from '../testing/index.ts';

const db = await testDatabase();

/** Rows that break the convention; the list of exceptions is empty and stays so. */
const offenders = (sql: string): Promise<Record<string, string>[]> => db.admin.query(sql);

const ourTables = `pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public' AND c.relkind = 'r' AND c.relname <> 'schema_migration'`;

describe('the schema', () => {
  it('keeps every instant as timestamptz', async () => {
    expect(
      await offenders(
        `SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'timestamp without time zone' AND table_name <> 'schema_migration'`,
      ),
    ).toEqual([]);
  });

  it('calls instants _at and dates _on', async () => {
    const known = `column_name IN ('held_until','leased_until','effective_from','valid_from','valid_to','employed_from','employed_to','non_disclosure_until')`;
    expect(
      await offenders(
        `SELECT table_name, column_name FROM information_schema.columns
          WHERE table_schema = 'public' AND table_name <> 'schema_migration' AND NOT ${known}
            AND ((data_type = 'timestamp with time zone' AND column_name NOT LIKE '%at') OR (data_type = 'date' AND column_name NOT LIKE '%\_on' AND column_name <> 'on_date'))`,
      ),
    ).toEqual([]);
  });

  it('protects every table of an organisation by row level security, forced on its owner too', async () => {
    expect(
      await offenders(
        `SELECT c.relname FROM ${ourTables}
          WHERE EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organisation_id')
            AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))`,
      ),
    ).toEqual([]);
  });

  it('gives every table an organisation, but for the organisation itself and the keys', async () => {
    const without = await offenders(
      `SELECT c.relname FROM ${ourTables} WHERE NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organisation_id') ORDER BY 1`,
    );
    expect(without.map((row) => row['relname'])).toEqual(['encryption_key', 'organisation']);
  });

  it('has an index for every foreign key, but for that of the organisation, which is never deleted', async () => {
    expect(
      await offenders(
        `SELECT f.conrelid::regclass::text AS "table", f.conname FROM pg_constraint f
          WHERE f.contype = 'f' AND f.connamespace = 'public'::regnamespace
            AND NOT (SELECT a.attname = 'organisation_id' FROM pg_attribute a WHERE a.attrelid = f.conrelid AND a.attnum = f.conkey[1])
            AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = f.conrelid AND i.indpred IS NULL AND (i.indkey::int2[])[0] = f.conkey[1])`,
      ),
    ).toEqual([]);
  });

  it('gives every table a primary key', async () => {
    expect(
      await offenders(
        `SELECT c.relname FROM ${ourTables} WHERE NOT EXISTS (SELECT 1 FROM pg_constraint p WHERE p.conrelid = c.oid AND p.contype = 'p')`,
      ),
    ).toEqual([]);
  });

  it('lets no row refer to a row of another organisation', async () => {
    expect(
      await offenders(
        `SELECT f.conrelid::regclass::text AS "table", f.conname FROM pg_constraint f
          WHERE f.contype = 'f' AND f.connamespace = 'public'::regnamespace AND f.confrelid <> 'organisation'::regclass
            AND NOT (EXISTS (SELECT 1 FROM unnest(f.conkey) k JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k WHERE a.attname = 'organisation_id')
                 AND EXISTS (SELECT 1 FROM unnest(f.confkey) k JOIN pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = k WHERE a.attname = 'organisation_id'))`,
      ),
    ).toEqual([]);
  });

  it('is used by a role that row level security binds', async () => {
    const [role] = await db.dataSource.query('SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user');
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
  });
});
