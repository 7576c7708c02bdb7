import { beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../kernel/index.ts';
import { otherHost } from '../../platform/testing/index.ts';
import { testApplication } from '../../platform/testing/test-application.ts';
import { ApiModule } from '../../api.module.ts';
import type { EmployeeChoice } from '../appointment-types/index.ts';
import { anAppointmentType } from '../appointment-types/testing/index.ts';
import { aWorkplace, anOfferedTime, type Workplace } from '../calendar/testing/index.ts';
import { signedInAs, testSession } from '../identity/testing/index.ts';
import { anEmployee } from '../staff/testing/index.ts';

const test = await testApplication({ module: ApiModule, session: testSession });

describe('free times for anybody', () => {
  let work: Workplace;
  const get = (path: string, query: Record<string, unknown>) =>
    test
      .http()
      .get(`/api/v1/public/${path}`)
      .query({ appointmentTypeId: work.typeId, ...query });

  beforeAll(async () => {
    work = await aWorkplace(test.db, { type: { modes: ['VISIT', 'REMOTE'] } });
    for (const startsAt of ['2026-11-26T07:00:00Z', '2026-11-26T09:00:00Z', '2026-12-31T22:30:00Z']) {
      const [employeeId = ''] = work.employeeIds;
      await anOfferedTime({ employeeId, unitId: work.unitId, serviceId: work.serviceId, appointmentTypeId: work.typeId, startsAt }).save(
        test.db,
      );
    }
  });

  it('come by pages, earliest first, and name neither the employee nor the state', async () => {
    const first = (await get('free-times', { unitId: work.unitId, limit: 2 }).expect(200)).body;
    expect(first.items.map((item: { startsAt: string }) => item.startsAt)).toEqual([
      '2026-11-26T07:00:00.000Z',
      '2026-11-26T09:00:00.000Z',
    ]);
    expect(Object.keys(first.items[0])).toEqual(['id', 'startsAt', 'endsAt', 'unitId', 'modes']);
    expect(first.items[0].modes).toEqual(['VISIT', 'REMOTE']);
    const second = (await get('free-times', { unitId: work.unitId, limit: 2, cursor: first.nextCursor }).expect(200)).body;
    expect(second).toMatchObject({ items: [{ startsAt: '2026-12-31T22:30:00.000Z' }], nextCursor: null });
  });

  it('of several offices are asked for with several ids', async () => {
    expect((await get('free-times', { unitId: [newId(), work.unitId] }).expect(200)).body.items).toHaveLength(3);
    expect((await get('free-times', { unitId: newId() }).expect(200)).body.items).toEqual([]);
  });

  it('of a month are counted by the date in Finland', async () => {
    expect((await get('free-days', { month: '2026-11' }).expect(200)).body).toEqual([{ date: '2026-11-26', count: 2 }]);
    expect((await get('free-days', { month: '2026-12' }).expect(200)).body).toEqual([]);
    expect((await get('free-days', { month: '2027-01' }).expect(200)).body).toEqual([{ date: '2027-01-01', count: 1 }]);
  });

  it.each([
    ['free-times', { from: '2026-11-24T00:00:00Z', to: '2027-03-24T00:00:00Z' }, 400, 'SPAN_TOO_LONG'],
    ['free-times', { from: '2026-11-24T00:00:00Z', to: '2026-11-23T00:00:00Z' }, 400, 'SPAN_EMPTY'],
    ['free-times', { from: '2026-11-24' }, 400, 'VALIDATION_FAILED'],
    ['free-times', { from: '2026-02-30T00:00:00Z' }, 400, 'VALIDATION_FAILED'],
    ['free-times', { limit: 201 }, 400, 'VALIDATION_FAILED'],
    ['free-times', { limit: 'many' }, 400, 'VALIDATION_FAILED'],
    ['free-times', { language: 'suomi' }, 400, 'VALIDATION_FAILED'],
    ['free-times', { language: 'fi' }, 400, 'EMPLOYEE_NOT_TO_CHOOSE'],
    ['free-times', { mode: 'FAX' }, 400, 'VALIDATION_FAILED'],
    ['free-times', { unitId: 'here' }, 400, 'VALIDATION_FAILED'],
    ['free-times', { cursor: 'WyJ4Iiwi4oCmIl0' }, 400, 'CURSOR_INVALID'],
    ['free-times', { appointmentTypeId: '0190aaaa-0000-7000-8000-000000000000' }, 404, 'NOT_FOUND'],
    ['free-days', { month: '2026-13' }, 400, 'VALIDATION_FAILED'],
    ['free-days', {}, 400, 'VALIDATION_FAILED'],
  ])('answer a wrong question to %s %j with %i %s', async (path, query, status, code) => {
    expect((await get(path, query).expect(status)).body).toMatchObject({ code });
  });

  it('of another organisation do not exist on this host', async () => {
    await get('free-times', {}).set('Host', otherHost).expect(404);
  });
});

describe('the choice of the employee, for anybody', () => {
  let work: Workplace;
  const vilma = newId();
  const choices = async (appointmentTypeId: string) =>
    (await test.http().get('/api/v1/public/employees-to-choose').query({ appointmentTypeId }).expect(200)).body;
  const typeWith = async (employeeChoice: EmployeeChoice): Promise<string> => {
    const { id } = await anAppointmentType({ serviceId: work.serviceId, unitIds: [work.unitId], content: { employeeChoice } }).save(
      test.db,
    );
    for (const employeeId of [...work.employeeIds, vilma])
      await anOfferedTime({
        employeeId,
        unitId: work.unitId,
        serviceId: work.serviceId,
        appointmentTypeId: id,
        startsAt: employeeChoice === 'PERSON' ? '2026-11-26T07:00:00Z' : '2026-11-26T09:00:00Z',
      }).save(test.db);
    return id;
  };

  beforeAll(async () => {
    work = await aWorkplace(test.db);
    await anEmployee({
      homeUnitId: work.unitId,
      id: vilma,
      firstName: 'Vilma',
      lastName: 'Vamma',
      languages: ['fi', 'sv'],
      skills: ['FSL_FI'],
      namedToCitizens: true,
    }).save(test.db);
  });

  it('names only those who are named to citizens, with their languages', async () => {
    const typeId = await typeWith('PERSON');
    const expected = { languages: ['fi', 'fse', 'sv'], people: [{ id: vilma, name: 'Vilma Vamma', languages: ['fi', 'sv', 'fse'] }] };
    expect(await choices(typeId)).toEqual(expected);
    // Neither full weeks nor an absence shows in the list.
    await test.db.admin.query(`UPDATE offered_time SET state = 'WITHDRAWN', withdrawn_because = 'ABSENCE' WHERE appointment_type_id = $1`, [
      typeId,
    ]);
    expect(await choices(typeId)).toEqual(expected);
  });

  it('names nobody where one may choose the language only, and nothing at all where one may choose neither', async () => {
    expect(await choices(await typeWith('LANGUAGE'))).toEqual({ languages: ['fi', 'fse', 'sv'], people: [] });
    const [none] = work.employeeIds;
    expect(await choices(work.typeId)).toEqual({ languages: [], people: [] });
    const refused = await test
      .http()
      .get('/api/v1/public/free-times')
      .query({ appointmentTypeId: work.typeId, employeeId: none ?? '' });
    expect(refused).toMatchObject({ status: 400, body: { code: 'EMPLOYEE_NOT_TO_CHOOSE' } });
  });
});

describe('free times for an employee who books or moves', () => {
  let work: Workplace;
  const soon = '2026-11-24T09:00:00Z';
  const query = () => ({ appointmentTypeId: work.typeId, from: '2026-11-24T08:00:00Z' });

  beforeAll(async () => {
    work = await aWorkplace(test.db, { type: { modes: ['VISIT'], minNoticeHours: 24 } });
    const [employeeId = ''] = work.employeeIds;
    await anOfferedTime({
      employeeId,
      unitId: work.unitId,
      serviceId: work.serviceId,
      appointmentTypeId: work.typeId,
      startsAt: soon,
      audience: 'INTERNAL',
    }).save(test.db);
  });

  it('have also the internal ones and those that citizens can no longer book', async () => {
    const { http } = await signedInAs(test, 'EMPLOYEE', work.unitId);
    const page = (await http.get('/api/v1/free-times').query(query()).expect(200)).body;
    expect(page).toMatchObject({ items: [{ startsAt: '2026-11-24T09:00:00.000Z', unitId: work.unitId }], nextCursor: null });
    expect((await test.http().get('/api/v1/public/free-times').query(query()).expect(200)).body.items).toEqual([]);
  });

  it('are not told to employees of another unit or another service, and an administrator may see them, too', async () => {
    const elsewhere = await aWorkplace(test.db);
    const ask = async (role: 'EMPLOYEE' | 'ADMINISTRATOR', unitId: string, serviceIds?: readonly string[]) =>
      (await signedInAs(test, role, unitId, serviceIds)).http.get('/api/v1/free-times').query(query());
    expect((await ask('EMPLOYEE', elsewhere.unitId)).status).toBe(404);
    expect((await ask('EMPLOYEE', work.unitId, [elsewhere.serviceId])).status).toBe(404);
    expect((await ask('ADMINISTRATOR', work.unitId)).status).toBe(200);
  });

  it('name the employees, are one row for each of them when asked, and can be of one employee only', async () => {
    const place = await aWorkplace(test.db, { employees: 2 });
    const common = { unitId: place.unitId, serviceId: place.serviceId, appointmentTypeId: place.typeId };
    for (const startsAt of ['2026-11-26T07:00:00Z', '2026-11-26T09:00:00Z'])
      for (const employeeId of place.employeeIds) await anOfferedTime({ ...common, employeeId, startsAt }).save(test.db);
    const { http } = await signedInAs(test, 'EMPLOYEE', place.unitId);
    type Page = { items: { startsAt: string; employees: { id: string; name: string; lead: boolean }[] }[]; nextCursor: string | null };
    const ask = async (more: object): Promise<Page> =>
      (
        await http
          .get('/api/v1/free-times')
          .query({ appointmentTypeId: place.typeId, ...more })
          .expect(200)
      ).body;
    expect((await ask({})).items).toHaveLength(2);
    const pages = [await ask({ rowPer: 'EMPLOYEE', limit: 3 })];
    pages.push(await ask({ rowPer: 'EMPLOYEE', limit: 3, cursor: pages[0]?.nextCursor }));
    const each = pages.flatMap(({ items }) =>
      items.map(({ startsAt, employees }) => `${startsAt} ${employees.map(({ id }) => id).join()}`),
    );
    expect(new Set(each).size).toBe(4);
    expect(pages[1]?.nextCursor).toBeNull();
    const second = await ask({ employeeId: place.employeeIds[1] });
    expect(second.items.map(({ employees }) => employees[0]?.id)).toEqual([place.employeeIds[1], place.employeeIds[1]]);
    expect(second.items[0]?.employees[0]).toMatchObject({ lead: true, name: expect.stringMatching(/\S+ \S+/) });
    await http
      .get('/api/v1/free-times')
      .query({ appointmentTypeId: place.typeId, rowPer: 'EMPLOYEE', cursor: 'WyJ4Iiwi4oCmIl0' })
      .expect(400);
  });

  it('of a unit outside reach are not found by naming it', async () => {
    const { http } = await signedInAs(test, 'EMPLOYEE', work.unitId);
    await http
      .get('/api/v1/free-times')
      .query({ ...query(), unitId: newId() })
      .expect(404);
  });
});
