import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A message that was handed over and whose fate nobody lived to record: it is not called skipped, and not called sent either. */
export class PerhapsSent1763900000010 implements MigrationInterface {
  readonly name = 'PerhapsSent1763900000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE notification
  ADD COLUMN perhaps_sent_at timestamptz,
  DROP CONSTRAINT notification_state_check,
  ADD CONSTRAINT notification_state_check CHECK (state IN ('PLANNED','QUEUED','SENDING','SENT','PERHAPS_SENT','DELIVERED','FAILED','SKIPPED')),
  ADD CONSTRAINT notification_perhaps_sent_once CHECK (state <> 'PERHAPS_SENT' OR perhaps_sent_at IS NOT NULL),
  ADD CONSTRAINT notification_skipped_never_left CHECK (state <> 'SKIPPED' OR perhaps_sent_at IS NULL);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
