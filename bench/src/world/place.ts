import type pg from 'pg';
import { fixedId } from './product.ts';

/** The one organisation of the bench: an office with a published service and a type that everybody may book. */
export const PLACE = {
  organisationId: fixedId('organisation'),
  unitId: fixedId('unit'),
  serviceTaskId: fixedId('service task'),
  serviceId: fixedId('service'),
  typeId: fixedId('appointment type'),
  versionId: fixedId('appointment type version'),
  teamId: fixedId('team'),
} as const;

export const EMPLOYEES = 50;
/** Far enough back to be in force for every generated reservation. */
const longAgo = '2020-01-01T00:00:00Z';

/** What is configured before anybody books: organisation, unit, service, type, people and rooms. */
export async function makePlace(admin: pg.Client): Promise<void> {
  await makeOrganisation(admin);
  await makeService(admin);
  await makePeopleAndRooms(admin);
}

function named(text: string): string {
  return JSON.stringify({ fi: text, sv: text, en: text });
}

async function makeOrganisation(admin: pg.Client): Promise<void> {
  const { organisationId, unitId } = PLACE;
  await admin.query(
    `INSERT INTO organisation (id, code, oid, controller_oid, name, portal_name, citizen_host, employee_host, contact_phone, contact_text_number,
                               contact_hours, contact_address, sms_sender, email_sender, created_at, updated_at)
     VALUES ($1, 'BENCH', '1.2.246.10.99999999.1', '1.2.246.10.99999999.1', $2, $2, 'localhost', 'localhost', '+358500000000', '+358500000001',
             $2, $2, 'Vuoro', 'no-reply@bench.example', $3, $3)`,
    [organisationId, named('Mittausalue'), longAgo],
  );
  await admin.query(
    `INSERT INTO unit (id, organisation_id, kind, code, name, street_address, postal_code, city, rollout_state, valid_from, created_at, updated_at)
     VALUES ($1, $2, 'OFFICE', 'KESKUS', $3, $3, '33100', $3, 'PRODUCTION', '2020-01-01', $4, $4)`,
    [unitId, organisationId, named('Keskustan toimipiste'), longAgo],
  );
}

async function makeService(admin: pg.Client): Promise<void> {
  const { organisationId, unitId, serviceTaskId, serviceId, typeId, versionId } = PLACE;
  const name = named('Eroaika');
  await admin.query(`INSERT INTO service_task (id, organisation_id, code, name, retention_class) VALUES ($1, $2, 'PERHE', $3, 'BENCH')`, [
    serviceTaskId,
    organisationId,
    name,
  ]);
  await admin.query(
    `INSERT INTO service (id, organisation_id, service_task_id, code, slug, theme, name, summary, keywords, state, created_at, updated_at)
     VALUES ($1, $2, $3, 'ERO', 'eroaika', 'FAMILY', $4, $4, '{"fi":[],"sv":[],"en":[]}', 'PUBLISHED', $5, $5)`,
    [serviceId, organisationId, serviceTaskId, name, longAgo],
  );
  await admin.query('INSERT INTO unit_service (unit_id, service_id, organisation_id) VALUES ($1, $2, $3)', [
    unitId,
    serviceId,
    organisationId,
  ]);
  await admin.query(
    `INSERT INTO appointment_type (id, organisation_id, category, service_id, code, slug, colour, pattern, state, created_at, updated_at)
     VALUES ($1, $2, 'CLIENT', $3, 'ERO', 'eroaika', 'blue', 'plain', 'ACTIVE', $4, $4)`,
    [typeId, organisationId, serviceId, longAgo],
  );
  await admin.query('INSERT INTO appointment_type_unit (appointment_type_id, unit_id, organisation_id) VALUES ($1, $2, $3)', [
    typeId,
    unitId,
    organisationId,
  ]);
  await admin.query(
    `INSERT INTO appointment_type_version (id, organisation_id, appointment_type_id, version_no, effective_from, name, duration_minutes, modes, room_need, audience,
       bookable_by, citizen_may_book, citizen_may_move, citizen_may_cancel, min_notice_hours, horizon_days, cancel_deadline_hours, move_deadline_hours, max_active,
       reminder_days_before, created_at)
     VALUES ($1, $2, $3, 1, $5, $4, 60, '{VISIT,REMOTE}', 'VISIT', 'GENERAL', '{CITIZEN,DESK,OWN_EMPLOYEE}', true, true, true, 24, 84, 24, 24, 2, '{3,1}', $5)`,
    [versionId, organisationId, typeId, name, longAgo],
  );
}

/** Everybody has a room of the own, works on weekdays and is in the one team. */
async function makePeopleAndRooms(admin: pg.Client): Promise<void> {
  const { organisationId, unitId, teamId } = PLACE;
  const people = Array.from({ length: EMPLOYEES }, (_, index) => employeeId(index));
  const rooms = Array.from({ length: EMPLOYEES }, (_, index) => roomId(index));
  await admin.query(
    `INSERT INTO bookable_subject (id, organisation_id, kind) SELECT id, $1::uuid, 'EMPLOYEE' FROM unnest($2::uuid[]) id UNION ALL SELECT id, $1::uuid, 'ROOM' FROM unnest($3::uuid[]) id`,
    [organisationId, people, rooms],
  );
  await admin.query(
    `INSERT INTO employee (id, organisation_id, external_key, first_name, last_name, title, email, languages, home_unit_id, employed_from, created_at, updated_at)
     SELECT id, $1, 'E' || n, 'Testi', 'Työntekijä ' || n, $2, 'e' || n || '@bench.example', '{fi,sv}', $3, '2020-01-01', $4, $4
       FROM unnest($5::uuid[]) WITH ORDINALITY AS person (id, n)`,
    [organisationId, named('Sosiaaliohjaaja'), unitId, longAgo, people],
  );
  await admin.query(
    `INSERT INTO room (id, organisation_id, unit_id, code, name, capacity, created_at, updated_at)
     SELECT id, $1, $2, 'H' || n, $3, 4, $4, $4 FROM unnest($5::uuid[]) WITH ORDINALITY AS room (id, n)`,
    [organisationId, unitId, named('Huone'), longAgo, rooms],
  );
  await admin.query(
    `INSERT INTO working_hours (id, organisation_id, employee_id, valid_from, weekday, starts_local, ends_local, unit_id, place)
     SELECT gen_random_uuid(), $1, id, '2020-01-01', weekday, '08:00', '16:15', $2, 'OFFICE' FROM unnest($3::uuid[]) id, generate_series(1, 5) weekday`,
    [organisationId, unitId, people],
  );
  await admin.query(`INSERT INTO team (id, organisation_id, unit_id, code, name) VALUES ($1, $2, $3, 'T1', $4)`, [
    teamId,
    organisationId,
    unitId,
    named('Tiimi'),
  ]);
  await admin.query(
    `INSERT INTO team_member (id, organisation_id, team_id, employee_id, valid_from) SELECT gen_random_uuid(), $1, $2, id, '2020-01-01' FROM unnest($3::uuid[]) id`,
    [organisationId, teamId, people],
  );
  await admin.query(
    `INSERT INTO role_grant (id, organisation_id, employee_id, role, unit_id, valid_from, created_at) SELECT gen_random_uuid(), $1, id, 'EMPLOYEE', $2, '2020-01-01', $3 FROM unnest($4::uuid[]) id`,
    [organisationId, unitId, longAgo, people],
  );
}

export function employeeId(index: number): string {
  return fixedId(`employee ${index}`);
}

export function roomId(index: number): string {
  return fixedId(`room ${index}`);
}
