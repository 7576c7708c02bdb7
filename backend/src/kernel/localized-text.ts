/** The languages of the user interfaces and of messages. */
export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Languages in which an organisation may write a text besides: Northern, Inari and Skolt Sámi. */
export const SAMI_LANGUAGES = ['se', 'smn', 'sms'] as const;
export type SamiLanguage = (typeof SAMI_LANGUAGES)[number];

/** A text of the organisation in all the languages it must have, and in those it may have. */
export type LocalizedText = Readonly<Record<Language, string> & Partial<Record<SamiLanguage, string>>>;

// Finnish is the language in which an organisation writes first, so it is the likeliest to be complete.
const FALLBACKS: readonly Language[] = ['fi', 'sv', 'en'];

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/**
 * The text in the wanted language; when that is missing or blank, the first of Finnish, Swedish and English that is not.
 * Empty when there is none.
 */
export function inLanguage(text: Partial<LocalizedText>, wanted: Language | SamiLanguage): string {
  for (const language of [wanted, ...FALLBACKS]) {
    const found = text[language];
    if (found !== undefined && found.trim() !== '') return found;
  }
  return '';
}
