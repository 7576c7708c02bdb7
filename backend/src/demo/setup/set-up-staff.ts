import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/index.ts';
import { GrantRole } from '../../modules/identity/index.ts';
import { AddTeamMember, CreateEmployee, CreateTeam, CreateWorkPair, SetWorkingHours } from '../../modules/staff/index.ts';
import { DEMO_TEAMS } from '../content/teams.ts';
import { workingWeekOf } from '../content/working-weeks.ts';
import { DEMO_EMPLOYEES } from '../demo-employees.ts';
import { organisationOfUnit, type DemoIds } from '../demo-ids.ts';
import type { DemoEmployee } from '../demo-persons.ts';

/** Employees with their working hours, roles, teams and pairs. */
@Injectable()
export class SetUpStaff {
  constructor(
    private readonly createEmployee: CreateEmployee,
    private readonly setWorkingHours: SetWorkingHours,
    private readonly grantRole: GrantRole,
    private readonly createTeam: CreateTeam,
    private readonly addTeamMember: AddTeamMember,
    private readonly createWorkPair: CreateWorkPair,
  ) {}

  async execute(ids: DemoIds, validFrom: LocalDate): Promise<void> {
    for (const employee of DEMO_EMPLOYEES) await this.employ(ids, employee, validFrom);
    for (const { code, unit, name } of DEMO_TEAMS) {
      const organisation = organisationOfUnit(unit);
      const principal = ids.system(organisation);
      const teamId = await this.createTeam.execute(principal, { code, name, unitId: ids.of('unit', organisation, unit) });
      for (const { key } of DEMO_EMPLOYEES.filter((employee) => employee.team === code)) {
        await this.addTeamMember.execute(principal, { teamId, employeeId: ids.of('employee', organisation, key), validFrom });
      }
    }
    for (const [first, second] of pairs()) {
      const { organisation } = first;
      await this.createWorkPair.execute(ids.system(organisation), {
        unitId: ids.of('unit', organisation, first.unit),
        employeeIds: [ids.of('employee', organisation, first.key), ids.of('employee', organisation, second.key)],
        validFrom,
      });
    }
  }

  private async employ(ids: DemoIds, employee: DemoEmployee, validFrom: LocalDate): Promise<void> {
    const { key, organisation, unit } = employee;
    const principal = ids.system(organisation);
    const employeeId = await this.createEmployee.execute(principal, {
      externalKey: key,
      firstName: employee.givenName,
      lastName: employee.familyName,
      title: employee.title,
      email: employee.email,
      languages: employee.languages,
      skills: employee.skills,
      namedToCitizens: employee.namedToCitizens,
      homeUnitId: ids.of('unit', organisation, unit),
      employedFrom: validFrom,
    });
    ids.add('employee', organisation, key, employeeId);
    await this.setWorkingHours.execute(principal, { employeeId, validFrom, hours: workingWeekOf(key) });
    for (const grant of employee.roles) {
      await this.grantRole.execute(principal, {
        employeeId,
        role: grant.role,
        unitId: ids.of('unit', organisation, grant.unit),
        validFrom,
      });
    }
  }
}

/** Who have the same letter in the same team. */
function pairs(): [DemoEmployee, DemoEmployee][] {
  return DEMO_EMPLOYEES.flatMap((first, index): [DemoEmployee, DemoEmployee][] => {
    const second = DEMO_EMPLOYEES.slice(index + 1).find(
      (other) => first.pair !== null && other.pair === first.pair && other.team === first.team,
    );
    return second === undefined ? [] : [[first, second]];
  });
}
