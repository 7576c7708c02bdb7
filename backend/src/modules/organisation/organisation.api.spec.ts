import { beforeAll, expect, it } from '@jest/globals';
import { ApiModule } from '../../api.module.ts';
import { otherHost } from '../../platform/testing/index.ts';
import { testApplication } from '../../platform/testing/test-application.ts';
import { signedInAs, testSession } from '../identity/testing/index.ts';
import { aUnit } from './testing/index.ts';

const test = await testApplication({ module: ApiModule, session: testSession, environment: { VUORO_ENVIRONMENT_NAME: 'TESTI' } });

let area: { readonly id: string };
let office: { readonly id: string };

beforeAll(async () => {
  area = await aUnit({ kind: 'AREA', code: 'A' }).save(test.db);
  office = await aUnit({ code: 'B', parentId: area.id, name: { fi: 'Toimisto', sv: 'Kontor', en: 'Office' } }).save(test.db);
  await aUnit({ code: 'C' }).save(test.db);
  await aUnit({ code: 'X' }).save(test.db, test.db.otherOrganisationId);
});

it('tells anybody who the organisation of the host is and how to reach it', async () => {
  const { body } = await test.http().get('/api/v1/public/organisation').expect(200);

  expect(body).toMatchObject({
    code: 'T1',
    name: { fi: 'Testialue', sv: 'Testialue', en: 'Testialue' },
    contactPhone: '+358500000000',
    contactTextNumber: '+358500000001',
    languages: ['fi', 'sv', 'en'],
    environmentName: 'TESTI',
    timeZone: 'Europe/Helsinki',
    now: '2026-11-24T08:00:00.000Z',
  });
  expect(Object.keys(body as object)).not.toContain('id');
});

it('tells of the other organisation on its host', async () => {
  const { body } = await test.http().get('/api/v1/public/organisation').set('Host', otherHost).expect(200);
  expect(body).toMatchObject({ code: 'T2', name: { fi: 'Toinen alue' } });
});

it('lists the units of a grant with everything below, names in every language', async () => {
  const { http } = await signedInAs(test, 'SUPERVISOR', area.id);
  const { body } = await http.get('/api/v1/units').expect(200);

  expect(body).toEqual([
    expect.objectContaining({ id: area.id, code: 'A', kind: 'AREA' }),
    expect.objectContaining({
      id: office.id,
      parentId: area.id,
      name: { fi: 'Toimisto', sv: 'Kontor', en: 'Office' },
      rolloutState: 'PRODUCTION',
    }),
  ]);
});

it('lists no units to those who have not signed in', async () => {
  const { body } = await test.http().get('/api/v1/units').expect(401);
  expect(body).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
});
