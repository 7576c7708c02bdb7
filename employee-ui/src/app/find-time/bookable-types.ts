import type { AppointmentTypeView, BookableBy, RoleView, UnitView } from '@vuoro/ui-shared/api';
import { unitsUnder } from '../directory/units-under';

type Role = Pick<RoleView, 'role'>;
type Place = Pick<UnitView, 'id' | 'parentId'>;

const WAYS: Readonly<Record<RoleView['role'], readonly BookableBy[]>> = {
  EMPLOYEE: ['OWN_EMPLOYEE', 'TEAM'],
  SUPERVISOR: ['OWN_EMPLOYEE', 'TEAM'],
  BOOKING_CLERK: ['DESK'],
  ADMINISTRATOR: [],
};

/** Types that somebody with these roles may book at all: the rest would only lead to a refusal. The server decides each time anew. */
export function bookableTypes(types: readonly AppointmentTypeView[], roles: readonly Role[]): AppointmentTypeView[] {
  return types.filter((type) => waysToBook(type, roles).length > 0);
}

/** Whether these roles may book the type for the own calendar only: a colleague's time would be refused. */
export function isOwnOnly(type: Pick<AppointmentTypeView, 'bookableBy'>, roles: readonly Role[]): boolean {
  const ways = waysToBook(type, roles);
  return ways.length > 0 && ways.every((way) => way === 'OWN_EMPLOYEE');
}

/** Whether one of the roles whose units hold this one may book the type there. */
export function isBookableAt(
  type: Pick<AppointmentTypeView, 'bookableBy'>,
  unitId: string,
  roles: readonly Pick<RoleView, 'role' | 'unitId'>[],
  units: readonly Place[],
): boolean {
  const here = roles.filter((role) => unitsUnder([role.unitId], units).has(unitId));
  return waysToBook(type, here).length > 0;
}

function waysToBook({ bookableBy }: Pick<AppointmentTypeView, 'bookableBy'>, roles: readonly Role[]): BookableBy[] {
  const ways = new Set(roles.flatMap(({ role }) => WAYS[role]));
  return bookableBy.filter((way) => ways.has(way));
}
