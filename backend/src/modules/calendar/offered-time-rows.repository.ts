import { Injectable } from '@nestjs/common';
import type { Instant, Interval } from '../../kernel/index.ts';
import { toDate, toInstant, type Tx } from '../../platform/database/index.ts';
import type { Audience, FixedSubject, OfferedTimeRecord, OfferedTimeRow, OfferedTimeState, WithdrawalCause } from './calendar-types.ts';

/** Single rows of `offered_time`: read, taken, given back, offered, withdrawn. */
@Injectable()
export class OfferedTimeRows {
  async read(tx: Tx, id: string): Promise<OfferedTimeRecord | null> {
    const [row]: OfferedTimeColumns[] = await tx.query(`${selectOfferedTime} WHERE o.id = $1`, [id]);
    return row === undefined ? null : offeredTimeOf(row);
  }

  async readAll(tx: Tx, ids: readonly string[]): Promise<OfferedTimeRecord[]> {
    if (ids.length === 0) return [];
    const rows: OfferedTimeColumns[] = await tx.query(`${selectOfferedTime} WHERE o.id = ANY ($1::uuid[]) ORDER BY o.id`, [ids]);
    return rows.map(offeredTimeOf);
  }

  /** The rows of one block: a time that accepts several types. */
  async readBlock(tx: Tx, blockId: string): Promise<OfferedTimeRecord[]> {
    const rows: OfferedTimeColumns[] = await tx.query(`${selectOfferedTime} WHERE o.block_id = $1 ORDER BY o.id`, [blockId]);
    return rows.map(offeredTimeOf);
  }

  async take(tx: Tx, id: string, version: number): Promise<boolean> {
    const [, count]: [unknown, number] = await tx.query(
      `UPDATE offered_time
          SET taken = taken + 1, state = CASE WHEN taken + 1 < capacity THEN 'OPEN' ELSE 'FULL' END, held_until = NULL
        WHERE id = $1 AND version = $2 AND state = 'OPEN' AND taken < capacity`,
      [id, version],
    );
    return count === 1;
  }

  async giveBack(tx: Tx, id: string): Promise<void> {
    await tx.query(
      // A full row becomes BLOCKED, not OPEN: only the reopening that follows has seen who else is busy.
      `UPDATE offered_time SET taken = taken - 1, state = CASE WHEN state = 'FULL' THEN 'BLOCKED' ELSE state END
        WHERE id = $1 AND taken > 0`,
      [id],
    );
  }

  /** The row of this employee, start and type, whatever its state. */
  async findSame(
    tx: Tx,
    row: OfferedTimeRow,
  ): Promise<{ id: string; state: OfferedTimeState; withdrawnBecause: WithdrawalCause | null } | null> {
    const [found]: { id: string; state: OfferedTimeState; withdrawn_because: WithdrawalCause | null }[] = await tx.query(
      `SELECT id, state, withdrawn_because FROM offered_time WHERE employee_id = $1 AND starts_at = $2 AND appointment_type_id = $3`,
      [row.employeeId, toDate(row.span.start), row.appointmentTypeId],
    );
    return found === undefined ? null : { id: found.id, state: found.state, withdrawnBecause: found.withdrawn_because };
  }

  /**
   * Offers one row, or revives the withdrawn one at the same place: by hand whatever withdrew it, by a template only what an undo did.
   * Null when it is on offer already or may not be revived.
   */
  async offer(tx: Tx, id: string, row: OfferedTimeRow, templateApplicationId: string | null): Promise<string | null> {
    const [offered]: { id: string }[] = await tx.query(
      `INSERT INTO offered_time AS existing (id, organisation_id, employee_id, unit_id, service_id, appointment_type_id,
              starts_at, ends_at, capacity, block_id, audience, publish_at, template_application_id)
       VALUES ($1, current_setting('app.organisation_id')::uuid, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
           ON CONFLICT (employee_id, starts_at, appointment_type_id) DO UPDATE
          SET unit_id = EXCLUDED.unit_id, ends_at = EXCLUDED.ends_at, capacity = EXCLUDED.capacity, block_id = EXCLUDED.block_id,
              audience = EXCLUDED.audience, publish_at = EXCLUDED.publish_at, template_application_id = EXCLUDED.template_application_id,
              state = 'OPEN', withdrawn_because = NULL, held_until = NULL, version = existing.version + 1
        WHERE existing.state = 'WITHDRAWN' AND existing.taken = 0 AND ($12::uuid IS NULL OR existing.withdrawn_because = 'UNDO')
       RETURNING id`,
      [
        id,
        row.employeeId,
        row.unitId,
        row.serviceId,
        row.appointmentTypeId,
        toDate(row.span.start),
        toDate(row.span.end),
        row.capacity,
        row.blockId,
        row.audience,
        row.publishAt === null ? null : toDate(row.publishAt),
        templateApplicationId,
      ],
    );
    if (offered === undefined) return null;
    await this.fixSubjects(tx, offered.id, row.subjects);
    return offered.id;
  }

  /** Whom and what the row binds besides its lead; what it bound before is forgotten. */
  async fixSubjects(tx: Tx, offeredTimeId: string, subjects: readonly FixedSubject[]): Promise<void> {
    await tx.query(`DELETE FROM offered_time_subject WHERE offered_time_id = $1`, [offeredTimeId]);
    if (subjects.length === 0) return;
    await tx.query(
      `INSERT INTO offered_time_subject (offered_time_id, subject_id, organisation_id, role)
       SELECT $1, wanted.subject_id, current_setting('app.organisation_id')::uuid, wanted.role
         FROM unnest($2::uuid[], $3::text[]) AS wanted (subject_id, role)`,
      [offeredTimeId, subjects.map((subject) => subject.subjectId), subjects.map((subject) => subject.role)],
    );
  }

  /** Withdraws the rows that nobody has taken a place of, and says which. */
  async withdraw(tx: Tx, ids: readonly string[], because: WithdrawalCause): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await tx.query(
      `UPDATE offered_time SET state = 'WITHDRAWN', withdrawn_because = $2, held_until = NULL, version = version + 1
        WHERE id = ANY (ARRAY(
          SELECT id FROM offered_time WHERE id = ANY ($1::uuid[]) AND state IN ('OPEN', 'BLOCKED') AND taken = 0 ORDER BY id FOR UPDATE))
       RETURNING id`,
      [ids, because],
    );
    return rows.map((row) => row.id);
  }

  /** Withdraws what is open of the employee, alone or with others, and reaches into the span. Groups too: nobody joins them any more. */
  async withdrawForAbsence(tx: Tx, employeeId: string, span: Interval): Promise<number> {
    const [, count]: [unknown, number] = await tx.query(
      `UPDATE offered_time SET state = 'WITHDRAWN', withdrawn_because = 'ABSENCE', held_until = NULL, version = version + 1
        WHERE id = ANY (ARRAY(SELECT id FROM offered_time WHERE id = ANY (ARRAY(${idsReachingInto})) AND state = 'OPEN' ORDER BY id FOR UPDATE))`,
      [employeeId, toDate(span.start), toDate(span.end)],
    );
    return count;
  }

  /** Everybody and everything that is bound by times which the end of the employee's absence may bring back, and the offices of these. */
  async boundByWithdrawn(
    tx: Tx,
    employeeId: string,
    span: Interval,
  ): Promise<{ readonly subjectIds: readonly string[]; readonly unitIds: readonly string[] }> {
    const rows: { unit_id: string; subject_ids: string[] }[] = await tx.query(
      `SELECT unit_id, array_agg(DISTINCT subject_id) AS subject_ids
         FROM (SELECT o.unit_id, unnest(o.employee_id || ARRAY(SELECT s.subject_id FROM offered_time_subject s WHERE s.offered_time_id = o.id)) AS subject_id
                 FROM offered_time o
                WHERE o.id = ANY (ARRAY(${idsReachingInto})) AND o.state = 'WITHDRAWN' AND o.withdrawn_because = 'ABSENCE') AS bound
        GROUP BY unit_id`,
      [employeeId, toDate(span.start), toDate(span.end)],
    );
    return { subjectIds: rows.flatMap((row) => row.subject_ids), unitIds: rows.map((row) => row.unit_id) };
  }

  /**
   * Offers again what an absence had withdrawn, unless another absence still covers it. As BLOCKED: the reopening that follows
   * decides. Times that have begun meanwhile stay withdrawn.
   */
  async reviveAfterAbsence(tx: Tx, employeeId: string, span: Interval, now: Instant): Promise<number> {
    const [, count]: [unknown, number] = await tx.query(
      `UPDATE offered_time AS o SET state = 'BLOCKED', withdrawn_because = NULL, version = version + 1
        WHERE o.id = ANY (ARRAY(
                SELECT id FROM offered_time
                 WHERE id = ANY (ARRAY(${idsReachingInto})) AND state = 'WITHDRAWN' AND withdrawn_because = 'ABSENCE' AND starts_at > $4
                 ORDER BY id FOR UPDATE))
          AND NOT EXISTS (SELECT FROM absence
                           WHERE absence.removed_at IS NULL AND absence.starts_at < o.ends_at AND absence.ends_at > o.starts_at
                             AND (absence.employee_id = o.employee_id OR absence.employee_id IN (
                                    SELECT subject_id FROM offered_time_subject WHERE offered_time_id = o.id)))`,
      [employeeId, toDate(span.start), toDate(span.end), toDate(now)],
    );
    return count;
  }

  /** Past rows that are still open, of one organisation and type at a time: the prefix of the index of open rows. */
  async expire(tx: Tx, now: Instant): Promise<number> {
    const types: { organisation_id: string; id: string }[] = await tx.query(`SELECT organisation_id, id FROM appointment_type ORDER BY id`);
    let expired = 0;
    for (const type of types) {
      const [, count]: [unknown, number] = await tx.query(
        `UPDATE offered_time SET state = 'EXPIRED', held_until = NULL
          WHERE organisation_id = $1 AND appointment_type_id = $2 AND state = 'OPEN' AND starts_at <= $3`,
        [type.organisation_id, type.id, toDate(now)],
      );
      expired += count;
    }
    return expired;
  }
}

/** Rows led by the employee, and those that need the employee besides: $1, over the span $2 to $3. */
const idsReachingInto = `
  SELECT id FROM offered_time
   WHERE employee_id = $1 AND starts_at < $3 AND starts_at > $2::timestamptz - interval '25 hours' AND ends_at > $2
   UNION ALL
  SELECT s.offered_time_id FROM offered_time_subject s JOIN offered_time o ON o.id = s.offered_time_id
   WHERE s.subject_id = $1 AND o.starts_at < $3 AND o.starts_at > $2::timestamptz - interval '25 hours' AND o.ends_at > $2`;

const selectOfferedTime = `
  SELECT o.id, o.organisation_id, o.employee_id, o.unit_id, o.service_id, o.appointment_type_id, o.starts_at, o.ends_at, o.capacity,
         o.taken, o.block_id, o.state, o.withdrawn_because, o.held_until, o.audience, o.publish_at, o.template_application_id, o.version,
         COALESCE((SELECT json_agg(json_build_object('subjectId', s.subject_id, 'role', s.role) ORDER BY s.subject_id)
                     FROM offered_time_subject s WHERE s.offered_time_id = o.id), '[]') AS subjects
    FROM offered_time o`;

interface OfferedTimeColumns {
  readonly id: string;
  readonly organisation_id: string;
  readonly employee_id: string;
  readonly unit_id: string;
  readonly service_id: string;
  readonly appointment_type_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly capacity: number;
  readonly taken: number;
  readonly block_id: string;
  readonly state: OfferedTimeState;
  readonly withdrawn_because: WithdrawalCause | null;
  readonly held_until: Date | null;
  readonly audience: Audience;
  readonly publish_at: Date | null;
  readonly template_application_id: string | null;
  readonly version: number;
  readonly subjects: readonly FixedSubject[];
}

function offeredTimeOf(row: OfferedTimeColumns): OfferedTimeRecord {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    employeeId: row.employee_id,
    unitId: row.unit_id,
    serviceId: row.service_id,
    appointmentTypeId: row.appointment_type_id,
    startsAt: toInstant(row.starts_at),
    endsAt: toInstant(row.ends_at),
    capacity: row.capacity,
    taken: row.taken,
    blockId: row.block_id,
    state: row.state,
    withdrawnBecause: row.withdrawn_because,
    heldUntil: row.held_until === null ? null : toInstant(row.held_until),
    audience: row.audience,
    publishAt: row.publish_at === null ? null : toInstant(row.publish_at),
    templateApplicationId: row.template_application_id,
    version: row.version,
    subjects: row.subjects,
  };
}
