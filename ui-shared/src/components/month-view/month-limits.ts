import type { CalendarDate } from '../../time/calendar-date';

/** Whether the whole month of the date lies before that of the limit. */
export function isMonthBefore(date: CalendarDate, limit: CalendarDate | null): boolean {
  return limit !== null && date.slice(0, 7) < limit.slice(0, 7);
}

/** Whether the whole month of the date lies after that of the limit. */
export function isMonthAfter(date: CalendarDate, limit: CalendarDate | null): boolean {
  return limit !== null && date.slice(0, 7) > limit.slice(0, 7);
}
