import { Injectable } from '@nestjs/common';
import type { Instant, Interval } from '../../kernel/index.ts';
import { toDate, type Tx } from '../../platform/database/index.ts';
import { liveHold } from './calendar-sql.repository.ts';
import type { RoomRequirement } from './calendar-types.ts';

/** Which rooms suit; the claim decides which of them is got. */
@Injectable()
export class SuitableRooms {
  /**
   * Rooms of the unit that suit and that nothing keeps busy over the span (with buffers): fewest surplus seats first, then fewest
   * features that nobody asked for, so that the large and the special rooms stay free for those who need them.
   * Expired holds do not count; drop them before the claim.
   */
  async free(tx: Tx, unitId: string, need: RoomRequirement, span: Interval, now: Instant): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `SELECT room.id
         FROM room JOIN bookable_subject subject ON subject.id = room.id AND subject.active
        WHERE room.unit_id = $1 AND room.capacity >= $2 AND room.features @> $3::text[]
          AND NOT EXISTS (SELECT FROM allocation a
                           WHERE a.subject_id = room.id AND a.blocking AND ${liveHold('$6')}
                             AND a.starts_at < $5 AND a.starts_at > $4::timestamptz - interval '25 hours' AND a.ends_at > $4 OFFSET 0)
        ORDER BY room.capacity, cardinality(room.features), room.code`,
      [unitId, need.minCapacity, need.features, toDate(span.start), toDate(span.end), toDate(now)],
    );
    return rows.map((row) => row.id);
  }

  /** All rooms of the unit that suit, busy or not. */
  async suitable(tx: Tx, unitId: string, need: RoomRequirement): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `SELECT room.id FROM room JOIN bookable_subject subject ON subject.id = room.id AND subject.active
        WHERE room.unit_id = $1 AND room.capacity >= $2 AND room.features @> $3::text[]
        ORDER BY room.capacity, cardinality(room.features), room.code`,
      [unitId, need.minCapacity, need.features],
    );
    return rows.map((row) => row.id);
  }
}
