import { Injectable } from '@nestjs/common';
import type { Instant, Interval, LocalDate } from '../../kernel/index.ts';
import { toDate, toInstant, type Tx } from '../../platform/database/index.ts';
import type { ApplicationReport, TemplateTarget } from './week-template-types.ts';

export interface TemplateApplication {
  readonly id: string;
  readonly weekTemplateVersionId: string;
  readonly weekTemplateId: string;
  readonly unitId: string;
  readonly employeeIds: readonly string[];
  readonly undone: boolean;
}

interface ApplicationColumns {
  readonly id: string;
  readonly week_template_version_id: string;
  readonly week_template_id: string;
  readonly unit_id: string;
  readonly employee_ids: string[];
  readonly undone: boolean;
}

const selectApplication = `
  SELECT a.id, a.week_template_version_id, v.week_template_id, a.unit_id, a.employee_ids, a.undone_at IS NOT NULL AS undone
    FROM template_application a JOIN week_template_version v ON v.id = a.week_template_version_id`;

/** `template_application`: who was given which template when, what came of it, and whether it was undone. */
@Injectable()
export class TemplateApplicationsRepository {
  async insert(
    tx: Tx,
    application: {
      readonly id: string;
      readonly weekTemplateVersionId: string;
      readonly target: TemplateTarget;
      readonly report: ApplicationReport;
    },
    by: { readonly kind: string; readonly id: string | null },
    now: Instant,
  ): Promise<void> {
    const { target } = application;
    await tx.query(
      `INSERT INTO template_application (id, organisation_id, week_template_version_id, employee_ids, unit_id, from_on, to_on, rotation_start_on,
              report, applied_by_kind, applied_by, applied_at)
       VALUES ($1, current_setting('app.organisation_id')::uuid, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        application.id,
        application.weekTemplateVersionId,
        target.employeeIds,
        target.unitId,
        target.fromDate,
        target.toDate,
        target.rotationStart,
        JSON.stringify(application.report),
        by.kind,
        by.id,
        toDate(now),
      ],
    );
  }

  async report(tx: Tx, id: string, report: ApplicationReport): Promise<void> {
    await tx.query(`UPDATE template_application SET report = $2 WHERE id = $1`, [id, JSON.stringify(report)]);
  }

  async find(tx: Tx, id: string): Promise<TemplateApplication | null> {
    const [row]: ApplicationColumns[] = await tx.query(`${selectApplication} WHERE a.id = $1`, [id]);
    return row === undefined ? null : applicationOf(row);
  }

  /** Applications of other versions of the same template that reach these people and days. */
  async ofOtherVersions(tx: Tx, templateId: string, versionId: string, target: TemplateTarget): Promise<TemplateApplication[]> {
    const rows: ApplicationColumns[] = await tx.query(
      `${selectApplication}
        WHERE v.week_template_id = $1 AND v.id <> $2 AND a.undone_at IS NULL AND a.unit_id = $3 AND a.employee_ids && $4::uuid[]
          AND a.from_on <= $6 AND a.to_on >= $5
        ORDER BY a.applied_at, a.id`,
      [templateId, versionId, target.unitId, target.employeeIds, target.fromDate, target.toDate],
    );
    return rows.map(applicationOf);
  }

  /** False when it was undone meanwhile. */
  async markUndone(tx: Tx, id: string, now: Instant): Promise<boolean> {
    const [, count]: [unknown, number] = await tx.query(
      `UPDATE template_application SET undone_at = $2 WHERE id = $1 AND undone_at IS NULL`,
      [id, toDate(now)],
    );
    return count === 1;
  }

  /** Absences in force of these people that reach into the span, in no order. */
  async absences(tx: Tx, employeeIds: readonly string[], span: Interval): Promise<{ employeeId: string; span: Interval }[]> {
    const rows: { employee_id: string; starts_at: Date; ends_at: Date }[] = await tx.query(
      `SELECT employee_id, starts_at, ends_at FROM absence
        WHERE employee_id = ANY ($1::uuid[]) AND starts_at < $3 AND ends_at > $2 AND removed_at IS NULL`,
      [employeeIds, toDate(span.start), toDate(span.end)],
    );
    return rows.map((row) => ({ employeeId: row.employee_id, span: { start: toInstant(row.starts_at), end: toInstant(row.ends_at) } }));
  }

  /** Employees of these who have any working hours between the days: only of them it is known when they do not work. */
  async withWorkingHours(tx: Tx, employeeIds: readonly string[], fromDate: LocalDate, toDate_: LocalDate): Promise<ReadonlySet<string>> {
    const rows: { employee_id: string }[] = await tx.query(
      `SELECT DISTINCT employee_id FROM working_hours
        WHERE employee_id = ANY ($1::uuid[]) AND valid_from <= $3 AND (valid_to IS NULL OR valid_to >= $2)`,
      [employeeIds, fromDate, toDate_],
    );
    return new Set(rows.map((row) => row.employee_id));
  }
}

function applicationOf(row: ApplicationColumns): TemplateApplication {
  return {
    id: row.id,
    weekTemplateVersionId: row.week_template_version_id,
    weekTemplateId: row.week_template_id,
    unitId: row.unit_id,
    employeeIds: row.employee_ids,
    undone: row.undone,
  };
}
