import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Language } from '@vuoro/ui-shared';

/** Those that browsers know by another name, or not at all, and the three of the service. */
const TEXTS: Readonly<Record<string, string>> = {
  fi: 'wish.finnish',
  sv: 'wish.swedish',
  en: 'wish.english',
  fse: 'wish.fse',
  fss: 'wish.fss',
};
const ORDER: readonly string[] = Object.keys(TEXTS);

/** Names of languages in the language of the page. */
@Service()
export class LanguageNames {
  private readonly texts = inject(TranslocoService);
  private readonly language = inject(Language);

  /** Follows the language of the page when read in a template or `computed`. */
  of(code: string): string {
    const locale = this.language.current();
    const text = TEXTS[code];
    if (text !== undefined) return this.texts.translate(text, {}, locale);
    const name = new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  }

  /** The languages of the service first, then those that are signed, then the others. */
  sorted(codes: readonly string[]): string[] {
    const place = (code: string): number => (ORDER.includes(code) ? ORDER.indexOf(code) : ORDER.length);
    return [...codes].sort((one, other) => place(one) - place(other) || one.localeCompare(other));
  }
}
