import type { LanguageCode } from '../i18n/language';

/** Names of days and months. Tables, because the browsers' own short forms differ between versions. */
export const WEEKDAYS: Readonly<Record<LanguageCode, readonly string[]>> = {
  fi: ['maanantai', 'tiistai', 'keskiviikko', 'torstai', 'perjantai', 'lauantai', 'sunnuntai'],
  sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

export const SHORT_WEEKDAYS: Readonly<Record<LanguageCode, readonly string[]>> = {
  fi: ['ma', 'ti', 'ke', 'to', 'pe', 'la', 'su'],
  sv: ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

export const MONTHS: Readonly<Record<LanguageCode, readonly string[]>> = {
  fi: [
    'tammikuu',
    'helmikuu',
    'maaliskuu',
    'huhtikuu',
    'toukokuu',
    'kesäkuu',
    'heinäkuu',
    'elokuu',
    'syyskuu',
    'lokakuu',
    'marraskuu',
    'joulukuu',
  ],
  sv: ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

export function weekdayName(language: LanguageCode, weekday: number): string {
  return WEEKDAYS[language][weekday - 1] ?? '';
}

export function shortWeekday(language: LanguageCode, weekday: number): string {
  return SHORT_WEEKDAYS[language][weekday - 1] ?? '';
}

export function monthName(language: LanguageCode, month: number): string {
  return MONTHS[language][month - 1] ?? '';
}
