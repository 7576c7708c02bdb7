import { type CalendarDate, dateParts } from './calendar-date';

/** All screens show Finnish time, wherever the reader's device thinks it is. */
export const ZONE = 'Europe/Helsinki';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

const formatter = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
});

const offsets = new Map<number, number>();

/** Milliseconds to add to UTC. Changes happen on whole hours of UTC, so one answer serves the whole hour. */
function offsetAt(instant: number): number {
  const hour = Math.floor(instant / HOUR_MS);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const parts = new Map(formatter.formatToParts(hour * HOUR_MS).map((part) => [part.type, Number(part.value)]));
  const read = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const wall = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'));
  const offset = wall - hour * HOUR_MS;
  offsets.set(hour, offset);
  return offset;
}

/** Milliseconds since 1970 of an ISO instant (`2026-12-11T07:00:00Z`). @throws RangeError when it is not one. */
export function instantOf(iso: string): number {
  const instant = Date.parse(iso);
  if (Number.isNaN(instant)) throw new RangeError(`Not an instant: ${iso}`);
  return instant;
}

/** ISO instant in UTC, without milliseconds when they are zero. */
export function isoOf(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

export interface WallTime {
  readonly date: CalendarDate;
  readonly hour: number;
  readonly minute: number;
}

/** What the clock on a Finnish wall shows at the instant. */
export function wallTime(instant: number): WallTime {
  const wall = new Date(instant + offsetAt(instant));
  return { date: wall.toISOString().slice(0, 10), hour: wall.getUTCHours(), minute: wall.getUTCMinutes() };
}

export function dateOf(instant: number): CalendarDate {
  return wallTime(instant).date;
}

/**
 * The instant at which a Finnish wall clock shows the time. The hour that the spring skips moves forward by it;
 * of the autumn's repeated hour the first is taken.
 */
export function atWall(date: CalendarDate, hour: number, minute = 0): number {
  const { year, month, day } = dateParts(date);
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  const early = wall - offsetAt(wall - 12 * HOUR_MS);
  const late = wall - offsetAt(wall + 12 * HOUR_MS);
  const shows = (instant: number): boolean => instant + offsetAt(instant) === wall;
  if (shows(early)) return early;
  return shows(late) ? late : early;
}

export function startOfDay(date: CalendarDate): number {
  return atWall(date, 0);
}

/** Whole minutes between two instants, rounded towards the earlier. */
export function minutesBetween(from: number, to: number): number {
  return Math.floor((to - from) / MINUTE_MS);
}

export function addMinutes(instant: number, minutes: number): number {
  return instant + minutes * MINUTE_MS;
}
