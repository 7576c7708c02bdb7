import { Injectable } from '@nestjs/common';
import { addDays, newId, toLocalTime, type LocalDate } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { WorkingHours } from './staff-records.ts';
import type { ZonedWorkingHours } from './working-hours-rules.ts';
import { WorkingHoursEntity } from './working-hours.entity.ts';

export interface WorkingHoursOfEmployee extends ZonedWorkingHours {
  readonly employeeId: string;
  /** Where the hours are done: the row's unit, else the home unit. */
  readonly atUnitId: string;
}

@Injectable()
export class WorkingHoursRepository {
  /** Rows that are valid on some date of the span, cut to the employment, with the zone of the unit where they are done. */
  async between(tx: Tx, employeeIds: readonly string[], from: LocalDate, to: LocalDate): Promise<WorkingHoursOfEmployee[]> {
    const rows: (WorkingHoursOfEmployee & { readonly startsLocal: string; readonly endsLocal: string })[] = await tx.query(
      `SELECT w.employee_id AS "employeeId", w.valid_from AS "validFrom", LEAST(w.valid_to, e.employed_to) AS "validTo",
              w.cycle_weeks AS "cycleWeeks", w.cycle_week AS "cycleWeek", w.weekday, w.starts_local AS "startsLocal",
              w.ends_local AS "endsLocal", w.unit_id AS "unitId", w.place, u.id AS "atUnitId", u.time_zone AS zone
         FROM working_hours w
         JOIN employee e ON e.id = w.employee_id
         JOIN unit u ON u.id = COALESCE(w.unit_id, e.home_unit_id)
        WHERE w.employee_id = ANY ($1::uuid[]) AND w.valid_from <= $3 AND COALESCE(LEAST(w.valid_to, e.employed_to), $2) >= $2
        ORDER BY w.employee_id, w.weekday, w.starts_local`,
      [employeeIds, from, to],
    );
    return rows.map((row) => ({ ...row, startsLocal: toLocalTime(row.startsLocal), endsLocal: toLocalTime(row.endsLocal) }));
  }

  /** Cuts what is valid on the date or later, so that a new pattern can begin there. Two who do it at once come one after the other. */
  async endBefore(tx: Tx, employeeId: string, date: LocalDate): Promise<void> {
    await tx.query('SELECT 1 FROM employee WHERE id = $1 FOR NO KEY UPDATE', [employeeId]);
    await tx.query('DELETE FROM working_hours WHERE employee_id = $1 AND valid_from >= $2', [employeeId, date]);
    await tx.query('UPDATE working_hours SET valid_to = $3 WHERE employee_id = $1 AND (valid_to IS NULL OR valid_to >= $2)', [
      employeeId,
      date,
      addDays(date, -1),
    ]);
  }

  insert(tx: Tx, organisationId: string, employeeId: string, rows: readonly WorkingHours[]): Promise<unknown> {
    return tx.insert(
      WorkingHoursEntity,
      rows.map((row) => ({ ...row, id: newId(), organisationId, employeeId })),
    );
  }
}
