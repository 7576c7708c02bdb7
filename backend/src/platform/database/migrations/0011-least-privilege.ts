import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * References stay inside one organisation, and an organisation's own row is written only from within it.
 * PostgreSQL checks a foreign key past row level security, so a plain one accepts the id of another organisation's row.
 */
export class LeastPrivilege1763900000011 implements MigrationInterface {
  readonly name = 'LeastPrivilege1763900000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Every table forces row level security on its owner too; without the scope the new keys would be checked against no rows at all.
SELECT set_config('app.scope', 'system', true);

DO $$
DECLARE
  key record;
BEGIN
  FOR key IN
    SELECT f.conname, f.conrelid::regclass AS source, f.confrelid::regclass AS target, a.attname AS source_column, t.relname AS target_name
      FROM pg_constraint f
      JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1]
      JOIN pg_class t ON t.oid = f.confrelid
     WHERE f.contype = 'f' AND f.connamespace = 'public'::regnamespace AND cardinality(f.conkey) = 1
       AND EXISTS (SELECT 1 FROM pg_attribute o WHERE o.attrelid = f.conrelid AND o.attname = 'organisation_id')
       AND EXISTS (SELECT 1 FROM pg_attribute o WHERE o.attrelid = f.confrelid AND o.attname = 'organisation_id')
     ORDER BY t.relname, f.conrelid::regclass::text, f.conname
  LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_constraint u WHERE u.conrelid = key.target AND u.conname = key.target_name || '_in_organisation') THEN
      EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I UNIQUE (id, organisation_id)', key.target, key.target_name || '_in_organisation');
    END IF;
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I, ADD CONSTRAINT %I FOREIGN KEY (%I, organisation_id) REFERENCES %s (id, organisation_id)',
                   key.source, key.conname, key.conname, key.source_column, key.target);
  END LOOP;
END $$;

-- Everybody reads it: the host name of a request tells whose it is before anything else is known.
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_read ON organisation FOR SELECT USING (true);
CREATE POLICY organisation_add ON organisation FOR INSERT WITH CHECK (current_setting('app.scope', true) = 'system');
CREATE POLICY organisation_change ON organisation FOR UPDATE
  USING (id = NULLIF(current_setting('app.organisation_id', true), '')::uuid OR current_setting('app.scope', true) = 'system');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
