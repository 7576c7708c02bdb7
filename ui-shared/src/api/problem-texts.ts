import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Language } from '../i18n/language';
import { isCalendarDate } from '../time/calendar-date';
import { TimeFormat } from '../time/time-format';
import { type FieldProblem, problemOf } from './problem';

/** What to tell of a failure, in the reader's language: what happened and what to do now. */
@Service()
export class ProblemTexts {
  private readonly texts = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly time = inject(TimeFormat);

  /** One or two sentences; an unknown code still says what to do. Follows the language when read in a template. */
  of(error: unknown): string {
    const problem = problemOf(error);
    return this.known(problem.code, problem.params) ?? this.fallback();
  }

  ofField(field: FieldProblem): string {
    return this.known(field.code, field.params ?? {}) ?? this.texts.translate('problems.FIELD_INVALID');
  }

  /** The text of a code, or null when no language file knows it. */
  known(code: string, params: Readonly<Record<string, string | number>>): string | null {
    const key = `problems.${code}`;
    const isKnown = key in this.texts.getTranslation(this.language.current());
    return isKnown ? this.texts.translate(key, this.readable(params)) : null;
  }

  /** The server tells instants and dates as data; a reader wants them as words. */
  private readable(params: Readonly<Record<string, string | number>>): Record<string, string | number> {
    const worded = Object.entries(params).map(([name, value]) => [name, this.worded(value)] as const);
    return Object.fromEntries(worded);
  }

  private worded(value: string | number): string | number {
    if (typeof value === 'number') return value;
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value)) return this.time.dateTime(value);
    return isCalendarDate(value) ? this.time.date(value) : value;
  }

  private fallback(): string {
    return this.texts.translate('problems.UNKNOWN');
  }
}
