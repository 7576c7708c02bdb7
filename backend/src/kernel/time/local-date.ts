import './luxon-settings.ts';
import { DateTime } from 'luxon';

declare const localDateBrand: unique symbol;

/** A calendar date without a zone, `YYYY-MM-DD`. Being text, it sorts and compares with `<` as dates do. */
export type LocalDate = string & { readonly [localDateBrand]: true };

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A week of ISO 8601; its year is that of its Thursday, so 1 January may belong to week 53 of the year before. */
export interface IsoWeek {
  readonly year: number;
  readonly week: number;
}

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MILLIS = 86_400_000;

/** The date that the text says, or null when it is not a real date in the form `YYYY-MM-DD`. */
export function parseLocalDate(text: string): LocalDate | null {
  const [, year, month, day] = FORM.exec(text) ?? [];
  return year === undefined ? null : localDateFrom(Number(year), Number(month), Number(day));
}

/**
 * The date that the text says, for text that must be right: columns, constants, validated input.
 * @throws RangeError when it is not a real date in the form `YYYY-MM-DD`.
 */
export function toLocalDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === null) throw new RangeError(`Not a date: ${text}`);
  return date;
}

/** The date with these numbers, or null when the calendar has none (31 April, 29 February of most years). Years 1000 to 9999. */
export function localDateFrom(year: number, month: number, day: number): LocalDate | null {
  if (year < 1000 || year > 9999) return null;
  const date = dateOfEpochDay(Date.UTC(year, month - 1, day) / DAY_MILLIS);
  return date === formatParts(year, month, day) ? date : null;
}

/** Negative when `a` is before `b`, zero when they are the same, positive when after: for `sort`. */
export function compareDates(a: LocalDate, b: LocalDate): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The date so many days later; earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfEpochDay(epochDayOf(date) + days);
}

/** The same day of the month so many months later, or the month's last day when it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return atUtcMidnight(date).plus({ months }).toISODate() as LocalDate;
}

/** The same day so many years later; from 29 February to 28 February when the year is no leap year. */
export function addYears(date: LocalDate, years: number): LocalDate {
  return addMonths(date, years * 12);
}

/** Days from one date to another: 1 from today to tomorrow, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return epochDayOf(to) - epochDayOf(from);
}

/** Every date from the first to the last, both included; none when the last is before the first. */
export function* eachDay(first: LocalDate, last: LocalDate): Generator<LocalDate, void, undefined> {
  for (let day = epochDayOf(first); day <= epochDayOf(last); day += 1) yield dateOfEpochDay(day);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: LocalDate): Weekday {
  // 1 January 1970 was a Thursday.
  return (((((epochDayOf(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The ISO week that the date belongs to. */
export function isoWeekOf(date: LocalDate): IsoWeek {
  const { weekYear, weekNumber } = atUtcMidnight(date);
  return { year: weekYear, week: weekNumber };
}

/** The Monday of the date's ISO week. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** Year, month (1–12) and day of the month. */
export function partsOf(date: LocalDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Days since 1 January 1970: an exact number to calculate with. */
export function epochDayOf(date: LocalDate): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day) / DAY_MILLIS;
}

/** The date so many days after 1 January 1970. */
export function dateOfEpochDay(day: number): LocalDate {
  return DateTime.fromMillis(day * DAY_MILLIS, { zone: 'utc' }).toISODate() as LocalDate;
}

function atUtcMidnight(date: LocalDate): DateTime {
  return DateTime.fromMillis(epochDayOf(date) * DAY_MILLIS, { zone: 'utc' });
}

function formatParts(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
