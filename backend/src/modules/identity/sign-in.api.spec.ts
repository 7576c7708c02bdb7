import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { makeTestIdentityCode, newId, toLocalDate } from '../../kernel/index.ts';
import { testHost, theSystem } from '../../platform/testing/index.ts';
import { testApplication } from '../../platform/testing/test-application.ts';
import { aUnit } from '../organisation/testing/index.ts';
import { anEmployee } from '../staff/testing/index.ts';
import { BindEmployeeSignIn } from './bind-employee-sign-in.ts';
import { GrantRole } from './grant-role.ts';
import { IdentityTestModule } from './testing/identity-test-module.ts';
import { testSession } from './testing/index.ts';
import { smallProvider, type NextPerson } from './testing/small-provider.ts';
import { signInWalks, throughProvider, Walk } from './testing/walk-through.ts';

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
    VUORO_TRUSTED_PROXIES: '127.0.0.1',
    VUORO_SIGN_INS_PER_ADDRESS: '20',
  },
});
// The provider issues by the machine's time; the session's own times are the clock's.
const start = clock.now();
const strong = 'http://ftn.ficora.fi/2017/loa2';
const aino = { 'urn:oid:1.2.246.21': '010195-9930', given_name: 'Aino', family_name: 'Virtanen', 'urn:oid:1.2.246.517.2002.2.27': '0' };

let subject = '';
const severalFactors = 'https://refeds.org/profile/mfa';
const comesNext = (person: Partial<NextPerson>) => provider.next({ subject, acr: strong, claims: aino, ...person });

const { begin, comeBack, signIn } = signInWalks(http);

beforeEach(async () => {
  clock.set(start);
  await db.admin.query('TRUNCATE session, client CASCADE');
  subject = newId();
  await comesNext({});
});

async function boundEmployee() {
  const office = await aUnit().save(db);
  const liisa = await anEmployee({ homeUnitId: office.id, week: null }).save(db);
  await app
    .get(GrantRole)
    .execute(theSystem(), { employeeId: liisa.id, role: 'EMPLOYEE', unitId: office.id, validFrom: toLocalDate('2026-01-01') });
  await app.get(BindEmployeeSignIn).execute(theSystem(), { employeeId: liisa.id, issuer: provider.issuer, subject });
  return liisa;
}

describe('beginning to sign in', () => {
  it('is possible so many times a minute from one network; one time more is a page with another try', async () => {
    const from = (address: string) =>
      http().get('/auth/employee/login?returnTo=%2Femployee%2Ftasks&language=sv').set('X-Forwarded-For', address);
    for (let n = 0; n < 20; n += 1) expect((await from(`2001:db8:9::${n.toString(16)}`)).status).toBe(302);
    const refused = await from('2001:db8:9::ff');
    expect([refused.status, refused.type]).toEqual([429, 'text/html']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.text).toContain('Många identifierar sig just nu');
    expect(refused.text).toContain('href="/auth/employee/login?returnTo=%2Femployee%2Ftasks&amp;language=sv"');
    expect(refused.text).not.toContain('Vi kan boka tiden');
    expect((await from('2001:db8:9:1::1')).status).toBe(302);
  });
});

describe('a citizen who signs in', () => {
  it('returns to the page wanted, is known by name, and is in the register once', async () => {
    const walk = new Walk();
    const answer = await signIn('citizen', walk, '?returnTo=%2Freservations%3Fwhen%3Dpast&language=sv');
    expect([answer.status, answer.headers['location']]).toEqual([303, '/reservations?when=past']);
    expect((await http().get('/api/v1/citizen/session').set('Cookie', walk.cookies)).body).toMatchObject({
      signedIn: true,
      name: 'Aino Virtanen',
    });
    await signIn('citizen');
    expect(await db.admin.query('SELECT message_language AS language FROM client')).toEqual([{ language: 'sv' }]);
    const logged = (await db.admin.query(
      `SELECT what, request_id IS NOT NULL AS traced FROM audit_event WHERE what = 'sign-in'`,
    )) as unknown[];
    expect(logged).toEqual([
      { what: 'sign-in', traced: true },
      { what: 'sign-in', traced: true },
    ]);
  });

  it('gets cookies that no script, subdomain or plain connection can have', async () => {
    const walk = new Walk();
    const login = await http().get('/auth/citizen/login').expect(302);
    expect(String(login.headers['set-cookie'])).toMatch(
      /^__Host-asiointi-login=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
    );
    const answer = await signIn('citizen', walk);
    const cookies = answer.headers['set-cookie'] as unknown as string[];
    expect(cookies.find((line) => line.startsWith('__Host-asiointi='))).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(walk.cookies).not.toContain('-login');
  });

  it('is asked for with PKCE, state, nonce and the level of assurance, and always under our own address', async () => {
    const answer = await http().get('/auth/citizen/login').set('X-Forwarded-Host', 'evil.example').expect(302);
    const query = new URL(String(answer.headers['location'])).searchParams;
    expect(query.get('redirect_uri')).toBe(`http://${testHost}/auth/citizen/callback`);
    expect(query.get('code_challenge_method')).toBe('S256');
    expect(query.get('acr_values')).toContain(strong);
    for (const name of ['state', 'nonce', 'code_challenge']) expect(query.get(name)?.length).toBeGreaterThan(30);
  });

  it('AC 04: gets a new session id, whatever id the browser came with', async () => {
    const planted = await testSession.open(app, db.organisationId, 'CITIZEN', await anotherClient());
    const walk = new Walk();
    walk.keep([planted]);
    await signIn('citizen', walk);
    expect(walk.cookies).toContain('__Host-asiointi=');
    expect(walk.cookies).not.toContain(planted);
    expect((await http().get('/api/v1/citizen/session').set('Cookie', planted)).body).toMatchObject({ signedIn: false });
  });

  it.each([
    ['a level of assurance that is too low', { acr: 'http://ftn.ficora.fi/2017/loa1' }, 403, 'Tarvitaan vahva tunnistautuminen'],
    ['no identity code', { claims: { given_name: 'Aino', family_name: 'Virtanen' } }, 403, 'Henkilöä ei voitu tunnistaa'],
    ['an identity code that is wrong', { claims: { ...aino, 'urn:oid:1.2.246.21': '010195-9931' } }, 403, 'Henkilöä ei voitu tunnistaa'],
    ['a change of mind', { subject: '' }, 200, 'Tunnistautuminen keskeytyi'],
  ])('is not let in with %s, and is told so', async (_what, person, status, title) => {
    await comesNext(person);
    const walk = new Walk();
    const answer = await signIn('citizen', walk, '?returnTo=/varaa&language=fi');
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(`<h1>${title}</h1>`);
    expect(answer.text).toContain('returnTo=%2Fvaraa');
    expect(answer.text).toContain('<a href="/sign-in?returnTo=%2Fvaraa">Etkö voi tunnistautua?');
    expect(walk.cookies).not.toContain('__Host-asiointi=');
    expect(await db.admin.query(`SELECT 1 FROM session WHERE surface = 'CITIZEN'`)).toEqual([]);
  });

  it('cannot come back in another browser, a second time, or with another state', async () => {
    const walk = new Walk();
    const back = await throughProvider(await begin('citizen', walk));
    expect((await comeBack(back, new Walk())).status).toBe(400);
    expect((await comeBack(back.replace(/state=[^&]+/, 'state=another'), walk)).status).toBe(400);
    expect((await comeBack(back, walk)).status).toBe(400);
  });

  it('cannot come back after ten minutes', async () => {
    const walk = new Walk();
    const back = await throughProvider(await begin('citizen', walk, '?language=en'));
    clock.advance({ minutes: 10 });
    const answer = await comeBack(back, walk);
    expect([answer.status, answer.text.includes('vanheni') || answer.text.includes('expired')]).toEqual([400, true]);
  });
});

describe('a citizen who signs out', () => {
  it('is sent to the provider to sign out there too, and back to the front page', async () => {
    const walk = new Walk();
    await signIn('citizen', walk);
    const { body } = await http().post('/auth/citizen/logout').set('Cookie', walk.cookies).expect(200);
    const address = new URL((body as { redirectTo: string }).redirectTo);
    expect(address.origin).toBe(provider.issuer);
    expect(address.searchParams.get('post_logout_redirect_uri')).toBe(`http://${testHost}/`);
    expect(address.searchParams.get('client_id')).toBe('vuoro-citizen');
    expect((await fetch(address)).status).toBe(200);
  });

  it.each(['citizen', 'employee'] as const)(
    'leaves no token and nothing personal in any address on the way of a %s in and out',
    async (surface) => {
      if (surface === 'employee') await boundEmployee();
      await comesNext({ acr: surface === 'employee' ? severalFactors : strong, claims: { ...aino, family_name: 'Virtanen-Sukunimi' } });
      const walk = new Walk();
      const there = await begin(surface, walk);
      const addresses = [there];
      const back = await throughProvider(there, addresses);
      const arrived = await comeBack(back, walk);
      const { body } = await http().post(`/auth/${surface}/logout`).set('Cookie', walk.cookies).expect(200);
      addresses.push(String(arrived.headers['location']), (body as { redirectTo: string }).redirectTo);
      expect(addresses.length).toBeGreaterThan(4);
      expect(addresses.filter((address) => /eyJ|010195|Virtanen|Aino/i.test(decodeURIComponent(address)))).toEqual([]);
    },
  );
});

describe('an employee who signs in', () => {
  it('is let in by issuer and subject, bound beforehand', async () => {
    const liisa = await boundEmployee();
    await comesNext({ acr: severalFactors });
    const walk = new Walk();
    const answer = await signIn('employee', walk);
    expect([answer.status, answer.headers['location']]).toEqual([303, '/employee/']);
    expect(String(answer.headers['set-cookie'])).toMatch(/__Host-tyo=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Strict/);
    expect((await http().get('/api/v1/session').set('Cookie', walk.cookies)).body).toMatchObject({ signedIn: true, employeeId: liisa.id });
  });

  it('is refused with a single factor, although the account is known', async () => {
    await boundEmployee();
    await comesNext({ acr: 'https://refeds.org/profile/sfa' });
    const walk = new Walk();
    expect((await signIn('employee', walk)).status).toBe(403);
    expect(walk.cookies).not.toContain('__Host-tyo=');
  });

  it('is refused with an explanation when the account is bound to nobody, even with a known e-mail address', async () => {
    const office = await aUnit().save(db);
    const liisa = await anEmployee({ homeUnitId: office.id, week: null, email: 'liisa@example.org' }).save(db);
    await comesNext({
      acr: severalFactors,
      claims: { email: liisa.email, email_verified: true, given_name: 'Liisa', family_name: 'Lastenvalvoja' },
    });
    const answer = await signIn('employee', new Walk(), '?language=en');
    expect([answer.status, answer.text.includes('You have no account here')]).toEqual([403, true]);
    expect(await db.admin.query(`SELECT 1 FROM session WHERE surface = 'EMPLOYEE'`)).toEqual([]);
  });
});

describe('the keys of this client', () => {
  it('are published without their private half', async () => {
    const { body } = await http().get('/auth/jwks').expect(200);
    expect(body).toEqual({ keys: [expect.objectContaining({ kty: 'EC', kid: 'client', alg: 'ES256', use: 'sig' })] });
    expect(JSON.stringify(body)).not.toContain('"d"');
  });
});

async function anotherClient(): Promise<string> {
  const { aClient } = await import('../clients/testing/index.ts');
  return (await aClient({ identityCode: makeTestIdentityCode(toLocalDate('2002-02-02'), 903, 'A'), lastName: 'Muu' }).save(db)).id;
}
