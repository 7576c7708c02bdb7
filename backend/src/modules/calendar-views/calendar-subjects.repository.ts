import { Injectable } from '@nestjs/common';
import { Problem, type LocalizedText } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type EmployeePrincipal } from '../../platform/access/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { CALENDAR_READ } from './calendar-views.actions.ts';

/** Whose calendar a column is. */
export interface CalendarSubject {
  readonly id: string;
  readonly kind: 'EMPLOYEE' | 'ROOM' | 'EQUIPMENT';
  readonly unitId: string;
  readonly timeZone: string;
  readonly title: LocalizedText;
  readonly subtitle: LocalizedText | null;
}

@Injectable()
export class CalendarSubjectsRepository {
  constructor(private readonly access: Access) {}

  /** In the order asked for. @throws Problem NOT_FOUND when one of them does not exist or lies outside the reader's reach */
  async require(tx: Tx, reader: EmployeePrincipal, ids: readonly string[]): Promise<CalendarSubject[]> {
    const wanted = [...new Set(ids)];
    const visible = this.access.predicate(reader, CALENDAR_READ, { unit: 'u.id', employee: 'e.id' }, 2);
    const rows: CalendarSubject[] = await tx.query(
      `SELECT s.id, s.kind, u.id AS "unitId", u.time_zone AS "timeZone",
              CASE WHEN e.id IS NULL THEN COALESCE(m.name, q.name)
                   ELSE jsonb_build_object('fi', e.first_name || ' ' || e.last_name, 'sv', e.first_name || ' ' || e.last_name, 'en', e.first_name || ' ' || e.last_name) END AS title,
              e.title AS subtitle
         FROM bookable_subject s
         LEFT JOIN employee e ON e.id = s.id
         LEFT JOIN room m ON m.id = s.id
         LEFT JOIN equipment q ON q.id = s.id
         JOIN unit u ON u.id = COALESCE(e.home_unit_id, m.unit_id, q.unit_id)
        WHERE s.id = ANY ($1::uuid[]) AND ${visible.sql}
        ORDER BY array_position($1::uuid[], s.id)`,
      [wanted, ...visible.parameters],
    );
    if (rows.length < wanted.length) throw new Problem(NOT_FOUND);
    return rows;
  }
}
