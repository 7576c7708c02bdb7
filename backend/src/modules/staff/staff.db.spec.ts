import { beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, ManualClock, minutesOf, newId, parseInstant, toLocalDate, toLocalTime, type Weekday } from '../../kernel/index.ts';
import { aGrant, anEmployee as aPrincipal, testDatabase, theSystem } from '../../platform/testing/index.ts';
import { aUnit, organisationOf } from '../organisation/testing/index.ts';
import { aTeam, anEmployee, staffOf } from './testing/index.ts';

const db = await testDatabase();
const today = toLocalDate('2026-11-24');
const staff = staffOf(db, new ManualClock(parseInstant('2026-11-24T08:00:00Z')));
const system = theSystem();

beforeEach(() => db.reset());

describe('employees', () => {
  it('of another organisation are not there, nor can they join a team or a pair', async () => {
    const [own, foreign] = [await aUnit().save(db), await aUnit().save(db, db.otherOrganisationId)];
    const stranger = await anEmployee({ homeUnitId: foreign.id }).save(db, db.otherOrganisationId);
    const colleague = await anEmployee({ homeUnitId: own.id }).save(db);

    const seen = await db.transactions.run(system, (tx) => staff.reads.employees(tx));
    expect(seen.map((one) => one.id)).toEqual([colleague.id]);
    await expect(aTeam({ unitId: own.id, employeeIds: [stranger.id] }).save(db)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const pair = { unitId: own.id, employeeIds: [colleague.id, stranger.id], validFrom: today } as const;
    await expect(staff.createWorkPair.execute(system, pair)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('stand in the order of Finnish names, å, ä and ö last', async () => {
    const unit = await aUnit().save(db);
    for (const lastName of ['Öhman', 'Aalto', 'Åberg', 'Zetterberg', 'Äijälä'])
      await anEmployee({ homeUnitId: unit.id, lastName }).save(db);

    const seen = await db.transactions.run(system, (tx) => staff.reads.employees(tx));
    expect(seen.map((one) => one.lastName)).toEqual(['Aalto', 'Zetterberg', 'Åberg', 'Äijälä', 'Öhman']);
  });

  it('are known by one key only', async () => {
    const unit = await aUnit().save(db);
    await anEmployee({ homeUnitId: unit.id, externalKey: '4711' }).save(db);
    await expect(anEmployee({ homeUnitId: unit.id, externalKey: '4711' }).save(db)).rejects.toMatchObject({ code: 'EMPLOYEE_KEY_TAKEN' });
  });

  it('whose key is taken leave no bookable subject behind', async () => {
    const unit = await aUnit().save(db);
    await anEmployee({ homeUnitId: unit.id, externalKey: '4711' }).save(db);
    await anEmployee({ homeUnitId: unit.id, externalKey: '4711' })
      .save(db)
      .catch(() => undefined);

    expect(await db.admin.query('SELECT count(*)::int AS count FROM bookable_subject')).toEqual([{ count: 1 }]);
  });

  it('are seen by colleagues of a granted unit, and by themselves wherever they belong', async () => {
    const [near, far] = [await aUnit().save(db), await aUnit().save(db)];
    const [self, colleague] = [
      await anEmployee({ homeUnitId: far.id, lastName: 'A' }).save(db),
      await anEmployee({ homeUnitId: near.id, lastName: 'B' }).save(db),
    ];
    await anEmployee({ homeUnitId: far.id }).save(db);
    const me = aPrincipal({ employeeId: self.id, grants: [aGrant({ role: 'EMPLOYEE', unitId: near.id })] });

    const seen = await db.transactions.run(me, (tx) => staff.reads.visibleEmployees(tx, me, {}));
    expect(seen.map((one) => one.id)).toEqual([self.id, colleague.id]);
  });

  it('who have left are known by id but no longer offered for choice', async () => {
    const unit = await aUnit().save(db);
    const gone = await anEmployee({ homeUnitId: unit.id, employedTo: addDays(today, -1) }).save(db);
    const leaving = await anEmployee({ homeUnitId: unit.id, employedTo: today }).save(db);

    const [byId, offered] = await db.transactions.run(system, async (tx) => [
      await staff.reads.employees(tx, [gone.id]),
      await staff.reads.visibleEmployees(tx, system, {}),
    ]);
    expect(byId).toMatchObject([{ id: gone.id, active: false }]);
    expect(offered.map((one) => one.id)).toEqual([leaving.id]);
  });
});

describe('teams', () => {
  it('have each member once at a time', async () => {
    const unit = await aUnit().save(db);
    const employee = await anEmployee({ homeUnitId: unit.id }).save(db);
    const team = await aTeam({ unitId: unit.id }).save(db);
    const join = (from: string, to?: string) =>
      staff.addTeamMember.execute(system, {
        teamId: team.id,
        employeeId: employee.id,
        validFrom: toLocalDate(from),
        ...(to === undefined ? {} : { validTo: toLocalDate(to) }),
      });

    await join('2026-01-01', '2026-06-30');
    await expect(join('2026-06-30')).rejects.toMatchObject({ code: 'TEAM_MEMBERSHIP_OVERLAPS' });
    await join('2026-07-01');
  });

  it('show the members of today', async () => {
    const unit = await aUnit().save(db);
    const [now, before] = [await anEmployee({ homeUnitId: unit.id }).save(db), await anEmployee({ homeUnitId: unit.id }).save(db)];
    const team = await aTeam({ unitId: unit.id, employeeIds: [now.id] }).save(db);
    const past = { teamId: team.id, employeeId: before.id, validFrom: toLocalDate('2026-01-01'), validTo: addDays(today, -1) };
    await staff.addTeamMember.execute(system, past);

    const [teams, members] = await db.transactions.run(system, async (tx) => [
      await staff.reads.visibleTeams(tx, system),
      await staff.reads.employees(tx, { teamId: team.id }),
    ]);
    expect(teams).toMatchObject([{ id: team.id, employeeIds: [now.id] }]);
    expect(members.map((one) => [one.id, one.teamIds])).toEqual([[now.id, [team.id]]]);
  });
});

describe('work pairs', () => {
  it('are two different employees', async () => {
    const unit = await aUnit().save(db);
    const { id } = await anEmployee({ homeUnitId: unit.id }).save(db);
    const pair = { unitId: unit.id, employeeIds: [id, id], validFrom: today } as const;
    await expect(staff.createWorkPair.execute(system, pair)).rejects.toMatchObject({ code: 'WORK_PAIR_OF_ONE' });
  });
});

describe('working hours', () => {
  const row = (weekday: Weekday, startsLocal: string, endsLocal: string) => ({
    cycleWeeks: 1,
    cycleWeek: 1,
    weekday,
    startsLocal: toLocalTime(startsLocal),
    endsLocal: toLocalTime(endsLocal),
    unitId: null,
    place: 'OFFICE' as const,
  });
  const minutes = async (employeeId: string, from: string, to: string) => {
    const times = await db.transactions.run(system, (tx) =>
      staff.reads.workingIntervals(tx, [employeeId], toLocalDate(from), toLocalDate(to)),
    );
    return times.get(employeeId)?.map(minutesOf);
  };

  it('are the unit clock of weekdays, without holidays and closures of the unit', async () => {
    const unit = await aUnit().save(db);
    const { id } = await anEmployee({ homeUnitId: unit.id }).save(db);
    const organisation = organisationOf(db);
    await organisation.enterPublicHolidays.execute(system, [2026]);
    await organisation.closeUnitOn.execute(system, { unitId: unit.id, date: toLocalDate('2026-12-22'), name: unit.name });

    // Monday to Sunday: Tuesday is closed, Thursday is Christmas Eve, Friday is Christmas.
    expect(await minutes(id, '2026-12-21', '2026-12-27')).toEqual([480, 480]);
  });

  it('are known for everybody asked for, also for those who have none', async () => {
    const unit = await aUnit().save(db);
    const { id } = await anEmployee({ homeUnitId: unit.id, week: null }).save(db);
    expect(await minutes(id, '2026-12-21', '2026-12-27')).toEqual([]);
  });

  it('changed from a day on leave the days before as they were', async () => {
    const unit = await aUnit().save(db);
    const { id } = await anEmployee({ homeUnitId: unit.id }).save(db);
    await staff.setWorkingHours.execute(system, {
      employeeId: id,
      validFrom: toLocalDate('2026-11-25'),
      hours: [row(3, '10:00', '12:00'), row(5, '10:00', '11:00')],
    });

    expect(await minutes(id, '2026-11-23', '2026-11-29')).toEqual([480, 480, 120, 60]);
  });

  it('end with the employment', async () => {
    const unit = await aUnit().save(db);
    const { id } = await anEmployee({ homeUnitId: unit.id }).save(db);
    await staff.endEmployment.execute(system, id, toLocalDate('2026-11-24'));
    expect(await minutes(id, '2026-11-23', '2026-11-29')).toEqual([480, 480]);
  });

  it('are set by the employee and by the supervisor of the unit, not by a colleague', async () => {
    const unit = await aUnit().save(db);
    const { id } = await anEmployee({ homeUnitId: unit.id }).save(db);
    const pattern = { employeeId: id, validFrom: today, hours: [row(1, '08:00', '12:00')] };
    const grants = [aGrant({ role: 'EMPLOYEE', unitId: unit.id })];

    await staff.setWorkingHours.execute(aPrincipal({ employeeId: id, grants }), pattern);
    await staff.setWorkingHours.execute(aPrincipal({ grants: [aGrant({ role: 'SUPERVISOR', unitId: unit.id })] }), pattern);
    await expect(staff.setWorkingHours.execute(aPrincipal({ employeeId: newId(), grants }), pattern)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
