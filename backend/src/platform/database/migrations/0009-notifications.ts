import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Message templates (versioned texts) and every message planned for a client. */
export class Notifications1763900000009 implements MigrationInterface {
  readonly name = 'Notifications1763900000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- One text per kind, channel and language; rows are never changed, the highest version in force is used.
CREATE TABLE message_template (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  kind text NOT NULL CHECK (kind IN ('BOOKED','MOVED','TRANSFERRED','CANCELLED','REMINDER','RIGHT','RIGHT_EXPIRING','WAITLIST_OFFER','MANUAL','CONTACT_CODE')),
  channel text NOT NULL CHECK (channel IN ('SMS','EMAIL')),
  language text NOT NULL,
  version_no integer NOT NULL,
  subject text,
  body text NOT NULL,
  effective_from timestamptz NOT NULL,
  created_by uuid,
  created_at timestamptz NOT NULL,
  CONSTRAINT message_template_version UNIQUE (organisation_id, kind, channel, language, version_no),
  CONSTRAINT message_template_subject CHECK ((channel = 'EMAIL') = (subject IS NOT NULL)));
SELECT protect_by_organisation('message_template');

-- Holds no address and no text: both are read when the message is sent, so that a change after planning counts.
CREATE TABLE notification (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  reservation_id uuid NOT NULL REFERENCES reservation,
  client_id uuid NOT NULL REFERENCES client,
  kind text NOT NULL CHECK (kind IN ('BOOKED','MOVED','TRANSFERRED','CANCELLED','REMINDER','MANUAL')),
  channel text NOT NULL CHECK (channel IN ('SMS','EMAIL')),
  step text NOT NULL,
  planned_version integer NOT NULL,
  due_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'PLANNED' CHECK (state IN ('PLANNED','QUEUED','SENDING','SENT','DELIVERED','FAILED','SKIPPED')),
  skip_reason text,
  attempts smallint NOT NULL DEFAULT 0,
  leased_until timestamptz,
  message_template_id uuid REFERENCES message_template,
  language text,
  provider_reference text,
  last_error text,
  sent_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT notification_once UNIQUE (reservation_id, client_id, channel, kind, step, planned_version),
  CONSTRAINT notification_skipped_has_reason CHECK ((state = 'SKIPPED') = (skip_reason IS NOT NULL)));
CREATE INDEX notification_due ON notification (due_at) WHERE state IN ('PLANNED','QUEUED','SENDING');
CREATE INDEX notification_client ON notification (client_id);
CREATE INDEX notification_template ON notification (message_template_id);
SELECT protect_by_organisation('notification');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
