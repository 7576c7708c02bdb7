import { Injectable } from '@nestjs/common';
import { addDays, Clock, newId, startOfDay, type Instant, type Interval, type IntervalSet, type LocalDate } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { AppointmentTypes, type AppointmentTypeVersion } from '../appointment-types/index.ts';
import type { FixedSubject, OfferedTimeRow, OtherWorkRow } from '../calendar/index.ts';
import { OrganisationReads, type UnitRecord } from '../organisation/index.ts';
import { StaffReads } from '../staff/index.ts';
import { expandTemplate, longestMoveDays, type Expanded, type Occurrence, type TemplatePerson } from './expand-template.ts';
import { TemplateApplicationsRepository } from './template-applications.repository.ts';
import { noPairs, WorkPairs } from './work-pairs.ts';
import type { SkippedEntry, SkipReason, TemplateTarget, TemplateVersion } from './week-template-types.ts';

/** What a template means for some people: rows for the calendar, and what is left out. */
export interface TemplatePlan {
  readonly offered: readonly OfferedTimeRow[];
  readonly otherWork: readonly OtherWorkRow[];
  readonly skipped: readonly SkippedEntry[];
  readonly past: number;
}

/** Reads the calendar around a template and expands it; writes nothing. */
@Injectable()
export class TemplatePlanner {
  constructor(
    private readonly organisation: OrganisationReads,
    private readonly staff: StaffReads,
    private readonly types: AppointmentTypes,
    private readonly applications: TemplateApplicationsRepository,
    private readonly pairs: WorkPairs,
    private readonly clock: Clock,
  ) {}

  /** For those of the target's people who are planned now; a pair is one by all of them. @throws Problem NOT_FOUND for an employee or unit of nobody */
  async plan(tx: Tx, version: TemplateVersion, target: TemplateTarget, employeeIds = target.employeeIds): Promise<TemplatePlan> {
    const [unit] = await this.organisation.requireUnits(tx, [target.unitId]);
    if (unit === undefined) return { offered: [], otherWork: [], skipped: [], past: 0 };
    const now = this.clock.now();
    const types = await this.typesOf(tx, version, now);
    const expanded = await this.expand(tx, version, { ...target, employeeIds }, unit);
    const coming = expanded.rows.filter((row) => row.span.start > now);
    const pairs = coming.some((row) => needsPair(row, types)) ? await this.pairs.between(tx, target.fromDate, target.toDate) : noPairs;
    const offered: OfferedTimeRow[] = [];
    const otherWork: OtherWorkRow[] = [];
    const skipped: SkippedEntry[] = [...expanded.skipped];
    for (const row of coming) {
      const usable = typesInUse(row, types, target.unitId);
      const partner = needsPair(row, types) ? pairs.partnerOf(row.employeeId, row.date) : null;
      const reason = usable.length === 0 ? 'TYPE_NOT_IN_USE' : pairHindrance(row, types, partner);
      if (reason !== null) skipped.push(skip(row, reason));
      // Of a pair to whom the template is applied together, the first leads: the same time is offered once.
      else if (partner !== null && !partner.leads && target.employeeIds.includes(partner.employeeId)) continue;
      else if (usable[0]?.category === 'OTHER') otherWork.push(workOf(row, usable[0], target.unitId));
      else offered.push(...offersOf(row, usable, target.unitId, partner?.employeeId ?? null));
    }
    return { offered, otherWork, skipped, past: expanded.rows.length - coming.length };
  }

  private async expand(tx: Tx, version: TemplateVersion, target: TemplateTarget, unit: UnitRecord): Promise<Expanded> {
    const closedDays = await this.organisation.closedDays(tx, unit.id, addDays(target.fromDate, -longestMoveDays), target.toDate);
    const span = { start: startOfDay(target.fromDate, unit.timeZone), end: startOfDay(addDays(target.toDate, 1), unit.timeZone) };
    return expandTemplate({
      template: version,
      people: await this.peopleOf(tx, target, unit.timeZone, span),
      fromDate: target.fromDate,
      toDate: target.toDate,
      rotationStart: target.rotationStart,
      closedDays,
      timeZone: unit.timeZone,
    });
  }

  private async peopleOf(tx: Tx, target: TemplateTarget, timeZone: string, span: Interval): Promise<TemplatePerson[]> {
    const { employeeIds, fromDate, toDate } = target;
    const employees = await this.staff.requireEmployees(tx, employeeIds);
    const working = await this.staff.workingIntervals(tx, employeeIds, fromDate, toDate);
    const known = await this.applications.withWorkingHours(tx, employeeIds, fromDate, toDate);
    const absences = await this.applications.absences(tx, employeeIds, span);
    return employees.map((employee) => ({
      employeeId: employee.id,
      absences: absences.filter((absence) => absence.employeeId === employee.id).map((absence) => absence.span),
      // Without working hours nobody knows when the person is at work; the employment is known always.
      working: known.has(employee.id)
        ? (working.get(employee.id) ?? [])
        : employment(employee.employedFrom, employee.employedTo, timeZone, span),
    }));
  }

  private async typesOf(tx: Tx, version: TemplateVersion, now: Instant): Promise<Map<string, AppointmentTypeVersion>> {
    const wanted = new Set(version.entries.flatMap((entry) => entry.appointmentTypeIds));
    const inForce = await this.types.listInForce(tx, now);
    return new Map(inForce.filter((type) => wanted.has(type.appointmentTypeId)).map((type) => [type.appointmentTypeId, type]));
  }
}

function employment(from: LocalDate, to: LocalDate | null, timeZone: string, span: Interval): IntervalSet {
  const start = startOfDay(from, timeZone);
  const end = to === null ? span.end : startOfDay(addDays(to, 1), timeZone);
  return start < end ? [{ start, end }] : [];
}

function typesInUse(row: Occurrence, types: ReadonlyMap<string, AppointmentTypeVersion>, unitId: string): AppointmentTypeVersion[] {
  return row.entry.appointmentTypeIds
    .flatMap((id) => types.get(id) ?? [])
    .filter((type) => type.unitIds.includes(unitId) || (type.category === 'OTHER' && type.unitIds.length === 0));
}

function needsPair(row: Occurrence, types: ReadonlyMap<string, AppointmentTypeVersion>): boolean {
  return row.entry.appointmentTypeIds.some((id) => (types.get(id)?.staffCount ?? 1) > 1);
}

function pairHindrance(row: Occurrence, types: ReadonlyMap<string, AppointmentTypeVersion>, partner: unknown): SkipReason | null {
  return needsPair(row, types) && partner === null ? 'NO_PAIR' : null;
}

function skip(row: Occurrence, reason: SkipReason): SkippedEntry {
  return { date: row.date, entryId: row.entry.id, employeeId: row.employeeId, reason };
}

function workOf(row: Occurrence, type: AppointmentTypeVersion, unitId: string): OtherWorkRow {
  return {
    employeeId: row.employeeId,
    unitId,
    appointmentTypeId: type.appointmentTypeId,
    span: row.span,
    roomId: row.entry.roomId,
    visibility: type.calendarVisibility,
  };
}

function offersOf(row: Occurrence, types: readonly AppointmentTypeVersion[], unitId: string, partnerId: string | null): OfferedTimeRow[] {
  const blockId = newId();
  const room: FixedSubject[] = row.entry.roomId === null ? [] : [{ subjectId: row.entry.roomId, role: 'ROOM' }];
  return types.flatMap((type) => {
    if (type.serviceId === null) return [];
    const partner: FixedSubject[] = type.staffCount > 1 && partnerId !== null ? [{ subjectId: partnerId, role: 'EMPLOYEE' }] : [];
    return {
      employeeId: row.employeeId,
      unitId,
      serviceId: type.serviceId,
      appointmentTypeId: type.appointmentTypeId,
      span: row.span,
      bufferBeforeMinutes: type.bufferBeforeMinutes,
      bufferAfterMinutes: type.bufferAfterMinutes,
      capacity: type.capacity,
      blockId,
      audience: row.entry.audience,
      publishAt: null,
      subjects: [...partner, ...room],
      room: type.roomNeed === 'NONE' ? null : { minCapacity: type.roomMinCapacity, features: type.roomFeatures },
    };
  });
}
