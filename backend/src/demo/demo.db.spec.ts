import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Allocations } from '../modules/calendar/index.ts';
import { FindGhosts } from '../modules/reservations/index.ts';
import { NotADemoDatabase, WHOLE_DEMO } from './seed-demo.ts';
import { demoApplication, type DemoApplication } from './testing/demo-application.ts';

jest.setTimeout(300_000);

const firstDay = '2026-11-24';
const short = { daysBack: 7, daysAhead: 7 };

const demo = await demoApplication('2026-11-24T08:00:00Z', firstDay);
const other = await demoApplication('2026-11-24T08:00:00Z', firstDay);

async function rows<Row>(place: DemoApplication, sql: string): Promise<Row[]> {
  return place.db.admin.query(sql) as Promise<Row[]>;
}

async function count(place: DemoApplication, sql: string): Promise<number> {
  const [row] = await rows<{ count: string }>(place, `SELECT count(*) FROM ${sql}`);
  return Number(row?.count);
}

/** Everything that people would see, without ids. */
async function contentOf(place: DemoApplication): Promise<unknown> {
  const queries = [
    `SELECT o.starts_at, o.state, o.taken, o.audience, e.external_key, t.code FROM offered_time o JOIN employee e ON e.id = o.employee_id JOIN appointment_type t ON t.id = o.appointment_type_id ORDER BY 1, 5, 6`,
    `SELECT r.starts_at, r.status, r.mode, r.channel, r.created_at, r.version, e.external_key, t.code, c.first_names, c.last_name, c.birth_on,
            (SELECT room.code FROM reservation_subject s JOIN room ON room.id = s.subject_id WHERE s.reservation_id = r.id) AS room
       FROM reservation r JOIN employee e ON e.id = r.employee_id JOIN appointment_type t ON t.id = r.appointment_type_id
       JOIN reservation_client rc ON rc.reservation_id = r.id JOIN client c ON c.id = rc.client_id ORDER BY 1, 7, 8, 10, 9, 5`,
    `SELECT n.kind, n.channel, n.step, n.due_at, n.state, n.skip_reason, c.last_name FROM notification n JOIN client c ON c.id = n.client_id ORDER BY 4, 1, 2, 3, 7, 5, 6`,
    `SELECT kind, at, actor_kind, details FROM reservation_event ORDER BY at, kind, details::text`,
    `SELECT w.starts_at, w.ends_at, w.title, w.visibility, t.code, e.external_key FROM other_work w JOIN appointment_type t ON t.id = w.appointment_type_id JOIN employee e ON e.id = w.employee_ids[1] ORDER BY 1, 6, 5`,
  ];
  return Promise.all(queries.map((sql) => rows(place, sql)));
}

describe('a database of somebody else', () => {
  it('is left alone', async () => {
    await expect(other.start(short)).rejects.toThrow(NotADemoDatabase);
    expect(await count(other, 'unit')).toBe(0);
  });
});

describe('the whole demo', () => {
  beforeAll(async () => {
    await demo.database.empty();
    await demo.start(WHOLE_DEMO);
  });

  it('has some hundreds of bookings, in the past and to come', async () => {
    const past = await count(demo, `reservation WHERE starts_at < '2026-11-24T00:00+02'`);
    const coming = await count(demo, `reservation WHERE starts_at >= '2026-11-24T00:00+02'`);
    expect(past).toBeGreaterThan(300);
    expect(past).toBeLessThan(600);
    expect(coming).toBeGreaterThan(80);
    expect(coming).toBeLessThan(250);
  });

  it('fills the weeks of family law as plausibly as they are filled in life', async () => {
    const [weeks] = await rows<{ part: string }>(
      demo,
      `SELECT sum(taken)::numeric / count(DISTINCT block_id) AS part FROM offered_time o JOIN unit u ON u.id = o.unit_id
        WHERE u.code = 'POP' AND o.state <> 'WITHDRAWN' AND o.starts_at < '2026-11-24T00:00+02'`,
    );
    expect(Number(weeks?.part)).toBeGreaterThan(0.55);
    expect(Number(weeks?.part)).toBeLessThan(0.75);
  });

  it('lets every kind of end happen', async () => {
    const kinds = await rows<{ kind: string }>(demo, 'SELECT DISTINCT kind FROM reservation_event ORDER BY kind');
    expect(kinds.map(({ kind }) => kind)).toEqual(['BOOKED', 'CANCELLED', 'FULFILLED', 'MOVED', 'NO_SHOW']);
    const groups = await rows<{ taken: number }>(
      demo,
      `SELECT taken FROM offered_time WHERE capacity > 1 AND starts_at < '2026-11-24T00:00+02'`,
    );
    expect(groups.every(({ taken }) => taken >= 4)).toBe(true);
  });

  it('keeps nobody busy twice, and nobody for nothing', async () => {
    const overlaps = await demo.db.transactions.system((tx) => demo.app.get(Allocations, { strict: false }).findOverlaps(tx));
    expect(overlaps).toEqual([]);
    expect(await demo.db.transactions.system((tx) => demo.app.get(FindGhosts, { strict: false }).execute(tx))).toEqual([]);
  });

  it('made each booking within the rules of its moment', async () => {
    const broken = await rows(
      demo,
      `SELECT t.code, r.starts_at, r.created_at FROM reservation r
         JOIN appointment_type t ON t.id = r.appointment_type_id JOIN appointment_type_version v ON v.id = r.appointment_type_version_id
        WHERE NOT EXISTS (SELECT 1 FROM reservation_event e WHERE e.reservation_id = r.id AND e.kind = 'MOVED')
          AND (r.created_at >= r.starts_at
               OR (r.channel = 'CITIZEN' AND (NOT v.citizen_may_book OR r.starts_at < r.created_at + v.min_notice_hours * interval '1 hour'
                                              OR r.starts_at >= r.created_at + v.horizon_days * interval '1 day')))`,
    );
    const cancelledLate = await rows(
      demo,
      `SELECT r.id FROM reservation r JOIN reservation_event e ON e.reservation_id = r.id AND e.kind = 'CANCELLED' AND e.actor_kind = 'CITIZEN'
        WHERE e.at > r.starts_at - (r.rule_snapshot->>'cancelDeadlineHours')::int * interval '1 hour'`,
    );
    const markedEarly = await rows(
      demo,
      `SELECT r.id FROM reservation r JOIN reservation_event e ON e.reservation_id = r.id AND e.kind IN ('FULFILLED', 'NO_SHOW') WHERE e.at < r.starts_at`,
    );
    expect({ broken, cancelledLate, markedEarly }).toEqual({ broken: [], cancelledLate: [], markedEarly: [] });
  });

  it('has no past booking whose outcome nobody has marked', async () => {
    expect(await count(demo, `reservation WHERE status = 'BOOKED' AND starts_at < '2026-11-24T00:00+02'`)).toBe(0);
  });

  it('tells nobody today what was to be told before', async () => {
    expect(await count(demo, `notification WHERE state <> 'SKIPPED' AND due_at < '2026-11-24T08:00Z'`)).toBe(0);
    expect(await count(demo, `notification WHERE state = 'PLANNED'`)).toBeGreaterThan(100);
  });

  it('keeps the nearest late Thursdays of Liisa free, and has full days', async () => {
    const thursdays = await rows<{ state: string }>(
      demo,
      `SELECT o.state FROM offered_time o JOIN employee e ON e.id = o.employee_id AND e.external_key = 'liisa-lastenvalvoja'
        WHERE (o.starts_at AT TIME ZONE 'Europe/Helsinki')::time = '16:00' AND o.starts_at > '2026-11-24T00:00+02' ORDER BY o.starts_at LIMIT 4`,
    );
    expect(thursdays.map(({ state }) => state)).toEqual(['OPEN', 'OPEN', 'OPEN', 'OPEN']);
    const free = await count(
      demo,
      `offered_time o JOIN unit u ON u.id = o.unit_id AND u.code = 'POP' WHERE o.state = 'OPEN' AND (o.starts_at AT TIME ZONE 'Europe/Helsinki')::date = '2026-12-01'`,
    );
    expect(free).toBe(0);
  });

  it('goes on where it stopped when it is started later, and touches nothing else', async () => {
    const before = {
      reservations: await count(demo, 'reservation'),
      employees: await count(demo, 'employee'),
      bindings: await count(demo, 'employee_sign_in'),
    };
    const horizon = (await rows<{ last: Date }>(demo, 'SELECT max(starts_at) AS last FROM offered_time'))[0]?.last ?? new Date(0);
    const offered = await count(demo, 'offered_time');
    await demo.start(WHOLE_DEMO);
    expect(await count(demo, 'offered_time')).toBe(offered);
    demo.today.advance({ days: 7 });
    await demo.start(WHOLE_DEMO);
    const added = await rows<{ starts_at: Date }>(demo, `SELECT starts_at FROM offered_time WHERE starts_at > '${horizon.toISOString()}'`);
    expect(added.length).toBeGreaterThan(100);
    expect(await count(demo, 'offered_time')).toBe(offered + added.length);
    expect({
      reservations: await count(demo, 'reservation'),
      employees: await count(demo, 'employee'),
      bindings: await count(demo, 'employee_sign_in'),
    }).toEqual(before);
  });
});

describe('a killed seed', () => {
  it('is begun anew by the next start, and comes out the same as one that was not killed', async () => {
    await other.database.empty();
    const die = (line: string): void => {
      if (/relived, [1-9]/.test(line)) throw new Error('killed');
    };
    await expect(other.start(short, die)).rejects.toThrow('killed');
    expect(await count(other, 'reservation')).toBeGreaterThan(0);
    await other.start(short);
    const recovered = await contentOf(other);

    await other.database.empty();
    await other.start(short);
    expect(await contentOf(other)).toEqual(recovered);
  });
});
