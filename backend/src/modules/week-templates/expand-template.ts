import {
  addDays,
  atWallClock,
  daysBetween,
  eachDay,
  encloses,
  interval,
  mondayOf,
  overlaps,
  partsOf,
  weekdayOf,
  type Interval,
  type IntervalSet,
  type LocalDate,
} from '../../kernel/index.ts';
import type { SkippedEntry, SkipReason, TemplateEntry } from './week-template-types.ts';

export interface TemplatePerson {
  readonly employeeId: string;
  /** When the person is away; in any order. */
  readonly absences: readonly Interval[];
  /** When the person is at work over the whole span; null when no working hours are known, and then any hour will do. */
  readonly working: IntervalSet | null;
}

export interface ExpandedTemplate {
  readonly cycleWeeks: number;
  readonly entries: readonly TemplateEntry[];
}

export interface Expansion {
  readonly template: ExpandedTemplate;
  readonly people: readonly TemplatePerson[];
  /** Local dates of the unit, both included. */
  readonly fromDate: LocalDate;
  readonly toDate: LocalDate;
  /** A day of the first week of the cycle; weeks are counted from its Monday, so week 53 takes its turn like any other. */
  readonly rotationStart: LocalDate;
  /** Also of the five weeks before `fromDate`: a monthly entry may be moved into the span. */
  readonly closedDays: readonly { readonly date: LocalDate; readonly kind: 'PUBLIC_HOLIDAY' | 'EVE' | 'CLOSURE' }[];
  /** IANA name; 9.00 of a template is 9.00 on this wall clock on every day of the year. */
  readonly timeZone: string;
}

/** One entry on one day for one person. */
export interface Occurrence {
  readonly employeeId: string;
  readonly entry: TemplateEntry;
  readonly date: LocalDate;
  readonly span: Interval;
}

export interface Expanded {
  readonly rows: readonly Occurrence[];
  readonly skipped: readonly SkippedEntry[];
}

/** How far a monthly entry can have been moved: a few closed same weekdays in a row. */
export const longestMoveDays = 35;

/** All occurrences of a template for these people between two days, in order of time, and what nothing comes of, with the reason. */
export function expandTemplate(expansion: Expansion): Expanded {
  const rows: Occurrence[] = [];
  const skipped: SkippedEntry[] = [];
  for (const { entry, date, closed } of daysOf(expansion)) {
    const span = closed === null ? spanOf(entry, date, expansion.timeZone) : null;
    if (span === null) {
      skipped.push({ date, entryId: entry.id, employeeId: null, reason: closed ?? 'MISSING_TIME' });
      continue;
    }
    for (const person of expansion.people) {
      const reason = hindrance(person, span);
      if (reason === null) rows.push({ employeeId: person.employeeId, entry, date, span });
      else skipped.push({ date, entryId: entry.id, employeeId: person.employeeId, reason });
    }
  }
  return { rows, skipped };
}

interface EntryOnDay {
  readonly entry: TemplateEntry;
  readonly date: LocalDate;
  readonly closed: 'HOLIDAY' | 'CLOSURE' | null;
}

function daysOf(expansion: Expansion): EntryOnDay[] {
  const closed = new Map(
    expansion.closedDays.map((day) => [day.date, day.kind === 'CLOSURE' ? ('CLOSURE' as const) : ('HOLIDAY' as const)]),
  );
  const { fromDate, toDate, template } = expansion;
  const found: EntryOnDay[] = [];
  for (const date of eachDay(addDays(fromDate, -longestMoveDays), toDate)) {
    for (const entry of template.entries) {
      if (!fallsOn(entry, date, expansion)) continue;
      const on = entry.onHoliday === 'NEXT_SAME_WEEKDAY' && entry.recurrence === 'MONTHLY' ? nextOpen(date, closed) : date;
      if (on >= fromDate && on <= toDate) found.push({ entry, date: on, closed: closed.get(on) ?? null });
    }
  }
  return found.sort(
    (a, b) => compare(a.date, b.date) || compare(a.entry.startsLocal, b.entry.startsLocal) || compare(a.entry.id, b.entry.id),
  );
}

function fallsOn(entry: TemplateEntry, date: LocalDate, expansion: Expansion): boolean {
  if (weekdayOf(date) !== entry.weekday) return false;
  if (entry.recurrence === 'MONTHLY') return isNthOfMonth(date, entry.monthWeek ?? 0);
  return date >= expansion.fromDate && cycleWeekOf(date, expansion.rotationStart, expansion.template.cycleWeeks) === entry.cycleWeek;
}

/** 1 to `cycleWeeks`, also for weeks before the rotation's start. */
export function cycleWeekOf(date: LocalDate, rotationStart: LocalDate, cycleWeeks: number): number {
  const weeks = daysBetween(mondayOf(rotationStart), mondayOf(date)) / 7;
  return (((weeks % cycleWeeks) + cycleWeeks) % cycleWeeks) + 1;
}

/** Whether the date is the n-th of its weekday in its month, or for -1 the last. */
export function isNthOfMonth(date: LocalDate, nth: number): boolean {
  if (nth === -1) return partsOf(addDays(date, 7)).month !== partsOf(date).month;
  return Math.ceil(partsOf(date).day / 7) === nth;
}

function nextOpen(date: LocalDate, closed: ReadonlyMap<LocalDate, unknown>): LocalDate {
  for (let days = 0; days <= longestMoveDays; days += 7) {
    const candidate = addDays(date, days);
    if (!closed.has(candidate)) return candidate;
  }
  return date;
}

/** null when the clock jumps over the start or the end. */
function spanOf(entry: TemplateEntry, date: LocalDate, timeZone: string): Interval | null {
  const start = atWallClock(date, entry.startsLocal, timeZone);
  const end = atWallClock(date, entry.endsLocal, timeZone);
  return start.kind === 'MISSING' || end.kind === 'MISSING' ? null : interval(start.instant, end.instant);
}

function hindrance(person: TemplatePerson, span: Interval): SkipReason | null {
  if (person.absences.some((absence) => overlaps(absence, span))) return 'ABSENCE';
  return person.working === null || isAtWork(person.working, span) ? null : 'NOT_WORKING';
}

/** The working hours are in order, so the one that could hold the span is found by halving. */
function isAtWork(working: IntervalSet, span: Interval): boolean {
  let [low, high] = [0, working.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const hours = working[middle];
    if (hours === undefined) return false;
    if (encloses(hours, span)) return true;
    if (hours.end <= span.start) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
