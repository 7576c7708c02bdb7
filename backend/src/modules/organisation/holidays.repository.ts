import { Injectable } from '@nestjs/common';
import { newId, type LocalDate } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { HolidayEntity } from './holiday.entity.ts';
import type { ClosedDay } from './organisation-records.ts';

export interface UnitClosedDay extends ClosedDay {
  readonly unitId: string;
}

@Injectable()
export class HolidaysRepository {
  /** Adds days of the whole organisation; those that it already has stay as they are. */
  async addMissing(tx: Tx, organisationId: string, days: readonly ClosedDay[]): Promise<void> {
    await tx.query(
      `INSERT INTO holiday (id, organisation_id, unit_id, on_date, kind, name)
       SELECT id, $1, NULL, on_date, kind, name
         FROM unnest($2::uuid[], $3::date[], $4::text[], $5::jsonb[]) AS day (id, on_date, kind, name)
           ON CONFLICT ON CONSTRAINT holiday_once DO NOTHING`,
      [
        organisationId,
        days.map(() => newId()),
        days.map((day) => day.date),
        days.map((day) => day.kind),
        days.map((day) => JSON.stringify(day.name)),
      ],
    );
  }

  insert(tx: Tx, day: HolidayEntity): Promise<unknown> {
    return tx.insert(HolidayEntity, day);
  }

  /** Days of the organisation itself; with a unit also those of the unit and of what it belongs to. Both ends included. */
  closedDays(tx: Tx, unitId: string | null, from: LocalDate, to: LocalDate): Promise<ClosedDay[]> {
    return tx.query(
      `WITH RECURSIVE above AS (
         SELECT id, parent_id FROM unit WHERE id = $1
          UNION
         SELECT unit.id, unit.parent_id FROM unit JOIN above ON unit.id = above.parent_id)
       SELECT DISTINCT ON (on_date) on_date AS date, kind, name
         FROM holiday
        WHERE on_date BETWEEN $2 AND $3 AND (unit_id IS NULL OR unit_id IN (SELECT id FROM above))
        ORDER BY on_date, unit_id NULLS FIRST`,
      [unitId, from, to],
    );
  }

  /** The same for many units at once, each with its own rows. */
  closedDaysOfUnits(tx: Tx, unitIds: readonly string[], from: LocalDate, to: LocalDate): Promise<UnitClosedDay[]> {
    return tx.query(
      `WITH RECURSIVE above AS (
         SELECT id AS unit_id, id, parent_id FROM unit WHERE id = ANY ($1::uuid[])
          UNION
         SELECT above.unit_id, unit.id, unit.parent_id FROM unit JOIN above ON unit.id = above.parent_id)
       SELECT DISTINCT ON (above.unit_id, on_date) above.unit_id AS "unitId", on_date AS date, kind, name
         FROM above JOIN holiday ON holiday.unit_id IS NULL OR holiday.unit_id = above.id
        WHERE on_date BETWEEN $2 AND $3
        ORDER BY above.unit_id, on_date, holiday.unit_id NULLS FIRST`,
      [unitIds, from, to],
    );
  }
}
