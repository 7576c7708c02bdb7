import { beforeAll, describe, expect, it } from '@jest/globals';
import { ApiModule } from '../../api.module.ts';
import { otherHost, theSystem } from '../../platform/testing/index.ts';
import { testApplication } from '../../platform/testing/test-application.ts';
import { signedInAs, testSession } from '../identity/testing/index.ts';
import { aService, aUnit } from '../organisation/testing/index.ts';
import { anAppointmentType, appointmentTypesOf, otherWorkType } from './testing/index.ts';

const test = await testApplication({ module: ApiModule, session: testSession });

let popId: string;
let lastId: string;

const name = { fi: 'Perheoikeudelliset palvelut', sv: 'Familjerättsliga tjänster', en: 'Family-law services' };
const guidance = {
  fi: 'Varaa tämä aika, kun olette eronneet.',
  sv: 'Boka den här tiden när ni har separerat.',
  en: 'Book this time if you have separated.',
};

beforeAll(async () => {
  const { db } = test;
  popId = (await aUnit({ code: 'POP', city: { fi: 'Näsiharju', sv: 'Näsiharju', en: 'Näsiharju' } }).save(db)).id;
  lastId = (await aUnit({ code: 'LA', rolloutState: 'PILOT' }).save(db)).id;
  const keywords = { fi: ['ero', 'elatus'], sv: ['skilsmässa'], en: ['separation'] };
  const pop = await aService({ code: 'POP', slug: 'perheoikeus', name, keywords, leaveQuickly: true, unitIds: [popId, lastId] }).save(db);
  await aService({ code: 'DRAFT', slug: 'luonnos', name, unitIds: [popId], published: false }).save(db);
  await aService({ code: 'PILOT', slug: 'pilotti', name, unitIds: [lastId] }).save(db);

  const place = { serviceId: pop.id, unitIds: [popId, lastId] };
  const statement = { fi: 'Sovimme yhdessä.', sv: 'Vi avtalar tillsammans.', en: 'We agree together.' };
  await anAppointmentType({
    ...place,
    code: 'ERO',
    slug: 'eroaika',
    content: { durationMinutes: 90, eligibilityStatement: statement },
  }).save(db);
  await anAppointmentType({ ...place, code: 'HA', slug: 'ohjaus', content: { audience: 'RIGHT' } }).save(db);
  const internal = { audience: 'INTERNAL', citizenMayBook: false, bookableBy: ['DESK'] } as const;
  await anAppointmentType({ ...place, code: 'VANH', slug: 'vanhemmuus', content: internal }).save(db);
  await anAppointmentType({ serviceId: pop.id, unitIds: [lastId], code: 'LS', slug: 'pilotissa' }).save(db);
  await otherWorkType({ code: 'TIIM', slug: 'tiimi' }).save(db);

  const types = appointmentTypesOf(db);
  const subject = { serviceId: pop.id };
  await types.writeGuidance.execute(theSystem(), subject, { forWhom: guidance });
  for (const state of ['IN_REVIEW', 'PUBLISHED'] as const) await types.changeGuidancePublication.execute(theSystem(), subject, state);

  const elsewhere = await aUnit().save(db, db.otherOrganisationId);
  const foreign = await aService({ slug: 'perheoikeus', unitIds: [elsewhere.id], name: { fi: 'Toinen', sv: 'Andra', en: 'Other' } }).save(
    db,
    db.otherOrganisationId,
  );
  await anAppointmentType({ serviceId: foreign.id, unitIds: [elsewhere.id], slug: 'muualla' }).save(db, db.otherOrganisationId);
});

describe('anybody', () => {
  it('reads the published services in every language', async () => {
    const { body } = await test.http().get('/api/v1/public/services').expect(200);

    expect(body).toEqual([
      expect.objectContaining({
        slug: 'perheoikeus',
        name,
        leaveQuickly: true,
        openTypes: 1,
        keywords: { fi: ['ero', 'elatus'], sv: ['skilsmässa'], en: ['separation'] },
      }),
    ]);
  });

  it.each(['ero', 'skilsmassa', 'separ', 'familjerätt'])('finds a service by "%s"', async (search) => {
    const { body } = await test.http().get('/api/v1/public/services').query({ search }).expect(200);
    expect(body).toMatchObject([{ slug: 'perheoikeus' }]);
  });

  it('finds nothing by what no service is called', async () => {
    expect((await test.http().get('/api/v1/public/services').query({ search: 'lomamatka' }).expect(200)).body).toEqual([]);
  });

  it('reads a service with guidance, its offices in production, and its types, those by right marked so', async () => {
    const { body } = await test.http().get('/api/v1/public/services/perheoikeus').expect(200);

    expect(body).toMatchObject({
      guidance: { forWhom: guidance, safety: null },
      offices: [{ id: popId, city: { sv: 'Näsiharju' } }],
      types: [
        { slug: 'eroaika', openToAll: true, audience: 'GENERAL' },
        { slug: 'ohjaus', openToAll: false, audience: 'RIGHT' },
      ],
    });
  });

  it('reads a type with its rules and where it is given', async () => {
    const { body } = await test.http().get('/api/v1/public/appointment-types/eroaika').expect(200);
    expect(
      (
        await test
          .http()
          .get(`/api/v1/public/appointment-types/${String(body.id)}`)
          .expect(200)
      ).body,
    ).toEqual(body);

    expect(body).toMatchObject({
      serviceSlug: 'perheoikeus',
      serviceName: name,
      leaveQuickly: true,
      durationMinutes: 90,
      modes: ['VISIT'],
      citizenMayBook: true,
      minNoticeHours: 24,
      horizonDays: 60,
      cancelDeadlineHours: 24,
      eligibilityStatement: { fi: 'Sovimme yhdessä.' },
      guidance: { forWhom: guidance },
      officeIds: [popId],
    });
  });

  it.each([
    'services/luonnos',
    'services/pilotti',
    'services/tuntematon',
    'appointment-types/vanhemmuus',
    'appointment-types/pilotissa',
    'appointment-types/tiimi',
  ])('cannot tell %s from what does not exist', async (path) => {
    const { body } = await test.http().get(`/api/v1/public/${path}`).expect(404);
    expect(body).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('reads each organisation on its own host only', async () => {
    const other = await test.http().get('/api/v1/public/services/perheoikeus').set('Host', otherHost).expect(200);
    expect(other.body).toMatchObject({ name: { fi: 'Toinen' }, types: [{ slug: 'muualla' }] });
    await test.http().get('/api/v1/public/appointment-types/muualla').expect(404);
    await test.http().get('/api/v1/public/appointment-types/eroaika').set('Host', otherHost).expect(404);
  });

  it('cannot search with a whole book', async () => {
    await test
      .http()
      .get('/api/v1/public/services')
      .query({ search: 'x'.repeat(101) })
      .expect(400);
  });
});

describe('an employee', () => {
  const codes = (body: unknown) => (body as { code: string }[]).map((type) => type.code);

  it('lists the types of the granted units, internal ones too, and other work', async () => {
    const { http } = await signedInAs(test, 'EMPLOYEE', popId);

    expect(codes((await http.get('/api/v1/appointment-types').expect(200)).body)).toEqual(['ERO', 'HA', 'TIIM', 'VANH']);
    expect(codes((await http.get('/api/v1/appointment-types').query({ category: 'OTHER' }).expect(200)).body)).toEqual(['TIIM']);
  });

  it('lists nothing before signing in', async () => {
    await test.http().get('/api/v1/appointment-types').expect(401);
  });
});
