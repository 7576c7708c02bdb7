import { Injectable } from '@nestjs/common';
import {
  addDays,
  Clock,
  formatInstant,
  HELSINKI,
  interval,
  localDateOf,
  mondayOf,
  parseLocalDate,
  Problem,
  startOfDay,
  type Interval,
  type IntervalSet,
  type LocalDate,
} from '../../kernel/index.ts';
import type { EmployeePrincipal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { localizedTextView, localizedTextViewOrNull, OrganisationReads } from '../organisation/index.ts';
import { StaffReads } from '../staff/index.ts';
import { CalendarEntriesRepository } from './calendar-entries.repository.ts';
import type { CalendarEntryRow } from './calendar-entry-row.ts';
import { CalendarSubjectsRepository, type CalendarSubject } from './calendar-subjects.repository.ts';
import { CALENDAR_DATE_INVALID } from './calendar-views.problems.ts';
import type { CalendarColumnView, CalendarEntryView, CalendarHolidayView, CalendarView } from './calendar.dto.ts';
import { entryViews, shownClientIds } from './entry-view.ts';
import { OpaqueIds } from './opaque-ids.ts';

/** Calendars as they are drawn: some subjects on one day, or one subject in one week. */
@Injectable()
export class ReadCalendar {
  constructor(
    private readonly transactions: Transactions,
    private readonly subjects: CalendarSubjectsRepository,
    private readonly entries: CalendarEntriesRepository,
    private readonly staff: StaffReads,
    private readonly organisation: OrganisationReads,
    private readonly opaqueIds: OpaqueIds,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The day on the wall calendar of the first subject's office. @throws Problem NOT_FOUND outside the reader's reach, CALENDAR_DATE_INVALID */
  day(reader: EmployeePrincipal, subjectIds: readonly string[], date: string): Promise<CalendarView> {
    const day = requiredDate(date);
    return this.read(reader, 'CalendarDayRead', subjectIds, day, day);
  }

  /** Monday to Sunday of the week in which the date lies. @throws Problem NOT_FOUND, CALENDAR_DATE_INVALID */
  week(reader: EmployeePrincipal, subjectId: string, date: string): Promise<CalendarView> {
    const monday = mondayOf(requiredDate(date));
    return this.read(reader, 'CalendarWeekRead', [subjectId], monday, addDays(monday, 6));
  }

  private read(
    reader: EmployeePrincipal,
    action: string,
    subjectIds: readonly string[],
    first: LocalDate,
    last: LocalDate,
  ): Promise<CalendarView> {
    return this.transactions.run(reader, async (tx) => {
      const now = this.clock.now();
      const subjects = await this.subjects.require(tx, reader, subjectIds);
      const zone = subjects[0]?.timeZone ?? HELSINKI;
      const span = interval(startOfDay(first, zone), startOfDay(addDays(last, 1), zone));
      const rows = await this.entries.entries(
        tx,
        reader,
        subjects.map((subject) => subject.id),
        span,
        now,
      );
      await this.record(tx, reader, action, subjects, rows);
      return {
        from: formatInstant(span.start),
        to: formatInstant(span.end),
        timeZone: zone,
        now: formatInstant(now),
        columns: await this.columns(tx, subjects, span, zone),
        entries: rows
          .flatMap((row) => entryViews(row, (subjectId, id) => this.opaqueIds.of(reader.organisationId, reader.employeeId, subjectId, id)))
          .sort(inOrder),
        holidays: await this.holidays(tx, subjects, first, last),
      };
    });
  }

  private async columns(tx: Tx, subjects: readonly CalendarSubject[], span: Interval, zone: string): Promise<CalendarColumnView[]> {
    const employeeIds = subjects.filter((subject) => subject.kind === 'EMPLOYEE').map((subject) => subject.id);
    const lastDate = localDateOf(span.end.minus({ milliseconds: 1 }), zone);
    const working = await this.staff.workingIntervals(tx, employeeIds, localDateOf(span.start, zone), lastDate);
    return subjects.map((subject) => ({
      subjectId: subject.id,
      kind: subject.kind,
      title: localizedTextView(subject.title),
      subtitle: localizedTextViewOrNull(subject.subtitle),
      working: spansOf(working.get(subject.id) ?? []),
    }));
  }

  /** Of the subjects' office; of several offices only what the whole organisation keeps. */
  private async holidays(tx: Tx, subjects: readonly CalendarSubject[], first: LocalDate, last: LocalDate): Promise<CalendarHolidayView[]> {
    const [unitId, ...others] = new Set(subjects.map((subject) => subject.unitId));
    const days = await this.organisation.closedDays(tx, others.length === 0 ? (unitId ?? null) : null, first, last);
    return days.map((day) => ({ date: day.date, kind: day.kind, name: localizedTextView(day.name) }));
  }

  /** One row a view, with every client whose name it shows; a view without names is recorded with none. */
  private record(
    tx: Tx,
    reader: EmployeePrincipal,
    action: string,
    subjects: readonly CalendarSubject[],
    rows: readonly CalendarEntryRow[],
  ): Promise<void> {
    const isOwn = subjects.every((subject) => subject.id === reader.employeeId);
    return this.audit.record(tx, reader, {
      action,
      what: 'list',
      objectType: 'calendar',
      objectIds: subjects.map((subject) => subject.id),
      clientIds: rows.flatMap(shownClientIds),
      purpose: isOwn ? 'ASSIGNED' : 'UNIT_DUTY',
    });
  }
}

function requiredDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === null) throw new Problem(CALENDAR_DATE_INVALID);
  return date;
}

function spansOf(intervals: IntervalSet): { startsAt: string; endsAt: string }[] {
  return intervals.map((span) => ({ startsAt: formatInstant(span.start), endsAt: formatInstant(span.end) }));
}

/** By what is told alone: rows come in the order of ids that say when something was booked, and neighbours would be a room and its reservation. */
function inOrder(a: CalendarEntryView, b: CalendarEntryView): number {
  return order(a.startsAt, b.startsAt) || order(b.endsAt, a.endsAt) || order(a.id, b.id);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
