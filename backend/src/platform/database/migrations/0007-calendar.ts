import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Offered times, other work, absences, and the allocations that alone say who or what is busy when. */
export class Calendar1763900000007 implements MigrationInterface {
  readonly name = 'Calendar1763900000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE week_template (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  unit_id uuid NOT NULL REFERENCES unit,
  code text NOT NULL,
  name jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  CONSTRAINT week_template_code UNIQUE (organisation_id, code));
CREATE INDEX week_template_unit ON week_template (unit_id);
SELECT protect_by_organisation('week_template');

CREATE TABLE week_template_version (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  week_template_id uuid NOT NULL REFERENCES week_template,
  version_no integer NOT NULL,
  cycle_weeks smallint NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  CONSTRAINT week_template_version_no UNIQUE (week_template_id, version_no),
  CONSTRAINT week_template_version_cycle CHECK (cycle_weeks BETWEEN 1 AND 12));
SELECT protect_by_organisation('week_template_version');

-- One block of the pattern, in wall clock. WEEKLY: cycle_week and weekday. MONTHLY: the n-th weekday of each month
-- (month_week), which no n-week cycle can express; on a holiday it is skipped or moved to the next same weekday.
CREATE TABLE week_template_entry (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  week_template_version_id uuid NOT NULL REFERENCES week_template_version,
  recurrence text NOT NULL DEFAULT 'WEEKLY' CHECK (recurrence IN ('WEEKLY','MONTHLY')),
  cycle_week smallint NOT NULL DEFAULT 1,
  month_week smallint,
  on_holiday text NOT NULL DEFAULT 'SKIP' CHECK (on_holiday IN ('SKIP','NEXT_SAME_WEEKDAY')),
  weekday smallint NOT NULL,
  starts_local time NOT NULL,
  ends_local time NOT NULL,
  appointment_type_ids uuid[] NOT NULL,
  room_id uuid REFERENCES room,
  audience text NOT NULL DEFAULT 'INTERNAL' CHECK (audience IN ('INTERNAL','RIGHT','GENERAL')),
  CONSTRAINT week_template_entry_span CHECK (ends_local > starts_local),
  CONSTRAINT week_template_entry_weekday CHECK (weekday BETWEEN 1 AND 7),
  CONSTRAINT week_template_entry_types CHECK (cardinality(appointment_type_ids) >= 1),
  CONSTRAINT week_template_entry_month CHECK ((recurrence = 'MONTHLY') = (month_week IS NOT NULL)));
CREATE INDEX week_template_entry_version ON week_template_entry (week_template_version_id);
CREATE INDEX week_template_entry_room ON week_template_entry (room_id);
SELECT protect_by_organisation('week_template_entry');

CREATE TABLE template_application (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  week_template_version_id uuid NOT NULL REFERENCES week_template_version,
  employee_ids uuid[] NOT NULL,
  unit_id uuid NOT NULL REFERENCES unit,
  from_on date NOT NULL,
  to_on date NOT NULL,
  rotation_start_on date NOT NULL,
  report jsonb NOT NULL,
  applied_by_kind text NOT NULL,
  applied_by uuid,
  applied_at timestamptz NOT NULL,
  undone_at timestamptz,
  CONSTRAINT template_application_span CHECK (to_on >= from_on));
CREATE INDEX template_application_version ON template_application (week_template_version_id);
CREATE INDEX template_application_unit ON template_application (unit_id);
SELECT protect_by_organisation('template_application');

-- A time that accepts several types is several rows of one block_id, which block each other.
CREATE TABLE offered_time (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  employee_id uuid NOT NULL REFERENCES bookable_subject,
  unit_id uuid NOT NULL REFERENCES unit,
  service_id uuid NOT NULL REFERENCES service,
  appointment_type_id uuid NOT NULL REFERENCES appointment_type,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  capacity smallint NOT NULL DEFAULT 1,
  taken smallint NOT NULL DEFAULT 0,
  block_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN','FULL','BLOCKED','WITHDRAWN','EXPIRED')),
  withdrawn_because text CHECK (withdrawn_because IN ('HAND','UNDO','ABSENCE','CLOSURE')),
  held_until timestamptz,
  audience text NOT NULL CHECK (audience IN ('INTERNAL','RIGHT','GENERAL')),
  publish_at timestamptz,
  template_application_id uuid REFERENCES template_application,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT offered_time_withdrawn_has_cause CHECK ((state = 'WITHDRAWN') = (withdrawn_because IS NOT NULL)),
  CONSTRAINT offered_time_span CHECK (ends_at > starts_at AND ends_at - starts_at <= interval '25 hours'),
  CONSTRAINT offered_time_capacity CHECK (taken BETWEEN 0 AND capacity)) WITH (fillfactor = 85);
CREATE UNIQUE INDEX offered_time_natural ON offered_time (employee_id, starts_at, appointment_type_id);
CREATE INDEX offered_time_open ON offered_time (organisation_id, appointment_type_id, starts_at) INCLUDE (unit_id, ends_at, employee_id, id) WHERE state = 'OPEN';
CREATE INDEX offered_time_application ON offered_time (template_application_id);
CREATE INDEX offered_time_block ON offered_time (block_id);
CREATE INDEX offered_time_unit ON offered_time (unit_id, starts_at);
CREATE INDEX offered_time_service ON offered_time (service_id);
CREATE INDEX offered_time_type ON offered_time (appointment_type_id);
ALTER TABLE offered_time SET (autovacuum_vacuum_scale_factor = 0.02);
SELECT protect_by_organisation('offered_time');

CREATE TABLE offered_time_subject (
  offered_time_id uuid NOT NULL REFERENCES offered_time,
  subject_id uuid NOT NULL REFERENCES bookable_subject,
  organisation_id uuid NOT NULL REFERENCES organisation,
  role text NOT NULL CHECK (role IN ('EMPLOYEE','ROOM','EQUIPMENT')),
  PRIMARY KEY (offered_time_id, subject_id));
CREATE INDEX offered_time_subject_subject ON offered_time_subject (subject_id);
SELECT protect_by_organisation('offered_time_subject');

CREATE TABLE allocation (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  subject_id uuid NOT NULL REFERENCES bookable_subject,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('RESERVATION','GROUP','OTHER_WORK','ABSENCE','HOLD')),
  blocking boolean NOT NULL DEFAULT true,
  overlap_reason text,
  hold_expires_at timestamptz,
  source_id uuid NOT NULL,
  CONSTRAINT allocation_span CHECK (ends_at > starts_at AND ends_at - starts_at <= interval '25 hours'),
  CONSTRAINT allocation_overlap_has_reason CHECK (blocking OR overlap_reason IS NOT NULL),
  CONSTRAINT allocation_hold_expires CHECK ((kind = 'HOLD') = (hold_expires_at IS NOT NULL)),
  CONSTRAINT allocation_no_overlap EXCLUDE USING gist (subject_id WITH =, tstzrange(starts_at, ends_at, '[)') WITH &&) WHERE (blocking));
CREATE INDEX allocation_subject ON allocation (subject_id, starts_at) INCLUDE (ends_at, kind);
CREATE INDEX allocation_source ON allocation (source_id, kind);
SELECT protect_by_organisation('allocation');

-- The ten minutes in which a citizen fills in the form. One a session; its allocations have source_id = id, kind HOLD.
CREATE TABLE hold (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  session_id text NOT NULL,
  client_id uuid REFERENCES client,
  offered_time_id uuid NOT NULL REFERENCES offered_time,
  appointment_type_version_id uuid NOT NULL REFERENCES appointment_type_version,
  mode text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  extended boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  CONSTRAINT hold_one_a_session UNIQUE (organisation_id, session_id));
CREATE INDEX hold_client ON hold (client_id);
CREATE INDEX hold_offered_time ON hold (offered_time_id);
CREATE INDEX hold_type_version ON hold (appointment_type_version_id);
CREATE INDEX hold_expires ON hold (expires_at);
SELECT protect_by_organisation('hold');

CREATE TABLE other_work (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  appointment_type_id uuid NOT NULL REFERENCES appointment_type,
  unit_id uuid NOT NULL REFERENCES unit,
  employee_ids uuid[] NOT NULL,
  room_id uuid REFERENCES room,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  title text,
  visibility text NOT NULL CHECK (visibility IN ('FULL','TYPE','BUSY')),
  template_application_id uuid REFERENCES template_application,
  version integer NOT NULL DEFAULT 1,
  created_by uuid,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- Taken away by hand: the row stays, so that applying its template again does not bring it back.
  removed_at timestamptz,
  CONSTRAINT other_work_span CHECK (ends_at > starts_at AND ends_at - starts_at <= interval '25 hours'),
  CONSTRAINT other_work_subjects CHECK (cardinality(employee_ids) >= 1 OR room_id IS NOT NULL));
CREATE INDEX other_work_type ON other_work (appointment_type_id);
CREATE INDEX other_work_unit ON other_work (unit_id, starts_at);
CREATE INDEX other_work_room ON other_work (room_id);
CREATE INDEX other_work_application ON other_work (template_application_id);
CREATE UNIQUE INDEX other_work_template_once ON other_work (employee_ids, starts_at, appointment_type_id) WHERE template_application_id IS NOT NULL;
SELECT protect_by_organisation('other_work');

-- The reason is never stored: the kind is always the neutral "away" (domain R37, act 759/2004).
CREATE TABLE absence (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  employee_id uuid NOT NULL REFERENCES employee,
  kind text NOT NULL CHECK (kind IN ('AWAY','LEAVE')),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_by uuid,
  created_at timestamptz NOT NULL,
  removed_at timestamptz,
  CONSTRAINT absence_span CHECK (ends_at > starts_at));
CREATE INDEX absence_employee ON absence (employee_id, starts_at);
SELECT protect_by_organisation('absence');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
