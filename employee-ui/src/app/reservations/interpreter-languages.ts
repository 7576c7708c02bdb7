import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Language } from '@vuoro/ui-shared';

const FINNISH_SIGN_LANGUAGE = 'fse';
const FINLAND_SWEDISH_SIGN_LANGUAGE = 'fss';

/** Languages that interpreters are most often ordered for (ISO 639); any other that a client has comes besides them. */
const USUAL = ['ar', 'en', 'es', 'et', 'fa', 'fr', 'ku', 'ps', 'ru', 'so', 'sq', 'sv', 'th', 'ti', 'tr', 'uk', 'vi', 'zh'];

export interface InterpreterLanguage {
  readonly code: string;
  readonly name: string;
}

/** Names of the languages of interpreters, in the reader's own language. */
@Service()
export class InterpreterLanguages {
  private readonly texts = inject(TranslocoService);
  private readonly language = inject(Language);

  /** By name; with the given one, however rare it is. */
  choices(besides: string | null = null): InterpreterLanguage[] {
    const codes = new Set([...USUAL, FINNISH_SIGN_LANGUAGE, FINLAND_SWEDISH_SIGN_LANGUAGE, ...(besides === null ? [] : [besides])]);
    const reader = this.language.current();
    return [...codes].map((code) => ({ code, name: this.nameOf(code) })).sort((a, b) => a.name.localeCompare(b.name, reader));
  }

  /** The code itself where it is none of ISO 639: somebody may have written words. */
  nameOf(code: string): string {
    if (code === FINNISH_SIGN_LANGUAGE) return this.texts.translate('booking.interpreter.finnishSign');
    if (code === FINLAND_SWEDISH_SIGN_LANGUAGE) return this.texts.translate('booking.interpreter.finlandSwedishSign');
    try {
      return new Intl.DisplayNames([this.language.current()], { type: 'language' }).of(code) ?? code;
    } catch {
      return code;
    }
  }
}
