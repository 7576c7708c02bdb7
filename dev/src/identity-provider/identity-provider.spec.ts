import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import * as client from 'openid-client';
import { startDevServer, type DevServer } from '../dev-server.ts';
import { freePort } from '../ports.ts';
import { Browser } from '../testing/browser.ts';

const APPLICATION = 'http://localhost:4999';
let folder: string;
let server: DevServer;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vuoro-spec-'));
  server = await start();
});
after(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<DevServer> {
  const [port, smtpPort] = await Promise.all([freePort(), freePort()]);
  return startDevServer({ dataDirectory: folder, applicationPort: 4999, port, smtpPort, firstDay: '2026-11-23' }, {});
}

async function configuration(clientId: string): Promise<client.Configuration> {
  const jwk = JSON.parse(readFileSync(join(folder, 'identity-provider', `${clientId}.jwk.json`), 'utf8')) as client.JWK & { kid: string };
  const key = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  return client.discovery(new URL(server.issuer), clientId, undefined, client.PrivateKeyJwt({ key, kid: jwk.kid }), {
    execute: [client.allowInsecureRequests],
  });
}

interface SignIn {
  readonly surface: 'citizen' | 'employee';
  readonly subject: string;
  readonly assurance?: 'low';
  readonly origin?: string;
  /** Further wishes of the application and choices of the tester. */
  readonly asked?: Readonly<Record<string, string>>;
  readonly chosen?: Readonly<Record<string, string>>;
  readonly browser?: Browser;
}

async function signIn({ surface, subject, assurance, origin = APPLICATION, browser = new Browser(), asked = {}, chosen = {} }: SignIn) {
  const config = await configuration(surface === 'citizen' ? 'vuoro-asiointi' : 'vuoro-tyo');
  const verifier = client.randomPKCECodeVerifier();
  const [state, nonce] = [client.randomState(), client.randomNonce()];
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: `${origin}/auth/${surface}/callback`,
    scope: 'openid profile email',
    state,
    nonce,
    ui_locales: 'sv',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...asked,
  });
  const page = await browser.follow(address.toString(), server.issuer);
  const text = (await page.response?.text()) ?? '';
  const body = new URLSearchParams({ subject, ...(assurance === undefined ? {} : { assurance }), ...chosen });
  const back = await browser.follow(`${page.at}/login`, server.issuer, { method: 'POST', body });
  assert.ok(back.response === null, `the person was not taken: ${(await back.response?.text()) ?? ''}`);
  const tokens = await client.authorizationCodeGrant(config, new URL(back.at), {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    ...(asked['max_age'] === undefined ? {} : { maxAge: Number(asked['max_age']) }),
  });
  return { config, page: text, interaction: page.at, tokens, claims: tokens.claims() ?? assert.fail('no ID token'), browser };
}

test('a citizen signs in with an identity code, a name and substantial assurance', async () => {
  const { claims, page } = await signIn({ surface: 'citizen', subject: 'demo|aino-esimerkki' });
  assert.equal(claims['urn:oid:1.2.246.21'], '140385-902F');
  assert.equal(claims['urn:oid:1.2.246.517.2002.2.27'], '0');
  assert.deepEqual([claims['given_name'], claims['family_name'], claims.sub], ['Aino', 'Esimerkki', 'demo|aino-esimerkki']);
  assert.equal(claims['acr'], 'http://ftn.ficora.fi/2017/loa2');
  assert.equal(typeof claims.auth_time, 'number');
  assert.match(page, /Välj en testperson/);
  assert.doesNotMatch(page, /Lauri Lastenvalvoja/);
});

test('somebody under a non-disclosure order carries the mark', async () => {
  const { claims } = await signIn({ surface: 'citizen', subject: 'demo|helmi-turvakielto' });
  assert.equal(claims['urn:oid:1.2.246.517.2002.2.27'], '1');
});

test('an employee signs in with two factors at the second organisation’s address, and has no identity code', async () => {
  const { claims, page } = await signIn({
    surface: 'employee',
    subject: 'demo|valtteri-valmentaja',
    origin: 'http://tyollisyys.localhost:4999',
  });
  assert.deepEqual(claims['amr'], ['pwd', 'mfa']);
  assert.equal(claims['email'], 'valtteri.valmentaja@tyollisyys.nasiharju.example');
  assert.equal(claims['urn:oid:1.2.246.21'], undefined);
  assert.match(page, /Liisa Lastenvalvoja/);
  assert.doesNotMatch(page, /Aino Esimerkki/);
});

test('a weak sign-in says so, for the application to refuse', async () => {
  const { claims } = await signIn({ surface: 'citizen', subject: 'demo|aino-esimerkki', assurance: 'low' });
  assert.equal(claims['acr'], 'http://ftn.ficora.fi/2017/loa1');
});

test('each sign-in asks for whom, also when the browser has signed in before', async () => {
  const { browser } = await signIn({ surface: 'citizen', subject: 'demo|aino-esimerkki' });
  const { claims } = await signIn({ surface: 'citizen', subject: 'demo|eero-esimerkki', browser });
  assert.equal(claims.sub, 'demo|eero-esimerkki');
});

test('who has to sign in anew does so now; a provider that goes by an earlier sign-in can be played, and is found out', async () => {
  const asked = { max_age: '300', prompt: 'login' };
  const { claims } = await signIn({ surface: 'citizen', subject: 'demo|aino-esimerkki', asked });
  assert.ok(Date.now() / 1000 - Number(claims.auth_time) < 60);
  const earlier = { surface: 'citizen', subject: 'demo|aino-esimerkki', chosen: { recognised: 'earlier' } } as const;
  const usual = await signIn({ ...earlier, asked: { max_age: '14400' } });
  assert.ok(Date.now() / 1000 - Number(usual.claims.auth_time) >= 600);
  await assert.rejects(signIn({ ...earlier, asked }), (error: Error) => /timestamp/.test(error.message));
});

test('a citizen cannot be chosen for the employees’ application', async () => {
  await assert.rejects(signIn({ surface: 'employee', subject: 'demo|aino-esimerkki' }), /no such person/);
});

test('signing out returns to the application without a question and without a token in the address', async () => {
  const { config, browser } = await signIn({ surface: 'employee', subject: 'demo|liisa-lastenvalvoja' });
  const address = client.buildEndSessionUrl(config, { post_logout_redirect_uri: `${APPLICATION}/employee/`, state: 'x' });
  const page = await (await browser.request(address.toString())).text();
  assert.match(page, /assets\/logout\.js/);
  const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
  const hidden = [...page.matchAll(/name="(\w+)" value="([^"]+)"/g)].map(([, name = '', value = '']): [string, string] => [name, value]);
  const back = await browser.follow(action, server.issuer, { method: 'POST', body: new URLSearchParams(hidden) });
  assert.equal(back.at, `${APPLICATION}/employee/?state=x`);
});

test('an unknown return address and a request without PKCE are refused', async () => {
  const config = await configuration('vuoro-asiointi');
  const wrong = client.buildAuthorizationUrl(config, {
    redirect_uri: 'http://evil.example/auth/citizen/callback',
    scope: 'openid',
    state: 's',
  });
  assert.equal((await new Browser().request(wrong.toString())).status, 400);
  const noChallenge = client.buildAuthorizationUrl(config, {
    redirect_uri: `${APPLICATION}/auth/citizen/callback`,
    scope: 'openid',
    state: 's',
  });
  const answer = await new Browser().request(noChallenge.toString());
  assert.match(answer.headers.get('location') ?? '', /error=invalid_request/);
});

test('an interaction that is no longer known says so in plain words', async () => {
  const answer = await new Browser().request(`${server.issuer}/interaction/gone?ui_locales=fi`);
  assert.equal(answer.status, 400);
  const text = await answer.text();
  assert.match(text, /Tunnistautuminen on vanhentunut/);
  for (const host of ['localhost', 'tyollisyys.localhost']) {
    for (const path of ['/', '/employee/']) assert.ok(text.includes(`<a href="http://${host}:4999${path}">`));
  }
});

test('whoever goes back to an ended interaction is led on to the application, in the language of before', async () => {
  const { browser, interaction } = await signIn({ surface: 'employee', subject: 'demo|liisa-lastenvalvoja' });
  const answer = await browser.request(interaction);
  assert.equal(answer.status, 400);
  assert.match(await answer.text(), /<a href="http:\/\/localhost:4999\/employee\/">Tillbaka till tjänsten<\/a>/);
});

test('its keys say that they are of a development identity provider, by which a backend in production refuses them', async () => {
  const { keys } = (await (await fetch(`${server.issuer}/jwks`)).json()) as { keys: { kid: string }[] };
  assert.ok(keys.length > 0);
  for (const { kid } of keys) assert.match(kid, /^development-/);
});

test('keys outlive a restart', async () => {
  const before = await (await fetch(`${server.issuer}/jwks`)).text();
  await server.stop();
  server = await start();
  assert.equal(await (await fetch(`${server.issuer}/jwks`)).text(), before);
});
