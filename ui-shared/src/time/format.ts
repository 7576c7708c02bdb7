import type { LanguageCode } from '../i18n/language';
import { type CalendarDate, dateParts, weekdayOf } from './calendar-date';
import { monthName, shortWeekday } from './words';
import { wallTime } from './zone';

const AT: Readonly<Record<LanguageCode, string>> = { fi: 'klo', sv: 'kl.', en: 'at' };
/** The hour stays in one line with the word before it: a line that ends with "klo" reads badly. */
const NO_BREAK = '\u00a0';
const HOUR: Readonly<Record<LanguageCode, string>> = { fi: 't', sv: 'h', en: 'h' };

/** `pe 11.12.2026` · `fre 11.12.2026` · `Fri 11 Dec 2026` */
export function formatDate(language: LanguageCode, date: CalendarDate): string {
  const { year, month, day } = dateParts(date);
  const weekday = shortWeekday(language, weekdayOf(date));
  if (language === 'en') return `${weekday} ${day} ${monthName('en', month).slice(0, 3)} ${year}`;
  return `${weekday} ${day}.${month}.${year}`;
}

/** `pe 11.12.` · `fre 11.12` · `Fri 11 Dec`: for a calendar's own headings, where the year stands elsewhere. */
export function formatShortDate(language: LanguageCode, date: CalendarDate): string {
  const { month, day } = dateParts(date);
  const weekday = shortWeekday(language, weekdayOf(date));
  if (language === 'en') return `${weekday} ${day} ${monthName('en', month).slice(0, 3)}`;
  return language === 'fi' ? `${weekday} ${day}.${month}.` : `${weekday} ${day}.${month}`;
}

/** `joulukuu 2026` */
export function formatMonth(language: LanguageCode, month: CalendarDate): string {
  const parts = dateParts(month);
  return `${monthName(language, parts.month)} ${parts.year}`;
}

/** `9.00` · `9.00` · `9:00` */
export function formatTime(language: LanguageCode, instant: number): string {
  const { hour, minute } = wallTime(instant);
  return `${hour}${language === 'en' ? ':' : '.'}${String(minute).padStart(2, '0')}`;
}

/** `pe 11.12.2026 klo 9.00` */
export function formatDateTime(language: LanguageCode, instant: number): string {
  return `${formatDate(language, wallTime(instant).date)} ${AT[language]}${NO_BREAK}${formatTime(language, instant)}`;
}

/** `9.00–10.30`; the end of a day is `24.00`, not the next day's `0.00`. */
export function formatTimeRange(language: LanguageCode, start: number, end: number): string {
  const midnight = end > start && wallTime(end).hour === 0 && wallTime(end).minute === 0;
  const last = midnight ? (language === 'en' ? '24:00' : '24.00') : formatTime(language, end);
  return `${formatTime(language, start)}–${last}`;
}

/** `pe 11.12.2026 klo 9.00–10.30`, and with both days when the range ends on another. */
export function formatRange(language: LanguageCode, start: number, end: number): string {
  // A range that ends at midnight belongs to the day before: intervals are half-open.
  const lastDay = wallTime(Math.max(start, end - 1)).date;
  if (lastDay !== wallTime(start).date) {
    return `${formatDateTime(language, start)} – ${formatDateTime(language, end)}`;
  }
  const day = formatDate(language, wallTime(start).date);
  return `${day} ${AT[language]}${NO_BREAK}${formatTimeRange(language, start, end)}`;
}

/** `1 t 30 min` · `1 h 30 min` */
export function formatDuration(language: LanguageCode, minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [hours > 0 ? `${hours} ${HOUR[language]}` : '', rest > 0 || hours === 0 ? `${rest} min` : ''];
  return parts.filter((part) => part !== '').join(' ');
}
