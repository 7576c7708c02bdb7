import type { KillablePostgres } from './killable-postgres.ts';

/** What no schema can hold, counted over the whole database. Both must be 0. */
export interface Scan {
  /** Neighbouring blocking allocations of one subject that overlap, by a window over all of them. */
  readonly overlaps: number;
  /** Reservations and allocations that do not know of each other, and times whose count of takers is wrong. */
  readonly ghosts: number;
}

// Each compared with the latest end before it, not only with its neighbour: a long one may overlap the one after next.
const OVERLAPS = `
  SELECT id FROM (
    SELECT id, starts_at, max(ends_at) OVER (PARTITION BY subject_id ORDER BY starts_at, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS busy_until
      FROM allocation WHERE blocking) AS ordered
   WHERE starts_at < busy_until`;

// The same questions as the product's own nightly check, put to the bare tables by another reader.
const GHOSTS = `
  SELECT r.id FROM reservation r JOIN reservation_subject s ON s.reservation_id = r.id
   WHERE r.status <> 'CANCELLED'
     AND NOT EXISTS (SELECT 1 FROM allocation a WHERE a.source_id = r.id AND a.kind = 'RESERVATION' AND a.subject_id = s.subject_id
                        AND a.starts_at <= r.starts_at AND a.ends_at >= r.ends_at)
  UNION ALL
  SELECT a.id FROM allocation a
   WHERE a.kind = 'RESERVATION'
     AND NOT EXISTS (SELECT 1 FROM reservation r JOIN reservation_subject s ON s.reservation_id = r.id
                      WHERE r.id = a.source_id AND s.subject_id = a.subject_id AND r.status <> 'CANCELLED')
  UNION ALL
  SELECT o.id FROM offered_time o
   WHERE o.taken <> (SELECT count(*) FROM reservation r WHERE r.offered_time_id = o.id AND r.status <> 'CANCELLED')
  UNION ALL
  SELECT o.id FROM offered_time o WHERE (o.state = 'FULL') <> (o.taken = o.capacity)
  UNION ALL
  SELECT e.reservation_id FROM reservation_event e LEFT JOIN reservation r ON r.id = e.reservation_id WHERE r.id IS NULL`;

export async function scan(postgres: KillablePostgres): Promise<Scan> {
  return { overlaps: await postgres.count(OVERLAPS), ghosts: await postgres.count(GHOSTS) };
}

/** Deadlocks of the campaign's database since its server was started, by its own statistics. */
export async function deadlocks(postgres: KillablePostgres): Promise<number> {
  const [row] = await postgres.rows<{ deadlocks: string }>('SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()');
  return Number(row?.deadlocks ?? 0);
}

/** Deadlocks that the server has written into its log; unlike its statistics, these survive a kill. */
export function deadlocksInLog(postgres: KillablePostgres): number {
  return postgres.log.split('\n').filter((line) => line.includes('deadlock detected')).length;
}
