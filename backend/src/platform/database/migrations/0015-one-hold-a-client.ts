import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A second browser brings a person no second hold. Holds last ten minutes, so those of the moment are simply given back. */
export class OneHoldAClient1763900000015 implements MigrationInterface {
  readonly name = 'OneHoldAClient1763900000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Row level security holds for the owner, too: without the scope nothing would be given back.
SELECT set_config('app.scope', 'system', true);
DELETE FROM allocation WHERE kind = 'HOLD';
DELETE FROM hold;
UPDATE offered_time SET held_until = NULL WHERE held_until IS NOT NULL;
ALTER TABLE hold ADD CONSTRAINT hold_one_a_client UNIQUE (organisation_id, client_id);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
