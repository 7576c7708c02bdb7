import { Injectable } from '@nestjs/common';
import { Problem, type IntervalSet, type LocalDate } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal, type SqlPredicate } from '../../platform/access/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { OrganisationReads } from '../organisation/index.ts';
import { skillOfLanguage } from './sign-languages.ts';
import { EMPLOYEE_LIST } from './staff.actions.ts';
import { StaffRepository } from './staff.repository.ts';
import type { EmployeeFilter, EmployeeWithTeams, TeamWithMembers, WorkPairRecord } from './staff-records.ts';
import { TeamsRepository } from './teams.repository.ts';
import { workingTime } from './working-hours-rules.ts';
import { WorkingHoursRepository } from './working-hours.repository.ts';

const everything: SqlPredicate = { sql: 'TRUE', parameters: [] };

/** What other modules read of employees, within the rows of the transaction's organisation only. */
@Injectable()
export class StaffReads {
  constructor(
    private readonly staff: StaffRepository,
    private readonly teamRows: TeamsRepository,
    private readonly hours: WorkingHoursRepository,
    private readonly organisation: OrganisationReads,
    private readonly access: Access,
  ) {}

  /** Employees by id or by filter, past ones too, in the order of their names; teams and activity as of today. No access rule. */
  async employees(tx: Tx, wanted: readonly string[] | EmployeeFilter = {}): Promise<EmployeeWithTeams[]> {
    const today = await this.organisation.today(tx);
    return isIds(wanted) ? this.staff.byIds(tx, wanted, today) : this.staff.matching(tx, wanted, today, everything);
  }

  /** @throws Problem NOT_FOUND when one of them is not an employee of this organisation */
  async requireEmployees(tx: Tx, ids: readonly string[]): Promise<EmployeeWithTeams[]> {
    const found = await this.employees(tx, [...new Set(ids)]);
    if (found.length < new Set(ids).size) throw new Problem(NOT_FOUND);
    return found;
  }

  /**
   * Planning somebody's calendar takes the action both where the work is done and where the employee belongs: else a leader of one unit
   * could fill the calendars of another by giving the work a place of their own, and an employee could get clients of other services.
   * @throws Problem FORBIDDEN; NOT_FOUND when one of them is outside the principal's reach, or is no employee of this organisation
   */
  async requirePlannable(tx: Tx, principal: Principal, action: string, unitId: string, employeeIds: readonly string[]): Promise<void> {
    this.access.requirePlace(principal, action, unitId);
    for (const employee of await this.requireEmployees(tx, employeeIds)) {
      for (const place of [unitId, employee.homeUnitId])
        this.access.require(principal, action, { unitId: place, employeeIds: [employee.id] });
    }
  }

  /**
   * Ids of the employees whom the wish means; none when it means nobody.
   * @param onlyNamed a citizen wishes: of an employee who is not named to citizens the answer is the same as of nobody
   */
  idsWished(
    tx: Tx,
    { employeeId, language, onlyNamed }: { readonly employeeId?: string; readonly language?: string; readonly onlyNamed: boolean },
  ): Promise<string[]> {
    const skill = language === undefined ? null : skillOfLanguage(language);
    return this.staff.idsOf(tx, { employeeId: employeeId ?? null, language: language ?? null, skill, onlyNamed });
  }

  /** Employees whom the principal may know of, employed today or later. */
  async visibleEmployees(tx: Tx, principal: Principal, filter: EmployeeFilter): Promise<EmployeeWithTeams[]> {
    const today = await this.organisation.today(tx);
    const visible = this.access.predicate(principal, EMPLOYEE_LIST, { unit: 'e.home_unit_id', employee: 'e.id' }, 2);
    const found = await this.staff.matching(tx, filter, today, visible);
    return found.filter((employee) => employee.employedTo === null || employee.employedTo >= today);
  }

  /** Teams of the principal's units, with today's members. */
  async visibleTeams(tx: Tx, principal: Principal): Promise<TeamWithMembers[]> {
    return this.teamRows.teams(
      tx,
      await this.organisation.today(tx),
      this.access.predicate(principal, EMPLOYEE_LIST, { unit: 't.unit_id' }, 2),
    );
  }

  /** Today's work pairs of the principal's units. */
  async visibleWorkPairs(tx: Tx, principal: Principal): Promise<WorkPairRecord[]> {
    const today = await this.organisation.today(tx);
    return this.teamRows.workPairs(tx, today, today, this.access.predicate(principal, EMPLOYEE_LIST, { unit: 'p.unit_id' }, 3));
  }

  /** Work pairs that are valid on any of the days, both dates included. */
  workPairs(tx: Tx, fromDate: LocalDate, toDate: LocalDate): Promise<WorkPairRecord[]> {
    return this.teamRows.workPairs(tx, fromDate, toDate, everything);
  }

  /**
   * When employees are at work, both dates included: their working hours on the wall clock of the unit where they are done, as instants,
   * without days on which that unit is closed and without days outside the employment. Every employee asked for has an entry.
   */
  async workingIntervals(
    tx: Tx,
    employeeIds: readonly string[],
    fromDate: LocalDate,
    toDate: LocalDate,
  ): Promise<Map<string, IntervalSet>> {
    const rows = await this.hours.between(tx, employeeIds, fromDate, toDate);
    const closed = await this.organisation.closedDaysByUnit(tx, [...new Set(rows.map((row) => row.atUnitId))], fromDate, toDate);
    const isClosed = (atUnitId: string, date: LocalDate): boolean => (closed.get(atUnitId) ?? []).some((day) => day.date === date);
    return new Map(
      employeeIds.map((id) => {
        const own = rows.filter((row) => row.employeeId === id);
        return [id, workingTime(own, fromDate, toDate, (row, date) => isClosed(row.atUnitId, date))];
      }),
    );
  }
}

function isIds(wanted: readonly string[] | EmployeeFilter): wanted is readonly string[] {
  return Array.isArray(wanted);
}
