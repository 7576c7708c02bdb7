import { type CalendarDate, isCalendarDate } from '../../time/calendar-date';

/** Reads `11.12.2026`, `11.12.26`, `11/12/2026` (day first) or `2026-12-11`; null when it is no date. */
export function readDate(text: string): CalendarDate | null {
  const trimmed = text.trim();
  if (isCalendarDate(trimmed)) return trimmed;
  const match = /^(\d{1,2})[./ ](\d{1,2})[./ ](\d{4}|\d{2})$/.exec(trimmed);
  if (!match) return null;
  const [, day = '', month = '', year = ''] = match;
  const date = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : null;
}
