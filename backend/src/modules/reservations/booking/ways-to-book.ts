import type { Access, EmployeePrincipal } from '../../../platform/access/index.ts';
import type { BookableBy } from '../../appointment-types/index.ts';
import type { OfferedTimeRecord } from '../../calendar/index.ts';
import { employeeActions } from '../reservation.actions.ts';
import type { OfferedToBook } from './offered-to-book.ts';

/** Whether the time is offered from the employee's own calendar, as its lead or one of a pair. */
export function isOwn(employee: EmployeePrincipal, offered: OfferedTimeRecord): boolean {
  return offered.employeeId === employee.employeeId || offered.subjects.some((subject) => subject.subjectId === employee.employeeId);
}

/** Whether a reservation of the time would have the employee among its people: they alone write and read its internal note. */
export function mayWriteInternalNote(access: Access, employee: EmployeePrincipal, offered: OfferedTimeRecord): boolean {
  const employeeIds = [offered.employeeId, ...offered.subjects.map((subject) => subject.subjectId)];
  return access.allows(employee, employeeActions.RESERVATION_INTERNAL_NOTE, {
    unitId: offered.unitId,
    serviceId: offered.serviceId,
    employeeIds,
  });
}

/** Whether the type lets the employee book: for the own calendar, for a colleague of the unit, or from the booking desk (domain R24). */
export function isBookableBy(employee: EmployeePrincipal, { offered, version }: OfferedToBook): boolean {
  return mayBook(employee, version.bookableBy, { ...offered, isOwn: isOwn(employee, offered) });
}

/** As `isBookableBy`, of a time of which only the place is at hand, and whether it is the employee's own. */
export function mayBook(employee: EmployeePrincipal, bookableBy: readonly BookableBy[], time: PlaceOfTime): boolean {
  return waysToBook(employee, time).some((way) => bookableBy.includes(way));
}

interface PlaceOfTime {
  readonly unitId: string;
  readonly serviceId: string;
  readonly isOwn: boolean;
}

function waysToBook(employee: EmployeePrincipal, { unitId, serviceId, isOwn }: PlaceOfTime): BookableBy[] {
  const here = employee.grants.filter((grant) => grant.unitIds.includes(unitId) && (grant.serviceIds?.includes(serviceId) ?? true));
  return [
    ...(isOwn ? (['OWN_EMPLOYEE'] as const) : []),
    ...(here.some((grant) => grant.role === 'EMPLOYEE' || grant.role === 'SUPERVISOR') ? (['TEAM'] as const) : []),
    ...(here.some((grant) => grant.role === 'BOOKING_CLERK') ? (['DESK'] as const) : []),
  ];
}
