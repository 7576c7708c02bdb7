import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units and offices as a tree, service tasks, services, holidays and closures, and the register of whoever can be busy. */
export class Organisation1763900000002 implements MigrationInterface {
  readonly name = 'Organisation1763900000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE unit (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  parent_id uuid REFERENCES unit,
  kind text NOT NULL CHECK (kind IN ('AREA','SERVICE_UNIT','OFFICE')),
  code text NOT NULL,
  oid text,
  name jsonb NOT NULL,
  street_address jsonb,
  postal_code text,
  city jsonb,
  arrival_info jsonb,
  accessibility_info jsonb,
  phone text,
  text_number text,
  opening_hours jsonb,
  time_zone text NOT NULL DEFAULT 'Europe/Helsinki',
  rollout_state text NOT NULL DEFAULT 'PLANNING' CHECK (rollout_state IN ('PLANNING','TEST','PILOT','PRODUCTION','CLOSED')),
  valid_from date NOT NULL,
  valid_to date,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT unit_code UNIQUE (organisation_id, code),
  CONSTRAINT unit_validity CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT unit_not_own_parent CHECK (parent_id <> id));
CREATE INDEX unit_parent ON unit (parent_id);
SELECT protect_by_organisation('unit');

CREATE TABLE service_task (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  code text NOT NULL,
  name jsonb NOT NULL,
  retention_class text NOT NULL,
  secrecy_level text NOT NULL DEFAULT 'SECRET' CHECK (secrecy_level IN ('SECRET','HIGHLY_SECRET')),
  CONSTRAINT service_task_code UNIQUE (organisation_id, code));
SELECT protect_by_organisation('service_task');

CREATE TABLE service (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  service_task_id uuid NOT NULL REFERENCES service_task,
  code text NOT NULL,
  slug text NOT NULL,
  theme text NOT NULL,
  name jsonb NOT NULL,
  summary jsonb NOT NULL,
  keywords jsonb NOT NULL,
  leave_quickly boolean NOT NULL DEFAULT false,
  sign_language_video boolean NOT NULL DEFAULT false,
  state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT','IN_REVIEW','SCHEDULED','PUBLISHED','UNPUBLISHED')),
  publish_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT service_code UNIQUE (organisation_id, code),
  CONSTRAINT service_slug UNIQUE (organisation_id, slug),
  CONSTRAINT service_scheduled_has_time CHECK (state <> 'SCHEDULED' OR publish_at IS NOT NULL));
CREATE INDEX service_service_task ON service (service_task_id);
SELECT protect_by_organisation('service');

CREATE TABLE unit_service (
  unit_id uuid NOT NULL REFERENCES unit,
  service_id uuid NOT NULL REFERENCES service,
  organisation_id uuid NOT NULL REFERENCES organisation,
  PRIMARY KEY (unit_id, service_id));
CREATE INDEX unit_service_service ON unit_service (service_id);
SELECT protect_by_organisation('unit_service');

-- Public holidays of the organisation and closures of one unit (with its descendants), by local date.
CREATE TABLE holiday (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  unit_id uuid REFERENCES unit,
  on_date date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('PUBLIC_HOLIDAY','EVE','CLOSURE')),
  name jsonb NOT NULL,
  CONSTRAINT holiday_once UNIQUE NULLS NOT DISTINCT (organisation_id, unit_id, on_date),
  CONSTRAINT holiday_closure_has_unit CHECK (kind <> 'CLOSURE' OR unit_id IS NOT NULL));
CREATE INDEX holiday_unit ON holiday (unit_id);
SELECT protect_by_organisation('holiday');

-- Employee, room or piece of equipment: whoever or whatever can be busy.
CREATE TABLE bookable_subject (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  kind text NOT NULL CHECK (kind IN ('EMPLOYEE','ROOM','EQUIPMENT')),
  active boolean NOT NULL DEFAULT true);
SELECT protect_by_organisation('bookable_subject');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
