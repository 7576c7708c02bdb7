import { Service, inject } from '@angular/core';
import type { ValidationError } from '@angular/forms/signals';
import { ProblemTexts } from '../api/problem-texts';
import { isTooLong } from './at-most';

/** Validators of the browser speak of the same things as the server's codes; one text serves both. */
const CODES: Readonly<Record<string, string>> = {
  required: 'REQUIRED',
  email: 'NOT_AN_EMAIL',
  minLength: 'TOO_SHORT',
  min: 'TOO_SMALL',
  max: 'TOO_LARGE',
  pattern: 'WRONG_FORM',
};

const SAY_THIS: ReadonlySet<string> = new Set([
  'REQUIRED',
  'FIELD_INVALID',
  'WRONG_VALUE',
  'WRONG_TYPE',
  'WRONG_FORM',
  'UNKNOWN_FIELD',
  'NOT_ONE_OF',
  'NOT_AN_ID',
  'NOT_A_TIME',
  'TOO_SHORT',
  'TOO_LONG',
  'TOO_LONG_BY',
  'WRONG_LENGTH',
  'TOO_SMALL',
  'TOO_LARGE',
  'TOO_FEW',
  'TOO_MANY',
  'NOT_UNIQUE',
  'DATE_INVALID',
  'TIME_OF_DAY_INVALID',
]);

function codeOf(error: ValidationError): string {
  return CODES[error.kind] ?? error.kind;
}

/** The text of a field's error: its own message, else by its kind, which may be any problem code. */
@Service()
export class ErrorTexts {
  private readonly problems = inject(ProblemTexts);

  of(error: ValidationError): string {
    if (error.message) return error.message;
    return this.problems.ofField({ pointer: '', code: codeOf(error), ...(isTooLong(error) ? { params: { by: error.by } } : {}) });
  }

  /** Whether the text says "this" and not what: away from its field it needs the field's name. */
  saysThis(error: ValidationError): boolean {
    return !error.message && SAY_THIS.has(codeOf(error));
  }
}
