import { PLACE } from './world/place.ts';
import type { World } from './world/world.ts';

/** Who books what: everything by which one booking differs from another. */
export interface BookingToMake {
  readonly offeredTimeId: string;
  readonly employeeId: string;
  readonly roomId: string;
  readonly clientId: string;
  readonly cookie: string;
  readonly sessionHash: string;
  readonly key: string;
  /** As PostgreSQL writes it in its log. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly startsAtMillis: number;
}

interface Row {
  readonly offered_time_id: string;
  readonly employee_id: string;
  readonly room_id: string;
  readonly client_id: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly starts_at_millis: number;
}

/** Open times in an order that is mixed but the same in every run, each for another signed-in citizen. */
export async function bookingsToMake({ admin, product }: World, count: number): Promise<BookingToMake[]> {
  const { rows } = await admin.query<Row>(
    `WITH time AS (
       SELECT o.id, o.employee_id, s.subject_id AS room_id, o.starts_at, o.ends_at, row_number() OVER (ORDER BY md5(o.id::text)) AS n
         FROM offered_time o JOIN offered_time_subject s ON s.offered_time_id = o.id
        WHERE o.state = 'OPEN' AND o.starts_at > current_timestamp + interval '2 days' AND o.starts_at < current_timestamp + interval '80 days'),
     citizen AS (SELECT id, row_number() OVER (ORDER BY md5(id::text)) AS n FROM client)
     SELECT time.id AS offered_time_id, time.employee_id, time.room_id, citizen.id AS client_id, time.starts_at::text, time.ends_at::text,
            (extract(epoch FROM time.starts_at) * 1000)::float AS starts_at_millis
       FROM time JOIN citizen ON citizen.n = time.n ORDER BY time.n LIMIT $1`,
    [count],
  );
  if (rows.length !== count) throw new Error(`There are only ${rows.length} open times for ${count} bookings.`);
  const bookings = rows.map((row): BookingToMake => {
    const { cookie, hash } = product.newCitizenSession();
    return {
      offeredTimeId: row.offered_time_id,
      employeeId: row.employee_id,
      roomId: row.room_id,
      clientId: row.client_id,
      cookie,
      sessionHash: hash,
      key: product.newId(),
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      startsAtMillis: row.starts_at_millis,
    };
  });
  await admin.query(
    `INSERT INTO session (id_hash, organisation_id, surface, client_id, issuer, authenticated_at, created_at, last_seen_at, expires_at)
     SELECT id_hash, $1, 'CITIZEN', client_id, 'https://identity.bench', $2, $2, $2, $2::timestamptz + interval '4 hours' FROM unnest($3::text[], $4::uuid[]) AS given (id_hash, client_id)`,
    [PLACE.organisationId, new Date(), bookings.map(({ sessionHash }) => sessionHash), bookings.map(({ clientId }) => clientId)],
  );
  await admin.query('ANALYZE session');
  return bookings;
}
