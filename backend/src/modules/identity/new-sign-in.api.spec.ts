import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../kernel/index.ts';
import { testHost } from '../../platform/testing/index.ts';
import { testApplication } from '../../platform/testing/test-application.ts';
import { IdentityTestModule } from './testing/identity-test-module.ts';
import { testSession } from './testing/index.ts';
import { smallProvider, type NextPerson } from './testing/small-provider.ts';
import { signInWalks, Walk } from './testing/walk-through.ts';

const provider = await smallProvider([`http://${testHost}/auth/citizen/callback`, `http://${testHost}/auth/employee/callback`]);
afterAll(() => provider.stop());

const { db, clock, http } = await testApplication({
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
