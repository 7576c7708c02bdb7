import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions (id stored hashed), sign-in bindings of employees, role grants. */
export class Identity1763900000006 implements MigrationInterface {
  readonly name = 'Identity1763900000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- One row a browser and surface. The *_LOGIN surfaces hold state, nonce and verifier for ten minutes, before anybody is known.
CREATE TABLE session (
  id_hash text PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  surface text NOT NULL CHECK (surface IN ('CITIZEN','EMPLOYEE','CITIZEN_LOGIN','EMPLOYEE_LOGIN')),
  client_id uuid REFERENCES client,
  employee_id uuid REFERENCES employee,
  represented_client_id uuid REFERENCES client,
  issuer text,
  identity_token_encrypted text,
  login_state jsonb,
  authenticated_at timestamptz,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT session_person CHECK (
    (surface = 'CITIZEN' AND client_id IS NOT NULL AND employee_id IS NULL AND authenticated_at IS NOT NULL)
    OR (surface = 'EMPLOYEE' AND employee_id IS NOT NULL AND client_id IS NULL AND authenticated_at IS NOT NULL)
    OR (surface IN ('CITIZEN_LOGIN','EMPLOYEE_LOGIN') AND client_id IS NULL AND employee_id IS NULL)));
CREATE INDEX session_client ON session (client_id);
CREATE INDEX session_employee ON session (employee_id);
CREATE INDEX session_represented_client ON session (represented_client_id);
CREATE INDEX session_expires ON session (expires_at);
SELECT protect_by_organisation('session');

-- Accounts are provisioned beforehand and bound by issuer and subject, never by e-mail.
CREATE TABLE employee_sign_in (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  employee_id uuid NOT NULL REFERENCES employee,
  issuer text NOT NULL,
  subject text NOT NULL,
  CONSTRAINT employee_sign_in_once UNIQUE (organisation_id, issuer, subject));
CREATE INDEX employee_sign_in_employee ON employee_sign_in (employee_id);
SELECT protect_by_organisation('employee_sign_in');

CREATE TABLE role_grant (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  employee_id uuid NOT NULL REFERENCES employee,
  role text NOT NULL CHECK (role IN ('EMPLOYEE','BOOKING_CLERK','SUPERVISOR','ADMINISTRATOR')),
  unit_id uuid NOT NULL REFERENCES unit,
  service_ids uuid[],
  valid_from date NOT NULL,
  valid_to date,
  granted_by uuid REFERENCES employee,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  CONSTRAINT role_grant_validity CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT role_grant_not_to_self CHECK (granted_by IS NULL OR granted_by <> employee_id));
CREATE INDEX role_grant_employee ON role_grant (employee_id);
CREATE INDEX role_grant_unit ON role_grant (unit_id);
CREATE INDEX role_grant_granted_by ON role_grant (granted_by);
SELECT protect_by_organisation('role_grant');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
