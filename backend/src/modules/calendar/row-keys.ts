import type { Instant } from '../../kernel/index.ts';
import type { UndoScope } from './calendar-types.ts';

/** The key by which the database knows that an employee's time of a type is there already. */
export function naturalKey(employeeId: string, startsAtMillis: number, appointmentTypeId: string): string {
  return `${employeeId} ${startsAtMillis} ${appointmentTypeId}`;
}

/** An instant as the driver sends it in the end; over ten thousand rows, making a Date of each first is felt. */
export function textOf(instant: Instant): string {
  return instant.toISO();
}

/** Ids and numbers as the text of an array: nothing in them needs quoting, which the driver would look for in each of them. */
export function arrayText(values: readonly (string | number)[]): string {
  return `{${values.join(',')}}`;
}

/** Different values numbered from 1 in the order in which they come: the number stands for the value in many rows. */
export class Numbered<T> {
  readonly values: T[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly keyOf: (value: T) => string;

  constructor(keyOf: (value: T) => string) {
    this.keyOf = keyOf;
  }

  numberOf(value: T): number {
    const key = this.keyOf(value);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.values.push(value);
    this.numbers.set(key, number);
    return number;
  }
}

/** Employees, from, to: null where the scope sets no limit. */
export function scopeParameters(scope: UndoScope): (readonly string[] | string | null)[] {
  return [
    scope.employeeIds ?? null,
    scope.within === undefined ? null : textOf(scope.within.start),
    scope.within === undefined ? null : textOf(scope.within.end),
  ];
}
