import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, toLocalDate } from '../../kernel/index.ts';
import { testHost, theSystem } from '../../platform/testing/index.ts';
import { testApplication } from '../../platform/testing/test-application.ts';
import { aUnit } from '../organisation/testing/index.ts';
import { anEmployee } from '../staff/testing/index.ts';
import { BindEmployeeSignIn } from './bind-employee-sign-in.ts';
import { GrantRole } from './grant-role.ts';
import { IdentityTestModule } from './testing/identity-test-module.ts';
import { testSession } from './testing/index.ts';
import { smallProvider, type NextPerson } from './testing/small-provider.ts';
import { signInWalks, Walk } from './testing/walk-through.ts';

const provider = await smallProvider([`http://${testHost}/auth/citizen/callback`, `http://${testHost}/auth/employee/callback`]);
afterAll(() => provider.stop());

const { app, db, clock, http } = await testApplication({
  module: IdentityTestModule,
  session: testSession,
  environment: {
    OIDC_CITIZEN_ISSUER: provider.issuer,
    OIDC_CITIZEN_CLIENT_KEY_FILE: provider.keyFile,
    OIDC_EMPLOYEE_ISSUER: provider.issuer,
    OIDC_EMPLOYEE_CLIENT_KEY_FILE: provider.keyFile,
    VUORO_SIGN_INS_PER_ADDRESS: '1000',
  },
});
const start = clock.now();
const { begin, signIn } = signInWalks(http);
const aino = { 'urn:oid:1.2.246.21': '010195-9930', given_name: 'Aino', family_name: 'Virtanen', 'urn:oid:1.2.246.517.2002.2.27': '0' };

let subject = '';
const comesNext = (person: Partial<NextPerson>) =>
  provider.next({ subject, acr: 'http://ftn.ficora.fi/2017/loa2', claims: aino, ...person });

beforeEach(async () => {
  clock.set(start);
  await db.admin.query('TRUNCATE session, client CASCADE');
  subject = newId();
  await comesNext({});
});

describe('a sign-in that has to be a new one', () => {
  const profile = '/api/v1/citizen/profile';
  const asked = (address: string) => {
    const query = new URL(address).searchParams;
    return [query.get('max_age'), query.get('prompt')];
  };
  const change = async (walk: Walk, phone: string) => {
    const { headers } = await http().get(profile).set('Cookie', walk.cookies).expect(200);
    const answer = await http().patch(profile).set('Cookie', walk.cookies).set('If-Match', String(headers['etag'])).send({ phone });
    return [answer.status, (answer.body as { code?: string }).code];
  };
  const confirmContact = () =>
    db.admin.query(`UPDATE client SET phone_confirmed_at = '2026-01-01', email_confirmed_at = '2026-01-01' WHERE last_name = 'Virtanen'`);

  it('is asked for with prompt and an age of five minutes; any other may rest on single sign-on of the last four hours', async () => {
    expect(asked(await begin('citizen', new Walk()))).toEqual(['14400', null]);
    expect(asked(await begin('citizen', new Walk(), '?fresh=1'))).toEqual(['300', 'login']);
    expect(asked(await begin('employee', new Walk()))).toEqual(['36000', null]);
  });

  it('makes the change possible that a session through single sign-on was refused, under a new id', async () => {
    await comesNext({ recognisedAgo: 600 });
    const walk = new Walk();
    await signIn('citizen', walk);
    await confirmContact();
    const before = walk.cookies;
    expect(await change(walk, '040 111 2222')).toEqual([403, 'FRESH_SIGN_IN_REQUIRED']);
    await comesNext({});
    const answer = await signIn('citizen', walk, '?fresh=1&returnTo=/my-details');
    expect([answer.status, answer.headers['location']]).toEqual([303, '/my-details']);
    expect(walk.cookies).not.toBe(before);
    expect((await http().get('/api/v1/citizen/session').set('Cookie', before)).body).toMatchObject({ signedIn: false });
    expect(await change(walk, '040 111 2222')).toEqual([200, undefined]);
    clock.advance({ minutes: 5 });
    expect(await change(walk, '040 333 4444')).toEqual([403, 'FRESH_SIGN_IN_REQUIRED']);
  });

  it('is refused when the provider has asked nobody anything, and the session that was there goes on as it was', async () => {
    const [walk, elsewhere] = [new Walk(), new Walk()];
    await signIn('citizen', elsewhere);
    await comesNext({ recognisedAgo: 600 });
    await signIn('citizen', walk);
    await confirmContact();
    const answer = await signIn('citizen', walk, '?fresh=1&returnTo=/my-details&language=fi');
    expect([answer.status, answer.text.includes('<h1>Tunnistautuminen on liian vanha</h1>')]).toEqual([403, true]);
    expect(answer.text).toContain('href="/auth/citizen/login?returnTo=%2Fmy-details&amp;language=fi&amp;fresh=1"');
    expect(answer.text).toContain('href="/my-details"');
    expect(await change(walk, '040 111 2222')).toEqual([403, 'FRESH_SIGN_IN_REQUIRED']);
    expect(await change(elsewhere, '040 111 2222')).toEqual([200, undefined]);
  });

  it('that is broken off tells that nothing was saved, and leads back to the page', async () => {
    const walk = new Walk();
    await signIn('citizen', walk);
    await comesNext({ subject: '' });
    const answer = await signIn('citizen', walk, '?fresh=1&returnTo=/my-details&language=fi');
    expect(answer.text).toContain('Muutosta ei tallennettu.');
    expect(answer.text).toContain('href="/my-details"');
    expect((await http().get('/api/v1/citizen/session').set('Cookie', walk.cookies)).body).toMatchObject({ signedIn: true });
  });

  it('is the next one of a browser in which somebody signed out or was idle for too long, until somebody is signed in again', async () => {
    const walk = new Walk();
    await signIn('citizen', walk);
    expect(asked(await begin('citizen', walk))).toEqual(['14400', null]);
    const left = await http().post('/auth/citizen/logout').set('Cookie', walk.cookies).expect(200);
    walk.keep(left.headers['set-cookie'] as unknown as string[]);
    expect(asked(await begin('citizen', walk))).toEqual(['300', 'login']);
    expect(asked(await begin('employee', walk))).toEqual(['36000', null]);
    await signIn('citizen', walk);
    expect(asked(await begin('citizen', walk))).toEqual(['14400', null]);
    clock.advance({ minutes: 15 });
    expect(asked(await begin('citizen', walk))).toEqual(['300', 'login']);
  });
});

describe('a shared desk', () => {
  const desk = '/api/v1/session/shared-desk';
  const office = aUnit().save(db);
  const mark = async (walk: Walk, sharedDesk: boolean) => {
    const answer = await http().put(desk).set('Cookie', walk.cookies).send({ sharedDesk });
    walk.keep(answer.headers['set-cookie'] as unknown as string[]);
    return answer;
  };
  const state = async (walk: Walk) => (await http().get('/api/v1/session').set('Cookie', walk.cookies).expect(200)).body as object;
  const request = async (walk: Walk) => {
    const answer = await http().post('/api/v1/session/extend').set('Cookie', walk.cookies);
    return [answer.status, (answer.body as { code?: string }).code];
  };
  /** Whoever signs in next at the provider is this new employee. */
  const employee = async () => {
    const { id: unitId } = await office;
    const { id: employeeId } = await anEmployee({ homeUnitId: unitId, week: null }).save(db);
    const account = newId();
    await app.get(GrantRole).execute(theSystem(), { employeeId, role: 'EMPLOYEE', unitId, validFrom: toLocalDate('2026-01-01') });
    await app.get(BindEmployeeSignIn).execute(theSystem(), { employeeId, issuer: provider.issuer, subject: account });
    return { employeeId, comes: () => comesNext({ subject: account, acr: 'https://refeds.org/profile/mfa' }) };
  };

  it('is marked before signing in, and is locked after ten minutes without a request, for the API and for its page', async () => {
    const [liisa, walk] = [await employee(), new Walk()];
    expect((await mark(walk, true)).body).toMatchObject({ signedIn: false, sharedDesk: true, locked: false });
    await liisa.comes();
    await signIn('employee', walk);
    expect(await state(walk)).toMatchObject({ signedIn: true, sharedDesk: true, idleEndsAt: '2026-11-24T08:10:00.000Z' });
    clock.advance({ minutes: 9, seconds: 59 });
    expect(await request(walk)).toEqual([200, undefined]);
    clock.advance({ minutes: 10 });
    expect(await request(walk)).toEqual([401, 'SESSION_LOCKED']);
    const calendar = await http().get('/api/v1/clients/018f7d2e-0000-7000-8000-000000000001').set('Cookie', walk.cookies);
    expect([calendar.status, (calendar.body as { code: string }).code]).toEqual([401, 'SESSION_LOCKED']);
    expect(await state(walk)).toMatchObject({ signedIn: false, locked: true, sharedDesk: true, name: null, employeeId: null, actions: [] });
  });

  it('is unlocked by its person, who is asked by the provider and finds the same page; anybody else begins at the front page', async () => {
    const [liisa, maija, walk] = [await employee(), await employee(), new Walk()];
    const page = '/employee/calendar?date=2026-12-01';
    const back = `?returnTo=${encodeURIComponent(page)}`;
    await mark(walk, true);
    await liisa.comes();
    await signIn('employee', walk);
    clock.advance({ minutes: 10 });
    expect(new URL(await begin('employee', walk)).searchParams.get('prompt')).toBe('login');
    expect((await signIn('employee', walk, back)).headers['location']).toBe(page);
    expect(await state(walk)).toMatchObject({ signedIn: true, employeeId: liisa.employeeId });
    clock.advance({ minutes: 10 });
    await maija.comes();
    expect((await signIn('employee', walk, back)).headers['location']).toBe('/employee/');
    expect(await state(walk)).toMatchObject({ signedIn: true, employeeId: maija.employeeId });
    expect(await db.admin.query('SELECT employee_id AS id FROM session WHERE employee_id IS NOT NULL')).toEqual([{ id: maija.employeeId }]);
  });

  it('is not unlocked by saying that it is not shared; who is signed in may say so, and other browsers are not concerned', async () => {
    const [liisa, walk, office2] = [await employee(), new Walk(), new Walk()];
    await liisa.comes();
    await signIn('employee', walk);
    await signIn('employee', office2);
    expect((await mark(walk, true)).body).toMatchObject({ signedIn: true, sharedDesk: true, idleEndsAt: '2026-11-24T08:10:00.000Z' });
    clock.advance({ minutes: 10 });
    const refused = await mark(walk, false);
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([401, 'SESSION_LOCKED']);
    expect(await request(walk)).toEqual([401, 'SESSION_LOCKED']);
    expect(await request(office2)).toEqual([200, undefined]);
    await signIn('employee', walk);
    expect(await state(walk)).toMatchObject({ sharedDesk: true });
    expect((await mark(walk, false)).body).toMatchObject({ signedIn: true, sharedDesk: false, idleEndsAt: '2026-11-24T08:40:00.000Z' });
    clock.advance({ minutes: 29 });
    expect(await request(walk)).toEqual([200, undefined]);
  });

  it('is never signed in to by single sign-on alone, though its cookie was deleted or stays behind on the way from a foreign page', async () => {
    const [liisa, walk] = [await employee(), new Walk()];
    await liisa.comes();
    await signIn('employee', walk);
    await mark(walk, true);
    clock.advance({ minutes: 10 });
    const onlyMark = walk.cookies
      .split('; ')
      .filter((cookie) => !cookie.startsWith('__Host-tyo='))
      .join('; ');
    const answer = await http().get('/auth/employee/login').set('Cookie', onlyMark).expect(302);
    expect(new URL(String(answer.headers['location'])).searchParams.get('prompt')).toBe('login');
  });

  it.each(['cross-site', 'same-site'])(
    'and any other is signed in to anew from a page that is %s, which brings no strict cookie',
    async (site) => {
      const answer = await http().get('/auth/employee/login').set('Sec-Fetch-Site', site).expect(302);
      expect(new URL(String(answer.headers['location'])).searchParams.get('prompt')).toBe('login');
      const own = await http().get('/auth/employee/login').set('Sec-Fetch-Site', 'same-origin').expect(302);
      expect(new URL(String(own.headers['location'])).searchParams.get('prompt')).toBeNull();
    },
  );

  it('is over in any case after ten hours: then nothing waits for anybody', async () => {
    const [liisa, walk] = [await employee(), new Walk()];
    await mark(walk, true);
    await liisa.comes();
    await signIn('employee', walk);
    clock.advance({ hours: 10 });
    expect(await request(walk)).toEqual([401, 'SIGN_IN_REQUIRED']);
    expect(await state(walk)).toMatchObject({ signedIn: false, locked: false, sharedDesk: true });
  });

  it('cannot be marked by another site', async () => {
    await http().put(desk).set('Sec-Fetch-Site', 'cross-site').send({ sharedDesk: false }).expect(403);
    await http().put(desk).send({ sharedDesk: 'no' }).expect(400);
  });
});
