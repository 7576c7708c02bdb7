import { Injectable } from '@nestjs/common';
import type { Instant, Interval } from '../../kernel/index.ts';
import { toDate, type Tx } from '../../platform/database/index.ts';
import { liveHold, noRoomLeft, onlyLiveHold, reachesInto, someoneIsBusy, standing, typeInForce } from './calendar-sql.repository.ts';

interface Change {
  readonly subjectIds: readonly string[];
  /** With buffers. */
  readonly span: Interval;
  readonly now: Instant;
}

/**
 * The state of an offered time is a hint for the search, which would be a hundred times slower if it asked the allocations. It is
 * kept in the transaction that changes them, and never decides: the claim does.
 */
@Injectable()
export class OfferedTimeHints {
  /**
   * OPEN rows that the claimed subjects make impossible become BLOCKED: those of the same people, and when a room was claimed, those
   * of its unit whose type needs a room and has none left. Rows that a rival has locked are left alone: a hint never waits.
   */
  async block(tx: Tx, change: Change & { readonly except: string | null }): Promise<void> {
    await tx.query(
      `UPDATE offered_time SET state = 'BLOCKED', held_until = NULL
        WHERE id = ANY (ARRAY(
          SELECT id FROM offered_time
           WHERE id = ANY (ARRAY(${ofTheirPeople(`o.state = 'OPEN'`)} UNION ALL ${ofTheirRooms(`o.state = 'OPEN'`, standing)}))
             AND state = 'OPEN' AND id IS DISTINCT FROM $5::uuid
             FOR UPDATE SKIP LOCKED))`,
      [change.subjectIds, toDate(change.span.start), toDate(change.span.end), toDate(change.now), change.except],
    );
  }

  /** Hides from the search, until the instant, what a hold makes impossible for the time being. */
  async hide(tx: Tx, change: Change & { readonly until: Instant }): Promise<void> {
    const open = `o.state IN ('OPEN', 'BLOCKED')`;
    await tx.query(
      `UPDATE offered_time SET held_until = GREATEST(held_until, $5)
        WHERE id = ANY (ARRAY(
          SELECT id FROM offered_time
           WHERE id = ANY (ARRAY(${ofTheirPeople(open)} UNION ALL ${ofTheirRooms(open, liveHold('$4'))}))
             FOR UPDATE SKIP LOCKED))`,
      [change.subjectIds, toDate(change.span.start), toDate(change.span.end), toDate(change.now), toDate(change.until)],
    );
  }

  /** Shows again what a hold had hidden, once its allocations are gone; another live hold goes on hiding it. */
  async show(tx: Tx, change: Change): Promise<void> {
    const hidden = `o.held_until IS NOT NULL`;
    await tx.query(
      `UPDATE offered_time SET held_until = NULL
        WHERE id = ANY (ARRAY(
          SELECT o.id FROM offered_time o CROSS JOIN LATERAL (${typeInForce('$4')}) v
           WHERE o.id = ANY (ARRAY(${ofTheirPeople(hidden)} UNION ALL ${ofUnitsOfTheirRooms(hidden)}))
             AND NOT ${someoneIsBusy(onlyLiveHold('$4'))} AND NOT ${noRoomLeft(liveHold('$4'))}
             FOR UPDATE OF o SKIP LOCKED))`,
      [change.subjectIds, toDate(change.span.start), toDate(change.span.end), toDate(change.now)],
    );
  }

  /**
   * Locks, in id order, the BLOCKED rows that the freed subjects may make possible again: a freed room those of its whole unit.
   * Locking and deciding are two statements: whoever waited for another who frees must see what that one has freed.
   */
  async lockBlocked(tx: Tx, change: Change): Promise<string[]> {
    const blocked = `o.state = 'BLOCKED'`;
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM offered_time
        WHERE id = ANY (ARRAY(${ofTheirPeople(blocked)} UNION ALL ${ofUnitsOfTheirRooms(blocked)}))
        ORDER BY id FOR UPDATE`,
      [change.subjectIds, toDate(change.span.start), toDate(change.span.end), toDate(change.now)],
    );
    return rows.map((row) => row.id);
  }

  /** Decides the open times of these people, and of these rooms' units, anew: after thousands of claims over the span. Never waits. */
  async refreshOpen(tx: Tx, change: Change): Promise<void> {
    const open = `o.state = 'OPEN'`;
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM offered_time WHERE id = ANY (ARRAY(${ofTheirPeople(open)} UNION ALL ${ofUnitsOfTheirRooms(open)})) FOR UPDATE SKIP LOCKED`,
      [change.subjectIds, toDate(change.span.start), toDate(change.span.end), toDate(change.now)],
    );
    await this.recompute(tx, rows.map((row) => row.id), change.now);
  }

  /** Sets the state by the allocations as they are now. What is withdrawn or over stays so. Gives the number of changed rows. */
  async recompute(tx: Tx, ids: readonly string[], now: Instant): Promise<number> {
    if (ids.length === 0) return 0;
    const [, count]: [unknown, number] = await tx.query(
      `UPDATE offered_time AS changed SET state = decided.state
         FROM (SELECT o.id,
                      CASE WHEN o.taken >= o.capacity THEN 'FULL'
                           WHEN ${someoneIsBusy(standing)} OR ${noRoomLeft(standing)} THEN 'BLOCKED'
                           ELSE 'OPEN' END AS state
                 FROM offered_time o CROSS JOIN LATERAL (${typeInForce('$2')}) v
                WHERE o.id = ANY ($1::uuid[])) AS decided
        WHERE changed.id = decided.id AND changed.state IN ('OPEN', 'BLOCKED', 'FULL') AND changed.state <> decided.state`,
      [ids, toDate(now)],
    );
    return count;
  }
}

/** $1 the subjects, $2 and $3 the span, $4 now. */
function ofTheirPeople(which: string): string {
  return `
    SELECT o.id FROM offered_time o CROSS JOIN LATERAL (${typeInForce('$4')}) v
     WHERE o.employee_id = ANY ($1::uuid[]) AND ${which} AND ${reachesInto('$2', '$3')}
     UNION ALL
    SELECT o.id FROM offered_time_subject s JOIN offered_time o ON o.id = s.offered_time_id CROSS JOIN LATERAL (${typeInForce('$4')}) v
     WHERE s.subject_id = ANY ($1::uuid[]) AND ${which} AND ${reachesInto('$2', '$3')}`;
}

function ofUnitsOfTheirRooms(which: string): string {
  return `
    SELECT o.id FROM offered_time o CROSS JOIN LATERAL (${typeInForce('$4')}) v
     WHERE o.unit_id = ANY (ARRAY(SELECT unit_id FROM room WHERE id = ANY ($1::uuid[]))) AND ${which} AND ${reachesInto('$2', '$3')}
       AND v.room_need <> 'NONE'`;
}

function ofTheirRooms(which: string, counts: string): string {
  return `${ofUnitsOfTheirRooms(which)} AND ${noRoomLeft(counts)}`;
}
