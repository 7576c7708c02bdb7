import {
  addDays,
  ALLOWED,
  atWallClock,
  daysBetween,
  eachDay,
  interval,
  merge,
  mondayOf,
  refused,
  weekdayOf,
  type Instant,
  type Interval,
  type IntervalSet,
  type LocalDate,
  type LocalTime,
  type Verdict,
} from '../../kernel/index.ts';
import type { WorkingHours } from './staff-records.ts';

/** Working hours with the zone of the unit where they are done. */
export interface ZonedWorkingHours extends WorkingHours {
  readonly zone: string;
}

/** Whether a row of the pattern is worked on the date, closed days aside. Week 1 of a cycle is the ISO week of `validFrom`. */
export function isWorkedOn(hours: WorkingHours, date: LocalDate): boolean {
  if (date < hours.validFrom || (hours.validTo !== null && date > hours.validTo)) return false;
  if (weekdayOf(date) !== hours.weekday) return false;
  const weeks = daysBetween(mondayOf(hours.validFrom), mondayOf(date)) / 7;
  return (weeks % hours.cycleWeeks) + 1 === hours.cycleWeek;
}

/**
 * The instants at which an employee is at work, both dates included. 9.00 on the wall is 9.00 on both sides of a change of the clock;
 * so the day of the change is an hour shorter or longer only when the hours reach over the change.
 * @param isClosed days on which nobody works, by the row and date
 */
export function workingTime<Row extends ZonedWorkingHours>(
  rows: readonly Row[],
  from: LocalDate,
  to: LocalDate,
  isClosed: (row: Row, date: LocalDate) => boolean,
): IntervalSet {
  const spans: Interval[] = [];
  for (const date of eachDay(from, to)) {
    for (const row of rows) {
      if (!isWorkedOn(row, date) || isClosed(row, date)) continue;
      const start = momentOf(date, row.startsLocal, row.zone);
      const end = momentOf(date, row.endsLocal, row.zone);
      // Hours that lie wholly in the hour which the clock jumps over are no time at all.
      if (start < end) spans.push(interval(start, end));
    }
  }
  return merge(spans);
}

export type WorkingHoursVerdict = Verdict<'OVERLAP'>;

/** Whether the rows of one employee can be worked together: none overlaps another in the same week and on the same weekday. */
export function mayWork(rows: readonly WorkingHours[]): WorkingHoursVerdict {
  for (const [index, one] of rows.entries()) {
    for (const other of rows.slice(index + 1)) {
      if (clash(one, other)) return refused('OVERLAP', { weekday: one.weekday });
    }
  }
  return ALLOWED;
}

function clash(one: WorkingHours, other: WorkingHours): boolean {
  if (one.weekday !== other.weekday || one.startsLocal >= other.endsLocal || other.startsLocal >= one.endsLocal) return false;
  const first = one.validFrom > other.validFrom ? one.validFrom : other.validFrom;
  const last = earliest(one.validTo, other.validTo);
  // Two cycles meet within the product of their lengths, so looking that far ahead is enough.
  const meeting = addDays(first, one.cycleWeeks * other.cycleWeeks * 7);
  const end = last === null || last > meeting ? meeting : last;
  for (const date of eachDay(first, end)) {
    if (isWorkedOn(one, date) && isWorkedOn(other, date)) return true;
  }
  return false;
}

function momentOf(date: LocalDate, time: LocalTime, zone: string): Instant {
  const found = atWallClock(date, time, zone);
  return found.kind === 'MISSING' ? found.resumesAt : found.instant;
}

function earliest(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
