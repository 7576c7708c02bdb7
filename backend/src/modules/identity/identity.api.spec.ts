import { beforeEach, describe, expect, it } from '@jest/globals';
import { toLocalDate } from '../../kernel/index.ts';
import { otherHost, theSystem } from '../../platform/testing/index.ts';
import { testApplication } from '../../platform/testing/test-application.ts';
import { aClient } from '../clients/testing/index.ts';
import { aUnit } from '../organisation/testing/index.ts';
import { anEmployee } from '../staff/testing/index.ts';
import { EndSessions } from './end-sessions.ts';
import { EndForeignSessions } from './end-foreign-sessions.ts';
import { GrantRole } from './grant-role.ts';
import { RevokeRole } from './revoke-role.ts';
import { IdentityTestModule } from './testing/identity-test-module.ts';
import { testSession } from './testing/index.ts';

const { app, db, clock, http, signInCitizen, signInEmployee } = await testApplication({ module: IdentityTestModule, session: testSession });
const start = clock.now();
const citizenPage = '/api/v1/citizen/profile';

const area = await aUnit({ kind: 'AREA' }).save(db);
const office = await aUnit({ parentId: area.id }).save(db);
const aino = await aClient({ firstNames: 'Aino', lastName: 'Virtanen' }).save(db);
const eero = await aClient().save(db);
const liisa = await anEmployee({ homeUnitId: office.id, week: null }).save(db);
const left = await anEmployee({ homeUnitId: office.id, week: null, employedTo: toLocalDate('2026-11-23') }).save(db);
await app
  .get(GrantRole)
  .execute(theSystem(), { employeeId: liisa.id, role: 'SUPERVISOR', unitId: area.id, validFrom: toLocalDate('2026-01-01') });

beforeEach(async () => {
  clock.set(start);
  await db.admin.query('DELETE FROM session');
});

const cookieOf = (surface: 'CITIZEN' | 'EMPLOYEE', id: string) => testSession.open(app, db.organisationId, surface, id);

describe('a citizen session', () => {
  it('tells who is signed in and when it ends, and nothing to who is not', async () => {
    const session = (await (await signInCitizen(aino.id)).get('/api/v1/citizen/session').expect(200)).body as Record<string, unknown>;
    expect(session).toEqual({
      signedIn: true,
      name: 'Aino Virtanen',
      clientId: aino.id,
      now: '2026-11-24T08:00:00.000Z',
      idleEndsAt: '2026-11-24T08:15:00.000Z',
      endsAt: '2026-11-24T12:00:00.000Z',
      onBehalfOf: null,
    });
    expect((await http().get('/api/v1/citizen/session').expect(200)).body).toMatchObject({ signedIn: false, name: null, clientId: null });
    await http().get(citizenPage).expect(401);
  });

  it('ends after a quarter of an hour without a request', async () => {
    const browser = await signInCitizen(aino.id);
    clock.advance({ minutes: 14, seconds: 59 });
    await browser.get(citizenPage).expect(200);
    clock.advance({ minutes: 15 });
    await browser.get(citizenPage).expect(401);
  });

  it('is not prolonged by looking at its own state, but by asking for it', async () => {
    const browser = await signInCitizen(aino.id);
    clock.advance({ minutes: 10 });
    await browser.get('/api/v1/citizen/session').expect(200);
    expect((await browser.post('/api/v1/citizen/session/extend').expect(200)).body).toMatchObject({
      idleEndsAt: '2026-11-24T08:25:00.000Z',
    });
    clock.advance({ minutes: 10 });
    await browser.get('/api/v1/citizen/session').expect(200);
    clock.advance({ minutes: 5 });
    await browser.get(citizenPage).expect(401);
  });

  it('is not prolonged by a page that reads by itself while nobody is there', async () => {
    const browser = await signInCitizen(aino.id);
    clock.advance({ minutes: 10 });
    await browser.get(citizenPage).set('X-Unattended', 'true').expect(200);
    clock.advance({ minutes: 5 });
    await browser.get(citizenPage).expect(401);
  });

  it('ends after four hours however busy it was', async () => {
    const browser = await signInCitizen(aino.id);
    for (let quarter = 0; quarter < 17; quarter += 1) {
      clock.advance({ minutes: 14 });
      await browser.get(citizenPage).expect(200);
    }
    clock.advance({ minutes: 2 });
    await browser.get(citizenPage).expect(401);
  });

  it('is one of three at most: the fourth ends the first', async () => {
    const browsers = [];
    for (let count = 0; count < 4; count += 1) {
      clock.advance({ seconds: 1 });
      browsers.push(await signInCitizen(aino.id));
    }
    const statuses = await Promise.all(browsers.map(async (browser) => (await browser.get(citizenPage)).status));
    expect(statuses).toEqual([401, 200, 200, 200]);
  });

  it('is open at once even when three others were opened in the same instant', async () => {
    const browsers = await Promise.all(Array.from({ length: 4 }, () => signInCitizen(aino.id)));
    const statuses = await Promise.all(browsers.map(async (browser) => (await browser.get(citizenPage)).status));
    expect(statuses.sort()).toEqual([200, 200, 200, 401]);
  });

  it('opens nothing when its cookie is shown to another organisation', async () => {
    const cookie = await cookieOf('CITIZEN', aino.id);
    await http().get(citizenPage).set('Cookie', cookie).set('Host', otherHost).expect(401);
    await http().get(citizenPage).set('Cookie', cookie).expect(200);
  });

  it('opens nothing on the other surface, whatever the cookie is called', async () => {
    const cookie = await cookieOf('CITIZEN', aino.id);
    await http().post('/api/v1/session/extend').set('Cookie', cookie).expect(401);
    await http().post('/api/v1/session/extend').set('Cookie', cookie.replace('__Host-asiointi', '__Host-tyo')).expect(401);
  });

  it('is not looked at beside an Authorization header', async () => {
    const cookie = await cookieOf('CITIZEN', aino.id);
    await http().get(citizenPage).set('Cookie', cookie).set('Authorization', 'Bearer x').expect(401);
    // No page of another site ends a session in this way either.
    const signOut = await http()
      .post('/auth/citizen/logout')
      .set('Cookie', cookie)
      .set('Authorization', 'Bearer x')
      .set('X-Requested-By', '')
      .set('Sec-Fetch-Site', 'cross-site');
    expect(signOut.headers['set-cookie']).toBeUndefined();
    await http().get(citizenPage).set('Cookie', cookie).expect(200);
  });

  it('is not found by an id whose signature is wrong, nor by the hash that the database holds', async () => {
    const cookie = await cookieOf('CITIZEN', aino.id);
    const [row] = (await db.admin.query('SELECT id_hash AS hash FROM session')) as { hash: string }[];
    expect(cookie).not.toContain(row?.hash);
    await http().get(citizenPage).set('Cookie', cookie.slice(0, -2)).expect(401);
    await http().get(citizenPage).set('Cookie', `__Host-asiointi=${row?.hash}`).expect(401);
  });
});

describe('signing out', () => {
  it('ends the session at once, is logged, and tells the browser to forget its cookie', async () => {
    const browser = await signInCitizen(aino.id);
    const answer = await browser.post('/auth/citizen/logout').expect(200);
    expect(answer.body).toEqual({ redirectTo: '/' });
    expect(String(answer.headers['set-cookie'])).toMatch(/__Host-asiointi=;.*Expires=Thu, 01 Jan 1970/);
    await browser.get(citizenPage).expect(401);
    const rows = (await db.admin.query('SELECT what FROM audit_event WHERE actor_id = $1 ORDER BY id DESC LIMIT 1', [aino.id])) as {
      what: string;
    }[];
    expect(rows).toEqual([{ what: 'sign-out' }]);
  });

  it('leaves the other application signed in', async () => {
    const cookies = `${await cookieOf('CITIZEN', aino.id)}; ${await cookieOf('EMPLOYEE', liisa.id)}`;
    await http().post('/auth/citizen/logout').set('Cookie', cookies).expect(200);
    await http().post('/api/v1/session/extend').set('Cookie', cookies).expect(200);
  });

  it('AC 05: cannot be done by another site', async () => {
    const browser = await signInCitizen(aino.id);
    await browser.post('/auth/citizen/logout').set('Sec-Fetch-Site', 'cross-site').expect(403);
    await browser.post('/auth/citizen/logout').set('X-Requested-By', '').expect(403);
    await browser.get('/auth/citizen/logout').expect((answer) => expect([404, 405]).toContain(answer.status));
    await browser.get(citizenPage).expect(200);
  });
});

describe('where else one is signed in', () => {
  it('is told by times alone, the latest used first, and without what has ended', async () => {
    const others = '/api/v1/citizen/session/others';
    await signInCitizen(aino.id);
    clock.advance({ minutes: 14 });
    const library = await signInCitizen(aino.id);
    await signInCitizen(eero.id);
    clock.advance({ minutes: 2 });
    const phone = await signInCitizen(aino.id);
    expect((await phone.get(others).expect(200)).body).toEqual([
      { signedInAt: '2026-11-24T08:14:00.000Z', lastSeenAt: '2026-11-24T08:14:00.000Z' },
    ]);
    expect((await library.get(others).expect(200)).body).toEqual([
      { signedInAt: '2026-11-24T08:16:00.000Z', lastSeenAt: '2026-11-24T08:16:00.000Z' },
    ]);
    await http().get(others).expect(401);
  });

  it('can be ended: the other browsers find nobody signed in, one’s own goes on, and the usage log says how many', async () => {
    const [library, tablet, phone, ofEero] = [
      await signInCitizen(aino.id),
      await signInCitizen(aino.id),
      await signInCitizen(aino.id),
      await signInCitizen(eero.id),
    ];
    await phone.post('/api/v1/citizen/session/end-others').set('Sec-Fetch-Site', 'cross-site').expect(403);
    await library.get(citizenPage).expect(200);
    await phone.post('/api/v1/citizen/session/end-others').expect(204);
    const statuses = await Promise.all([library, tablet, phone, ofEero].map(async (browser) => (await browser.get(citizenPage)).status));
    expect(statuses).toEqual([401, 401, 200, 200]);
    expect((await phone.get('/api/v1/citizen/session/others')).body).toEqual([]);
    const rows = (await db.admin.query(`SELECT what, details FROM audit_event WHERE action = 'OtherSessionsEnd' AND actor_id = $1`, [
      aino.id,
    ])) as unknown[];
    expect(rows).toEqual([{ what: 'sign-out', details: { ended: 2 } }]);
  });
});

describe('an employee session', () => {
  it('tells roles and actions, and ends after half an hour without a request', async () => {
    const browser = await signInEmployee(liisa.id);
    const session = (await browser.get('/api/v1/session').expect(200)).body as { actions: string[] };
    expect(session).toMatchObject({
      signedIn: true,
      employeeId: liisa.id,
      roles: [{ role: 'SUPERVISOR', unitId: area.id }],
      idleEndsAt: '2026-11-24T08:30:00.000Z',
      endsAt: '2026-11-24T18:00:00.000Z',
    });
    expect(session.actions).toContain('CLIENT_SEARCH');
    expect(session.actions).not.toContain('ROLE_GRANT');
    clock.advance({ minutes: 30 });
    await browser.post('/api/v1/session/extend').expect(401);
  });

  it('cannot be opened for somebody whose employment has ended', async () => {
    await expect(signInEmployee(left.id)).rejects.toThrow();
    expect(await db.admin.query('SELECT 1 FROM session')).toEqual([]);
  });

  it('AC 30: ends with the employment, from the next request on', async () => {
    const somebody = await anEmployee({ homeUnitId: office.id, week: null }).save(db);
    await app
      .get(GrantRole)
      .execute(theSystem(), { employeeId: somebody.id, role: 'EMPLOYEE', unitId: office.id, validFrom: toLocalDate('2026-01-01') });
    const browser = await signInEmployee(somebody.id);
    await browser.post('/api/v1/session/extend').expect(200);
    await db.admin.query(`UPDATE employee SET employed_to = '2026-11-23' WHERE id = $1`, [somebody.id]);
    await browser.post('/api/v1/session/extend').expect(401);
  });

  it('AC 30: is ended by a supervisor of the unit, and by nobody without that right', async () => {
    const somebody = await anEmployee({ homeUnitId: office.id, week: null }).save(db);
    const elsewhere = await anEmployee({ homeUnitId: (await aUnit().save(db)).id, week: null }).save(db);
    const browser = await signInEmployee(somebody.id);
    const supervisor = await signInEmployee(liisa.id);
    await supervisor.post(`/api/v1/employees/${elsewhere.id}/end-sessions`).expect(404);
    await browser.post(`/api/v1/employees/${liisa.id}/end-sessions`).expect(403);
    await supervisor.post(`/api/v1/employees/${somebody.id}/end-sessions`).expect(204);
    expect((await browser.get('/api/v1/session').expect(200)).body).toMatchObject({ signedIn: false });
    expect(await app.get(EndSessions).ofEmployee(theSystem(), somebody.id)).toBe(0);
  });

  it('loses a role with the request after it was taken away', async () => {
    const somebody = await anEmployee({ homeUnitId: office.id, week: null }).save(db);
    const grantId = await app
      .get(GrantRole)
      .execute(theSystem(), { employeeId: somebody.id, role: 'ADMINISTRATOR', unitId: office.id, validFrom: toLocalDate('2026-01-01') });
    const browser = await signInEmployee(somebody.id);
    await browser.post('/api/v1/session/extend').expect(200);
    await app.get(RevokeRole).execute(theSystem(), grantId);
    await browser.post('/api/v1/session/extend').expect(403);
  });

  it('has no role before its first day or after its last', async () => {
    const somebody = await anEmployee({ homeUnitId: office.id, week: null }).save(db);
    await app.get(GrantRole).execute(theSystem(), {
      employeeId: somebody.id,
      role: 'BOOKING_CLERK',
      unitId: office.id,
      validFrom: toLocalDate('2026-11-25'),
      validTo: toLocalDate('2026-11-25'),
    });
    const rolesAt = async (time: string) => {
      clock.set(start.set({ day: Number(time) }));
      return ((await (await signInEmployee(somebody.id)).get('/api/v1/session').expect(200)).body as { roles: unknown[] }).roles.length;
    };
    expect([await rolesAt('24'), await rolesAt('25'), await rolesAt('26')]).toEqual([0, 1, 0]);
  });
});

describe('sessions of identity providers that this installation does not have', () => {
  it('are deleted', async () => {
    const browser = await signInCitizen(eero.id);
    await browser.get(citizenPage).expect(200);
    expect(await app.get(EndForeignSessions).execute()).toBe(1);
    await browser.get(citizenPage).expect(401);
  });
});
