import type { DateTime } from 'luxon';
import {
  addDays,
  atWallClock,
  localDateOf,
  localTimeOf,
  toLocalTime,
  type Instant,
  type LocalDate,
  type LocalTime,
} from '../../../kernel/index.ts';

/** People are left in peace from eight in the evening until eight in the morning, on the wall clock of the office's zone. */
const morning = toLocalTime('08:00');
const evening = toLocalTime('20:00');
/** A reminder that the quiet hours push earlier leaves room for sending and a first retry before they begin. */
const lastReminder = toLocalTime('19:30');

export function isQuietHour(instant: DateTime, zone: string): boolean {
  const time = localTimeOf(instant, zone);
  return time < morning || time >= evening;
}

/** The instant itself, or eight o'clock of the next morning. */
export function afterQuietHours(instant: DateTime, zone: string): Instant {
  if (!isQuietHour(instant, zone)) return instant.toUTC();
  const date = localDateOf(instant, zone);
  return at(localTimeOf(instant, zone) < morning ? date : addDays(date, 1), morning, zone);
}

/** The instant itself, or the evening before the quiet hours in which it lies. */
export function beforeQuietHours(instant: DateTime, zone: string): Instant {
  if (!isQuietHour(instant, zone)) return instant.toUTC();
  const date = localDateOf(instant, zone);
  return at(localTimeOf(instant, zone) < morning ? addDays(date, -1) : date, lastReminder, zone);
}

function at(date: LocalDate, time: LocalTime, zone: string): Instant {
  const found = atWallClock(date, time, zone);
  return found.kind === 'MISSING' ? found.resumesAt : found.instant;
}
