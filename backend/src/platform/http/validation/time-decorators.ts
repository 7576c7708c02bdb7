import { ValidateBy, type ValidationOptions } from 'class-validator';
import { parseLocalDate } from '../../../kernel/time/local-date.ts';
import { parseInstant } from '../../../kernel/time/instant.ts';

/** From the oldest living client's birth to further than anybody plans. Beyond it, adding a span to a date would leave the calendar. */
const years = { first: 1800, last: 2199 } as const;

/** Text that `parseInstant` accepts: ISO 8601 with an offset, a real date and time, of the years 1800 to 2199. */
export const IsInstant = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isInstant', validator: { validate: isInstant, defaultMessage: () => 'must be an instant' } }, options);

/** Text that `parseLocalDate` accepts: a real date in the form `YYYY-MM-DD`, of the years 1800 to 2199. */
export const IsLocalDate = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isLocalDate', validator: { validate: isLocalDate, defaultMessage: () => 'must be a date' } }, options);

/** Whether the value is text that says an instant within the years of the product. */
export function isInstant(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  try {
    return isOurs(parseInstant(value).year);
  } catch {
    return false;
  }
}

function isLocalDate(value: unknown): boolean {
  return typeof value === 'string' && parseLocalDate(value) !== null && isOurs(Number(value.slice(0, 4)));
}

function isOurs(year: number): boolean {
  return year >= years.first && year <= years.last;
}
