import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The client register: one row per person and organisation, secrets encrypted with a blind index. */
export class Clients1763900000004 implements MigrationInterface {
  readonly name = 'Clients1763900000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE client (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  identity_kind text NOT NULL CHECK (identity_kind IN ('PERSONAL_IDENTITY_CODE','TEMPORARY','EIDAS')),
  identity_code_encrypted text,
  identity_index text,
  first_names text NOT NULL,
  last_name text NOT NULL,
  birth_on date,
  service_language text NOT NULL DEFAULT 'fi',
  message_language text NOT NULL DEFAULT 'fi',
  address_encrypted text,
  phone_encrypted text,
  phone_index text,
  phone_confirmed_at timestamptz,
  email_encrypted text,
  email_index text,
  email_confirmed_at timestamptz,
  reminder_channels text[] NOT NULL DEFAULT ARRAY['SMS','EMAIL'],
  non_disclosure boolean NOT NULL DEFAULT false,
  non_disclosure_until date,
  interpreter_needed boolean NOT NULL DEFAULT false,
  interpreter_language text,
  quiet_contact text NOT NULL DEFAULT 'NONE' CHECK (quiet_contact IN ('NONE','NO_MESSAGES')),
  deceased_on date,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT client_identity UNIQUE (organisation_id, identity_index),
  CONSTRAINT client_identity_pair CHECK ((identity_code_encrypted IS NULL) = (identity_index IS NULL)),
  CONSTRAINT client_phone_pair CHECK ((phone_encrypted IS NULL) = (phone_index IS NULL)),
  CONSTRAINT client_email_pair CHECK ((email_encrypted IS NULL) = (email_index IS NULL)),
  CONSTRAINT client_official_has_code CHECK (identity_kind <> 'PERSONAL_IDENTITY_CODE' OR identity_index IS NOT NULL),
  CONSTRAINT client_reminder_channels CHECK (reminder_channels <@ ARRAY['SMS','EMAIL']));
CREATE INDEX client_phone ON client (organisation_id, phone_index);
CREATE INDEX client_email ON client (organisation_id, email_index);
CREATE INDEX client_last_name ON client USING gin (immutable_unaccent(lower(last_name)) gin_trgm_ops);
SELECT protect_by_organisation('client');

-- Proof that a number or an address is the client's own: a code goes there and must come back. At most one open code a channel.
-- The code is kept encrypted as well, since the message is sent after the transaction; what is compared is the hash.
CREATE TABLE contact_code (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  client_id uuid NOT NULL REFERENCES client,
  channel text NOT NULL CHECK (channel IN ('SMS','EMAIL')),
  value_encrypted text NOT NULL,
  code_encrypted text NOT NULL,
  code_hash text NOT NULL,
  attempts smallint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT contact_code_open UNIQUE (client_id, channel),
  CONSTRAINT contact_code_attempts CHECK (attempts BETWEEN 0 AND 5));
CREATE INDEX contact_code_expires ON contact_code (expires_at);
CREATE INDEX contact_code_organisation ON contact_code (organisation_id);
SELECT protect_by_organisation('contact_code');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
