import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Client times and other work, versioned; where they are offered; guidance for citizens; reminder plans. */
export class AppointmentTypes1763900000005 implements MigrationInterface {
  readonly name = 'AppointmentTypes1763900000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE appointment_type (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  category text NOT NULL CHECK (category IN ('CLIENT','OTHER')),
  service_id uuid REFERENCES service,
  code text NOT NULL,
  slug text NOT NULL,
  colour text NOT NULL,
  pattern text NOT NULL,
  state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT','ACTIVE','RETIRED')),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT appointment_type_code UNIQUE (organisation_id, code),
  CONSTRAINT appointment_type_slug UNIQUE (organisation_id, slug),
  CONSTRAINT appointment_type_client_has_service CHECK (category = 'OTHER' OR service_id IS NOT NULL));
CREATE INDEX appointment_type_service ON appointment_type (service_id);
SELECT protect_by_organisation('appointment_type');

-- What a type means from a moment on. Rows are never changed: a reservation keeps the version it was made by.
CREATE TABLE appointment_type_version (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  appointment_type_id uuid NOT NULL REFERENCES appointment_type,
  version_no integer NOT NULL,
  effective_from timestamptz NOT NULL,
  name jsonb NOT NULL,
  duration_minutes smallint NOT NULL,
  buffer_before_minutes smallint NOT NULL DEFAULT 0,
  buffer_after_minutes smallint NOT NULL DEFAULT 0,
  modes text[] NOT NULL DEFAULT '{}',
  staff_count smallint NOT NULL DEFAULT 1,
  required_skills text[] NOT NULL DEFAULT '{}',
  room_need text NOT NULL DEFAULT 'NONE' CHECK (room_need IN ('NONE','VISIT','ALWAYS')),
  room_min_capacity smallint NOT NULL DEFAULT 1,
  room_features text[] NOT NULL DEFAULT '{}',
  capacity smallint NOT NULL DEFAULT 1,
  audience text NOT NULL DEFAULT 'INTERNAL' CHECK (audience IN ('INTERNAL','RIGHT','GENERAL')),
  bookable_by text[] NOT NULL DEFAULT '{}',
  citizen_may_book boolean NOT NULL DEFAULT false,
  citizen_may_move boolean NOT NULL DEFAULT false,
  citizen_may_cancel boolean NOT NULL DEFAULT false,
  min_notice_hours smallint NOT NULL DEFAULT 0,
  horizon_days smallint NOT NULL DEFAULT 0,
  cancel_deadline_hours smallint NOT NULL DEFAULT 0,
  move_deadline_hours smallint NOT NULL DEFAULT 0,
  max_active smallint,
  eligibility_statement jsonb,
  citizen_visibility text NOT NULL DEFAULT 'FULL' CHECK (citizen_visibility IN ('FULL','TIME_PLACE','TIME','HIDDEN')),
  messages text NOT NULL DEFAULT 'ON' CHECK (messages IN ('ON','OFF')),
  note_allowed boolean NOT NULL DEFAULT false,
  calendar_visibility text NOT NULL DEFAULT 'TYPE' CHECK (calendar_visibility IN ('FULL','TYPE','BUSY')),
  reminder_days_before smallint[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  CONSTRAINT appointment_type_version_no UNIQUE (appointment_type_id, version_no),
  CONSTRAINT appointment_type_version_from UNIQUE (appointment_type_id, effective_from),
  CONSTRAINT appointment_type_version_duration CHECK (duration_minutes BETWEEN 5 AND 1440),
  CONSTRAINT appointment_type_version_buffers CHECK (buffer_before_minutes BETWEEN 0 AND 240 AND buffer_after_minutes BETWEEN 0 AND 240),
  CONSTRAINT appointment_type_version_capacity CHECK (capacity >= 1),
  CONSTRAINT appointment_type_version_staff CHECK (staff_count >= 1),
  CONSTRAINT appointment_type_version_modes CHECK (modes <@ ARRAY['VISIT','REMOTE','PHONE','HOME','GROUP']),
  CONSTRAINT appointment_type_version_bookable_by CHECK (bookable_by <@ ARRAY['CITIZEN','DESK','OWN_EMPLOYEE','TEAM']));
SELECT protect_by_organisation('appointment_type_version');

-- Offices where a type is given.
CREATE TABLE appointment_type_unit (
  appointment_type_id uuid NOT NULL REFERENCES appointment_type,
  unit_id uuid NOT NULL REFERENCES unit,
  organisation_id uuid NOT NULL REFERENCES organisation,
  PRIMARY KEY (appointment_type_id, unit_id));
CREATE INDEX appointment_type_unit_unit ON appointment_type_unit (unit_id);
SELECT protect_by_organisation('appointment_type_unit');

-- Texts for citizens before, at and after booking; a type has its own, or those of its service.
CREATE TABLE guidance (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  service_id uuid REFERENCES service,
  appointment_type_id uuid REFERENCES appointment_type,
  for_whom jsonb NOT NULL,
  what_happens jsonb,
  safety jsonb,
  bring jsonb,
  after_booking jsonb,
  state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT','IN_REVIEW','SCHEDULED','PUBLISHED','UNPUBLISHED')),
  publish_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT guidance_of_one CHECK (num_nonnulls(service_id, appointment_type_id) = 1),
  CONSTRAINT guidance_service UNIQUE (service_id),
  CONSTRAINT guidance_type UNIQUE (appointment_type_id));
SELECT protect_by_organisation('guidance');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
