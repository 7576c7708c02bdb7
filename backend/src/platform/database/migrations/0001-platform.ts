import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions, the row level security helper, and the technical tables: audit, outbox, idempotency, encryption keys. */
export class Platform1763900000001 implements MigrationInterface {
  readonly name = 'Platform1763900000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- unaccent() is only STABLE, since its dictionary may be changed; ours never is, and an index needs IMMUTABLE.
CREATE FUNCTION immutable_unaccent(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT public.unaccent('public.unaccent', $1) $$;

-- Second net behind the scope predicates: a row of another organisation does not exist for this transaction.
-- On a pooled connection the setting stays behind as '', hence NULLIF.
CREATE FUNCTION protect_by_organisation(protected regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE bare text := (SELECT relname FROM pg_class WHERE oid = protected);
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', protected);
  EXECUTE format('CREATE POLICY %I ON %s USING (organisation_id = NULLIF(current_setting(''app.organisation_id'', true), '''')::uuid OR current_setting(''app.scope'', true) = ''system'')',
                 bare || '_organisation', protected);
END $$;

CREATE TABLE organisation (
  id uuid PRIMARY KEY,
  code text NOT NULL,
  oid text NOT NULL,
  controller_oid text NOT NULL,
  name jsonb NOT NULL,
  portal_name jsonb NOT NULL,
  citizen_host text NOT NULL,
  employee_host text NOT NULL,
  time_zone text NOT NULL DEFAULT 'Europe/Helsinki',
  languages text[] NOT NULL DEFAULT ARRAY['fi','sv','en'],
  contact_phone text NOT NULL,
  contact_text_number text NOT NULL,
  contact_hours jsonb NOT NULL,
  contact_address jsonb NOT NULL,
  sms_sender text NOT NULL,
  email_sender text NOT NULL,
  position smallint NOT NULL DEFAULT 1,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT organisation_code UNIQUE (code),
  CONSTRAINT organisation_citizen_host UNIQUE (citizen_host),
  CONSTRAINT organisation_employee_host UNIQUE (employee_host),
  CONSTRAINT organisation_sms_sender CHECK (sms_sender ~ '^[A-Za-z0-9 ]{1,11}$'));

CREATE TABLE encryption_key (
  id text PRIMARY KEY,
  wrapped_key text NOT NULL,
  created_at timestamptz NOT NULL,
  retired_at timestamptz);

CREATE TABLE idempotency_key (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  principal text NOT NULL,
  key text NOT NULL,
  operation text NOT NULL,
  request_hash text NOT NULL,
  status smallint,
  response_encrypted text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT idempotency_key_once UNIQUE (organisation_id, principal, key));
CREATE INDEX idempotency_key_expires ON idempotency_key (expires_at);
SELECT protect_by_organisation('idempotency_key');

CREATE TABLE outbox_message (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  type text NOT NULL,
  subject_id uuid NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  relayed_at timestamptz);
CREATE INDEX outbox_message_waiting ON outbox_message (created_at, id) WHERE relayed_at IS NULL;
CREATE INDEX outbox_message_organisation ON outbox_message (organisation_id);
SELECT protect_by_organisation('outbox_message');

CREATE TABLE audit_event (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  at timestamptz NOT NULL,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  actor_kind text NOT NULL CHECK (actor_kind IN ('EMPLOYEE','CITIZEN','PROXY','SYSTEM','INTEGRATION')),
  actor_id uuid,
  actor_name text NOT NULL,
  actor_roles text[] NOT NULL DEFAULT '{}',
  actor_unit_id uuid,
  on_behalf_of_client_id uuid,
  action text NOT NULL,
  what text NOT NULL CHECK (what IN ('search','list','view','create','update','move','cancel','notify','export','print','log-view','sign-in','sign-out','denied')),
  object_type text NOT NULL,
  object_ids uuid[] NOT NULL DEFAULT '{}',
  client_ids uuid[] NOT NULL DEFAULT '{}',
  service_task_id uuid,
  purpose text NOT NULL,
  reason text,
  session_id text,
  request_id text,
  ip_hash text,
  result text NOT NULL DEFAULT 'OK',
  details jsonb NOT NULL DEFAULT '{}');
CREATE INDEX audit_event_at ON audit_event (organisation_id, at);
CREATE INDEX audit_event_actor ON audit_event (actor_id, at);
CREATE INDEX audit_event_clients ON audit_event USING gin (client_ids);
CREATE INDEX audit_event_xid ON audit_event (xid);
SELECT protect_by_organisation('audit_event');

CREATE TABLE audit_seal (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  sealed_at timestamptz NOT NULL,
  from_xid xid8 NOT NULL,
  up_to_xid xid8 NOT NULL,
  row_count integer NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT audit_seal_chain UNIQUE (organisation_id, previous_hash));
SELECT protect_by_organisation('audit_seal');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
