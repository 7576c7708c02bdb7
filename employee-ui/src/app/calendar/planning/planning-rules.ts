import type { AppointmentTypeView, EmployeeSessionView, EmployeeView, UnitView } from '@vuoro/ui-shared/api';
import { unitsUnder } from '../../directory/units-under';

/** What may be put into a calendar: time on offer, other work, an absence. */
export const ENTRY_CHOICES = ['offer', 'work', 'absence'] as const;
export type EntryChoice = (typeof ENTRY_CHOICES)[number];

type Role = EmployeeSessionView['roles'][number];

/** Roles that plan for others, too; everybody else plans only for themselves. */
const PLANNERS: Readonly<Record<EntryChoice, readonly Role['role'][]>> = {
  offer: ['SUPERVISOR', 'ADMINISTRATOR'],
  work: ['SUPERVISOR', 'ADMINISTRATOR'],
  absence: ['SUPERVISOR'],
};

type Place = Pick<UnitView, 'id' | 'parentId'>;

export interface Planner {
  readonly employeeId: string | null;
  readonly roles: readonly Pick<Role, 'role' | 'unitId'>[];
}

/**
 * For whom the person may make such an entry, as far as roles tell: the server decides. It only keeps the form from
 * offering what would be refused.
 */
export function plannable<Employee extends Pick<EmployeeView, 'id' | 'homeUnitId' | 'active'>>(
  choice: EntryChoice,
  planner: Planner,
  employees: readonly Employee[],
  units: readonly Place[],
): Employee[] {
  const isPlanner = ({ role }: Pick<Role, 'role'>): boolean => PLANNERS[choice].includes(role);
  const isOwn = planner.roles.some(({ role }) => role === 'EMPLOYEE');
  const covered = unitsUnder(
    planner.roles.filter(isPlanner).map(({ unitId }) => unitId),
    units,
  );
  return employees.filter(({ id, homeUnitId, active }) => active && ((isOwn && id === planner.employeeId) || covered.has(homeUnitId)));
}

/** The units at which the person may make such an entry for this employee: a role that gives no right to it opens none. */
export function unitsToPlan(choice: EntryChoice, planner: Planner, employeeId: string, units: readonly Place[]): ReadonlySet<string> {
  const isOwn = employeeId === planner.employeeId;
  const giving = planner.roles.filter(({ role }) => PLANNERS[choice].includes(role) || (isOwn && role === 'EMPLOYEE'));
  return unitsUnder(
    giving.map(({ unitId }) => unitId),
    units,
  );
}

type Type = Pick<AppointmentTypeView, 'category' | 'unitIds' | 'requiredSkills' | 'serviceId'>;

/** Types that the person may be booked for at the unit: those given there, whose skills the person has. */
export function typesToOffer<T extends Type>(types: readonly T[], unitId: string, skills: readonly string[]): T[] {
  return types.filter(
    ({ category, unitIds, requiredSkills }) =>
      category === 'CLIENT' && unitIds.includes(unitId) && requiredSkills.every((skill) => skills.includes(skill)),
  );
}

/** Types of other work at the unit; those of the whole organisation name no unit. */
export function typesOfWork<T extends Type>(types: readonly T[], unitId: string): T[] {
  return types.filter(({ category, unitIds }) => category === 'OTHER' && (unitIds.length === 0 || unitIds.includes(unitId)));
}
