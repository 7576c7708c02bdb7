import { Injectable } from '@nestjs/common';
import { newId, type Instant, type Interval } from '../../kernel/index.ts';
import { toDate, toInstant, type Tx } from '../../platform/database/index.ts';
import type { CalendarConflict, OtherWorkRow, TouchedSpan, UndoScope, Visibility } from './calendar-types.ts';
import { naturalKey, scopeParameters, textOf } from './row-keys.ts';

export interface OtherWorkRecord {
  readonly id: string;
  readonly unitId: string;
  readonly appointmentTypeId: string;
  readonly employeeIds: readonly string[];
  readonly roomId: string | null;
  readonly span: Interval;
  readonly visibility: Visibility;
  readonly title: string | null;
  readonly version: number;
  readonly removed: boolean;
}

interface AddedWork {
  readonly created: number;
  readonly unchanged: number;
  readonly conflicts: readonly CalendarConflict[];
  readonly touched: readonly TouchedSpan[];
}

/** `other_work`: what people do besides client times. Its allocations make them busy. */
@Injectable()
export class OtherWorkRows {
  async insert(tx: Tx, work: Omit<OtherWorkRecord, 'version' | 'removed'>, createdBy: string | null, now: Instant): Promise<void> {
    await tx.query(
      `INSERT INTO other_work (id, organisation_id, appointment_type_id, unit_id, employee_ids, room_id, starts_at, ends_at, title, visibility,
              created_by, created_at, updated_at)
       VALUES ($1, current_setting('app.organisation_id')::uuid, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)`,
      [
        work.id,
        work.appointmentTypeId,
        work.unitId,
        work.employeeIds,
        work.roomId,
        toDate(work.span.start),
        toDate(work.span.end),
        work.title,
        work.visibility,
        createdBy,
        toDate(now),
      ],
    );
  }

  async read(tx: Tx, id: string): Promise<OtherWorkRecord | null> {
    const [row]: OtherWorkColumns[] = await tx.query(
      `SELECT id, unit_id, appointment_type_id, employee_ids, room_id, starts_at, ends_at, visibility, title, version, removed_at IS NOT NULL AS removed
         FROM other_work WHERE id = $1`,
      [id],
    );
    return row === undefined ? null : otherWorkOf(row);
  }

  /** False when it was removed or changed meanwhile. */
  async remove(tx: Tx, id: string, version: number, now: Instant): Promise<boolean> {
    const [, count]: [unknown, number] = await tx.query(
      `UPDATE other_work SET removed_at = $3, updated_at = $3, version = version + 1 WHERE id = $1 AND version = $2 AND removed_at IS NULL`,
      [id, version, toDate(now)],
    );
    return count === 1;
  }

  /** What a template plans, with its claims. What cannot have its employee and its room is left out and named. */
  async addPlanned(tx: Tx, given: readonly OtherWorkRow[], applicationId: string, now: Instant): Promise<AddedWork> {
    const byKey = new Map(given.map((row) => [naturalKey(row.employeeId, row.span.start.toMillis(), row.appointmentTypeId), row]));
    const rows = [...byKey.values()];
    if (rows.length === 0) return { created: 0, unchanged: 0, conflicts: [], touched: [] };
    const inserted: { id: string; employee_id: string; starts_at: Date; appointment_type_id: string }[] = await tx.query(
      `INSERT INTO other_work (id, organisation_id, appointment_type_id, unit_id, employee_ids, room_id, starts_at, ends_at, visibility,
              template_application_id, created_at, updated_at)
       SELECT r.id, current_setting('app.organisation_id')::uuid, r.appointment_type_id, r.unit_id, ARRAY[r.employee_id], r.room_id,
              r.starts_at, r.ends_at, r.visibility, $9, $10, $10
         FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::timestamptz[], $7::timestamptz[], $8::text[])
              AS r (id, appointment_type_id, unit_id, employee_id, room_id, starts_at, ends_at, visibility)
           ON CONFLICT (employee_ids, starts_at, appointment_type_id) WHERE template_application_id IS NOT NULL DO NOTHING
       RETURNING id, employee_ids[1] AS employee_id, starts_at, appointment_type_id`,
      [
        rows.map(() => newId()),
        rows.map((row) => row.appointmentTypeId),
        rows.map((row) => row.unitId),
        rows.map((row) => row.employeeId),
        rows.map((row) => row.roomId),
        rows.map((row) => textOf(row.span.start)),
        rows.map((row) => textOf(row.span.end)),
        rows.map((row) => row.visibility),
        applicationId,
        toDate(now),
      ],
    );
    const refused = await this.claimAll(
      tx,
      inserted.map((work) => work.id),
      now,
    );
    const conflicts: CalendarConflict[] = [];
    const touched: TouchedSpan[] = [];
    for (const work of inserted) {
      const row = byKey.get(naturalKey(work.employee_id, work.starts_at.getTime(), work.appointment_type_id));
      if (row === undefined) continue;
      if (refused.has(work.id))
        conflicts.push({ employeeId: row.employeeId, appointmentTypeId: row.appointmentTypeId, startsAt: row.span.start });
      else touched.push({ subjectIds: row.roomId === null ? [row.employeeId] : [row.employeeId, row.roomId], span: row.span });
    }
    return { created: touched.length, unchanged: given.length - inserted.length, conflicts, touched };
  }

  /** Deletes the coming other work of an application, but not what was removed by hand, and says what became free. */
  async removePlanned(tx: Tx, applicationId: string, now: Instant, scope: UndoScope): Promise<TouchedSpan[]> {
    const [rows]: [PlannedColumns[], number] = await tx.query(
      `DELETE FROM other_work
        WHERE template_application_id = $1 AND starts_at > $2 AND removed_at IS NULL
          AND ($3::uuid[] IS NULL OR employee_ids && $3) AND ($4::timestamptz IS NULL OR starts_at >= $4) AND ($5::timestamptz IS NULL OR starts_at < $5)
       RETURNING id, employee_ids, room_id, starts_at, ends_at`,
      [applicationId, toDate(now), ...scopeParameters(scope)],
    );
    await tx.query(`DELETE FROM allocation WHERE source_id = ANY ($1::uuid[]) AND kind = 'OTHER_WORK'`, [rows.map((row) => row.id)]);
    return rows.map((row) => ({
      subjectIds: row.room_id === null ? row.employee_ids : [...row.employee_ids, row.room_id],
      span: { start: toInstant(row.starts_at), end: toInstant(row.ends_at) },
    }));
  }

  /** Claims all or nothing for each piece of work. Gives those that got nothing; they are deleted again. */
  private async claimAll(tx: Tx, ids: readonly string[], now: Instant): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const wanted: { source_id: string; subject_id: string }[] = await tx.query(
      `SELECT w.id AS source_id, subject_id FROM other_work w CROSS JOIN LATERAL unnest(array_remove(w.employee_ids || w.room_id, NULL)) AS subject_id
        WHERE w.id = ANY ($1::uuid[])`,
      [ids],
    );
    await tx.query(
      `DELETE FROM allocation WHERE id = ANY (ARRAY(
         SELECT a.id FROM other_work w JOIN allocation a ON a.subject_id = ANY (w.employee_ids || w.room_id)
          WHERE w.id = ANY ($1::uuid[]) AND a.kind = 'HOLD' AND a.hold_expires_at <= $2
            AND a.starts_at < w.ends_at AND a.starts_at > w.starts_at - interval '25 hours' AND a.ends_at > w.starts_at
          ORDER BY a.subject_id, a.starts_at FOR UPDATE OF a))`,
      [ids, toDate(now)],
    );
    const claimed: { source_id: string; subject_id: string }[] = await tx.query(
      `INSERT INTO allocation (id, organisation_id, subject_id, starts_at, ends_at, kind, source_id)
       SELECT c.id, current_setting('app.organisation_id')::uuid, c.subject_id, w.starts_at, w.ends_at, 'OTHER_WORK', w.id
         FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS c (id, source_id, subject_id) JOIN other_work w ON w.id = c.source_id
        ORDER BY c.subject_id, w.starts_at
           ON CONFLICT DO NOTHING
       RETURNING source_id, subject_id`,
      [wanted.map(() => newId()), wanted.map((claim) => claim.source_id), wanted.map((claim) => claim.subject_id)],
    );
    const got = new Set(claimed.map((claim) => `${claim.source_id} ${claim.subject_id}`));
    const refused = new Set(wanted.filter((claim) => !got.has(`${claim.source_id} ${claim.subject_id}`)).map((claim) => claim.source_id));
    if (refused.size > 0) {
      await tx.query(`DELETE FROM allocation WHERE source_id = ANY ($1::uuid[]) AND kind = 'OTHER_WORK'`, [[...refused]]);
      await tx.query(`DELETE FROM other_work WHERE id = ANY ($1::uuid[])`, [[...refused]]);
    }
    return refused;
  }
}

interface OtherWorkColumns {
  readonly id: string;
  readonly unit_id: string;
  readonly appointment_type_id: string;
  readonly employee_ids: string[];
  readonly room_id: string | null;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly visibility: Visibility;
  readonly title: string | null;
  readonly version: number;
  readonly removed: boolean;
}

type PlannedColumns = Pick<OtherWorkColumns, 'id' | 'employee_ids' | 'room_id' | 'starts_at' | 'ends_at'>;

function otherWorkOf(row: OtherWorkColumns): OtherWorkRecord {
  return {
    id: row.id,
    unitId: row.unit_id,
    appointmentTypeId: row.appointment_type_id,
    employeeIds: row.employee_ids,
    roomId: row.room_id,
    span: { start: toInstant(row.starts_at), end: toInstant(row.ends_at) },
    visibility: row.visibility,
    title: row.title,
    version: row.version,
    removed: row.removed,
  };
}
