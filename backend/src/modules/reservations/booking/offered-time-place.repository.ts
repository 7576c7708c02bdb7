import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';

export interface OfferedTimePlace {
  readonly unitName: LocalizedText;
  readonly employees: readonly { readonly id: string; readonly name: string; readonly lead: boolean }[];
  readonly room: { readonly id: string; readonly name: LocalizedText } | null;
}

/** With whom and where an offered time is, in names. */
@Injectable()
export class OfferedTimePlaceRepository {
  async read(tx: Tx, offeredTimeId: string): Promise<OfferedTimePlace> {
    const [row]: OfferedTimePlace[] = await tx.query(
      `SELECT u.name AS "unitName",
              (SELECT jsonb_agg(jsonb_build_object('id', e.id, 'name', e.first_name || ' ' || e.last_name, 'lead', e.id = o.employee_id)
                                ORDER BY e.id = o.employee_id DESC, e.last_name, e.id)
                 FROM employee e
                WHERE e.id = o.employee_id
                   OR e.id IN (SELECT s.subject_id FROM offered_time_subject s WHERE s.offered_time_id = o.id AND s.role = 'EMPLOYEE')) AS employees,
              (SELECT jsonb_build_object('id', m.id, 'name', m.name)
                 FROM offered_time_subject s JOIN room m ON m.id = s.subject_id
                WHERE s.offered_time_id = o.id ORDER BY m.code LIMIT 1) AS room
         FROM offered_time o JOIN unit u ON u.id = o.unit_id
        WHERE o.id = $1`,
      [offeredTimeId],
    );
    if (row === undefined) throw new Error('The offered time has just been read and is gone.');
    return row;
  }
}
