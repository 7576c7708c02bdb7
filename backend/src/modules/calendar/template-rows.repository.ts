import { Injectable } from '@nestjs/common';
import { newId, type Instant, type Interval } from '../../kernel/index.ts';
import { toDate, type Tx } from '../../platform/database/index.ts';
import { claimSpanOf, type FixedSubject, type OfferedTimeRow, type UndoScope } from './calendar-types.ts';
import { arrayText, naturalKey, Numbered, scopeParameters, textOf } from './row-keys.ts';

interface AddedOffers {
  readonly created: number;
  readonly revived: number;
  readonly unchanged: number;
  /** Of the created and revived, how many another entry of the calendar covers; the undecided are not among them. */
  readonly blocked: number;
  /** Created or revived rows whose state the insert could not decide: they bind more than their lead, or need a room. */
  readonly undecided: readonly string[];
}

/** Thousands of rows by one statement each: what a week template gives and takes. */
@Injectable()
export class TemplateRows {
  /** Rows with one place. Those of the same employee, start and type as an earlier one of the list are left out. */
  async addOffered(tx: Tx, given: readonly OfferedTimeRow[], applicationId: string): Promise<AddedOffers> {
    const byKey = new Map(given.map((row) => [naturalKey(row.employeeId, row.span.start.toMillis(), row.appointmentTypeId), row]));
    const plain: OfferedTimeRow[] = [];
    const bound: OfferedTimeRow[] = [];
    for (const row of byKey.values()) (row.subjects.length === 0 && row.room === null ? plain : bound).push(row);
    const counts = await this.addPlain(tx, plain, applicationId);
    const added = await this.addBound(tx, bound, byKey, applicationId);
    const created = counts.created + added.filter((columns) => columns.version === 1).length;
    const total = counts.added + added.length;
    return {
      created,
      revived: total - created,
      unchanged: given.length - total,
      blocked: counts.blocked,
      undecided: added.map((columns) => columns.id),
    };
  }

  /** Only counts come back: for a hundred thousand rows, reading them would cost as much as writing them. */
  private async addPlain(
    tx: Tx,
    rows: readonly OfferedTimeRow[],
    applicationId: string,
  ): Promise<{ added: number; created: number; blocked: number }> {
    if (rows.length === 0) return { added: 0, created: 0, blocked: 0 };
    const [counts]: { added: number; created: number; blocked: number }[] = await tx.query(
      `WITH added AS (${insertOffered} RETURNING version, state)
       SELECT count(*)::int AS added, (count(*) FILTER (WHERE version = 1))::int AS created, (count(*) FILTER (WHERE state = 'BLOCKED'))::int AS blocked FROM added`,
      offeredParameters(rows, applicationId),
    );
    return counts ?? { added: 0, created: 0, blocked: 0 };
  }

  private async addBound(
    tx: Tx,
    rows: readonly OfferedTimeRow[],
    byKey: ReadonlyMap<string, OfferedTimeRow>,
    applicationId: string,
  ): Promise<AddedColumns[]> {
    if (rows.length === 0) return [];
    const added: AddedColumns[] = await tx.query(
      `${insertOffered} RETURNING id, employee_id, starts_at, appointment_type_id, version`,
      offeredParameters(rows, applicationId),
    );
    const subjectsOf = (columns: AddedColumns): readonly FixedSubject[] =>
      byKey.get(naturalKey(columns.employee_id, columns.starts_at.getTime(), columns.appointment_type_id))?.subjects ?? [];
    await this.bindSubjects(
      tx,
      added.map((columns) => ({ id: columns.id, subjects: subjectsOf(columns) })),
    );
    return added;
  }

  /** Of the ids, how many another entry of the calendar covers. */
  async countBlocked(tx: Tx, ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    const [row]: { count: number }[] = await tx.query(
      `SELECT count(*)::int AS count FROM offered_time WHERE id = ANY ($1::uuid[]) AND state = 'BLOCKED'`,
      [ids],
    );
    return row?.count ?? 0;
  }

  /** Everybody and everything of whom an undo of these applications may free or withdraw a time, and the offices of those times. */
  async subjectsOf(
    tx: Tx,
    applicationIds: readonly string[],
    now: Instant,
    scope: UndoScope,
  ): Promise<{ readonly subjectIds: string[]; readonly unitIds: string[] }> {
    const rows: { unit_id: string; subject_ids: string[] }[] = await tx.query(
      `SELECT unit_id, array_agg(DISTINCT subject_id) AS subject_ids
         FROM (SELECT o.unit_id, unnest(o.employee_id || ARRAY(SELECT s.subject_id FROM offered_time_subject s WHERE s.offered_time_id = o.id)) AS subject_id
                 FROM offered_time o
                WHERE o.template_application_id = ANY ($1::uuid[]) AND o.starts_at > $2 AND o.state <> 'EXPIRED'
                  AND ($3::uuid[] IS NULL OR o.employee_id = ANY ($3)) AND ($4::timestamptz IS NULL OR o.starts_at >= $4) AND ($5::timestamptz IS NULL OR o.starts_at < $5)
                UNION ALL
               SELECT w.unit_id, unnest(array_remove(w.employee_ids || w.room_id, NULL))
                 FROM other_work w
                WHERE w.template_application_id = ANY ($1::uuid[]) AND w.starts_at > $2 AND w.removed_at IS NULL
                  AND ($3::uuid[] IS NULL OR w.employee_ids && $3) AND ($4::timestamptz IS NULL OR w.starts_at >= $4) AND ($5::timestamptz IS NULL OR w.starts_at < $5)
              ) AS bound
        GROUP BY unit_id`,
      [applicationIds, toDate(now), ...scopeParameters(scope)],
    );
    return { subjectIds: [...new Set(rows.flatMap((row) => row.subject_ids))], unitIds: rows.map((row) => row.unit_id) };
  }

  /** Withdraws what the application offered and nobody has taken; also what an absence hides, or the absence's end would bring it back. */
  async withdrawOffered(tx: Tx, applicationId: string, now: Instant, scope: UndoScope): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await tx.query(
      `UPDATE offered_time SET state = 'WITHDRAWN', withdrawn_because = 'UNDO', held_until = NULL, version = version + 1
        WHERE id = ANY (ARRAY(
          SELECT id FROM offered_time
           WHERE template_application_id = $1 AND taken = 0 AND starts_at > $2
             AND (state IN ('OPEN', 'BLOCKED') OR (state = 'WITHDRAWN' AND withdrawn_because = 'ABSENCE'))
             AND ($3::uuid[] IS NULL OR employee_id = ANY ($3)) AND ($4::timestamptz IS NULL OR starts_at >= $4) AND ($5::timestamptz IS NULL OR starts_at < $5)
           ORDER BY id FOR UPDATE))
       RETURNING id`,
      [applicationId, toDate(now), ...scopeParameters(scope)],
    );
    return rows.map((row) => row.id);
  }

  private async bindSubjects(tx: Tx, bound: readonly { readonly id: string; readonly subjects: readonly FixedSubject[] }[]): Promise<void> {
    const ids = bound.map(({ id }) => id);
    const subjects = bound.flatMap(({ id, subjects: of }) => of.map((subject) => ({ id, ...subject })));
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

/** What many rows have in common goes over the wire once: the spans (a template gives them to all people alike) and the types. */
const insertOffered = `
  INSERT INTO offered_time AS existing (id, organisation_id, employee_id, unit_id, service_id, appointment_type_id,
         starts_at, ends_at, block_id, audience, publish_at, template_application_id, state)
  SELECT r.id, current_setting('app.organisation_id')::uuid, r.employee_id, k.unit_id, k.service_id, k.appointment_type_id,
         s.starts_at, s.ends_at, r.block_id, k.audience, k.publish_at, $15,
         CASE WHEN EXISTS (SELECT FROM allocation a
                            WHERE a.subject_id = r.employee_id AND a.blocking AND a.kind <> 'HOLD' AND a.starts_at < s.busy_to
                              AND a.starts_at > s.busy_from - interval '25 hours' AND a.ends_at > s.busy_from OFFSET 0)
              THEN 'BLOCKED' ELSE 'OPEN' END
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::int[]) AS r (id, employee_id, block_id, span_no, kind_no)
    JOIN unnest($6::timestamptz[], $7::timestamptz[], $8::timestamptz[], $9::timestamptz[]) WITH ORDINALITY
         AS s (starts_at, ends_at, busy_from, busy_to, span_no) ON s.span_no = r.span_no
    JOIN unnest($10::uuid[], $11::uuid[], $12::uuid[], $13::text[], $14::timestamptz[]) WITH ORDINALITY
         AS k (unit_id, service_id, appointment_type_id, audience, publish_at, kind_no) ON k.kind_no = r.kind_no
   ORDER BY r.employee_id, s.starts_at, k.appointment_type_id
      ON CONFLICT (employee_id, starts_at, appointment_type_id) DO UPDATE
     SET unit_id = EXCLUDED.unit_id, ends_at = EXCLUDED.ends_at, capacity = EXCLUDED.capacity, block_id = EXCLUDED.block_id,
         audience = EXCLUDED.audience, publish_at = EXCLUDED.publish_at, template_application_id = EXCLUDED.template_application_id,
         state = EXCLUDED.state, withdrawn_because = NULL, held_until = NULL, version = existing.version + 1
   WHERE existing.state = 'WITHDRAWN' AND existing.withdrawn_because = 'UNDO' AND existing.taken = 0`;

function offeredParameters(rows: readonly OfferedTimeRow[], applicationId: string): unknown[] {
  const spans = new Numbered<OfferedSpan>(
    ({ span, before, after }) => `${span.start.toMillis()} ${span.end.toMillis()} ${before} ${after}`,
  );
  const kinds = new Numbered<OfferedTimeRow>(
    (row) => `${row.unitId} ${row.appointmentTypeId} ${row.audience} ${row.publishAt?.toMillis() ?? ''}`,
  );
  const spanNumbers = rows.map((row) => spans.numberOf({ span: row.span, before: row.bufferBeforeMinutes, after: row.bufferAfterMinutes }));
  const kindNumbers = rows.map((row) => kinds.numberOf(row));
  const claims = spans.values.map(({ span, before, after }) =>
    claimSpanOf(span, { bufferBeforeMinutes: before, bufferAfterMinutes: after }),
  );
  return [
    arrayText(rows.map(() => newId())),
    arrayText(rows.map((row) => row.employeeId)),
    arrayText(rows.map((row) => row.blockId)),
    arrayText(spanNumbers),
    arrayText(kindNumbers),
    spans.values.map(({ span }) => textOf(span.start)),
    spans.values.map(({ span }) => textOf(span.end)),
    claims.map((claim) => textOf(claim.start)),
    claims.map((claim) => textOf(claim.end)),
    kinds.values.map((row) => row.unitId),
    kinds.values.map((row) => row.serviceId),
    kinds.values.map((row) => row.appointmentTypeId),
    kinds.values.map((row) => row.audience),
    kinds.values.map((row) => (row.publishAt === null ? null : textOf(row.publishAt))),
    applicationId,
  ];
}

interface OfferedSpan {
  readonly span: Interval;
  readonly before: number;
  readonly after: number;
}
