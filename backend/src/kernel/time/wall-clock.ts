import './luxon-settings.ts';
import { DateTime, IANAZone } from 'luxon';
import { instantOfMillis, type Instant } from './instant.ts';
import { dateOfEpochDay, epochDayOf, type LocalDate } from './local-date.ts';
import { minuteOfDay, timeOfMinute, type LocalTime } from './local-time.ts';

/** The zone of a unit when nothing else is said. Zones are IANA names. */
export const HELSINKI = 'Europe/Helsinki';

/**
 * What a wall clock time means.
 * - `EXACT`: one instant.
 * - `AMBIGUOUS`: the clock shows it twice that night; the instant is the first of the two.
 * - `MISSING`: the clock jumps over it, so it is no instant; `resumesAt` is when the clock goes on.
 */
export type WallClockInstant =
  { readonly kind: 'EXACT' | 'AMBIGUOUS'; readonly instant: Instant } | { readonly kind: 'MISSING'; readonly resumesAt: Instant };

const MINUTE_MILLIS = 60_000;
const HOUR_MILLIS = 60 * MINUTE_MILLIS;
const DAY_MILLIS = 24 * HOUR_MILLIS;

// Local clocks are from 12 hours behind UTC to 14 hours ahead; one hour more on both sides takes in the move itself.
const EARLIEST_AHEAD_MILLIS = 15 * HOUR_MILLIS;
const LATEST_BEHIND_MILLIS = 13 * HOUR_MILLIS;

/**
 * The instant at which the clock on the wall of the zone shows this date and time. This and its siblings in this file are the only
 * road from wall clock to instant.
 * @throws RangeError when the zone is unknown.
 */
export function atWallClock(date: LocalDate, time: LocalTime, zone: string): WallClockInstant {
  return resolve(epochDayOf(date) * DAY_MILLIS + minuteOfDay(time) * MINUTE_MILLIS, zoneNamed(zone));
}

/**
 * As `atWallClock`, for callers that know that the time exists. An ambiguous time gives its first occurrence.
 * @throws RangeError when the clock jumps over this time, or when the zone is unknown.
 */
export function instantOf(date: LocalDate, time: LocalTime, zone: string): Instant {
  const found = atWallClock(date, time, zone);
  if (found.kind === 'MISSING') throw new RangeError(`There is no ${time} on ${date} in ${zone}: the clock is moved forward over it`);
  return found.instant;
}

/** The date on the calendar of the zone at the instant. @throws RangeError when the zone is unknown. */
export function localDateOf(instant: DateTime, zone: string): LocalDate {
  return dateOfEpochDay(Math.floor(wallMillisOf(instant, zone) / DAY_MILLIS));
}

/** The time on the wall clock of the zone at the instant, the minute that has begun. @throws RangeError when the zone is unknown. */
export function localTimeOf(instant: DateTime, zone: string): LocalTime {
  return timeOfMinute(Math.floor(wallMillisOf(instant, zone) / MINUTE_MILLIS) % (24 * 60));
}

/**
 * The first instant of the date in the zone: midnight, or where the clock jumps over midnight, the moment it goes on.
 * The day lasts until `startOfDay` of the next date: 23, 24 or 25 hours.
 * @throws RangeError when the zone is unknown.
 */
export function startOfDay(date: LocalDate, zone: string): Instant {
  return existing(resolve(epochDayOf(date) * DAY_MILLIS, zoneNamed(zone)));
}

/**
 * The instant so many days earlier at which the wall clock shows the same time: when a reminder "one day before" is due. It is not
 * 24 hours a day: deadlines are hours, reminders are days. A time that the clock shows twice that day gives the first; one that it
 * jumps over gives the moment it goes on, since a reminder must be sent at some time.
 * @throws RangeError when the zone is unknown.
 */
export function sameWallClockDaysBefore(instant: DateTime, days: number, zone: string): Instant {
  if (days === 0) return instant.toUTC();
  return existing(resolve(wallMillisOf(instant, zone) - days * DAY_MILLIS, zoneNamed(zone)));
}

/** Whether the text names a zone that this machine's time zone data know. */
export function isZone(text: string): boolean {
  return IANAZone.isValidZone(text);
}

/** Wall clock times are handled as the milliseconds that UTC would have if its clock showed the same. */
function resolve(wallMillis: number, zone: IANAZone): WallClockInstant {
  const before = zone.offset(wallMillis - EARLIEST_AHEAD_MILLIS) * MINUTE_MILLIS;
  const after = zone.offset(wallMillis + LATEST_BEHIND_MILLIS) * MINUTE_MILLIS;
  if (before === after) return { kind: 'EXACT', instant: instantOfMillis(wallMillis - before) };

  const first = wallMillis - before;
  const second = wallMillis - after;
  const firstExists = zone.offset(first) * MINUTE_MILLIS === before;
  const secondExists = zone.offset(second) * MINUTE_MILLIS === after;
  if (firstExists) return { kind: secondExists ? 'AMBIGUOUS' : 'EXACT', instant: instantOfMillis(first) };
  if (secondExists) return { kind: 'EXACT', instant: instantOfMillis(second) };
  // In a jump forward the earlier offset overshoots the jump and the later one falls short of it.
  return { kind: 'MISSING', resumesAt: instantOfMillis(transitionBetween(second, first, zone)) };
}

/** The moment between two, at most a few hours apart, at which the offset changes; clocks are moved at full minutes. */
function transitionBetween(from: number, until: number, zone: IANAZone): number {
  const offset = zone.offset(until);
  let before = Math.floor(from / MINUTE_MILLIS);
  let after = Math.ceil(until / MINUTE_MILLIS);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (zone.offset(middle * MINUTE_MILLIS) === offset) after = middle;
    else before = middle;
  }
  return after * MINUTE_MILLIS;
}

function existing(found: WallClockInstant): Instant {
  return found.kind === 'MISSING' ? found.resumesAt : found.instant;
}

function wallMillisOf(instant: DateTime, zone: string): number {
  const millis = instant.toMillis();
  return millis + zoneNamed(zone).offset(millis) * MINUTE_MILLIS;
}

function zoneNamed(name: string): IANAZone {
  const zone = IANAZone.create(name);
  if (!zone.isValid) throw new RangeError(`Unknown time zone: ${name}`);
  return zone;
}
