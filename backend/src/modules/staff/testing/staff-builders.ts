import { newId, toLocalDate, toLocalTime, type Clock, type LocalDate, type LocalTime, type Weekday } from '../../../kernel/index.ts';
import { Access } from '../../../platform/access/index.ts';
import { theSystem } from '../../../platform/testing/index.ts';
import { organisationOf, type Saveable, type TestPlace } from '../../organisation/testing/index.ts';
import { AddTeamMember } from '../add-team-member.ts';
import { CreateEmployee, type NewEmployee } from '../create-employee.ts';
import { CreateTeam, type NewTeam } from '../create-team.ts';
import { CreateWorkPair } from '../create-work-pair.ts';
import { EndEmployment } from '../end-employment.ts';
import { SetWorkingHours } from '../set-working-hours.ts';
import { StaffReads } from '../staff-reads.ts';
import { StaffRepository } from '../staff.repository.ts';
import { TeamsRepository } from '../teams.repository.ts';
import { WorkingHoursRepository } from '../working-hours.repository.ts';

/** The module's classes over a test database, without an application around them. */
export function staffOf(place: Pick<TestPlace, 'transactions'>, clock?: Clock) {
  const { transactions } = place;
  const access = new Access();
  const organisation = organisationOf(place, clock);
  const usedClock = organisation.clock;
  const [staff, teams, hours] = [new StaffRepository(), new TeamsRepository(), new WorkingHoursRepository()];
  const reads = new StaffReads(staff, teams, hours, organisation.reads, access);
  return {
    reads,
    createEmployee: new CreateEmployee(access, transactions, organisation.reads, organisation.registerSubject, staff, usedClock),
    endEmployment: new EndEmployment(access, transactions, reads, staff, usedClock),
    createTeam: new CreateTeam(access, transactions, organisation.reads, teams),
    addTeamMember: new AddTeamMember(access, transactions, reads, teams),
    createWorkPair: new CreateWorkPair(access, transactions, organisation.reads, reads, teams),
    setWorkingHours: new SetWorkingHours(access, transactions, organisation.reads, reads, hours),
  };
}

let made = 0;

interface Week {
  readonly from?: LocalDate;
  readonly weekdays?: readonly Weekday[];
  readonly startsLocal?: LocalTime;
  readonly endsLocal?: LocalTime;
}

/** An employee whose home is the unit, at work on weekdays from 8.00 to 16.00 unless `week` is given; null: no working hours. */
export function anEmployee(
  given: Partial<NewEmployee> & { readonly homeUnitId: string; readonly week?: Week | null },
): Saveable<NewEmployee> {
  made += 1;
  const { week = {}, ...content } = given;
  const employee: NewEmployee & { readonly id: string } = {
    id: newId(),
    externalKey: `employee-${made}`,
    firstName: 'Liisa',
    lastName: 'Lastenvalvoja',
    title: { fi: 'lastenvalvoja', sv: 'barnatillsyningsman', en: 'child welfare supervisor' },
    email: `employee${made}@example.org`,
    languages: ['fi'],
    employedFrom: toLocalDate('2025-01-01'),
    ...content,
  };
  return {
    async save(place, organisationId = place.organisationId) {
      const staff = staffOf(place);
      await staff.createEmployee.execute(theSystem(organisationId), employee);
      if (week !== null)
        await staff.setWorkingHours.execute(theSystem(organisationId), { employeeId: employee.id, ...weekly(week, employee) });
      return employee;
    },
  };
}

/** A team of the unit with members for good; say only what matters. */
export function aTeam(given: Partial<NewTeam> & { readonly unitId: string; readonly employeeIds?: readonly string[] }): Saveable<NewTeam> {
  made += 1;
  const { employeeIds = [], ...content } = given;
  const team: NewTeam & { readonly id: string } = {
    id: newId(),
    code: `T${made}`,
    name: { fi: 'Lastenvalvojat', sv: 'Barnatillsyningsmän', en: 'Child welfare supervisors' },
    ...content,
  };
  return {
    async save(place, organisationId = place.organisationId) {
      const staff = staffOf(place);
      await staff.createTeam.execute(theSystem(organisationId), team);
      for (const employeeId of employeeIds) {
        await staff.addTeamMember.execute(theSystem(organisationId), { teamId: team.id, employeeId, validFrom: toLocalDate('2025-01-01') });
      }
      return team;
    },
  };
}

function weekly(week: Week, employee: NewEmployee) {
  const weekdays: readonly Weekday[] = week.weekdays ?? [1, 2, 3, 4, 5];
  return {
    validFrom: week.from ?? employee.employedFrom,
    hours: weekdays.map((weekday) => ({
      cycleWeeks: 1,
      cycleWeek: 1,
      weekday,
      startsLocal: week.startsLocal ?? toLocalTime('08:00'),
      endsLocal: week.endsLocal ?? toLocalTime('16:00'),
      unitId: null,
      place: 'OFFICE' as const,
    })),
  };
}
