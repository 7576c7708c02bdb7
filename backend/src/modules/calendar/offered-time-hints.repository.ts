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
    const units = await this.unitsOfRooms(tx, change.subjectIds);
    await tx.query(
      `UPDATE offered_time SET state = 'BLOCKED', held_until = NULL
        WHERE id = ANY (ARRAY(
          SELECT id FROM offered_time
           WHERE id = ANY (ARRAY(${touched(`o.state = 'OPEN'`, units, '$6', noRoomLeft(standing))}))
             AND state = 'OPEN' AND id IS DISTINCT FROM $5::uuid
             FOR UPDATE SKIP LOCKED))`,
      [...parametersOf(change), change.except, ...units],
    );
  }

  /** Hides from the search, until the instant, what a hold makes impossible for the time being. */
  async hide(tx: Tx, change: Change & { readonly until: Instant }): Promise<void> {
    const units = await this.unitsOfRooms(tx, change.subjectIds);
    await tx.query(
      `UPDATE offered_time SET held_until = GREATEST(held_until, $5)
        WHERE id = ANY (ARRAY(
          SELECT id FROM offered_time
           WHERE id = ANY (ARRAY(${touched(`o.state IN ('OPEN', 'BLOCKED')`, units, '$6', noRoomLeft(liveHold('$4')))}))
             FOR UPDATE SKIP LOCKED))`,
      [...parametersOf(change), toDate(change.until), ...units],
    );
  }

  /** Shows again what a hold had hidden, once its allocations are gone; another live hold goes on hiding it. */
  async show(tx: Tx, change: Change): Promise<void> {
    const units = await this.unitsOfRooms(tx, change.subjectIds);
    await tx.query(
      `UPDATE offered_time SET held_until = NULL
        WHERE id = ANY (ARRAY(
          SELECT o.id FROM offered_time o CROSS JOIN LATERAL (${typeInForce('$4')}) v
           WHERE o.id = ANY (ARRAY(${touched('o.held_until IS NOT NULL', units, '$5')}))
             AND NOT ${someoneIsBusy(onlyLiveHold('$4'))} AND NOT ${noRoomLeft(liveHold('$4'))}
             FOR UPDATE OF o SKIP LOCKED))`,
      [...parametersOf(change), ...units],
    );
  }

  /**
   * Locks, in id order, the BLOCKED rows that the freed subjects may make possible again: a freed room those of its whole unit.
   * Locking and deciding are two statements: whoever waited for another who frees must see what that one has freed.
   */
  async lockBlocked(tx: Tx, change: Change): Promise<string[]> {
    const units = await this.unitsOfRooms(tx, change.subjectIds);
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM offered_time WHERE id = ANY (ARRAY(${touched(`o.state = 'BLOCKED'`, units, '$5')})) ORDER BY id FOR UPDATE`,
      [...parametersOf(change), ...units],
    );
    return rows.map((row) => row.id);
  }

  /** Decides the open times of these people, and of these rooms' units, anew: after thousands of claims over the span. Never waits. */
  async refreshOpen(tx: Tx, change: Change): Promise<void> {
    const units = await this.unitsOfRooms(tx, change.subjectIds);
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM offered_time WHERE id = ANY (ARRAY(${touched(`o.state = 'OPEN'`, units, '$5')})) FOR UPDATE SKIP LOCKED`,
      [...parametersOf(change), ...units],
    );
    await this.recompute(
      tx,
      rows.map((row) => row.id),
      change.now,
    );
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

  /** Units whose rooms are among the subjects, as one parameter; none when there is no room, and then half of a statement is not needed. */
  private async unitsOfRooms(tx: Tx, subjectIds: readonly string[]): Promise<readonly string[][]> {
    const rows: { unit_id: string }[] = await tx.query(`SELECT DISTINCT unit_id FROM room WHERE id = ANY ($1::uuid[])`, [subjectIds]);
    return rows.length === 0 ? [] : [rows.map((row) => row.unit_id)];
  }
}

/** Parameters $1 to $4 of every statement: the subjects, the span, now. */
function parametersOf(change: Change): unknown[] {
  return [change.subjectIds, toDate(change.span.start), toDate(change.span.end), toDate(change.now)];
}

/**
 * Ids of the rows that the subjects concern: of the people as lead and besides, and when there are rooms, of their units' types that
 * need one.
 */
function touched(which: string, units: readonly unknown[], unitsParameter: string, ofRooms = 'true'): string {
  const ofPeople = `
    SELECT o.id FROM offered_time o CROSS JOIN LATERAL (${typeInForce('$4')}) v
     WHERE o.employee_id = ANY ($1::uuid[]) AND ${which} AND ${reachesInto('$2', '$3')}
     UNION ALL
    SELECT o.id FROM offered_time_subject s JOIN offered_time o ON o.id = s.offered_time_id CROSS JOIN LATERAL (${typeInForce('$4')}) v
     WHERE s.subject_id = ANY ($1::uuid[]) AND ${which} AND ${reachesInto('$2', '$3')}`;
  if (units.length === 0) return ofPeople;
  return `${ofPeople}
     UNION ALL
    SELECT o.id FROM offered_time o CROSS JOIN LATERAL (${typeInForce('$4')}) v
     WHERE o.unit_id = ANY (${unitsParameter}::uuid[]) AND ${which} AND ${reachesInto('$2', '$3')} AND v.room_need <> 'NONE' AND ${ofRooms}`;
}
