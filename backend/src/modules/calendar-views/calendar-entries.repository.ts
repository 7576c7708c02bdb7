import { Injectable } from '@nestjs/common';
import type { Instant, Interval } from '../../kernel/index.ts';
import { Access, type AccessColumns, type EmployeePrincipal } from '../../platform/access/index.ts';
import { toDate, type Tx } from '../../platform/database/index.ts';
import { employeeActions } from '../reservations/index.ts';
import { calendarEntriesSql } from './calendar-entries.sql.ts';
import type { CalendarEntryRow } from './calendar-entry-row.ts';
import { CALENDAR_TYPE_READ, NON_CLIENT_TIME_READ, NON_CLIENT_TYPE_READ } from './calendar-views.actions.ts';

export interface EntryStatement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** $5, if the reader is one of the reservation's people. */
const ownReservation = `(SELECT s.subject_id FROM reservation_subject s WHERE s.reservation_id = r.id AND s.subject_id = $5::uuid)`;

@Injectable()
export class CalendarEntriesRepository {
  constructor(private readonly access: Access) {}

  /** Entries of the subjects that overlap the span, in order of time. The client's name is read only where the reader may know it. */
  async entries(
    tx: Tx,
    reader: EmployeePrincipal,
    subjectIds: readonly string[],
    span: Interval,
    now: Instant,
  ): Promise<CalendarEntryRow[]> {
    const { sql, parameters } = this.statement(reader, subjectIds, span, now);
    return tx.query(sql, [...parameters]);
  }

  /** What `entries` asks the database; the plan's test looks at it. */
  statement(reader: EmployeePrincipal, subjectIds: readonly string[], span: Interval, now: Instant): EntryStatement {
    const parameters: unknown[] = [subjectIds, toDate(span.start), toDate(span.end), toDate(now), reader.employeeId];
    const right = (action: string, columns: AccessColumns): string => {
      const predicate = this.access.predicate(reader, action, columns, parameters.length + 1);
      parameters.push(...predicate.parameters);
      return predicate.sql;
    };
    const sql = calendarEntriesSql({
      readClients: right(employeeActions.RESERVATION_READ, { unit: 'r.unit_id', service: 'r.service_id', employee: ownReservation }),
      readType: right(CALENDAR_TYPE_READ, { unit: 'r.unit_id', service: 'r.service_id' }),
      superviseWork: right(NON_CLIENT_TIME_READ, { unit: 'w.unit_id' }),
      shareWork: right(NON_CLIENT_TYPE_READ, { unit: 'w.unit_id' }),
      superviseAbsence: right(NON_CLIENT_TIME_READ, { unit: 'e.home_unit_id' }),
    });
    return { sql, parameters };
  }
}
