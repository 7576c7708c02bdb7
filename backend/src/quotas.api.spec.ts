import { makeTestIdentityCode, newId, toLocalDate } from './kernel/index.ts';
import { ApiModule } from './api.module.ts';
import { testApplication } from './platform/testing/test-application.ts';
import { aClient } from './modules/clients/testing/index.ts';
import { signedInAs, testSession } from './modules/identity/testing/index.ts';
import { aBookingPlace } from './modules/reservations/testing/booking-place.ts';

const t = await testApplication({
  module: ApiModule,
  session: testSession,
  environment: {
    VUORO_IDENTITY_CODES_PER_MINUTE: '3',
    VUORO_IDENTITY_CODES_PER_DAY: '5',
    VUORO_CITIZEN_CHANGES_PER_DAY: '3',
    VUORO_CONTACT_CODES_PER_DAY: '2',
    VUORO_HOLDS_OF_A_TIME_PER_DAY: '3',
  },
});
const place = await aBookingPlace(t.db);
const start = t.clock.now();
const aMinuteLater = (): void => t.clock.set(t.clock.now().plus({ minutes: 1 }));

beforeEach(() => t.clock.set(start));

describe('identity codes that an employee tries', () => {
  const search = '/api/v1/clients/search';
  const codes = Array.from({ length: 7 }, (_, n) => makeTestIdentityCode(toLocalDate('1985-02-03'), 910 + n, '-'));

  it('are limited a minute and a day, searches and new clients together, and what was refused says nothing of anybody', async () => {
    const { http: browser } = await signedInAs(t, 'BOOKING_CLERK', place.unitId);
    const find = (code: string | undefined) => browser.post(search).send({ identityCode: code });
    const add = (identityCode: string | undefined, key = newId()) =>
      browser.post('/api/v1/clients').set('Idempotency-Key', key).send({ identityCode, firstNames: 'Aino', lastName: 'Uusi' });
    expect([(await find(codes[0])).status, (await add(codes[1])).status, (await find(codes[2])).status]).toEqual([200, 201, 200]);
    const [found, added] = [await find(codes[1]), await add(codes[1])];
    expect([found.body.code, added.body.code]).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
    expect(Number(found.headers['retry-after'])).toBeLessThanOrEqual(60);
    // Whoever has no code yet can be added all the time, and a search by name tries no code.
    expect(
      (
        await browser
          .post('/api/v1/clients')
          .set('Idempotency-Key', newId())
          .send({ birthOn: '1985-02-03', firstNames: 'Aino', lastName: 'Koodi' })
      ).status,
    ).toBe(201);
    expect((await browser.post(search).send({ lastName: 'Uusi', birthOn: '1985-02-03' })).status).toBe(200);
    aMinuteLater();
    expect([(await find(codes[3])).status, (await find(codes[4])).status]).toEqual([200, 200]);
    const tooMany = await find(codes[5]);
    expect({ status: tooMany.status, code: tooMany.body.code }).toEqual({ status: 429, code: 'TOO_MANY_IDENTITY_CODES_TODAY' });
    expect(Number(tooMany.headers['retry-after'])).toBeGreaterThan(3600);

    const refusals: { client_ids: string[]; object_ids: string[]; details: { reason: string } }[] = await t.db.admin.query(
      `SELECT client_ids, object_ids, details FROM audit_event WHERE what = 'denied' AND action = 'ClientSearchByIdentityCode'`,
    );
    expect(refusals).toHaveLength(2);
    expect(refusals.map(({ client_ids: of, object_ids: what, details }) => [of, what, details.reason])).toEqual([
      [[], [], 'RATE_LIMITED'],
      [[], [], 'TOO_MANY_IDENTITY_CODES_TODAY'],
    ]);
    const lines = t.logged.filter((line) => line.includes('identity-codes-tried-too-often'));
    expect(lines).toHaveLength(3);
    for (const code of codes) expect(t.logged.join('\n')).not.toContain(code);
  });

  it('cost nothing when they are mistyped, when another field of the form is wrong, or when the same request comes again', async () => {
    const { http: browser } = await signedInAs(t, 'BOOKING_CLERK', place.unitId);
    const add = (key: string, fields: object) =>
      browser
        .post('/api/v1/clients')
        .set('Idempotency-Key', key)
        .send({ firstNames: 'Aino', lastName: 'Uusi', ...fields });
    for (let n = 0; n < 4; n += 1) {
      expect((await browser.post(search).send({ identityCode: '030285-0000' })).status).toBe(400);
      expect((await add(newId(), { identityCode: '030285-0000' })).status).toBe(400);
      expect((await add(newId(), { identityCode: codes[6], phone: '12' })).status).toBe(400);
    }
    const key = newId();
    for (let n = 0; n < 4; n += 1) expect((await add(key, { identityCode: codes[6] })).status).toBe(201);
    expect((await browser.post(search).send({ identityCode: codes[6] })).status).toBe(200);
  });

  it('are counted for each employee alone', async () => {
    const { http: browser } = await signedInAs(t, 'BOOKING_CLERK', place.unitId);
    expect((await browser.post(search).send({ identityCode: codes[1] })).status).toBe(200);
  });
});

describe('a citizen who changes appointments', () => {
  const path = '/api/v1/citizen/reservations';
  const book = (browser: Awaited<ReturnType<typeof t.signInCitizen>>, offeredTimeId: string) =>
    browser.post(path).set('Idempotency-Key', newId()).send({ offeredTimeId, mode: 'VISIT' });

  it('books, moves and cancels so many times a day; refused tries do not count, and the next day begins anew', async () => {
    const { id } = await aClient().save(t.db);
    const browser = await t.signInCitizen(id);
    const [first, second] = [await place.offer('2026-12-10T08:00:00Z'), await place.offer('2026-12-11T08:00:00Z')];
    const booked = await book(browser, first);
    expect(booked.status).toBe(201);
    for (let n = 0; n < 4; n += 1) expect((await book(browser, newId())).status).toBe(404);
    const change = (command: string, version: number, body: object = {}) =>
      browser.post(`${path}/${booked.body.id}/${command}`).set('Idempotency-Key', newId()).set('If-Match', `"${version}"`).send(body);
    expect((await change('move', 1, { offeredTimeId: second, mode: 'VISIT' })).status).toBe(200);
    expect((await change('cancel', 2)).status).toBe(200);
    const refused = await book(browser, first);
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 429, code: 'TOO_MANY_CHANGES_TODAY' });
    t.clock.set(start.plus({ days: 1 }));
    const tomorrow = await t.signInCitizen(id);
    expect((await book(tomorrow, first)).status).toBe(201);
  });
});

describe('a citizen who holds a time', () => {
  const path = '/api/v1/citizen/holds';
  const hold = (browser: Awaited<ReturnType<typeof t.signInCitizen>>, offeredTimeId: string) =>
    browser.post(path).set('Idempotency-Key', newId()).send({ offeredTimeId, mode: 'VISIT' });

  it('cannot keep it from others for ever by giving it back and holding it anew, by turns with another, or in the next session', async () => {
    const { id } = await aClient().save(t.db);
    const browser = await t.signInCitizen(id);
    const [wanted, other] = [await place.offer('2026-12-15T08:00:00Z'), await place.offer('2026-12-16T08:00:00Z')];
    const first = await hold(browser, wanted);
    expect((await browser.delete(`${path}/${first.body.id}`)).status).toBe(204);
    expect((await hold(browser, wanted)).status).toBe(201);
    // The same hold, which keeps its end, is none that begins.
    for (let n = 0; n < 4; n += 1) expect((await hold(browser, wanted)).status).toBe(201);
    expect([(await hold(browser, other)).status, (await hold(browser, wanted)).status, (await hold(browser, other)).status]).toEqual([
      201, 201, 201,
    ]);
    const refused = await hold(await t.signInCitizen(id), wanted);
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 429, code: 'HELD_TOO_OFTEN' });
    // The other time is kept meanwhile, and others may have the wanted one.
    const { id: neighbour } = await aClient().save(t.db);
    expect((await hold(await t.signInCitizen(neighbour), wanted)).status).toBe(201);
  });
});

describe('codes that confirm a number or an address', () => {
  const ask = async (clientId: string, value: string) => {
    aMinuteLater();
    const browser = await t.signInCitizen(clientId);
    const answer = await browser.post('/api/v1/citizen/profile/contact-codes').send({ channel: 'EMAIL', value });
    return answer.body.code ?? answer.status;
  };

  it('are sent so many times a day to one person, whatever the addresses', async () => {
    const { id } = await aClient().save(t.db);
    expect([await ask(id, 'a@example.fi'), await ask(id, 'b@example.fi'), await ask(id, 'c@example.fi')]).toEqual([
      201,
      201,
      'TOO_MANY_CONTACT_CODES',
    ]);
  });

  it('are sent so many times a day to one address, whoever asks', async () => {
    const people = await Promise.all([aClient(), aClient(), aClient()].map((client) => client.save(t.db)));
    const outcomes = [];
    for (const { id } of people) outcomes.push(await ask(id, 'victim@example.fi'));
    expect(outcomes).toEqual([201, 201, 'TOO_MANY_CONTACT_CODES']);
  });
});
