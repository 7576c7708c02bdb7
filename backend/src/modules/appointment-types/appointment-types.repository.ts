import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.ts';
import type { SqlPredicate } from '../../platform/access/index.ts';
import { toDate, toInstant, type Tx } from '../../platform/database/index.ts';
import type { AppointmentTypeVersion, TypeCategory, TypeState } from './appointment-type-records.ts';
import { AppointmentTypeVersionEntity } from './appointment-type-version.entity.ts';
import { AppointmentTypeEntity } from './appointment-type.entity.ts';

type VersionRow = Omit<AppointmentTypeVersion, 'effectiveFrom'> & { readonly effectiveFrom: Date };

const columns = `
       v.id, v.appointment_type_id AS "appointmentTypeId", v.version_no AS "versionNo", v.effective_from AS "effectiveFrom",
       t.category, t.service_id AS "serviceId", s.service_task_id AS "serviceTaskId", t.code, t.slug, t.colour, t.pattern, t.state,
       ARRAY(SELECT a.unit_id FROM appointment_type_unit a WHERE a.appointment_type_id = t.id ORDER BY a.unit_id) AS "unitIds",
       v.name, v.duration_minutes AS "durationMinutes", v.buffer_before_minutes AS "bufferBeforeMinutes",
       v.buffer_after_minutes AS "bufferAfterMinutes", v.modes, v.staff_count AS "staffCount", v.required_skills AS
       "requiredSkills", v.room_need AS "roomNeed", v.room_min_capacity AS "roomMinCapacity", v.room_features AS
       "roomFeatures", v.capacity, v.audience, v.bookable_by AS "bookableBy", v.employee_choice AS "employeeChoice", v.citizen_may_book AS "citizenMayBook",
       v.citizen_may_move AS "citizenMayMove", v.citizen_may_cancel AS "citizenMayCancel", v.min_notice_hours AS
       "minNoticeHours", v.horizon_days AS "horizonDays", v.cancel_deadline_hours AS "cancelDeadlineHours",
       v.move_deadline_hours AS "moveDeadlineHours", v.max_active AS "maxActive", v.eligibility_statement AS
       "eligibilityStatement", v.citizen_visibility AS "citizenVisibility", v.messages, v.note_allowed AS "noteAllowed",
       v.calendar_visibility AS "calendarVisibility", v.reminder_days_before AS "reminderDaysBefore"`;

const inForceAt = `
  FROM appointment_type t
  JOIN LATERAL (SELECT * FROM appointment_type_version
                 WHERE appointment_type_id = t.id AND effective_from <= $1 ORDER BY effective_from DESC LIMIT 1) v ON TRUE
  LEFT JOIN service s ON s.id = t.service_id`;

@Injectable()
export class AppointmentTypesRepository {
  insertType(tx: Tx, type: AppointmentTypeEntity): Promise<unknown> {
    return tx.insert(AppointmentTypeEntity, type);
  }

  insertVersion(tx: Tx, version: AppointmentTypeVersionEntity): Promise<unknown> {
    return tx.insert(AppointmentTypeVersionEntity, version);
  }

  async giveAt(tx: Tx, organisationId: string, typeId: string, unitIds: readonly string[]): Promise<void> {
    await tx.query(
      `INSERT INTO appointment_type_unit (appointment_type_id, unit_id, organisation_id)
       SELECT $2, unit_id, $3 FROM unnest($1::uuid[]) AS given (unit_id) ON CONFLICT DO NOTHING`,
      [unitIds, typeId, organisationId],
    );
  }

  /** In any state. */
  async inForce(tx: Tx, typeId: string, at: Instant): Promise<AppointmentTypeVersion | null> {
    const rows: VersionRow[] = await tx.query(`SELECT ${columns} ${inForceAt} WHERE t.id = $2`, [toDate(at), typeId]);
    return rows.map(toVersion)[0] ?? null;
  }

  /** Of active types, in the order of their codes; the predicate over `t` starts its parameters at $3. */
  async listInForce(tx: Tx, at: Instant, category: TypeCategory | null, where: SqlPredicate): Promise<AppointmentTypeVersion[]> {
    const rows: VersionRow[] = await tx.query(
      `SELECT ${columns} ${inForceAt}
        WHERE t.state = 'ACTIVE' AND ($2::text IS NULL OR t.category = $2) AND ${where.sql} ORDER BY t.code`,
      [toDate(at), category, ...where.parameters],
    );
    return rows.map(toVersion);
  }

  async versions(tx: Tx, versionIds: readonly string[]): Promise<AppointmentTypeVersion[]> {
    const rows: VersionRow[] = await tx.query(
      `SELECT ${columns}
         FROM appointment_type_version v JOIN appointment_type t ON t.id = v.appointment_type_id LEFT JOIN service s ON s.id = t.service_id
        WHERE v.id = ANY ($1::uuid[])`,
      [versionIds],
    );
    return rows.map(toVersion);
  }

  /** The newest version, even one that takes effect later; the type is locked, so that two changes do not both build on it. */
  async lockNewest(tx: Tx, typeId: string): Promise<AppointmentTypeVersion | null> {
    // A statement of its own: one that waited for the lock would still see the versions from before the wait.
    await tx.query('SELECT 1 FROM appointment_type WHERE id = $1 FOR UPDATE', [typeId]);
    return this.newest(tx, typeId);
  }

  async newest(tx: Tx, typeId: string): Promise<AppointmentTypeVersion | null> {
    const rows: VersionRow[] = await tx.query(
      `SELECT ${columns}
         FROM appointment_type t JOIN appointment_type_version v ON v.appointment_type_id = t.id LEFT JOIN service s ON s.id = t.service_id
        WHERE t.id = $1 ORDER BY v.version_no DESC LIMIT 1`,
      [typeId],
    );
    return rows.map(toVersion)[0] ?? null;
  }

  async touch(tx: Tx, typeId: string, at: Date): Promise<void> {
    await tx.query('UPDATE appointment_type SET version = version + 1, updated_at = $2 WHERE id = $1', [typeId, at]);
  }

  async setState(tx: Tx, typeId: string, state: TypeState, at: Date): Promise<void> {
    await tx.query('UPDATE appointment_type SET state = $2, version = version + 1, updated_at = $3 WHERE id = $1', [typeId, state, at]);
  }
}

function toVersion(row: VersionRow): AppointmentTypeVersion {
  return { ...row, effectiveFrom: toInstant(row.effectiveFrom) };
}
