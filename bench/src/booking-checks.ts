import assert from 'node:assert/strict';
import type pg from 'pg';
import type { BookingToMake } from './booking-inputs.ts';

/** Per reservation, in every table that a booking writes. */
const countsSql = `
  SELECT (SELECT count(*) FROM reservation_subject t WHERE t.reservation_id = r.id)::int AS subjects,
         (SELECT count(*) FROM reservation_client t WHERE t.reservation_id = r.id)::int AS clients,
         (SELECT count(*) FROM reservation_event t WHERE t.reservation_id = r.id)::int AS events,
         (SELECT count(*) FROM allocation t WHERE t.source_id = r.id AND t.kind = 'RESERVATION')::int AS allocations,
         (SELECT count(*) FROM audit_event t WHERE t.client_ids @> ARRAY[c.client_id] AND t.object_ids @> ARRAY[r.id])::int AS "logRows",
         (SELECT count(*) FROM idempotency_key t WHERE t.principal = 'CITIZEN:' || c.client_id AND t.response_encrypted IS NOT NULL)::int AS keys,
         (SELECT count(*) FROM notification t WHERE t.reservation_id = r.id AND t.kind = 'BOOKED')::int AS messages,
         (SELECT count(*) FROM offered_time t WHERE t.id = r.offered_time_id AND t.state = 'FULL' AND t.taken = 1)::int AS times
    FROM reservation r JOIN reservation_client c ON c.reservation_id = r.id`;

const expected = { subjects: 2, clients: 1, events: 1, allocations: 2, logRows: 1, keys: 1, messages: 2, times: 1 };

/** Fast and wrong would be no result: every booking of either side is whole, and nobody is in two places. */
export async function checkBookings(admin: pg.Client, bookedIds: readonly string[], replayed: readonly BookingToMake[]): Promise<void> {
  const { rows: overHttp } = await admin.query<Record<string, number>>(
    `${countsSql} WHERE r.status = 'BOOKED' AND r.id = ANY ($1::uuid[])`,
    [bookedIds],
  );
  assert.equal(overHttp.length, bookedIds.length, 'Every booking that was acknowledged exists.');
  const { rows: bare } = await admin.query<Record<string, number>>(
    `${countsSql} WHERE r.status = 'BOOKED' AND r.offered_time_id = ANY ($1::uuid[])`,
    [replayed.map(({ offeredTimeId }) => offeredTimeId)],
  );
  assert.equal(bare.length, replayed.length, 'Every bare booking exists, each on a time of its own.');
  for (const row of overHttp) assert.deepEqual(row, expected, 'A booking over HTTP is whole.');
  for (const row of bare) assert.deepEqual(row, expected, 'A bare booking wrote the same rows as one over HTTP.');
  const { rows: total } = await admin.query<{ booked: number; twice: number; waiting: number }>(
    `SELECT (SELECT count(*) FROM reservation WHERE status = 'BOOKED')::int AS booked,
            (SELECT count(*) FROM outbox_message)::int AS waiting,
            (SELECT count(*) FROM (SELECT ends_at > lead(starts_at) OVER (PARTITION BY subject_id ORDER BY starts_at) AS runs_into FROM allocation WHERE blocking) AS pair
              WHERE runs_into)::int AS twice`,
  );
  assert.deepEqual(
    total[0],
    { booked: bookedIds.length + replayed.length, twice: 0, waiting: 0 },
    'No booking that nobody asked for, no overlap, every event delivered.',
  );
}
