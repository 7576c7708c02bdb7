import { beforeAll, describe, expect, it } from '@jest/globals';
import { interval, newId, parseInstant } from '../../kernel/index.ts';
import { Access } from '../../platform/access/index.ts';
import { aGrant, anEmployee, testDatabase } from '../../platform/testing/index.ts';
import { aClient } from '../clients/testing/index.ts';
import { aBookingPlace, type BookingPlace } from '../reservations/testing/booking-place.ts';
import { CalendarEntriesRepository } from './calendar-entries.repository.ts';

const db = await testDatabase();
const repository = new CalendarEntriesRepository(new Access());
const now = parseInstant('2026-11-24T08:00:00Z');
const day = interval(parseInstant('2026-11-25T22:00:00Z'), parseInstant('2026-11-26T22:00:00Z'));
const week = interval(parseInstant('2026-11-22T22:00:00Z'), parseInstant('2026-11-29T22:00:00Z'));

let place: BookingPlace;

/** Twenty employees, each with four reservations on every day of a year, and as many times on offer. */
beforeAll(async () => {
  place = await aBookingPlace(db, { employees: 20, rooms: [4] });
  const client = await aClient().save(db);
  const [version] = (await db.admin.query('SELECT id FROM appointment_type_version WHERE appointment_type_id = $1', [place.typeId])) as {
    id: string;
  }[];
  const [service] = (await db.admin.query('SELECT service_task_id FROM service WHERE id = $1', [place.serviceId])) as {
    service_task_id: string;
  }[];
  await db.admin.transaction(async (made) => {
    // Making so much at once may take longer than a request.
    await made.query('SET LOCAL statement_timeout = 0');
    await made.query(
      `CREATE TEMP TABLE made ON COMMIT DROP AS
         SELECT gen_random_uuid() AS id, e.id AS employee_id, at AS starts_at
           FROM unnest($1::uuid[]) AS e (id), generate_series('2026-06-01T06:00Z'::timestamptz, '2027-05-31T06:00Z', interval '1 day') AS days (day),
                LATERAL generate_series(day, day + interval '3 hours', interval '1 hour') AS at`,
      [place.employeeIds],
    );
    await made.query(
      `INSERT INTO reservation (id, organisation_id, appointment_type_id, appointment_type_version_id, service_id, service_task_id, unit_id, employee_id, starts_at, ends_at,
                                mode, channel, rule_snapshot, citizen_visibility, messages, booked_by_kind, created_at, updated_at)
       SELECT id, $1, $2, $3, $4, $5, $6, employee_id, starts_at, starts_at + interval '45 minutes', 'VISIT', 'EMPLOYEE', '{}', 'FULL', 'ON', 'SYSTEM', $7, $7 FROM made`,
      [db.organisationId, place.typeId, version?.id, place.serviceId, service?.service_task_id, place.unitId, now.toJSDate()],
    );
    await made.query(
      `INSERT INTO reservation_subject (reservation_id, subject_id, organisation_id, role) SELECT id, employee_id, $1, 'LEAD' FROM made`,
      [db.organisationId],
    );
    await made.query(
      `INSERT INTO reservation_client (id, organisation_id, reservation_id, client_id, booker) SELECT gen_random_uuid(), $1, id, $2, true FROM made`,
      [db.organisationId, client.id],
    );
    await made.query(
      `INSERT INTO allocation (id, organisation_id, subject_id, starts_at, ends_at, kind, source_id)
       SELECT gen_random_uuid(), $1, employee_id, starts_at, starts_at + interval '45 minutes', 'RESERVATION', id FROM made`,
      [db.organisationId],
    );
    await made.query(
      `INSERT INTO notification (id, organisation_id, reservation_id, client_id, kind, channel, step, planned_version, due_at, state, created_at, updated_at)
       SELECT gen_random_uuid(), $1, id, $2, 'BOOKED', 'SMS', 'NOW', 1, starts_at, 'SENT', $3, $3 FROM made`,
      [db.organisationId, client.id, now.toJSDate()],
    );
    await made.query(
      `INSERT INTO offered_time (id, organisation_id, employee_id, unit_id, service_id, appointment_type_id, starts_at, ends_at, block_id, audience)
       SELECT id, $1, employee_id, $2, $3, $4, starts_at + interval '45 minutes', starts_at + interval '60 minutes', id, 'GENERAL' FROM made`,
      [db.organisationId, place.unitId, place.serviceId, place.typeId],
    );
  });
  await db.admin.query('ANALYZE');
}, 120_000);

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

const large = ['allocation', 'offered_time', 'reservation', 'reservation_client', 'reservation_subject', 'notification'];

function scansOfLargeTables(node: PlanNode): string[] {
  const own =
    node['Node Type'].includes('Seq Scan') && large.includes(node['Relation Name'] ?? '')
      ? [`${node['Node Type']} on ${node['Relation Name'] ?? ''}`]
      : [];
  return [...own, ...(node.Plans ?? []).flatMap(scansOfLargeTables)];
}

describe('the one statement of a calendar', () => {
  const clerk = () => anEmployee({ employeeId: newId(), grants: [aGrant({ role: 'BOOKING_CLERK', unitId: place.unitId })] });
  const pair = () =>
    anEmployee({
      employeeId: place.employeeIds[0] ?? '',
      grants: [aGrant({ role: 'EMPLOYEE', unitId: place.unitId, serviceIds: [place.serviceId] })],
    });

  it.each([
    ['twenty people on one day', clerk, day, 20],
    ['one person in one week', clerk, week, 1],
    ['twenty people, to somebody with only the own client', pair, day, 20],
  ] as const)('of %s reads no large table as a whole', async (_what, reader, span, people) => {
    const { sql, parameters } = repository.statement(reader(), place.employeeIds.slice(0, people), span, now);
    const [explained] = (await db.transactions.run(db, (tx) => tx.query(`EXPLAIN (FORMAT JSON) ${sql}`, [...parameters]))) as {
      'QUERY PLAN': { Plan: PlanNode }[];
    }[];
    const plan = explained?.['QUERY PLAN'][0]?.Plan;
    expect(plan).toBeDefined();
    expect(plan === undefined ? [] : scansOfLargeTables(plan)).toEqual([]);
  });

  it('of twenty people on one day finds all their entries', async () => {
    const rows = await db.transactions.run(db, (tx) => repository.entries(tx, clerk(), place.employeeIds, day, now));
    expect(rows.filter((row) => row.kind === 'RESERVATION')).toHaveLength(80);
    expect(rows.filter((row) => row.kind === 'OFFERED')).toHaveLength(80);
    expect(rows.every((row) => !row.not_notified)).toBe(true);
  });

  it('reads the client of another person’s reservation for nobody but those who may know', async () => {
    const rows = await db.transactions.run(db, (tx) => repository.entries(tx, pair(), place.employeeIds, day, now));
    const named = rows.filter((row) => row.clients.length > 0);
    expect(named).toHaveLength(4);
    expect(named.every((row) => row.subject_ids[0] === place.employeeIds[0])).toBe(true);
  });

  it('keeps a cancelled reservation in the calendar of its employee, and never as busy time of somebody who may not see it', async () => {
    const [liisa = ''] = place.employeeIds;
    const [cancelled] = (await db.admin.query(
      `UPDATE reservation SET status = 'CANCELLED', cancel_reason = 'OTHER', cancelled_by_kind = 'SYSTEM' WHERE employee_id = $1 AND starts_at = '2026-11-25T06:00Z' RETURNING id`,
      [liisa],
    )) as [{ id: string }[]];
    const id = cancelled[0]?.id ?? '';
    await db.admin.query('DELETE FROM allocation WHERE source_id = $1', [id]);
    const wednesday = interval(parseInstant('2026-11-24T22:00:00Z'), parseInstant('2026-11-25T22:00:00Z'));
    const seenBy = async (reader: ReturnType<typeof clerk>) =>
      (await db.transactions.run(db, (tx) => repository.entries(tx, reader, [liisa], wednesday, now))).find(
        (row) => row.id === id && row.kind === 'RESERVATION',
      );
    expect(await seenBy(clerk())).toMatchObject({ status: 'CANCELLED', subject_ids: [liisa] });
    expect(await seenBy(anEmployee({ employeeId: newId(), grants: [aGrant({ role: 'EMPLOYEE', unitId: newId() })] }))).toBeUndefined();
  });
});
