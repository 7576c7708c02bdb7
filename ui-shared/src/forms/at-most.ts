import { type SchemaPath, type ValidationError, validate } from '@angular/forms/signals';

/** A text that is too long, and by how many characters. */
export interface TooLongError extends ValidationError {
  readonly kind: 'TOO_LONG_BY';
  readonly by: number;
}

/**
 * Refuses a text of more than `most` UTF-16 units. The library's own `maxLength` also sets the attribute of that name, by which the browser
 * cuts off what is pasted, in the middle of a word and without saying so.
 */
export function atMost(path: SchemaPath<string>, most: number): void {
  validate(path, ({ value }): TooLongError | undefined => {
    const by = value().length - most;
    return by > 0 ? { kind: 'TOO_LONG_BY', by } : undefined;
  });
}

export function isTooLong(error: ValidationError): error is TooLongError {
  return error.kind === 'TOO_LONG_BY';
}
