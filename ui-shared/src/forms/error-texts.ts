import { Service, inject } from '@angular/core';
import type { ValidationError } from '@angular/forms/signals';
import { ProblemTexts } from '../api/problem-texts';

/** Validators of the browser speak of the same things as the server's codes; one text serves both. */
const CODES: Readonly<Record<string, string>> = {
  required: 'REQUIRED',
  email: 'NOT_AN_EMAIL',
  minLength: 'TOO_SHORT',
  maxLength: 'TOO_LONG',
  min: 'TOO_SMALL',
  max: 'TOO_LARGE',
  pattern: 'WRONG_FORM',
};

/** The text of a field's error: its own message, else by its kind, which may be any problem code. */
@Service()
export class ErrorTexts {
  private readonly problems = inject(ProblemTexts);

  of(error: ValidationError): string {
    if (error.message) return error.message;
    return this.problems.ofField({ pointer: '', code: CODES[error.kind] ?? error.kind });
  }
}
