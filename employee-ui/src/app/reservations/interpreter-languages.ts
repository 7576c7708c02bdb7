import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Language, USUAL_INTERPRETER_LANGUAGES } from '@vuoro/ui-shared';

const FINNISH_SIGN_LANGUAGE = 'fse';
const FINLAND_SWEDISH_SIGN_LANGUAGE = 'fss';

export interface InterpreterLanguage {
  readonly code: string;
  readonly name: string;
}

/** Names of the languages of interpreters, in the reader's own language. */
@Service()
export class InterpreterLanguages {
  private readonly texts = inject(TranslocoService);
  private readonly language = inject(Language);

  /** The usual ones by name; with the given one, however rare it is. */
  choices(besides: string | null = null): InterpreterLanguage[] {
    const codes = new Set([...USUAL_INTERPRETER_LANGUAGES, ...(besides === null ? [] : [besides])]);
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
