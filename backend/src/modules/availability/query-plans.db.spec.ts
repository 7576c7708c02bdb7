import { beforeAll, describe, expect, it } from '@jest/globals';
import { parseInstant, toLocalDate } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { testDatabase, testOrganisationId } from '../../platform/testing/index.ts';
import { aWorkplace, type Workplace } from '../calendar/testing/index.ts';
import { availabilityOf } from './testing/index.ts';

const db = await testDatabase();
const now = parseInstant('2026-11-23T08:00:00Z');
const { calendar, freeTimes, findEmployeesToChoose } = availabilityOf(db);
const people = 60;
const offices = 6;

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Join Type'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Plan[];
}

/**
 * A transaction whose statements are explained before they run, as they are, with their own parameters, as the application's role:
 * nobody has to remember to tell this test of a changed query.
 */
function explaining(tx: Tx, plans: { sql: string; plan: Plan }[]): Tx {
  return new Proxy(tx, {
    get(target, property) {
      if (property !== 'query') return Reflect.get(target, property);
      return async (sql: string, parameters?: unknown[]) => {
        if (/^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)/.test(sql)) {
          const [row] = await target.query(`EXPLAIN (FORMAT JSON) ${sql}`, parameters);
          plans.push({ sql, plan: row['QUERY PLAN'][0].Plan });
        }
        return target.query(sql, parameters);
      };
    },
  });
}

/** The column by which each index is entered; a scan that does not use it reads the whole index. */
const leading: Readonly<Record<string, string>> = {
  allocation_pkey: 'id',
  allocation_subject: 'subject_id',
  allocation_source: 'source_id',
  offered_time_pkey: 'id',
  offered_time_natural: 'employee_id',
  offered_time_open: 'organisation_id',
  offered_time_unit: 'unit_id',
  offered_time_block: 'block_id',
};

function isFault(plan: Plan): boolean {
  if (plan['Node Type'] === 'Seq Scan') return plan['Relation Name'] === 'offered_time' || plan['Relation Name'] === 'allocation';
  if (plan['Node Type'] === 'Hash Join') return plan['Join Type'] === 'Anti';
  const column = leading[plan['Index Name'] ?? ''];
  return column !== undefined && !new RegExp(`\\b${column} = `).test(plan['Index Cond'] ?? '');
}

function faultsOf({ sql, plan }: { sql: string; plan: Plan }): string[] {
  const below = (plan.Plans ?? []).flatMap((inner) => faultsOf({ sql, plan: inner }));
  return isFault(plan)
    ? [`${plan['Node Type']} ${plan['Index Name'] ?? plan['Relation Name']} ${plan['Index Cond'] ?? ''}: ${sql}`, ...below]
    : below;
}

describe('the plans of the hot statements, over 108,000 offered times and 80,000 allocations', () => {
  let work: Workplace;

  async function faults(run: (tx: Tx) => Promise<unknown>): Promise<string[]> {
    const plans: { sql: string; plan: Plan }[] = [];
    await db.transactions.run({ organisationId: testOrganisationId }, (tx) => run(explaining(tx, plans)));
    expect(plans.length).toBeGreaterThan(0);
    return plans.flatMap(faultsOf);
  }

  beforeAll(async () => {
    work = await aWorkplace(db, { employees: people / offices, rooms: 6, type: { roomNeed: 'VISIT', employeeChoice: 'PERSON' } });
    await db.admin.query('UPDATE employee SET named_to_citizens = true');
    const places = [work];
    while (places.length < offices)
      places.push(await aWorkplace(db, { employees: people / offices, rooms: 2, type: { roomNeed: 'VISIT' } }));
    // Six starts a day and person over a year behind and ahead; two of three are taken.
    await db.admin.transaction(async (admin) => {
      await admin.query(`SELECT set_config('statement_timeout', '0', true)`);
      for (const place of places)
        await admin.query(
          `INSERT INTO offered_time (id, organisation_id, employee_id, unit_id, service_id, appointment_type_id, starts_at, ends_at, block_id, state, taken, audience)
         SELECT gen_random_uuid(), $1, person.id, $2, $3, $4, start, start + interval '1 hour', gen_random_uuid(),
                CASE WHEN start < $6 THEN 'EXPIRED' WHEN n % 3 = 0 THEN 'OPEN' ELSE 'FULL' END, CASE WHEN start >= $6 AND n % 3 <> 0 THEN 1 ELSE 0 END, 'GENERAL'
           FROM unnest($5::uuid[]) AS person (id),
                LATERAL (SELECT n, date_trunc('day', $6::timestamptz) + make_interval(days => n / 6 - 150, hours => 6 + n % 6) AS start FROM generate_series(0, 1799) AS n) AS times`,
          [testOrganisationId, place.unitId, place.serviceId, place.typeId, place.employeeIds, now.toJSDate()],
        );
      await admin.query(
        `INSERT INTO allocation (id, organisation_id, subject_id, starts_at, ends_at, kind, source_id)
         SELECT gen_random_uuid(), organisation_id, employee_id, starts_at, ends_at, 'RESERVATION', gen_random_uuid() FROM offered_time
          WHERE state <> 'OPEN' AND starts_at > $1`,
        [now.minus({ days: 90 }).toJSDate()],
      );
      await admin.query(
        `INSERT INTO allocation (id, organisation_id, subject_id, starts_at, ends_at, kind, source_id)
         SELECT gen_random_uuid(), $1, room, start, start + interval '50 minutes', 'RESERVATION', gen_random_uuid()
           FROM unnest($2::uuid[]) AS room, generate_series($3::timestamptz - interval '60 days', $3::timestamptz + interval '60 days', interval '2 hours') AS start`,
        [testOrganisationId, places.flatMap((place) => place.roomIds), now.toJSDate()],
      );
      await admin.query('ANALYZE offered_time, allocation, offered_time_subject');
    });
  }, 120_000);

  it('search first free times, the month and the nearest by index', async () => {
    const query = { seeker: 'CITIZEN', appointmentTypeId: work.typeId, now } as const;
    expect(await faults((tx) => freeTimes.first(tx, { ...query, limit: 50 }))).toEqual([]);
    expect(await faults((tx) => freeTimes.first(tx, { ...query, limit: 50, seeker: 'EMPLOYEE' }))).toEqual([]);
    expect(
      await faults((tx) => freeTimes.first(tx, { ...query, limit: 50, seeker: 'EMPLOYEE', employeeId: work.employeeIds[0] ?? '' })),
    ).toEqual([]);
    const startsAt = now.plus({ days: 5 });
    expect(
      await faults((tx) =>
        freeTimes.nearest(tx, { id: work.typeId, appointmentTypeId: work.typeId, unitId: work.unitId, startsAt }, 3, now),
      ),
    ).toEqual([]);
  });

  it('search by a person and by a language, and who may be chosen, by index', async () => {
    const query = { seeker: 'CITIZEN', appointmentTypeId: work.typeId, now } as const;
    const month = { fromDate: toLocalDate('2026-12-01'), toDate: toLocalDate('2026-12-31') };
    for (const wish of [{ employeeId: work.employeeIds[0] ?? '' }, { language: 'fi' }]) {
      expect(await faults((tx) => freeTimes.first(tx, { ...query, ...wish, limit: 50 }))).toEqual([]);
      expect(await faults((tx) => freeTimes.days(tx, { ...query, ...wish, ...month }))).toEqual([]);
    }
    expect(await faults((tx) => findEmployeesToChoose.in(tx, work.typeId, now))).toEqual([]);
  });

  it('book, cancel and hold by index', async () => {
    const [time] = await db.admin.query(
      `SELECT id, employee_id, version, starts_at FROM offered_time WHERE state = 'OPEN' AND starts_at > $1 ORDER BY starts_at, id LIMIT 1`,
      [now.plus({ days: 3 }).toJSDate()],
    );
    const { allocations, offeredTimes, rooms } = calendar;
    const problems = await faults(async (tx) => {
      const offered = await offeredTimes.read(tx, time.id);
      if (offered === null) throw new Error('gone');
      const span = { start: offered.startsAt, end: offered.endsAt };
      const [room = ''] = await rooms.free(tx, work.unitId, { minCapacity: 1, features: [] }, span, now);
      const subjectIds = [offered.employeeId, room];
      await allocations.dropExpiredHolds(tx, subjectIds, span, now);
      expect(await allocations.claim(tx, { subjectIds, span, kind: 'RESERVATION', sourceId: time.id })).toBe(true);
      expect(await offeredTimes.take(tx, time.id, offered.version)).toBe(true);
      await offeredTimes.blockOverlapping(tx, { subjectIds, span });
      await offeredTimes.holdHint(tx, { subjectIds, span, until: now.plus({ minutes: 10 }) });
      await offeredTimes.clearHoldHint(tx, { subjectIds, span });
      await allocations.lockSubjects(tx, subjectIds);
      await allocations.release(tx, time.id, ['RESERVATION']);
      await offeredTimes.giveBack(tx, time.id);
      await offeredTimes.reopen(tx, { subjectIds, span });
      await allocations.busy(tx, subjectIds, now, now.plus({ days: 42 }));
      await offeredTimes.withdrawForAbsence(tx, offered.employeeId, span);
      await offeredTimes.reviveAfterAbsence(tx, offered.employeeId, span);
    });
    expect(problems).toEqual([]);
  });

  it('count a month by index', async () => {
    const query = {
      seeker: 'CITIZEN',
      appointmentTypeId: work.typeId,
      now,
      fromDate: toLocalDate('2026-12-01'),
      toDate: toLocalDate('2026-12-31'),
    } as const;
    expect(await faults((tx) => freeTimes.days(tx, query))).toEqual([]);
  });
});
