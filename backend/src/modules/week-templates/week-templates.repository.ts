import { Injectable } from '@nestjs/common';
import { newId, toLocalTime, type Instant, type LocalizedText, type Weekday } from '../../kernel/index.ts';
import type { SqlPredicate } from '../../platform/access/index.ts';
import { toDate, toInstant, type Tx } from '../../platform/database/index.ts';
import type { Audience } from '../appointment-types/index.ts';
import type {
  OnHoliday,
  Recurrence,
  TemplateEntry,
  TemplateEntryContent,
  TemplateVersion,
  WeekTemplateRecord,
} from './week-template-types.ts';

interface TemplateColumns {
  readonly id: string;
  readonly unit_id: string;
  readonly code: string;
  readonly name: LocalizedText;
  readonly version: number;
  readonly version_id: string;
  readonly version_no: number;
  readonly cycle_weeks: number;
  readonly created_at: Date;
}

interface EntryColumns {
  readonly id: string;
  readonly week_template_version_id: string;
  readonly recurrence: Recurrence;
  readonly cycle_week: number;
  readonly month_week: number | null;
  readonly on_holiday: OnHoliday;
  readonly weekday: Weekday;
  readonly starts_local: string;
  readonly ends_local: string;
  readonly appointment_type_ids: string[];
  readonly room_id: string | null;
  readonly audience: Audience;
}

const selectTemplates = `
  SELECT t.id, t.unit_id, t.code, t.name, t.version, v.id AS version_id, v.version_no, v.cycle_weeks, v.created_at
    FROM week_template t
    JOIN LATERAL (SELECT * FROM week_template_version WHERE week_template_id = t.id ORDER BY version_no DESC LIMIT 1) v ON true`;

/** Templates with their versions, which never change: what was applied can be looked at later. */
@Injectable()
export class WeekTemplatesRepository {
  async find(tx: Tx, id: string): Promise<WeekTemplateRecord | null> {
    const [found] = await this.withEntries(tx, await tx.query(`${selectTemplates} WHERE t.id = $1`, [id]));
    return found ?? null;
  }

  /** Those that the predicate, whose parameters begin at $1, lets through. */
  async list(tx: Tx, visible: SqlPredicate): Promise<WeekTemplateRecord[]> {
    return this.withEntries(tx, await tx.query(`${selectTemplates} WHERE ${visible.sql} ORDER BY t.code`, [...visible.parameters]));
  }

  async insert(
    tx: Tx,
    template: { readonly id: string; readonly unitId: string; readonly code: string; readonly name: LocalizedText },
    now: Instant,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO week_template (id, organisation_id, unit_id, code, name, created_at)
       VALUES ($1, current_setting('app.organisation_id')::uuid, $2, $3, $4, $5)`,
      [template.id, template.unitId, template.code, JSON.stringify(template.name), toDate(now)],
    );
  }

  /** False when somebody else has changed the template since the version that was read. */
  async advance(tx: Tx, id: string, version: number): Promise<boolean> {
    const [, count]: [unknown, number] = await tx.query(`UPDATE week_template SET version = version + 1 WHERE id = $1 AND version = $2`, [
      id,
      version,
    ]);
    return count === 1;
  }

  async addVersion(
    tx: Tx,
    templateId: string,
    version: { readonly versionNo: number; readonly cycleWeeks: number; readonly entries: readonly TemplateEntryContent[] },
    now: Instant,
  ): Promise<string> {
    const id = newId();
    await tx.query(
      `INSERT INTO week_template_version (id, organisation_id, week_template_id, version_no, cycle_weeks, created_at)
       VALUES ($1, current_setting('app.organisation_id')::uuid, $2, $3, $4, $5)`,
      [id, templateId, version.versionNo, version.cycleWeeks, toDate(now)],
    );
    await this.addEntries(tx, id, version.entries);
    return id;
  }

  /** In one statement, since a template may have hundreds. */
  private async addEntries(tx: Tx, versionId: string, entries: readonly TemplateEntryContent[]): Promise<void> {
    await tx.query(
      `INSERT INTO week_template_entry (id, organisation_id, week_template_version_id, recurrence, cycle_week, month_week, on_holiday, weekday,
              starts_local, ends_local, appointment_type_ids, room_id, audience)
       SELECT e.id, current_setting('app.organisation_id')::uuid, $1, e.recurrence, e."cycleWeek", e."monthWeek", e."onHoliday", e.weekday,
              e."startsLocal", e."endsLocal", e."appointmentTypeIds", e."roomId", e.audience
         FROM jsonb_to_recordset($2) AS e (id uuid, recurrence text, "cycleWeek" smallint, "monthWeek" smallint, "onHoliday" text, weekday smallint,
              "startsLocal" time, "endsLocal" time, "appointmentTypeIds" uuid[], "roomId" uuid, audience text)`,
      [versionId, JSON.stringify(entries.map((entry) => ({ ...entry, id: newId() })))],
    );
  }

  private async withEntries(tx: Tx, templates: readonly TemplateColumns[]): Promise<WeekTemplateRecord[]> {
    const entries: EntryColumns[] = await tx.query(
      `SELECT id, week_template_version_id, recurrence, cycle_week, month_week, on_holiday, weekday, starts_local, ends_local,
              appointment_type_ids, room_id, audience
         FROM week_template_entry WHERE week_template_version_id = ANY ($1::uuid[])
        ORDER BY recurrence DESC, cycle_week, month_week, weekday, starts_local, id`,
      [templates.map((template) => template.version_id)],
    );
    return templates.map((template) => ({
      id: template.id,
      unitId: template.unit_id,
      code: template.code,
      name: template.name,
      version: template.version,
      latest: versionOf(
        template,
        entries.filter((entry) => entry.week_template_version_id === template.version_id),
      ),
    }));
  }
}

function versionOf(template: TemplateColumns, entries: readonly EntryColumns[]): TemplateVersion {
  return {
    id: template.version_id,
    versionNo: template.version_no,
    cycleWeeks: template.cycle_weeks,
    createdAt: toInstant(template.created_at),
    entries: entries.map(entryOf),
  };
}

function entryOf(row: EntryColumns): TemplateEntry {
  return {
    id: row.id,
    recurrence: row.recurrence,
    cycleWeek: row.cycle_week,
    monthWeek: row.month_week,
    onHoliday: row.on_holiday,
    weekday: row.weekday,
    startsLocal: toLocalTime(row.starts_local),
    endsLocal: toLocalTime(row.ends_local),
    appointmentTypeIds: row.appointment_type_ids,
    roomId: row.room_id,
    audience: row.audience,
  };
}
