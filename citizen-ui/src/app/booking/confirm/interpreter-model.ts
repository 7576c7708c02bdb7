import { type SchemaPathTree, required, validate } from '@angular/forms/signals';
import { atMost } from '@vuoro/ui-shared';
import type { CitizenProfileView } from '@vuoro/ui-shared/api';

export interface InterpreterModel {
  needed: boolean;
  /** ISO 639; `OTHER_LANGUAGE` for one that is told in words; empty as long as nothing is chosen. */
  language: string;
  otherLanguage: string;
}

export const OTHER_LANGUAGE = 'other';
const LONGEST_LANGUAGE = 60;

export function interpreterModel(profile: CitizenProfileView | null): InterpreterModel {
  return { needed: profile?.interpreterNeeded ?? false, language: profile?.interpreterLanguage ?? '', otherLanguage: '' };
}

export function interpreterRules(path: SchemaPathTree<InterpreterModel>): void {
  required(path.language, { when: ({ valueOf }) => valueOf(path.needed), error: { kind: 'INTERPRETER_LANGUAGE_MISSING' } });
  required(path.otherLanguage, {
    when: ({ valueOf }) => valueOf(path.needed) && valueOf(path.language) === OTHER_LANGUAGE,
    error: { kind: 'OTHER_LANGUAGE_MISSING' },
  });
  validate(path.otherLanguage, ({ value, valueOf }) =>
    valueOf(path.needed) && valueOf(path.language) === OTHER_LANGUAGE && value() !== '' && value().trim() === ''
      ? { kind: 'OTHER_LANGUAGE_MISSING' }
      : undefined,
  );
  atMost(path.otherLanguage, LONGEST_LANGUAGE);
}

/** A code (ISO 639) or what was written; empty: no interpreter is needed. */
export function interpreterLanguage({ needed, language, otherLanguage }: InterpreterModel): string {
  if (!needed) return '';
  return language === OTHER_LANGUAGE ? otherLanguage.trim() : language;
}
