import { beforeEach, describe, expect, it } from '@jest/globals';
import { interval, ManualClock, newId, parseInstant, toLocalDate } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { testDatabase, testOrganisationId, theSystem } from '../../platform/testing/index.ts';
import type { EmployeeChoice } from '../appointment-types/index.ts';
import { anAppointmentType } from '../appointment-types/testing/index.ts';
import { aWorkplace, anAllocation, anOfferedTime, type Workplace } from '../calendar/testing/index.ts';
import { aService, aUnit } from '../organisation/testing/index.ts';
import { anEmployee } from '../staff/testing/index.ts';
import type { FreeTimeQuery } from './free-time-query.ts';
import { availabilityOf } from './testing/index.ts';

const db = await testDatabase();
const clock = new ManualClock(parseInstant('2026-11-23T08:00:00Z'));
const { calendar, freeTimes, findCommonFreeTime } = availabilityOf(db, clock);
const scope = { organisationId: testOrganisationId };
const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.transactions.run(scope, work);

describe('free times', () => {
  let work: Workplace;
  const offer = (startsAt: string, given: Partial<Parameters<typeof anOfferedTime>[0]> = {}): Promise<{ id: string }> =>
    anOfferedTime({
      employeeId: work.employeeIds[0] ?? '',
      unitId: work.unitId,
      serviceId: work.serviceId,
      appointmentTypeId: work.typeId,
      startsAt,
      ...given,
    }).save(db);
  const page = (given: Partial<FreeTimeQuery> = {}) =>
    run((tx) => freeTimes.first(tx, { seeker: 'CITIZEN', appointmentTypeId: work.typeId, limit: 50, now: clock.now(), ...given }));
  const starts = async (given: Partial<FreeTimeQuery> = {}): Promise<string[]> =>
    (await page(given)).items.map((time) => time.startsAt.toFormat('dd.MM. HH:mm'));

  beforeEach(async () => {
    await db.reset();
    clock.set(parseInstant('2026-11-23T08:00:00Z'));
    work = await aWorkplace(db, { employees: 3, type: { minNoticeHours: 24, horizonDays: 60, modes: ['VISIT', 'REMOTE'] } });
  });

  it('lie between the minimum notice and the horizon, to the minute', async () => {
    for (const start of ['2026-11-24T07:59:00Z', '2026-11-24T08:00:00Z', '2027-01-22T07:59:00Z', '2027-01-22T08:00:00Z'])
      await offer(start);
    expect(await starts()).toEqual(['24.11. 08:00', '22.01. 07:59']);
    expect(await starts({ seeker: 'EMPLOYEE' })).toHaveLength(4);
  });

  it('of one employee are those that the person leads or takes part in, also where a colleague is free at the same moment', async () => {
    const [anna = '', bea = '', carl = ''] = work.employeeIds;
    await offer('2026-11-25T08:00:00Z', { employeeId: anna });
    const own = await offer('2026-11-25T08:00:00Z', { employeeId: bea });
    await offer('2026-11-25T10:00:00Z', { employeeId: carl, subjects: [{ subjectId: bea, role: 'EMPLOYEE' }] });
    await offer('2026-11-25T12:00:00Z', { employeeId: carl });
    const { items } = await page({ employeeId: bea, seeker: 'EMPLOYEE' });
    expect(items.map(({ startsAt }) => startsAt.toFormat('HH:mm'))).toEqual(['08:00', '10:00']);
    expect(items[0]?.id).toBe(own.id);
  });

  describe('by whom one meets', () => {
    let [vilma, anna] = ['', ''];
    const people = async (employeeChoice: EmployeeChoice): Promise<void> => {
      [vilma, anna] = [newId(), newId()];
      work = await aWorkplace(db, { employees: 0, type: { minNoticeHours: 0, horizonDays: 60, employeeChoice } });
      const home = { homeUnitId: work.unitId };
      await anEmployee({ ...home, id: vilma, firstName: 'Vilma', skills: ['FSL_FI'], namedToCitizens: true }).save(db);
      await anEmployee({ ...home, id: anna, firstName: 'Anna', languages: ['fi', 'sv'] }).save(db);
      await offer('2026-11-25T08:00:00Z', { employeeId: vilma });
      await offer('2026-11-25T08:00:00Z', { employeeId: anna });
      await offer('2026-11-26T08:00:00Z', { employeeId: anna });
    };

    it('are found by a language, spoken or signed, first and by day alike', async () => {
      await people('LANGUAGE');
      expect(await starts({ language: 'sv' })).toEqual(['25.11. 08:00', '26.11. 08:00']);
      expect(await starts({ language: 'fse' })).toEqual(['25.11. 08:00']);
      expect(await starts({ language: 'fss' })).toEqual([]);
      expect(await starts({ language: 'fi' })).toHaveLength(2);
      const month = { fromDate: toLocalDate('2026-11-01'), toDate: toLocalDate('2026-11-30') };
      const days = await run((tx) =>
        freeTimes.days(tx, { ...month, seeker: 'CITIZEN', appointmentTypeId: work.typeId, language: 'fse', now: clock.now() }),
      );
      expect(days).toEqual([{ date: '2026-11-25', count: 1 }]);
    });

    it('are found by a person who is named to citizens; of nobody else does the answer tell anything', async () => {
      await people('PERSON');
      expect(await starts({ employeeId: vilma })).toEqual(['25.11. 08:00']);
      expect(await starts({ employeeId: vilma, language: 'sv' })).toEqual([]);
      expect(await starts({ employeeId: anna })).toEqual([]);
      expect(await starts({ employeeId: anna, language: 'sv' })).toEqual([]);
      expect(await starts({ employeeId: newId() })).toEqual([]);
      expect(await starts({ employeeId: anna, language: 'sv', seeker: 'EMPLOYEE' })).toHaveLength(2);
    });

    it('are not looked for where the type leaves no choice, but employees may', async () => {
      await people('LANGUAGE');
      await expect(starts({ employeeId: vilma })).rejects.toMatchObject({ code: 'EMPLOYEE_NOT_TO_CHOOSE' });
      await people('NONE');
      await expect(starts({ language: 'fi' })).rejects.toMatchObject({ code: 'EMPLOYEE_NOT_TO_CHOOSE' });
      expect(await starts({ language: 'sv', seeker: 'EMPLOYEE' })).toHaveLength(2);
    });

    it('keep the wish among the nearest others, and among those who may come instead', async () => {
      await people('PERSON');
      const taken = { id: newId(), appointmentTypeId: work.typeId, unitId: work.unitId, startsAt: parseInstant('2026-11-25T08:00:00Z') };
      const nearest = await run((tx) => freeTimes.nearest(tx, taken, 3, clock.now(), { seeker: 'CITIZEN', language: 'sv' }));
      expect(nearest.map(({ startsAt }) => startsAt.toFormat('dd.MM. HH:mm'))).toEqual(['25.11. 08:00', '26.11. 08:00']);
      const [own] = (await page({ employeeId: vilma })).items;
      const record = await run((tx) => calendar.offeredTimes.read(tx, own?.id ?? ''));
      if (record === null) throw new Error('no time');
      expect(await run((tx) => freeTimes.equal(tx, record, clock.now()))).toHaveLength(1);
      expect(await run((tx) => freeTimes.equal(tx, record, clock.now(), { employeeId: vilma }))).toEqual([]);
    });
  });

  it('of several employees at the same moment and office are one', async () => {
    for (const employeeId of work.employeeIds) await offer('2026-11-25T08:00:00Z', { employeeId });
    expect(await starts()).toEqual(['25.11. 08:00']);
  });

  it('come page by page without a gap and without a repetition', async () => {
    const expected: string[] = [];
    for (let hour = 6; hour < 13; hour += 1) {
      await offer(`2026-11-25T${String(hour).padStart(2, '0')}:00:00Z`, { employeeId: work.employeeIds[hour % 3] ?? '' });
      await offer(`2026-11-25T${String(hour).padStart(2, '0')}:00:00Z`, { employeeId: work.employeeIds[(hour + 1) % 3] ?? '' });
      expected.push(`25.11. ${String(hour).padStart(2, '0')}:00`);
    }
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const next: Awaited<ReturnType<typeof page>> = await page({ limit: 3, ...(cursor === null ? {} : { cursor }) });
      found.push(...next.items.map((time) => time.startsAt.toFormat('dd.MM. HH:mm')));
      cursor = next.nextCursor;
    } while (cursor !== null);
    expect(found).toEqual(expected);
    await expect(page({ cursor: 'bm90IGEgY3Vyc29y' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });

  it('beyond 90 days are found too, when the horizon lies there', async () => {
    work = await aWorkplace(db, { type: { minNoticeHours: 0, horizonDays: 200 } });
    await offer('2027-05-03T08:00:00Z');
    expect(await starts()).toEqual(['03.05. 08:00']);
    await expect(page({ from: clock.now(), to: clock.now().plus({ days: 91 }) })).rejects.toMatchObject({ code: 'SPAN_TOO_LONG' });
    await expect(page({ from: clock.now(), to: clock.now() })).rejects.toMatchObject({ code: 'SPAN_EMPTY' });
  });

  it('leave out what is held, not yet published, for employees only, taken or withdrawn', async () => {
    const held = await offer('2026-11-25T07:00:00Z');
    await offer('2026-11-25T08:00:00Z', { publishAt: parseInstant('2026-11-23T09:00:00Z') });
    await offer('2026-11-25T09:00:00Z', { audience: 'INTERNAL' });
    const withdrawn = await offer('2026-11-25T10:00:00Z');
    await offer('2026-11-25T11:00:00Z');
    await calendar.withdrawOfferedTime.execute(theSystem(), withdrawn.id);
    const span = interval(parseInstant('2026-11-25T07:00:00Z'), parseInstant('2026-11-25T08:00:00Z'));
    await run((tx) =>
      calendar.offeredTimes.holdHint(tx, { subjectIds: [work.employeeIds[0] ?? ''], span, until: clock.now().plus({ minutes: 10 }) }),
    );
    expect(await starts()).toEqual(['25.11. 11:00']);
    clock.set(parseInstant('2026-11-23T09:00:00Z'));
    expect(await starts()).toEqual(['25.11. 07:00', '25.11. 08:00', '25.11. 11:00']);
    expect(held.id).toBeDefined();
  });

  it('exist for citizens only of types that are open, published and given in an office in production', async () => {
    await offer('2026-11-25T08:00:00Z');
    expect(await starts({ mode: 'REMOTE' })).toHaveLength(1);
    expect(await starts({ mode: 'PHONE' })).toEqual([]);
    const internal = await anAppointmentType({
      serviceId: work.serviceId,
      unitIds: [work.unitId],
      content: { audience: 'INTERNAL', citizenMayBook: false, citizenMayMove: false, citizenMayCancel: false, bookableBy: ['DESK'] },
    }).save(db);
    await offer('2026-11-25T10:00:00Z', { appointmentTypeId: internal.id });
    await expect(starts({ appointmentTypeId: internal.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await starts({ appointmentTypeId: internal.id, seeker: 'EMPLOYEE' })).toHaveLength(1);
    const pilot = await aUnit({ rolloutState: 'PILOT' }).save(db);
    const service = await aService({ unitIds: [pilot.id], published: false }).save(db);
    const draft = await anAppointmentType({ serviceId: service.id, unitIds: [pilot.id] }).save(db);
    await expect(starts({ appointmentTypeId: draft.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await db.admin.query(`UPDATE unit SET rollout_state = 'PILOT' WHERE id = $1`, [work.unitId]);
    expect(await starts()).toEqual([]);
  });

  it('are counted by the date of the office, also on the night on which the clock is moved', async () => {
    clock.set(parseInstant('2027-03-20T08:00:00Z'));
    for (const start of ['2027-03-27T21:30:00Z', '2027-03-27T22:30:00Z', '2027-03-28T20:59:00Z', '2027-03-28T21:00:00Z'])
      await offer(start, { minutes: 15 });
    await offer('2027-03-27T22:30:00Z', { minutes: 15, employeeId: work.employeeIds[1] ?? '' });
    const days = (fromDate: string, toDate: string) =>
      run((tx) =>
        freeTimes.days(tx, {
          seeker: 'CITIZEN',
          appointmentTypeId: work.typeId,
          fromDate: toLocalDate(fromDate),
          toDate: toLocalDate(toDate),
          now: clock.now(),
        }),
      );
    expect(await days('2027-03-01', '2027-03-31')).toEqual([
      { date: '2027-03-27', count: 1 },
      { date: '2027-03-28', count: 2 },
      { date: '2027-03-29', count: 1 },
    ]);
    expect(await days('2027-03-28', '2027-03-28')).toEqual([{ date: '2027-03-28', count: 2 }]);
    await expect(days('2027-01-01', '2027-04-01')).rejects.toMatchObject({ code: 'SPAN_TOO_LONG' });
  });

  it('propose the nearest others to whoever was too late, a colleague at the same moment first', async () => {
    const taken = await offer('2026-11-26T10:00:00Z');
    await offer('2026-11-26T10:00:00Z', { employeeId: work.employeeIds[1] ?? '' });
    for (const start of ['2026-11-26T07:00:00Z', '2026-11-26T12:00:00Z', '2026-11-27T10:00:00Z']) await offer(start);
    const nearest = (count: number) =>
      run((tx) =>
        freeTimes.nearest(
          tx,
          { id: taken.id, appointmentTypeId: work.typeId, unitId: work.unitId, startsAt: parseInstant('2026-11-26T10:00:00Z') },
          count,
          clock.now(),
        ),
      );
    expect((await nearest(3)).map((time) => time.startsAt.toFormat('dd. HH:mm'))).toEqual(['26. 10:00', '26. 12:00', '26. 07:00']);
    expect((await nearest(3)).map((time) => time.id)).not.toContain(taken.id);
  });

  it('that nobody has offered are found for employees in working hours less what keeps people and rooms busy', async () => {
    const { employeeIds, unitId, roomIds } = await aWorkplace(db, { employees: 2, rooms: 1 });
    await anAllocation({ subjectIds: [employeeIds[0] ?? ''], from: '2026-11-24T06:00:00Z', to: '2026-11-24T08:00:00Z' }).save(db);
    await anAllocation({ subjectIds: roomIds, from: '2026-11-24T08:30:00Z', to: '2026-11-24T11:00:00Z' }).save(db);
    const found = await run((tx) =>
      findCommonFreeTime.find(tx, {
        employeeIds,
        needed: 2,
        unitId,
        room: { unitId, need: { minCapacity: 4, features: [] } },
        fromDate: toLocalDate('2026-11-24'),
        toDate: toLocalDate('2026-11-24'),
        minutes: 60,
        stepMinutes: 30,
        limit: 2,
      }),
    );
    expect(found.map((time) => time.span.start.toFormat('HH:mm'))).toEqual(['11:00', '11:30']);
    expect(found[0]).toMatchObject({ subjectIds: employeeIds, roomId: roomIds[0] });
  });
});
