import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often something has been done in a minute or a day: searches by identity code, citizens' changes, codes sent. */
export class Quotas1763900000013 implements MigrationInterface {
  readonly name = 'Quotas1763900000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE quota_use (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  quota text NOT NULL,
  subject text NOT NULL,
  begins_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used integer NOT NULL,
  CONSTRAINT quota_use_span CHECK (expires_at > begins_at),
  CONSTRAINT quota_use_counts CHECK (used > 0),
  CONSTRAINT quota_use_once UNIQUE (organisation_id, quota, subject, begins_at));
CREATE INDEX quota_use_expires ON quota_use (expires_at);
SELECT protect_by_organisation('quota_use');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
