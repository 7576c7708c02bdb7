import type pg from 'pg';
import { clientId, CLIENTS } from './clients.ts';
import { employeeId, EMPLOYEES, PLACE, roomId } from './place.ts';

/** 50 people × 500 weekdays × 4 of 6 times. */
export const RESERVATIONS = 100_000;
const pastWeekdays = 500;
const weeksAhead = 12;

/** Two years behind with 100,000 reservations, twelve weeks ahead with open times; the same in every run but for the day it starts from. */
export async function makeCalendar(admin: pg.Client): Promise<void> {
  await makeHelpers(admin);
  await makeOfferedTimes(admin);
  await makeReservations(admin);
  await makeTraces(admin);
  const { rows } = await admin.query<{ reservations: number }>('SELECT count(*)::int AS reservations FROM reservation');
  if (rows[0]?.reservations !== RESERVATIONS)
    throw new Error(`The data have ${rows[0]?.reservations ?? 0} reservations instead of ${RESERVATIONS}.`);
}

/** Ids with the instant in front, as the product makes them: rows of a time lie together in the index. */
async function makeHelpers(admin: pg.Client): Promise<void> {
  await admin.query(
    `CREATE FUNCTION pg_temp.dated_id(at timestamptz, name text) RETURNS uuid LANGUAGE sql IMMUTABLE AS
       $$ SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(md5(name), 1, 3) || '8' || substr(md5(name), 4, 15))::uuid $$`,
  );
  await admin.query(
    'CREATE TEMP TABLE person AS SELECT n - 1 AS n, employee_id, room_id FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS p (employee_id, room_id, n)',
    [Array.from({ length: EMPLOYEES }, (_, index) => employeeId(index)), Array.from({ length: EMPLOYEES }, (_, index) => roomId(index))],
  );
  await admin.query(
    'CREATE TEMP TABLE visitor AS SELECT n - 1 AS n, client_id FROM unnest($1::uuid[]) WITH ORDINALITY AS c (client_id, n)',
    [Array.from({ length: CLIENTS }, (_, index) => clientId(index))],
  );
}

/** Six hours a weekday and person; colleagues begin at different quarters, so that not all fifty fall on one moment. */
async function makeOfferedTimes(admin: pg.Client): Promise<void> {
  await admin.query(
    `CREATE TEMP TABLE slot AS
     WITH day AS (
       SELECT on_date, row_number() OVER (ORDER BY on_date DESC) - 1 AS n, false AS ahead
         FROM (SELECT current_date - 1 - back AS on_date FROM generate_series(0, 800) AS back) AS past WHERE extract(isodow FROM on_date) < 6
       UNION ALL
       SELECT current_date + n, n, true FROM generate_series(0, $2 * 7 - 1) AS n WHERE extract(isodow FROM current_date + n) < 6)
     SELECT person.n AS person, person.employee_id, person.room_id, day.ahead, slot,
            (day.on_date + make_time((ARRAY[8, 9, 10, 12, 13, 14])[slot], (15 * (person.n % 4))::int, 0)) AT TIME ZONE 'Europe/Helsinki' AS starts_at,
            NOT day.ahead AND (slot + day.n + person.n) % 3 <> 0 AS booked
       FROM day CROSS JOIN person CROSS JOIN generate_series(1, 6) AS slot
      WHERE day.ahead OR day.n < $1`,
    [pastWeekdays, weeksAhead],
  );
  await admin.query(`ALTER TABLE slot ADD COLUMN id uuid, ADD COLUMN reservation_id uuid`);
  await admin.query(
    `UPDATE slot SET id = pg_temp.dated_id(starts_at - interval '90 days', 'offered ' || person || ' ' || starts_at),
                     reservation_id = CASE WHEN booked THEN pg_temp.dated_id(starts_at - interval '14 days', 'reservation ' || person || ' ' || starts_at) END`,
  );
  const { organisationId, unitId, serviceId, typeId } = PLACE;
  await admin.query(
    `INSERT INTO offered_time (id, organisation_id, employee_id, unit_id, service_id, appointment_type_id, starts_at, ends_at, block_id, state, taken, audience)
     SELECT id, $1, employee_id, $2, $3, $4, starts_at, starts_at + interval '1 hour', id,
            CASE WHEN ahead THEN 'OPEN' WHEN booked THEN 'FULL' ELSE 'EXPIRED' END, booked::int, 'GENERAL'
       FROM slot ORDER BY starts_at, person`,
    [organisationId, unitId, serviceId, typeId],
  );
  await admin.query(
    `INSERT INTO offered_time_subject (offered_time_id, subject_id, organisation_id, role) SELECT id, room_id, $1, 'ROOM' FROM slot ORDER BY starts_at, person`,
    [organisationId],
  );
}

/** One in twenty was cancelled and claims nobody any more; one in twenty did not come. */
async function makeReservations(admin: pg.Client): Promise<void> {
  await admin.query(
    `CREATE TEMP TABLE visit AS
     SELECT slot.*, visitor.client_id, starts_at - interval '14 days' AS booked_at,
            CASE order_no % 20 WHEN 0 THEN 'CANCELLED' WHEN 1 THEN 'NO_SHOW' ELSE 'FULFILLED' END AS status
       FROM (SELECT *, row_number() OVER (ORDER BY starts_at, person) AS order_no FROM slot WHERE booked) AS slot
       JOIN visitor ON visitor.n = slot.order_no * 7919 % $1`,
    [CLIENTS],
  );
  const { organisationId, unitId, serviceTaskId, serviceId, typeId, versionId } = PLACE;
  await admin.query(
    `INSERT INTO reservation (id, organisation_id, appointment_type_id, appointment_type_version_id, service_id, service_task_id, unit_id, employee_id, offered_time_id,
       starts_at, ends_at, mode, status, channel, rule_snapshot, citizen_visibility, messages, booked_by_kind, booked_by, cancelled_by_kind, cancel_reason, created_at, updated_at)
     SELECT reservation_id, $1, $2, $3, $4, $5, $6, employee_id, id, starts_at, starts_at + interval '1 hour', 'VISIT', status, 'CITIZEN',
            '{"mayMove":true,"mayCancel":true,"cancelDeadlineHours":24,"moveDeadlineHours":24}', 'FULL', 'ON', 'CITIZEN', client_id,
            CASE status WHEN 'CANCELLED' THEN 'CITIZEN' END, CASE status WHEN 'CANCELLED' THEN 'CLIENT_REQUEST' END, booked_at, starts_at
       FROM visit ORDER BY booked_at, reservation_id`,
    [organisationId, typeId, versionId, serviceId, serviceTaskId, unitId],
  );
  for (const [subject, role] of [
    ['employee_id', 'LEAD'],
    ['room_id', 'ROOM'],
  ] as const) {
    await admin.query(
      `INSERT INTO reservation_subject (reservation_id, subject_id, organisation_id, role) SELECT reservation_id, ${subject}, $1, '${role}' FROM visit ORDER BY booked_at`,
      [organisationId],
    );
    await admin.query(
      `INSERT INTO allocation (id, organisation_id, subject_id, starts_at, ends_at, kind, source_id)
       SELECT pg_temp.dated_id(booked_at, '${role} ' || reservation_id), $1, ${subject}, starts_at, starts_at + interval '1 hour', 'RESERVATION', reservation_id
         FROM visit WHERE status <> 'CANCELLED' ORDER BY booked_at`,
      [organisationId],
    );
  }
  await admin.query(
    `INSERT INTO reservation_client (id, organisation_id, reservation_id, client_id, booker)
     SELECT pg_temp.dated_id(booked_at, 'client ' || reservation_id), $1, reservation_id, client_id, true FROM visit ORDER BY booked_at`,
    [organisationId],
  );
}

/** History, usage log and sent messages: what a booking adds to must have its real size. */
async function makeTraces(admin: pg.Client): Promise<void> {
  const { organisationId, serviceTaskId } = PLACE;
  for (const [kind, at] of [
    [`'BOOKED'`, 'booked_at'],
    ['status', 'starts_at'],
  ] as const) {
    await admin.query(
      `INSERT INTO reservation_event (id, organisation_id, reservation_id, kind, at, actor_kind, actor_id, version)
       SELECT pg_temp.dated_id(${at}, ${kind} || ' event ' || reservation_id), $1, reservation_id, ${kind}, ${at}, 'CITIZEN', client_id, 1 FROM visit ORDER BY ${at}`,
      [organisationId],
    );
  }
  await admin.query(
    `INSERT INTO audit_event (id, organisation_id, at, actor_kind, actor_id, actor_name, action, what, object_type, object_ids, client_ids, service_task_id, purpose)
     SELECT pg_temp.dated_id(booked_at, 'audit ' || reservation_id), $1, booked_at, 'CITIZEN', client_id, 'Testi Asiakas', 'ReservationBook', 'create', 'reservation',
            ARRAY[reservation_id], ARRAY[client_id], $2, 'OWN_MATTER'
       FROM visit ORDER BY booked_at`,
    [organisationId, serviceTaskId],
  );
  await admin.query(
    `INSERT INTO notification (id, organisation_id, reservation_id, client_id, kind, channel, step, planned_version, due_at, state, attempts, language, sent_at, created_at, updated_at)
     SELECT pg_temp.dated_id(booked_at, kind || ' message ' || reservation_id), $1, reservation_id, client_id, kind, 'SMS', step, 1, due_at, 'SENT', 1, 'fi', due_at, booked_at, due_at
       FROM visit, LATERAL (VALUES ('BOOKED', 'NOW', booked_at), ('REMINDER', '1D', starts_at - interval '1 day')) AS message (kind, step, due_at) ORDER BY booked_at`,
    [organisationId],
  );
}
