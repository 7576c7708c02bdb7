import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Employees, teams, work pairs, skills, working hours; rooms and equipment. */
export class StaffAndResources1763900000003 implements MigrationInterface {
  readonly name = 'StaffAndResources1763900000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE employee (
  id uuid PRIMARY KEY REFERENCES bookable_subject,
  organisation_id uuid NOT NULL REFERENCES organisation,
  external_key text NOT NULL,
  first_name text NOT NULL,
  last_name text NOT NULL,
  title jsonb NOT NULL,
  email text NOT NULL,
  languages text[] NOT NULL,
  skills text[] NOT NULL DEFAULT '{}',
  home_unit_id uuid NOT NULL REFERENCES unit,
  employed_from date NOT NULL,
  employed_to date,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT employee_external_key UNIQUE (organisation_id, external_key),
  CONSTRAINT employee_employment CHECK (employed_to IS NULL OR employed_to >= employed_from));
CREATE INDEX employee_home_unit ON employee (home_unit_id);
SELECT protect_by_organisation('employee');

CREATE TABLE team (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  unit_id uuid NOT NULL REFERENCES unit,
  code text NOT NULL,
  name jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT team_code UNIQUE (organisation_id, code));
CREATE INDEX team_unit ON team (unit_id);
SELECT protect_by_organisation('team');

CREATE TABLE team_member (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  team_id uuid NOT NULL REFERENCES team,
  employee_id uuid NOT NULL REFERENCES employee,
  valid_from date NOT NULL,
  valid_to date,
  CONSTRAINT team_member_validity CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT team_member_once EXCLUDE USING gist (team_id WITH =, employee_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&));
CREATE INDEX team_member_team ON team_member (team_id);
CREATE INDEX team_member_employee ON team_member (employee_id);
SELECT protect_by_organisation('team_member');

CREATE TABLE work_pair (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  unit_id uuid NOT NULL REFERENCES unit,
  first_employee_id uuid NOT NULL REFERENCES employee,
  second_employee_id uuid NOT NULL REFERENCES employee,
  valid_from date NOT NULL,
  valid_to date,
  CONSTRAINT work_pair_two_people CHECK (first_employee_id <> second_employee_id),
  CONSTRAINT work_pair_validity CHECK (valid_to IS NULL OR valid_to >= valid_from));
CREATE INDEX work_pair_unit ON work_pair (unit_id);
CREATE INDEX work_pair_first ON work_pair (first_employee_id);
CREATE INDEX work_pair_second ON work_pair (second_employee_id);
SELECT protect_by_organisation('work_pair');

-- Wall clock: when an employee is at work. Free hours = working hours − allocations.
CREATE TABLE working_hours (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  employee_id uuid NOT NULL REFERENCES employee,
  valid_from date NOT NULL,
  valid_to date,
  cycle_weeks smallint NOT NULL DEFAULT 1,
  cycle_week smallint NOT NULL DEFAULT 1,
  weekday smallint NOT NULL,
  starts_local time NOT NULL,
  ends_local time NOT NULL,
  unit_id uuid REFERENCES unit,
  place text NOT NULL CHECK (place IN ('OFFICE','REMOTE')),
  CONSTRAINT working_hours_span CHECK (ends_local > starts_local),
  CONSTRAINT working_hours_weekday CHECK (weekday BETWEEN 1 AND 7),
  CONSTRAINT working_hours_cycle CHECK (cycle_week BETWEEN 1 AND cycle_weeks));
CREATE INDEX working_hours_employee ON working_hours (employee_id, valid_from);
CREATE INDEX working_hours_unit ON working_hours (unit_id);
SELECT protect_by_organisation('working_hours');

CREATE TABLE room (
  id uuid PRIMARY KEY REFERENCES bookable_subject,
  organisation_id uuid NOT NULL REFERENCES organisation,
  unit_id uuid NOT NULL REFERENCES unit,
  code text NOT NULL,
  name jsonb NOT NULL,
  capacity smallint NOT NULL,
  features text[] NOT NULL DEFAULT '{}',
  arrival_info jsonb,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT room_code UNIQUE (organisation_id, code),
  CONSTRAINT room_capacity CHECK (capacity > 0));
CREATE INDEX room_unit ON room (unit_id);
SELECT protect_by_organisation('room');

CREATE TABLE equipment (
  id uuid PRIMARY KEY REFERENCES bookable_subject,
  organisation_id uuid NOT NULL REFERENCES organisation,
  unit_id uuid NOT NULL REFERENCES unit,
  code text NOT NULL,
  name jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT equipment_code UNIQUE (organisation_id, code));
CREATE INDEX equipment_unit ON equipment (unit_id);
SELECT protect_by_organisation('equipment');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
