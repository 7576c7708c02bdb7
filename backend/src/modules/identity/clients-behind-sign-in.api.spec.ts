import { beforeEach, describe, expect, it } from '@jest/globals';
import { makeTestIdentityCode, newId, toLocalDate } from '../../kernel/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { theSystem } from '../../platform/testing/index.ts';
import { testApplication } from '../../platform/testing/test-application.ts';
import { ContactConfirmation } from '../clients/index.ts';
import { ForgetExpiredCodes } from '../clients/forget-expired-codes.ts';
import { aClient } from '../clients/testing/index.ts';
import { aUnit } from '../organisation/testing/index.ts';
import { anEmployee } from '../staff/testing/index.ts';
import { GrantRole } from './grant-role.ts';
import { IdentityTestModule, statedRelations as relations } from './testing/identity-test-module.ts';
import { testSession } from './testing/index.ts';

const { app, db, clock, signInCitizen, signInEmployee } = await testApplication({ module: IdentityTestModule, session: testSession });
const start = clock.now();
const birthOn = toLocalDate('1990-05-06');

const office = await aUnit().save(db);
const otherOffice = await aUnit().save(db);
const employeeWith = async (role: 'EMPLOYEE' | 'BOOKING_CLERK' | 'SUPERVISOR' | 'ADMINISTRATOR') => {
  const employee = await anEmployee({ homeUnitId: office.id, week: null }).save(db);
  await app.get(GrantRole).execute(theSystem(), { employeeId: employee.id, role, unitId: office.id, validFrom: toLocalDate('2026-01-01') });
  return employee.id;
};
const [worker, clerk, admin] = [await employeeWith('EMPLOYEE'), await employeeWith('BOOKING_CLERK'), await employeeWith('ADMINISTRATOR')];
const details = { phone: '+358401234567' as never, email: 'aino@example.fi' as never, birthOn };
const aino = await aClient({ lastName: 'Virtanen', ...details }).save(db);
const hidden = await aClient({ lastName: 'Piilo', nonDisclosure: true, ...details }).save(db);
const stranger = await aClient({ lastName: 'Vieras', ...details }).save(db);

const relation = (clientId: string, unitId: string) => ({ clientId, unitId, serviceId: newId(), employeeIds: [worker] });
const lastAudit = async () =>
  (
    (await db.admin.query(
      'SELECT action, what, result, client_ids AS "clientIds", details FROM audit_event ORDER BY id DESC LIMIT 1',
    )) as object[]
  )[0];

beforeEach(async () => {
  clock.set(start);
  // No more than three sessions a person, and in this test all of them begin in the same instant.
  await db.admin.query('DELETE FROM session');
  relations.splice(0, relations.length, relation(aino.id, office.id), relation(hidden.id, office.id));
});

describe('an employee who looks for a client', () => {
  it('finds by exact identity code, and the search is logged with its hit', async () => {
    const found = await (await signInEmployee(clerk)).post('/api/v1/clients/search').send({ identityCode: aino.identityCode }).expect(200);
    expect(found.body).toMatchObject([
      { id: aino.id, identityCodeMasked: `${aino.identityCode?.slice(0, 7)}****`, phone: '+358401234567', emailMasked: true },
    ]);
    expect(JSON.stringify(found.body)).not.toContain(aino.identityCode);
    expect(await lastAudit()).toMatchObject({ what: 'search', result: 'OK', clientIds: [aino.id] });
  });

  it('sees by what the client is told of reservations, and never the contact itself of a protected one', async () => {
    const ofChannels = async (code: string | null) => {
      const found = await (await signInEmployee(clerk)).post('/api/v1/clients/search').send({ identityCode: code }).expect(200);
      return (found.body as { toldBy: string[] }[])[0]?.toldBy;
    };
    const confirmed = await aClient({
      ...details,
      birthOn: toLocalDate('1991-05-06'),
      identityCode: makeTestIdentityCode(toLocalDate('1991-05-06'), 901, '-'),
      contactsConfirmed: true,
    }).save(db);
    expect(await ofChannels(confirmed.identityCode)).toEqual(['SMS', 'EMAIL']);
    expect(await ofChannels(aino.identityCode)).toEqual([]);
    await db.admin.query(`UPDATE client SET quiet_contact = 'NO_MESSAGES' WHERE id = $1`, [confirmed.id]);
    expect(await ofChannels(confirmed.identityCode)).toEqual([]);
  });

  it('is logged without a hit, too', async () => {
    const found = await (await signInEmployee(clerk)).post('/api/v1/clients/search').send({ identityCode: '010195-9930' }).expect(200);
    expect(found.body).toEqual([]);
    expect(await lastAudit()).toEqual({
      action: 'ClientSearchByIdentityCode',
      what: 'search',
      result: 'MISS',
      clientIds: [],
      details: { hits: 0 },
    });
  });

  it('finds by name and birth date only those of the own units', async () => {
    const browser = await signInEmployee(clerk);
    const search = async (lastName: string) =>
      (await browser.post('/api/v1/clients/search').send({ lastName, birthOn }).expect(200)).body as { id: string }[];
    expect((await search('virtanen')).map((client) => client.id)).toEqual([aino.id]);
    expect(await search('Vieras')).toEqual([]);
    relations.push(relation(stranger.id, otherOffice.id));
    expect(await search('Vieras')).toEqual([]);
    expect(await search('Virt')).toEqual([]);
    expect(await lastAudit()).toMatchObject({ result: 'MISS', clientIds: [], details: { hits: 0 } });
  });

  it('leaves a row in the log of whom the search met outside the reach, and reads nothing of that person', async () => {
    const browser = await signInEmployee(clerk);
    const [kept]: { phone: string }[] = await db.admin.query('SELECT phone_encrypted AS phone FROM client WHERE id = $1', [stranger.id]);
    await db.admin.query(`UPDATE client SET phone_encrypted = 'unreadable' WHERE id = $1`, [stranger.id]);
    expect((await browser.post('/api/v1/clients/search').send({ lastName: 'Vieras', birthOn }).expect(200)).body).toEqual([]);
    expect(await lastAudit()).toMatchObject({
      action: 'ClientSearchByName',
      what: 'search',
      result: 'DENIED',
      clientIds: [stranger.id],
      details: { hits: 0, outsideReach: 1 },
    });
    await db.admin.query('UPDATE client SET phone_encrypted = $2 WHERE id = $1', [stranger.id, kept?.phone]);
  });

  it.each([{}, { lastName: 'Virtanen' }, { birthOn }, { identityCode: '010195-9930', lastName: 'Virtanen', birthOn }])(
    'has to say exactly whom: %j',
    async (body) => {
      await (await signInEmployee(clerk)).post('/api/v1/clients/search').send(body).expect(400);
    },
  );

  it('may not, as an administrator', async () => {
    const browser = await signInEmployee(admin);
    await browser.post('/api/v1/clients/search').send({ identityCode: aino.identityCode }).expect(403);
    await browser.get(`/api/v1/clients/${aino.id}`).expect(403);
  });
});

describe("a client's card", () => {
  it('shows the own employee everything, and a clerk the number only', async () => {
    expect((await (await signInEmployee(worker)).get(`/api/v1/clients/${aino.id}`).expect(200)).body).toMatchObject({
      phone: '+358401234567',
      email: 'aino@example.fi',
    });
    expect((await (await signInEmployee(clerk)).get(`/api/v1/clients/${aino.id}`).expect(200)).body).toMatchObject({
      phoneMasked: false,
      email: 'a•••@example.fi',
    });
  });

  it('T6: shows nobody a way to reach a person with a non-disclosure', async () => {
    for (const employee of [worker, clerk]) {
      const { body } = await (await signInEmployee(employee)).get(`/api/v1/clients/${hidden.id}`).expect(200);
      expect(body).toMatchObject({ nonDisclosure: true, phone: null, phoneMasked: true, email: null, emailMasked: true });
    }
  });

  it('AC 01: does not exist for who has nothing to do with the client; the attempt is logged', async () => {
    const browser = await signInEmployee(worker);
    const refused = await browser.get(`/api/v1/clients/${stranger.id}`).expect(404);
    const nobody = newId();
    const missing = await browser.get(`/api/v1/clients/${nobody}`).expect(404);
    expect(
      await db.admin.query(`SELECT result FROM audit_event WHERE what = 'denied' AND client_ids @> ARRAY[$1::uuid]`, [nobody]),
    ).toEqual([{ result: 'DENIED' }]);
    expect({ ...refused.body, requestId: '', instance: '' }).toEqual({ ...missing.body, requestId: '', instance: '' });
    expect(
      await db.admin.query(`SELECT result FROM audit_event WHERE what = 'denied' AND client_ids @> ARRAY[$1::uuid]`, [stranger.id]),
    ).toEqual([{ result: 'DENIED' }]);
  });

  it('opens for an hour to who has stated the whole identity code', async () => {
    const browser = await signInEmployee(clerk);
    await browser.post('/api/v1/clients/search').send({ identityCode: stranger.identityCode }).expect(200);
    expect((await browser.get(`/api/v1/clients/${stranger.id}`).expect(200)).body).toMatchObject({
      phone: '+358•••••67',
      phoneMasked: true,
    });
    await (await signInEmployee(clerk)).get(`/api/v1/clients/${stranger.id}`).expect(404);
    clock.advance({ minutes: 29 });
    await browser.post('/api/v1/session/extend').expect(200);
    clock.advance({ minutes: 29 });
    await browser.post('/api/v1/session/extend').expect(200);
    clock.advance({ minutes: 3 });
    await browser.get(`/api/v1/clients/${stranger.id}`).expect(404);
  });

  it.each([
    ['/birthOn', 'OUT_OF_RANGE', { birthOn: '2026-11-25' }],
    ['/birthOn', 'OUT_OF_RANGE', { birthOn: '1880-01-01' }],
    ['/identityCode', 'OUT_OF_RANGE', { birthOn: undefined, identityCode: makeTestIdentityCode(toLocalDate('2030-01-01'), 904, 'A') }],
    ['/firstNames', 'HIDDEN_CHARACTER', { firstNames: 'Ai\u202eon' }],
    ['/lastName', 'HIDDEN_CHARACTER', { lastName: 'Virtanen\u0007' }],
    ['/lastName', 'WRONG_FORM', { lastName: 'Virta\nnen' }],
    ['/firstNames', 'WRONG_FORM', { firstNames: 'Ai\u200bno' }],
  ])('is refused at %s with %s: %j', async (pointer, code, given) => {
    const body = { birthOn: '1990-05-06', firstNames: 'Uusi', lastName: 'Asiakas', ...given };
    const answer = await (await signInEmployee(clerk)).post('/api/v1/clients').set('Idempotency-Key', newId()).send(body).expect(400);
    expect(answer.body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ pointer, code }] });
  });

  it('is made once however often the button is pressed, and not twice for one person', async () => {
    const browser = await signInEmployee(clerk);
    const body = {
      identityCode: makeTestIdentityCode(toLocalDate('2002-02-02'), 903, 'A'),
      firstNames: 'Uusi',
      lastName: 'Asiakas',
      phone: '040 765 4321',
    };
    const create = (key: string) => browser.post('/api/v1/clients').set('Idempotency-Key', key).send(body);
    const key = newId();
    const first = await create(key).expect(201);
    expect(first.body).toMatchObject({ birthOn: '2002-02-02', phone: '+358407654321' });
    expect((await create(key).expect(201)).body).toEqual(first.body);
    expect((await create(newId()).expect(409)).body).toMatchObject({ code: 'CLIENT_EXISTS' });
  });

  it('and is known already leaves the hit in the usage log like a search, however the refusal comes', async () => {
    const browser = await signInEmployee(clerk);
    const identityCode = makeTestIdentityCode(toLocalDate('2003-03-03'), 904, 'A');
    const known = await aClient({ identityCode }).save(db);
    const key = newId();
    const create = () =>
      browser
        .post('/api/v1/clients')
        .set('Idempotency-Key', key)
        .send({ identityCode, firstNames: 'Uusi', lastName: 'Asiakas' })
        .expect(409);
    const hits = () =>
      db.admin.query(`SELECT action, result FROM audit_event WHERE what = 'search' AND client_ids = ARRAY[$1::uuid]`, [known.id]);
    await create();
    expect(await hits()).toEqual([{ action: 'ClientSearchByIdentityCode', result: 'OK' }]);
    await create();
    expect(await hits()).toHaveLength(2);
  });
});

describe('own details', () => {
  const profile = '/api/v1/citizen/profile';

  it('change only with the version that was seen, and a new number is unconfirmed', async () => {
    const me = await aClient({ phone: '+358401234567' as never }).save(db);
    const browser = await signInCitizen(me.id);
    const { headers } = await browser.get(profile).expect(200);
    await browser.patch(profile).send({ messageLanguage: 'sv' }).expect(428);
    const changed = await browser
      .patch(profile)
      .set('If-Match', String(headers['etag']))
      .send({ phone: '040 765 4321', reminderChannels: ['SMS'], interpreterNeeded: true, interpreterLanguage: 'so' })
      .expect(200);
    expect(changed.body).toMatchObject({
      phone: '+358407654321',
      phoneConfirmed: false,
      reminderChannels: ['SMS'],
      interpreterLanguage: 'so',
      version: 2,
    });
    await browser.patch(profile).set('If-Match', String(headers['etag'])).send({ messageLanguage: 'sv' }).expect(412);
    const wrong = await browser.patch(profile).set('If-Match', '"2"').send({ email: 'a@example.fi\nBcc: b@example.fi' }).expect(400);
    expect(wrong.body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ pointer: '/email' }] });
  });

  describe('of who has confirmed a number or an address', () => {
    const birthDates = ['1971-01-01', '1972-01-01', '1973-01-01', '1974-01-01'];
    const somebody = async (given: object = {}) => {
      const me = await aClient({
        phone: '+358401234567' as never,
        contactsConfirmed: true,
        birthOn: toLocalDate(birthDates.pop() ?? ''),
        ...given,
      }).save(db);
      const browser = await signInCitizen(me.id);
      clock.advance({ minutes: 5 });
      const { headers } = await browser.get(profile).expect(200);
      const change = (body: object) => browser.patch(profile).set('If-Match', String(headers['etag'])).send(body);
      return { browser, change };
    };

    it.each([
      ['another number', { phone: '040 765 4321' }],
      ['no number', { phone: null }],
      ['an address besides', { email: 'uusi@example.fi' }],
    ])('change to %s only after a sign-in of the last five minutes', async (_what, body) => {
      const { browser, change } = await somebody();
      expect((await change(body).expect(403)).body).toMatchObject({ code: 'FRESH_SIGN_IN_REQUIRED' });
      expect((await browser.get(profile)).body).toMatchObject({ phone: '+358401234567', phoneConfirmed: true, email: null, version: 1 });
    });

    it('change freely in everything else, the same number written otherwise among it', async () => {
      const { browser, change } = await somebody();
      await change({ phone: '040 123 4567', messageLanguage: 'sv', reminderChannels: [] }).expect(200);
      // Not by the way of a code either, which would make its number the profile's.
      const code = (value: string) => browser.post(`${profile}/contact-codes`).send({ channel: 'SMS', value });
      expect((await code('040 765 4321').expect(403)).body).toMatchObject({ code: 'FRESH_SIGN_IN_REQUIRED' });
      await code('040 123 4567').expect(201);
    });
  });

  it('are confirmed for another number only while the sign-in is fresh, although its code was asked for in time', async () => {
    const me = await aClient({ phone: '+358401234567' as never, contactsConfirmed: true }).save(db);
    const browser = await signInCitizen(me.id);
    await browser.post(`${profile}/contact-codes`).send({ channel: 'SMS', value: '040 765 4321' }).expect(201);
    const { code } = await sentCode(me.id);
    clock.advance({ minutes: 5 });
    const confirm = () => browser.post(`${profile}/contact-confirmations`).send({ channel: 'SMS', code });
    expect((await confirm().expect(403)).body).toMatchObject({ code: 'FRESH_SIGN_IN_REQUIRED' });
    expect((await browser.get(profile)).body).toMatchObject({ phone: '+358401234567', phoneConfirmed: true });
  });

  it('AC 03: cannot be anything but details', async () => {
    const browser = await signInCitizen(aino.id);
    for (const field of ['nonDisclosure', 'quietContact', 'phoneConfirmedAt', 'deceasedOn', 'id', 'version']) {
      await browser
        .patch(profile)
        .set('If-Match', '"1"')
        .send({ [field]: true })
        .expect(400);
    }
  });

  it('are confirmed by the code that was sent, within five attempts and ten minutes', async () => {
    const me = await aClient().save(db);
    const browser = await signInCitizen(me.id);
    const request = () => browser.post(`${profile}/contact-codes`).send({ channel: 'SMS', value: '040 765 4321' });
    const confirm = (code: string) => browser.post(`${profile}/contact-confirmations`).send({ channel: 'SMS', code });
    await request().expect(201);
    clock.advance({ seconds: 20 });
    await request().expect(429).expect('Retry-After', '40');
    const { code, recipient } = await sentCode(me.id);
    expect(recipient).toBe('+358407654321');
    const wrong = code === '000000' ? '111111' : '000000';
    expect((await confirm(wrong).expect(422)).body).toMatchObject({ code: 'CONTACT_CODE_WRONG' });
    expect((await confirm(code).expect(200)).body).toMatchObject({ phone: '+358407654321', phoneConfirmed: true });
    await confirm(code).expect(409);

    clock.advance({ minutes: 2 });
    await request().expect(201);
    const second = await sentCode(me.id);
    for (let attempt = 0; attempt < 5; attempt += 1) await confirm(second.code === '000000' ? '111111' : '000000').expect(422);
    await confirm(second.code).expect(409);

    clock.advance({ minutes: 2 });
    await request().expect(201);
    const third = await sentCode(me.id);
    clock.advance({ minutes: 10 });
    await confirm(third.code).expect(409);
    await app.get(ForgetExpiredCodes, { strict: false }).execute();
    expect(await db.admin.query('SELECT 1 FROM contact_code WHERE client_id = $1', [me.id])).toEqual([]);
  });
});

async function sentCode(clientId: string): Promise<{ code: string; recipient: string }> {
  const [event] = (await db.admin.query(
    `SELECT subject_id AS id, payload::text AS payload FROM outbox_message WHERE type = 'clients.contact-code-requested' AND payload->>'clientId' = $1 ORDER BY created_at DESC, id DESC LIMIT 1`,
    [clientId],
  )) as { id: string; payload: string }[];
  const message = await app
    .get(Transactions)
    .run(db, (tx) => app.get(ContactConfirmation, { strict: false }).messageOf(tx, event?.id ?? ''));
  if (message === null) throw new Error('No code is open.');
  // Events pass through the queue: the code itself never does.
  expect(event?.payload).not.toContain(message.code);
  return message;
}
