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

/** Employees, from, to: null where the scope sets no limit. */
export function scopeParameters(scope: UndoScope): (readonly string[] | string | null)[] {
  return [scope.employeeIds ?? null, scope.within === undefined ? null : textOf(scope.within.start), scope.within === undefined ? null : textOf(scope.within.end)];
}
