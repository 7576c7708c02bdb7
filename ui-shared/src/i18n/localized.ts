import { Service, inject } from '@angular/core';
import { Language, type LanguageCode } from './language';

/** A name that the organisation has written itself; Finnish is always there. */
export interface LocalizedText {
  readonly fi: string;
  readonly sv?: string | null;
  readonly en?: string | null;
}

/** The text in the asked language, else in Finnish: an empty name helps nobody. */
export function localized(text: LocalizedText, language: LanguageCode): string {
  return text[language] || text.fi;
}

/** Chooses the reader's language; reading it in a template or `computed` follows the switch. */
@Service()
export class Localize {
  private readonly language = inject(Language);

  text(text: LocalizedText | null | undefined): string {
    return text ? localized(text, this.language.current()) : '';
  }
}
