import type { LanguageCode } from '../i18n/language';
import { type CalendarDate, dateParts, weekdayOf } from './calendar-date';
import { monthName, weekdayName } from './words';
import { wallTime } from './zone';

/** `torstai 10. joulukuuta` · `torsdag den 10 december` · `Thursday 10 December`: a day's name when it stands alone. */
export function spokenDay(language: LanguageCode, date: CalendarDate): string {
  const { month, day } = dateParts(date);
  const weekday = weekdayName(language, weekdayOf(date));
  const name = monthName(language, month);
  if (language === 'fi') return `${weekday} ${day}. ${name}ta`;
  return language === 'sv' ? `${weekday} den ${day} ${name}` : `${weekday} ${day} ${name}`;
}

/** `torstaina 10. joulukuuta kello 16` · `torsdagen den 10 december klockan 16` · `on Thursday 10 December at 16:00` */
export function spokenDateTime(language: LanguageCode, instant: number): string {
  const { date } = wallTime(instant);
  const { month, day } = dateParts(date);
  const weekday = weekdayName(language, weekdayOf(date));
  const name = monthName(language, month);
  if (language === 'fi') return `${weekday}na ${day}. ${name}ta kello ${spokenTime(language, instant)}`;
  if (language === 'sv') return `${weekday}en den ${day} ${name} klockan ${spokenTime(language, instant)}`;
  return `on ${weekday} ${day} ${name} at ${spokenTime(language, instant)}`;
}

/** `torstaina 10. joulukuuta kello 16, puolitoista tuntia` */
export function spokenAppointment(language: LanguageCode, start: number, end: number): string {
  return `${spokenDateTime(language, start)}, ${spokenDuration(language, Math.round((end - start) / 60_000))}`;
}

function spokenTime(language: LanguageCode, instant: number): string {
  const { hour, minute } = wallTime(instant);
  const minutes = String(minute).padStart(2, '0');
  if (language === 'en') return `${hour}:${minutes}`;
  return minute === 0 ? String(hour) : `${hour}.${minutes}`;
}

const HALVES: Readonly<Record<LanguageCode, Readonly<Record<number, string>>>> = {
  fi: { 30: 'puoli tuntia', 60: 'yksi tunti', 90: 'puolitoista tuntia' },
  sv: { 30: 'en halv timme', 60: 'en timme', 90: 'en och en halv timme' },
  en: { 30: 'half an hour', 60: 'one hour', 90: 'one and a half hours' },
};

interface Units {
  readonly hour: string;
  readonly hours: string;
  readonly minute: string;
  readonly minutes: string;
}

const UNITS: Readonly<Record<LanguageCode, Units>> = {
  fi: { hour: 'tunti', hours: 'tuntia', minute: 'minuutti', minutes: 'minuuttia' },
  sv: { hour: 'timme', hours: 'timmar', minute: 'minut', minutes: 'minuter' },
  en: { hour: 'hour', hours: 'hours', minute: 'minute', minutes: 'minutes' },
};

/** `puolitoista tuntia` · `45 minuuttia` · `2 tuntia 15 minuuttia` */
export function spokenDuration(language: LanguageCode, minutes: number): string {
  const half = HALVES[language][minutes];
  if (half !== undefined) return half;
  const unit = UNITS[language];
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [];
  if (hours > 0) parts.push(`${hours} ${hours === 1 ? unit.hour : unit.hours}`);
  if (rest > 0 || hours === 0) parts.push(`${rest} ${rest === 1 ? unit.minute : unit.minutes}`);
  return parts.join(' ');
}
