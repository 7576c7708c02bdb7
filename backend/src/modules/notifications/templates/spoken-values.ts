import type { DateTime } from 'luxon';
import { inLanguage, localDateOf, localTimeOf, partsOf, weekdayOf, type Language, type LocalizedText } from '../../../kernel/index.ts';

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  fi: ['ma', 'ti', 'ke', 'to', 'pe', 'la', 'su'],
  sv: ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `pe 11.12.2026 klo 12.30`, `fre 11.12.2026 kl. 12.30`, `Fri 11 Dec 2026 at 12:30`: the wall clock of the zone. */
export function whenText(instant: DateTime, zone: string, language: Language): string {
  const date = localDateOf(instant, zone);
  const { year, month, day } = partsOf(date);
  const [hour = '', minute = ''] = localTimeOf(instant, zone).split(':');
  const weekday = weekdays[language][weekdayOf(date) - 1] ?? '';
  switch (language) {
    case 'fi':
      return `${weekday} ${day}.${month}.${year} klo ${Number(hour)}.${minute}`;
    case 'sv':
      return `${weekday} ${day}.${month}.${year} kl. ${Number(hour)}.${minute}`;
    case 'en':
      return `${weekday} ${day} ${months[month - 1] ?? ''} ${year} at ${Number(hour)}:${minute}`;
  }
}

/** How a client reaches the service without signing in. */
export type ContactManner = 'CALL' | 'TEXT';

export interface ContactWays {
  readonly portalName: LocalizedText;
  readonly contactPhone: string;
  readonly contactTextNumber: string;
}

const verbs: Readonly<Record<ContactManner, Readonly<Record<Language, string>>>> = {
  CALL: { fi: 'soita', sv: 'ring', en: 'call' },
  TEXT: { fi: 'lähetä tekstiviesti', sv: 'skicka sms till', en: 'text' },
};

/** `soita +358…` or `lähetä tekstiviesti +358…`. */
export function contactText(ways: ContactWays, manner: ContactManner, language: Language): string {
  return `${verbs[manner][language]} ${manner === 'CALL' ? ways.contactPhone : ways.contactTextNumber}`;
}

export function portalNameText(ways: ContactWays, language: Language): string {
  return inLanguage(ways.portalName, language);
}

/** Finnish and Finland-Swedish sign language, ISO 639-3: whoever signs is never sent to the telephone (domain R51). */
const signLanguages: readonly string[] = ['fse', 'fss'];

export function contactMannerFor(interpreterLanguage: string | null): ContactManner {
  return interpreterLanguage !== null && signLanguages.includes(interpreterLanguage) ? 'TEXT' : 'CALL';
}
