/** A day of the calendar as `YYYY-MM-DD`; it has no zone and no time. */
export type CalendarDate = string;

const DAY_MS = 86_400_000;

function epochDay(date: CalendarDate): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

function fromEpochDay(day: number): CalendarDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function isCalendarDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && fromEpochDay(epochDay(text)) === text;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromEpochDay(epochDay(date) + days);
}

/** Same day of a later month, or that month's last day when it is shorter. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = dateParts(date);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(first.toISOString().slice(0, 10), Math.min(day, lastDay) - 1);
}

export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return epochDay(to) - epochDay(from);
}

export function dateParts(date: CalendarDate): { year: number; month: number; day: number } {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day };
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return ((((epochDay(date) + 3) % 7) + 7) % 7) + 1;
}

export function startOfWeek(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - weekdayOf(date));
}

export function startOfMonth(date: CalendarDate): CalendarDate {
  return `${date.slice(0, 7)}-01`;
}

/** ISO 8601 week: the one that holds the week's Thursday decides the year. */
export function isoWeek(date: CalendarDate): { year: number; week: number } {
  const thursday = addDays(startOfWeek(date), 3);
  const { year } = dateParts(thursday);
  return { year, week: Math.floor(daysBetween(`${String(year)}-01-01`, thursday) / 7) + 1 };
}

/** Six rows at most, each a Monday-to-Sunday week that touches the month. */
export function weeksOfMonth(month: CalendarDate): CalendarDate[][] {
  const weeks: CalendarDate[][] = [];
  const next = addMonths(startOfMonth(month), 1);
  for (let monday = startOfWeek(startOfMonth(month)); monday < next; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(monday, day)));
  }
  return weeks;
}
