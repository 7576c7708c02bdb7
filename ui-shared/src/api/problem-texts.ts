import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Language } from '../i18n/language';
import { type FieldProblem, problemOf } from './problem';

/** What to tell of a failure, in the reader's language: what happened and what to do now. */
@Service()
export class ProblemTexts {
  private readonly texts = inject(TranslocoService);
  private readonly language = inject(Language);

  /** One or two sentences; an unknown code still says what to do. Follows the language when read in a template. */
  of(error: unknown): string {
    const problem = problemOf(error);
    return this.known(problem.code, problem.params) ?? this.fallback();
  }

  ofField(field: FieldProblem): string {
    return this.known(field.code, {}) ?? this.texts.translate('problems.FIELD_INVALID');
  }

  /** The text of a code, or null when no language file knows it. */
  known(code: string, params: Readonly<Record<string, string | number>>): string | null {
    this.language.current();
    const key = `problems.${code}`;
    const text: string = this.texts.translate(key, params);
    return text === key || text === '' ? null : text;
  }

  private fallback(): string {
    return this.texts.translate('problems.UNKNOWN');
  }
}
