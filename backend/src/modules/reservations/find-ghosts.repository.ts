import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.ts';

/** Something that no constraint can hold: reservations and allocations that do not know of each other. */
export interface Ghost {
  readonly what: 'RESERVATION_WITHOUT_ALLOCATION' | 'ALLOCATION_WITHOUT_RESERVATION' | 'TAKEN_DIFFERS';
  readonly id: string;
}

/** For campaigns and the nightly check. Empty means that nothing was lost and nobody is busy for nothing. */
@Injectable()
export class FindGhosts {
  async execute(tx: Tx): Promise<Ghost[]> {
    // Over everything, so it may take longer than a request may.
    await tx.query(`SELECT set_config('statement_timeout', '300000', true)`);
    return tx.query(
      `SELECT 'RESERVATION_WITHOUT_ALLOCATION' AS what, r.id
         FROM reservation r JOIN reservation_subject s ON s.reservation_id = r.id LEFT JOIN offered_time o ON o.id = r.offered_time_id
        WHERE r.status NOT IN ('CANCELLED','ENTERED_IN_ERROR') AND COALESCE(o.capacity, 1) = 1
          AND NOT EXISTS (SELECT 1 FROM allocation a
                           WHERE a.source_id = r.id AND a.kind = 'RESERVATION' AND a.subject_id = s.subject_id
                             AND a.starts_at <= r.starts_at AND a.ends_at >= r.ends_at)
       UNION ALL
       SELECT 'ALLOCATION_WITHOUT_RESERVATION', a.id
         FROM allocation a
        WHERE a.kind = 'RESERVATION'
          AND NOT EXISTS (SELECT 1 FROM reservation r JOIN reservation_subject s ON s.reservation_id = r.id
                           WHERE r.id = a.source_id AND s.subject_id = a.subject_id AND r.status NOT IN ('CANCELLED','ENTERED_IN_ERROR'))
       UNION ALL
       SELECT 'TAKEN_DIFFERS', o.id
         FROM offered_time o
        WHERE o.taken <> (SELECT count(*) FROM reservation r WHERE r.offered_time_id = o.id AND r.status NOT IN ('CANCELLED','ENTERED_IN_ERROR'))`,
    );
  }
}
