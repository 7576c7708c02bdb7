import { Injectable } from '@nestjs/common';
import { newId, type Instant } from '../../kernel/index.ts';
import { toDate, type Tx } from '../../platform/database/index.ts';
import { claimSpanOf, type OfferedTimeRow, type UndoScope } from './calendar-types.ts';
import { naturalKey, scopeParameters, textOf } from './row-keys.ts';

interface AddedOffers {
  readonly created: number;
  readonly revived: number;
  readonly unchanged: number;
  /** Created or revived. */
  readonly ids: readonly string[];
  /** Of those, the ones whose state the insert could not decide: they bind more than their lead, or need a room. */
  readonly undecided: readonly string[];
}

/** Thousands of rows by one statement each: what a week template gives and takes. */
@Injectable()
export class TemplateRows {
  /** Rows with one place. Those of the same employee, start and type as an earlier one of the list are left out. */
  async addOffered(tx: Tx, given: readonly OfferedTimeRow[], applicationId: string): Promise<AddedOffers> {
    const byKey = new Map(given.map((row) => [naturalKey(row.employeeId, row.span.start.toMillis(), row.appointmentTypeId), row]));
    const rows = [...byKey.values()];
    if (rows.length === 0) return { created: 0, revived: 0, unchanged: 0, ids: [], undecided: [] };
    const claims = rows.map((row) => claimSpanOf(row.span, row));
    const added: AddedColumns[] = await tx.query(
      `INSERT INTO offered_time AS existing (id, organisation_id, employee_id, unit_id, service_id, appointment_type_id,
              starts_at, ends_at, block_id, audience, publish_at, template_application_id, state)
       SELECT r.id, current_setting('app.organisation_id')::uuid, r.employee_id, r.unit_id, r.service_id, r.appointment_type_id,
              r.starts_at, r.ends_at, r.block_id, r.audience, r.publish_at, $13,
              CASE WHEN EXISTS (SELECT FROM allocation a
                                 WHERE a.subject_id = r.employee_id AND a.blocking AND a.kind <> 'HOLD' AND a.starts_at < r.busy_to
                                   AND a.starts_at > r.busy_from - interval '25 hours' AND a.ends_at > r.busy_from)
                   THEN 'BLOCKED' ELSE 'OPEN' END
         FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::timestamptz[], $7::timestamptz[], $8::uuid[],
                     $9::text[], $10::timestamptz[], $11::timestamptz[], $12::timestamptz[])
              AS r (id, employee_id, unit_id, service_id, appointment_type_id, starts_at, ends_at, block_id,
                    audience, publish_at, busy_from, busy_to)
        ORDER BY r.employee_id, r.starts_at, r.appointment_type_id
           ON CONFLICT (employee_id, starts_at, appointment_type_id) DO UPDATE
          SET unit_id = EXCLUDED.unit_id, ends_at = EXCLUDED.ends_at, capacity = EXCLUDED.capacity, block_id = EXCLUDED.block_id,
              audience = EXCLUDED.audience, publish_at = EXCLUDED.publish_at, template_application_id = EXCLUDED.template_application_id,
              state = EXCLUDED.state, withdrawn_because = NULL, held_until = NULL, version = existing.version + 1
        WHERE existing.state = 'WITHDRAWN' AND existing.withdrawn_because = 'UNDO' AND existing.taken = 0
       RETURNING id, employee_id, starts_at, appointment_type_id, version`,
      [
        rows.map(() => newId()), rows.map((row) => row.employeeId), rows.map((row) => row.unitId), rows.map((row) => row.serviceId),
        rows.map((row) => row.appointmentTypeId), rows.map((row) => textOf(row.span.start)), rows.map((row) => textOf(row.span.end)),
        rows.map((row) => row.blockId), rows.map((row) => row.audience),
        rows.map((row) => (row.publishAt === null ? null : textOf(row.publishAt))),
        claims.map((claim) => textOf(claim.start)), claims.map((claim) => textOf(claim.end)), applicationId,
      ],
    );
    const bound = added.flatMap((columns) => {
      const row = byKey.get(naturalKey(columns.employee_id, columns.starts_at.getTime(), columns.appointment_type_id));
      return row === undefined || (row.subjects.length === 0 && row.room === null) ? [] : [{ id: columns.id, row }];
    });
    await this.bindSubjects(tx, bound);
    const created = added.filter((columns) => columns.version === 1).length;
    return {
      created,
      revived: added.length - created,
      unchanged: given.length - added.length,
      ids: added.map((columns) => columns.id),
      undecided: bound.map(({ id }) => id),
    };
  }

  /** Of the ids, how many another entry of the calendar covers. */
  async countBlocked(tx: Tx, ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    const [row]: { count: string }[] = await tx.query(
      `SELECT count(*) FROM offered_time WHERE id = ANY ($1::uuid[]) AND state = 'BLOCKED'`, [ids],
    );
    return Number(row?.count ?? 0);
  }

  /** Withdraws what the application offered and nobody has taken; also what an absence hides, or the absence's end would bring it back. */
  async withdrawOffered(tx: Tx, applicationId: string, now: Instant, scope: UndoScope): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await tx.query(
      `UPDATE offered_time SET state = 'WITHDRAWN', withdrawn_because = 'UNDO', held_until = NULL, version = version + 1
        WHERE template_application_id = $1 AND taken = 0 AND starts_at > $2
          AND (state IN ('OPEN', 'BLOCKED') OR (state = 'WITHDRAWN' AND withdrawn_because = 'ABSENCE'))
          AND ($3::uuid[] IS NULL OR employee_id = ANY ($3)) AND ($4::timestamptz IS NULL OR starts_at >= $4) AND ($5::timestamptz IS NULL OR starts_at < $5)
       RETURNING id`,
      [applicationId, toDate(now), ...scopeParameters(scope)],
    );
    return rows.map((row) => row.id);
  }

  private async bindSubjects(tx: Tx, bound: readonly { readonly id: string; readonly row: OfferedTimeRow }[]): Promise<void> {
    const ids = bound.map(({ id }) => id);
    const subjects = bound.flatMap(({ id, row }) => row.subjects.map((subject) => ({ id, ...subject })));
    await tx.query(`DELETE FROM offered_time_subject WHERE offered_time_id = ANY ($1::uuid[])`, [ids]);
    if (subjects.length === 0) return;
    await tx.query(
      `INSERT INTO offered_time_subject (offered_time_id, subject_id, organisation_id, role)
       SELECT wanted.offered_time_id, wanted.subject_id, current_setting('app.organisation_id')::uuid, wanted.role
         FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS wanted (offered_time_id, subject_id, role)`,
      [subjects.map(({ id }) => id), subjects.map(({ subjectId }) => subjectId), subjects.map(({ role }) => role)],
    );
  }
}

interface AddedColumns {
  readonly id: string;
  readonly employee_id: string;
  readonly starts_at: Date;
  readonly appointment_type_id: string;
  readonly version: number;
}
