import {
  type CalendarDate,
  addDays,
  addMinutes,
  atWall,
  isoOf,
  startOfDay,
  startOfWeek,
  wallTime,
  instantOf,
  weekdayOf,
} from '@vuoro/ui-shared';
import type { CalendarEntry, InstantRange } from '@vuoro/ui-shared/calendar-grid';
import type { CalendarColumnView, CalendarEntryView, CalendarHolidayView } from '@vuoro/ui-shared/api';
import type { ShownColumn } from './grid-entries';

const FRIDAY = 5;
const DAY_MINUTES = 24 * 60;
const LAST_HOUR = 23;
const USUAL_HOURS = { start: 8 * 60, end: 16 * 60 };

export function dayRange(date: CalendarDate): { start: string; end: string } {
  return { start: isoOf(startOfDay(date)), end: isoOf(startOfDay(addDays(date, 1))) };
}

/** The next full hour of the day, or the beginning of office hours when the day is not today. */
export function startingHour(date: CalendarDate, now: number): { start: string; end: string } {
  const { date: today, hour } = wallTime(now);
  const from = date === today ? Math.min(hour + 1, LAST_HOUR) : USUAL_HOURS.start / 60;
  const start = atWall(date, from);
  return { start: isoOf(start), end: isoOf(addMinutes(start, 15)) };
}

/** Monday to Friday, and of the weekend what is in use: an empty Sunday only narrows the rest. */
export function daysOfWeek(
  date: CalendarDate,
  entries: readonly Pick<CalendarEntryView, 'startsAt' | 'endsAt'>[],
  columns: readonly Pick<CalendarColumnView, 'working'>[],
): CalendarDate[] {
  const monday = startOfWeek(date);
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  const used = [...entries, ...columns.flatMap(({ working }) => working)];
  return days.filter((day) => {
    const { start, end } = dayRange(day);
    const isUsed = used.some((span) => instantOf(span.startsAt) < instantOf(end) && instantOf(span.endsAt) > instantOf(start));
    return weekdayOf(day) <= FRIDAY || day === date || isUsed;
  });
}

/** Minutes from midnight between which somebody of the columns is at work: what the grid shows first. */
export function hoursInView(columns: readonly Pick<CalendarColumnView, 'working'>[]): { start: number; end: number } {
  const spans = columns.flatMap(({ working }) => working);
  if (spans.length === 0) return USUAL_HOURS;
  const starts = spans.map(({ startsAt }) => minuteOfDay(startsAt));
  // A shift that ends at midnight ends at the end of its day.
  const ends = spans.map(({ endsAt }) => minuteOfDay(endsAt) || DAY_MINUTES);
  return { start: Math.min(...starts), end: Math.max(...ends) };
}

/** What the grid leaves unshaded in the column of a person; a room is at work whenever somebody uses it. */
export function workingOf(column: CalendarColumnView | undefined): { working?: InstantRange[] } {
  if (column?.kind !== 'EMPLOYEE') return {};
  return { working: column.working.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt })) };
}

/** A closed day covers its columns whole, behind the entries. */
export function holidayEntries(
  holidays: readonly CalendarHolidayView[],
  columns: readonly ShownColumn[],
  nameOf: (holiday: CalendarHolidayView) => string,
): CalendarEntry[] {
  return holidays.flatMap((holiday) => {
    const { start, end } = dayRange(holiday.date);
    const covered = columns.filter(({ range }) => range.start === start);
    return covered.map(({ id }) => ({ id: `${holiday.date}@${id}`, columnId: id, start, end, kind: 'holiday', title: nameOf(holiday) }));
  });
}

function minuteOfDay(iso: string): number {
  const { hour, minute } = wallTime(instantOf(iso));
  return hour * 60 + minute;
}
