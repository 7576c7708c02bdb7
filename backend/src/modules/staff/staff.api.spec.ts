import { beforeAll, expect, it } from '@jest/globals';
import { toLocalDate } from '../../kernel/index.ts';
import { ApiModule } from '../../api.module.ts';
import { theSystem } from '../../platform/testing/index.ts';
import { testApplication } from '../../platform/testing/test-application.ts';
import { signedInAs, testSession } from '../identity/testing/index.ts';
import { aUnit } from '../organisation/testing/index.ts';
import { aTeam, anEmployee, staffOf } from './testing/index.ts';

const test = await testApplication({ module: ApiModule, session: testSession });

let unitId: string;
let liisa: { readonly id: string };
let team: { readonly id: string };

beforeAll(async () => {
  unitId = (await aUnit().save(test.db)).id;
  liisa = await anEmployee({ homeUnitId: unitId, skills: ['FSL'] }).save(test.db);
  team = await aTeam({ unitId, code: 'POP-LV', employeeIds: [liisa.id] }).save(test.db);
  const elsewhere = (await aUnit().save(test.db)).id;
  const outsider = await anEmployee({ homeUnitId: elsewhere }).save(test.db);
  await aTeam({ unitId: elsewhere, employeeIds: [outsider.id] }).save(test.db);
});

it('shows a booking clerk the employees of the granted unit, and nothing private of them', async () => {
  const { http, employee } = await signedInAs(test, 'BOOKING_CLERK', unitId);
  const { body } = await http.get('/api/v1/employees').expect(200);

  expect(body).toEqual([
    {
      id: liisa.id,
      name: 'Liisa Lastenvalvoja',
      firstName: 'Liisa',
      lastName: 'Lastenvalvoja',
      homeUnitId: unitId,
      teamIds: [team.id],
      skills: ['FSL'],
      languages: ['fi'],
      active: true,
      title: { fi: 'lastenvalvoja', sv: 'barnatillsyningsman', en: 'child welfare supervisor' },
    },
    expect.objectContaining({ id: employee.id }),
  ]);
});

it('narrows employees to a team', async () => {
  const { http } = await signedInAs(test, 'EMPLOYEE', unitId);
  const { body } = await http.get('/api/v1/employees').query({ teamId: team.id }).expect(200);
  expect(body).toMatchObject([{ id: liisa.id }]);
});

it('shows the teams and pairs of the granted unit only', async () => {
  const { http, employee } = await signedInAs(test, 'SUPERVISOR', unitId);
  await staffOf(test.db).createWorkPair.execute(theSystem(), {
    unitId,
    employeeIds: [liisa.id, employee.id],
    validFrom: toLocalDate('2026-01-01'),
  });

  expect((await http.get('/api/v1/teams').expect(200)).body).toMatchObject([{ id: team.id, code: 'POP-LV', employeeIds: [liisa.id] }]);
  expect((await http.get('/api/v1/work-pairs').expect(200)).body).toMatchObject([{ unitId, employeeIds: [liisa.id, employee.id] }]);
});

it('refuses a team that is no id, and those who have not signed in', async () => {
  const { http } = await signedInAs(test, 'EMPLOYEE', unitId);
  expect((await http.get('/api/v1/employees').query({ teamId: 'POP' }).expect(400)).body).toMatchObject({ code: 'VALIDATION_FAILED' });
  for (const path of ['employees', 'teams', 'work-pairs']) await test.http().get(`/api/v1/${path}`).expect(401);
});
