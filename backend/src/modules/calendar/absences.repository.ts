import { Injectable } from '@nestjs/common';
import { newId, type Instant, type Interval } from '../../kernel/index.ts';
import { toDate, toInstant, type Tx } from '../../platform/database/index.ts';
import type { AbsenceKind } from './calendar-types.ts';

export interface AbsenceRecord {
  readonly id: string;
  readonly employeeId: string;
  readonly unitId: string;
  readonly kind: AbsenceKind;
  readonly span: Interval;
  readonly version: number;
  readonly removed: boolean;
}

interface AbsenceColumns {
  readonly id: string;
  readonly employee_id: string;
  readonly unit_id: string;
  readonly kind: AbsenceKind;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly version: number;
  readonly removed: boolean;
}

const selectAbsence = `
  SELECT a.id, a.employee_id, e.home_unit_id AS unit_id, a.kind, a.starts_at, a.ends_at, a.version, a.removed_at IS NOT NULL AS removed
    FROM absence a JOIN employee e ON e.id = a.employee_id`;

/** `absence`, whose rows hold the whole range; what of it keeps the employee busy stands in `allocation`. */
@Injectable()
export class AbsencesRepository {
  async insert(
    tx: Tx,
    absence: { readonly id: string; readonly employeeId: string; readonly kind: AbsenceKind; readonly span: Interval },
    createdBy: string | null,
    now: Instant,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO absence (id, organisation_id, employee_id, kind, starts_at, ends_at, created_by, created_at)
       VALUES ($1, current_setting('app.organisation_id')::uuid, $2, $3, $4, $5, $6, $7)`,
      [absence.id, absence.employeeId, absence.kind, toDate(absence.span.start), toDate(absence.span.end), createdBy, toDate(now)],
    );
  }

  async read(tx: Tx, id: string): Promise<AbsenceRecord | null> {
    const [row]: AbsenceColumns[] = await tx.query(`${selectAbsence} WHERE a.id = $1`, [id]);
    return row === undefined ? null : absenceOf(row);
  }

  /** Absences in force of these people that reach into the span. */
  async covering(tx: Tx, employeeIds: readonly string[], span: Interval): Promise<AbsenceRecord[]> {
    const rows: AbsenceColumns[] = await tx.query(
      `${selectAbsence}
        WHERE a.employee_id = ANY ($1::uuid[]) AND a.starts_at < $3 AND a.ends_at > $2 AND a.removed_at IS NULL
        ORDER BY a.employee_id, a.starts_at, a.id`,
      [employeeIds, toDate(span.start), toDate(span.end)],
    );
    return rows.map(absenceOf);
  }

  /** False when it was removed or changed meanwhile. */
  async remove(tx: Tx, id: string, version: number, now: Instant): Promise<boolean> {
    const [, count]: [unknown, number] = await tx.query(
      `UPDATE absence SET removed_at = $3, version = version + 1 WHERE id = $1 AND version = $2 AND removed_at IS NULL`,
      [id, version, toDate(now)],
    );
    return count === 1;
  }

  /** Claims the pieces that are still free, in order of time; gives how many. Waits for a rival who is just taking one. */
  async claimPieces(tx: Tx, employeeId: string, absenceId: string, pieces: readonly Interval[]): Promise<number> {
    const rows: unknown[] = await tx.query(
      `INSERT INTO allocation (id, organisation_id, subject_id, starts_at, ends_at, kind, source_id)
       SELECT piece.id, current_setting('app.organisation_id')::uuid, $4, piece.starts_at, piece.ends_at, 'ABSENCE', $5
         FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) AS piece (id, starts_at, ends_at)
        ORDER BY piece.starts_at
           ON CONFLICT DO NOTHING
       RETURNING id`,
      [
        pieces.map(() => newId()),
        pieces.map((piece) => toDate(piece.start)),
        pieces.map((piece) => toDate(piece.end)),
        employeeId,
        absenceId,
      ],
    );
    return rows.length;
  }

  /**
   * With whom and what the employee stands together in the span, booked or on offer: what an absence changes is shown in their
   * calendars, too.
   */
  async companions(tx: Tx, employeeId: string, span: Interval): Promise<string[]> {
    const rows: { subject_id: string }[] = await tx.query(
      `WITH together AS (
         SELECT o.id, o.employee_id FROM offered_time o
          WHERE o.starts_at < $3 AND o.starts_at > $2::timestamptz - interval '25 hours' AND o.ends_at > $2 AND o.state <> 'EXPIRED'
            AND (o.employee_id = $1 OR o.id IN (SELECT offered_time_id FROM offered_time_subject WHERE subject_id = $1)))
       SELECT DISTINCT subject_id
         FROM (SELECT other.subject_id
                 FROM allocation own JOIN allocation other ON other.source_id = own.source_id
                WHERE own.subject_id = $1 AND own.kind <> 'HOLD'
                  AND own.starts_at < $3 AND own.starts_at > $2::timestamptz - interval '25 hours' AND own.ends_at > $2
                UNION ALL
               SELECT employee_id FROM together
                UNION ALL
               SELECT bound.subject_id FROM together JOIN offered_time_subject bound ON bound.offered_time_id = together.id) AS all_of_them
        WHERE subject_id <> $1`,
      [employeeId, toDate(span.start), toDate(span.end)],
    );
    return rows.map((row) => row.subject_id);
  }

  /** How many reservations of the employee stand in the span and wait to be handled. */
  async countReservations(tx: Tx, employeeId: string, span: Interval): Promise<number> {
    const [row]: { count: string }[] = await tx.query(
      `SELECT count(DISTINCT source_id) FROM allocation
        WHERE subject_id = $1 AND kind IN ('RESERVATION', 'GROUP')
          AND starts_at < $3 AND starts_at > $2::timestamptz - interval '25 hours' AND ends_at > $2`,
      [employeeId, toDate(span.start), toDate(span.end)],
    );
    return Number(row?.count ?? 0);
  }
}

function absenceOf(row: AbsenceColumns): AbsenceRecord {
  return {
    id: row.id,
    employeeId: row.employee_id,
    unitId: row.unit_id,
    kind: row.kind,
    span: { start: toInstant(row.starts_at), end: toInstant(row.ends_at) },
    version: row.version,
    removed: row.removed,
  };
}
