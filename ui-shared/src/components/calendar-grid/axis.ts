import { type CalendarDate, addDays, daysBetween } from '../../time/calendar-date';
import { addMinutes, atWall, instantOf, startOfDay, wallTime } from '../../time/zone';
import type { CalendarColumn, InstantRange } from './calendar-entry';

/**
 * The vertical axis in minutes of wall clock from its top. Columns may be different days, and nine o'clock must lie
 * on the same line in all of them, also when one of the days has 23 or 25 hours. When a day repeats an hour, the axis
 * has that hour twice; a column without it leaves the second one empty, as a spring day leaves its missing hour.
 */
export interface Axis {
  /** Wall-clock minutes from midnight at the top. */
  readonly top: number;
  readonly length: number;
  /** Wall-clock minute from midnight at which the repeated hour begins again, or null. */
  readonly repeatAt: number | null;
}

/** One column's time on the axis. */
export interface ColumnTime {
  readonly date: CalendarDate;
  readonly start: number;
  readonly end: number;
  /** Instant at which this day's repeated hour begins for the second time, or null. */
  readonly repeatFrom: number | null;
}

const HOUR = 60;

export function columnTime(range: InstantRange): ColumnTime {
  const start = instantOf(range.start);
  const { date } = wallTime(start);
  return { date, start, end: instantOf(range.end), repeatFrom: repeatedHour(date) };
}

export function columnTimes(columns: readonly CalendarColumn[], range: InstantRange): ColumnTime[] {
  return columns.map((column) => columnTime(column.range ?? range));
}

/** Spans the earliest beginning and the latest end of all columns, in whole hours. */
export function axisOf(times: readonly ColumnTime[]): Axis {
  if (times.length === 0) return { top: 0, length: 24 * HOUR, repeatAt: null };
  const repeating = times.find((time) => time.repeatFrom !== null);
  const repeatAt = repeating?.repeatFrom == null ? null : wallMinute(repeating, repeating.repeatFrom) + HOUR;
  const unclipped: Axis = { top: 0, length: Number.POSITIVE_INFINITY, repeatAt };
  const tops = times.map((time) => minuteOnAxis(unclipped, time, time.start));
  const ends = times.map((time) => minuteOnAxis(unclipped, time, time.end));
  const top = Math.floor(Math.min(...tops) / HOUR) * HOUR;
  return { top, length: Math.ceil(Math.max(...ends) / HOUR) * HOUR - top, repeatAt };
}

/** Where the instant lies, in minutes from the top; may be outside the axis. */
export function minuteOnAxis(axis: Axis, time: ColumnTime, instant: number): number {
  const wall = wallMinute(time, instant);
  if (axis.repeatAt === null) return wall - axis.top;
  const after = time.repeatFrom === null ? wall >= axis.repeatAt : instant >= time.repeatFrom;
  return wall - axis.top + (after ? HOUR : 0);
}

/** The instant of a place on the axis, within the column's own time. */
export function instantOnAxis(axis: Axis, time: ColumnTime, minute: number): number {
  const wall = minute + axis.top;
  const inside = (instant: number): number => Math.min(Math.max(instant, time.start), time.end);
  const { repeatAt } = axis;
  if (repeatAt === null || wall < repeatAt) return inside(atWallMinute(time.date, wall));
  if (wall >= repeatAt + HOUR) return inside(atWallMinute(time.date, wall - HOUR));
  return inside(time.repeatFrom === null ? atWallMinute(time.date, repeatAt) : addMinutes(time.repeatFrom, wall - repeatAt));
}

export interface AxisHour {
  /** Minutes from the top. */
  readonly minute: number;
  /** Hour of the wall clock, 0–23. */
  readonly hour: number;
}

export function hoursOf(axis: Axis): AxisHour[] {
  const hours: AxisHour[] = [];
  for (let minute = 0; minute < axis.length; minute += HOUR) {
    const wall = minute + axis.top;
    const shown = axis.repeatAt !== null && wall >= axis.repeatAt ? wall - HOUR : wall;
    hours.push({ minute, hour: Math.floor(shown / HOUR) % 24 });
  }
  return hours;
}

function wallMinute(time: Pick<ColumnTime, 'date'>, instant: number): number {
  const wall = wallTime(instant);
  return daysBetween(time.date, wall.date) * 24 * HOUR + wall.hour * HOUR + wall.minute;
}

function atWallMinute(date: CalendarDate, minute: number): number {
  const day = Math.floor(minute / (24 * HOUR));
  const rest = minute - day * 24 * HOUR;
  return atWall(addDays(date, day), Math.floor(rest / HOUR), rest % HOUR);
}

function repeatedHour(date: CalendarDate): number | null {
  const start = startOfDay(date);
  if (startOfDay(addDays(date, 1)) - start <= 24 * HOUR * 60_000) return null;
  for (let hour = 1; hour < 25; hour += 1) {
    const instant = addMinutes(start, hour * HOUR);
    if (wallTime(instant).hour === wallTime(addMinutes(instant, -HOUR)).hour) return instant;
  }
  return null;
}
