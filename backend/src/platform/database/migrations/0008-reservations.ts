import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reservations with their people, rule snapshot and append-only history; tasks that wait for an employee. */
export class Reservations1763900000008 implements MigrationInterface {
  readonly name = 'Reservations1763900000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE reservation (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  appointment_type_id uuid NOT NULL REFERENCES appointment_type,
  appointment_type_version_id uuid NOT NULL REFERENCES appointment_type_version,
  service_id uuid NOT NULL REFERENCES service,
  service_task_id uuid NOT NULL REFERENCES service_task,
  unit_id uuid NOT NULL REFERENCES unit,
  employee_id uuid NOT NULL REFERENCES employee,
  offered_time_id uuid REFERENCES offered_time,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  mode text NOT NULL CHECK (mode IN ('VISIT','REMOTE','PHONE','HOME','GROUP')),
  status text NOT NULL DEFAULT 'BOOKED' CHECK (status IN ('BOOKED','CHECKED_IN','STARTED','FULFILLED','NO_SHOW','CANCELLED','ENTERED_IN_ERROR')),
  channel text NOT NULL CHECK (channel IN ('CITIZEN','PROXY','EMPLOYEE','DESK','API')),
  rule_snapshot jsonb NOT NULL,
  citizen_visibility text NOT NULL CHECK (citizen_visibility IN ('FULL','TIME_PLACE','TIME','HIDDEN')),
  messages text NOT NULL CHECK (messages IN ('ON','OFF')),
  note_to_client_encrypted text,
  internal_note_encrypted text,
  booked_by_kind text NOT NULL CHECK (booked_by_kind IN ('CITIZEN','EMPLOYEE','SYSTEM')),
  booked_by uuid,
  cancelled_by_kind text CHECK (cancelled_by_kind IN ('CITIZEN','EMPLOYEE','SYSTEM')),
  cancelled_by uuid,
  cancel_reason text,
  late_entry boolean NOT NULL DEFAULT false,
  message_version integer NOT NULL DEFAULT 1,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT reservation_span CHECK (ends_at > starts_at AND ends_at - starts_at <= interval '25 hours'),
  CONSTRAINT reservation_cancel_has_reason CHECK ((status = 'CANCELLED') = (cancel_reason IS NOT NULL)),
  CONSTRAINT reservation_cancel_has_actor CHECK ((status = 'CANCELLED') = (cancelled_by_kind IS NOT NULL)));
CREATE INDEX reservation_offered_time ON reservation (offered_time_id) WHERE status = 'BOOKED';
CREATE INDEX reservation_employee ON reservation (employee_id, starts_at);
CREATE INDEX reservation_unit ON reservation (organisation_id, unit_id, starts_at);
CREATE INDEX reservation_unit_id ON reservation (unit_id);
CREATE INDEX reservation_offered_time_id ON reservation (offered_time_id);
CREATE INDEX reservation_type ON reservation (appointment_type_id, starts_at);
CREATE INDEX reservation_type_version ON reservation (appointment_type_version_id);
CREATE INDEX reservation_service ON reservation (service_id);
CREATE INDEX reservation_service_task ON reservation (service_task_id);
SELECT protect_by_organisation('reservation');

-- Everybody and everything that the reservation keeps busy, the lead employee included.
CREATE TABLE reservation_subject (
  reservation_id uuid NOT NULL REFERENCES reservation,
  subject_id uuid NOT NULL REFERENCES bookable_subject,
  organisation_id uuid NOT NULL REFERENCES organisation,
  role text NOT NULL CHECK (role IN ('LEAD','EMPLOYEE','ROOM','EQUIPMENT')),
  PRIMARY KEY (reservation_id, subject_id));
CREATE INDEX reservation_subject_subject ON reservation_subject (subject_id);
CREATE UNIQUE INDEX reservation_subject_one_lead ON reservation_subject (reservation_id) WHERE role = 'LEAD';
SELECT protect_by_organisation('reservation_subject');

CREATE TABLE reservation_client (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  reservation_id uuid NOT NULL REFERENCES reservation,
  client_id uuid NOT NULL REFERENCES client,
  role text NOT NULL DEFAULT 'CLIENT' CHECK (role IN ('CLIENT','PARTICIPANT')),
  booker boolean NOT NULL DEFAULT false,
  notify boolean NOT NULL DEFAULT true,
  may_cancel boolean NOT NULL DEFAULT true,
  interpreter_language text,
  eligibility_confirmed_at timestamptz,
  CONSTRAINT reservation_client_once UNIQUE (reservation_id, client_id));
CREATE INDEX reservation_client_client ON reservation_client (client_id, reservation_id);
SELECT protect_by_organisation('reservation_client');

CREATE TABLE reservation_event (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  reservation_id uuid NOT NULL REFERENCES reservation,
  kind text NOT NULL CHECK (kind IN ('BOOKED','MOVED','TRANSFERRED','CANCELLED','CHECKED_IN','STARTED','FULFILLED','NO_SHOW','CORRECTED','CHANGED','CANNOT_COME','ENTERED_IN_ERROR')),
  at timestamptz NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind IN ('CITIZEN','EMPLOYEE','SYSTEM')),
  actor_id uuid,
  actor_name text,
  version integer NOT NULL,
  details jsonb NOT NULL DEFAULT '{}');
CREATE INDEX reservation_event_reservation ON reservation_event (reservation_id, at);
SELECT protect_by_organisation('reservation_event');

-- What only an employee can settle: a client who cannot come after the deadline, two times at once that no message may reveal.
CREATE TABLE employee_task (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  kind text NOT NULL CHECK (kind IN ('CANNOT_COME','OVERLAPPING_TIME','MESSAGE_FAILED')),
  unit_id uuid NOT NULL REFERENCES unit,
  employee_id uuid REFERENCES employee,
  reservation_id uuid NOT NULL REFERENCES reservation,
  client_id uuid REFERENCES client,
  created_at timestamptz NOT NULL,
  done_at timestamptz,
  done_by uuid REFERENCES employee,
  CONSTRAINT employee_task_once UNIQUE NULLS NOT DISTINCT (reservation_id, kind, client_id));
CREATE INDEX employee_task_open ON employee_task (unit_id, created_at) WHERE done_at IS NULL;
CREATE INDEX employee_task_unit ON employee_task (unit_id);
CREATE INDEX employee_task_employee ON employee_task (employee_id);
CREATE INDEX employee_task_client ON employee_task (client_id);
CREATE INDEX employee_task_done_by ON employee_task (done_by);
SELECT protect_by_organisation('employee_task');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
