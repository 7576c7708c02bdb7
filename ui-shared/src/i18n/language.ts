import { Service, signal } from '@angular/core';

export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export type LanguageCode = (typeof LANGUAGES)[number];

/** Names of each language in itself: a person who reads only Swedish must find "Svenska". */
export const LANGUAGE_NAMES: Readonly<Record<LanguageCode, string>> = {
  fi: 'Suomi',
  sv: 'Svenska',
  en: 'English',
};

const STORAGE_KEY = 'vuoro-language';

export function isLanguage(value: unknown): value is LanguageCode {
  return LANGUAGES.some((language) => language === value);
}

/** The language the screens are in; loading the texts is `LanguageSwitcher`'s work. */
@Service()
export class Language {
  private readonly chosen = signal<LanguageCode>(rememberedLanguage() ?? browserLanguage());
  readonly current = this.chosen.asReadonly();

  set(language: LanguageCode): void {
    this.chosen.set(language);
    remember(language);
  }
}

function rememberedLanguage(): LanguageCode | null {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return isLanguage(stored) ? stored : null;
  } catch {
    // Storage can be forbidden by the browser's settings; the switch works all the same, for this page.
    return null;
  }
}

function remember(language: LanguageCode): void {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // See rememberedLanguage.
  }
}

function browserLanguage(): LanguageCode {
  for (const tag of navigator.languages) {
    const base = tag.slice(0, 2).toLowerCase();
    if (isLanguage(base)) return base;
  }
  return 'fi';
}
