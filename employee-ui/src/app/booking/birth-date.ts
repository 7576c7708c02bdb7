import { type CalendarDate, dateParts, isCalendarDate } from '@vuoro/ui-shared';

/**
 * Reads a date of birth as it is typed in a hurry: `14.3.1985`, `14.3.85`, `14031985`, `1985-03-14`. Of a year in two digits
 * the latest that has come already is meant. Null when it is no date, or lies ahead.
 */
export function readBirthDate(text: string, today: CalendarDate): CalendarDate | null {
  const date = asDate(text.trim(), today);
  return date !== null && isCalendarDate(date) && date <= today ? date : null;
}

function asDate(text: string, today: CalendarDate): CalendarDate | null {
  if (isCalendarDate(text)) return text;
  const match = /^(\d{1,2})[./ ](\d{1,2})[./ ](\d{4}|\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (match === null) return null;
  const [, day = '', month = '', year = ''] = match;
  const inYear = (full: string): CalendarDate => `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (year.length === 4) return inYear(year);
  const century = Math.floor(dateParts(today).year / 100);
  const recent = inYear(`${String(century)}${year}`);
  return recent <= today ? recent : inYear(`${String(century - 1)}${year}`);
}
