import type { AppointmentTypeView, BookableBy, RoleView } from '@vuoro/ui-shared/api';

const WAYS: Readonly<Record<RoleView['role'], readonly BookableBy[]>> = {
  EMPLOYEE: ['OWN_EMPLOYEE', 'TEAM'],
  SUPERVISOR: ['OWN_EMPLOYEE', 'TEAM'],
  BOOKING_CLERK: ['DESK'],
  ADMINISTRATOR: [],
};

/** Types that somebody with these roles may book at all: the rest would only lead to a refusal. The server decides each time anew. */
export function bookableTypes(types: readonly AppointmentTypeView[], roles: readonly Pick<RoleView, 'role'>[]): AppointmentTypeView[] {
  const ways = new Set(roles.flatMap(({ role }) => WAYS[role]));
  return types.filter(({ bookableBy }) => bookableBy.some((way) => ways.has(way)));
}
