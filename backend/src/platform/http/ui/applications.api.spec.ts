import { createHash } from 'node:crypto';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { otherHost, testDatabase, testHost } from '../../testing/index.ts';
import { probeApplication } from '../testing/probe-application.ts';

const db = await testDatabase();
const directory = mkdtempSync(join(tmpdir(), 'vuoro-ui-'));
const [citizenDirectory, employeeDirectory] = [join(directory, 'citizen'), join(directory, 'employee')];
for (const path of [citizenDirectory, employeeDirectory]) mkdirSync(path);
writeFileSync(join(directory, 'secret.txt'), 'outside');
writeFileSync(
  join(citizenDirectory, 'index.html'),
  '<!doctype html><html data-environment="__ENVIRONMENT__"><title>Citizen</title><h1>__PORTAL_NAME_EN__</h1><p>__PORTAL_NAME_SV__ <a href="__TEXT_NUMBER_LINK__">__TEXT_NUMBER__</a> __ADDRESS_FI__</p>',
);
writeFileSync(join(citizenDirectory, 'main-ABCD1234.js'), 'let citizen;');
writeFileSync(
  join(citizenDirectory, 'ngsw.json'),
  `{"hashTable":{"/index.html":"${'0'.repeat(40)}","/main-ABCD1234.js":"${'1'.repeat(40)}"}}`,
);
writeFileSync(join(citizenDirectory, '.env'), 'hidden');
writeFileSync(
  join(employeeDirectory, 'index.html'),
  '<!doctype html><title>Employee</title><app-root ngCspNonce="__CSP_NONCE__"></app-root>',
);

const { app, http } = await probeApplication(db.url, {
  VUORO_CITIZEN_UI_DIRECTORY: citizenDirectory,
  VUORO_EMPLOYEE_UI_DIRECTORY: employeeDirectory,
  VUORO_ENVIRONMENT_NAME: 'TESTI',
});
afterAll(async () => {
  await app.close();
  rmSync(directory, { recursive: true });
});

describe('the citizen application', () => {
  it.each(['/', '/my-times', '/booking/choose-time?service=x'])('is the page of %s, asked for again each time', async (path) => {
    const response = await http.get(path).expect(200);
    expect(response.text).toContain('<title>Citizen</title>');
    expect(response.headers['cache-control']).toBe('no-cache');
    const policy = response.headers['content-security-policy'] ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("form-action 'self' https://tunnistus.example.fi;");
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types angular angular#bundler;");
    expect(policy).not.toMatch(/nonce|unsafe/);
  });

  it('has files that are kept for ever when their name holds their hash', async () => {
    const hashed = await http.get('/main-ABCD1234.js').expect(200);
    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(hashed.headers['content-type']).toContain('javascript');
    const named = await http.get('/ngsw.json').expect(200);
    expect(named.headers['cache-control']).toBe('no-cache');
  });

  it.each(['/main-WXYZ9876.js', '/favicon.ico', '/.env', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/a/../../secret.txt'])(
    'does not have %s',
    async (path) => {
      const response = await http.get(path);
      expect(response.status).toBe(404);
      expect(response.text).not.toMatch(/hidden|outside|<title>/);
      expect(response.headers['cache-control']).toBe('no-store');
    },
  );

  it('holds the contacts of its organisation for whoever has no script, safe to show', async () => {
    const { text } = await http.get('/').expect(200);
    expect(text).toContain('<h1>Testialue &amp; &quot;en&quot;</h1>');
    expect(text).toContain('Testialue sv <a href="sms:+358500000011">+358 50 000 0011</a>');
    expect(text).toContain('&lt;b&gt;Tori&lt;/b&gt; 1');
    expect(text).toContain('<html data-environment="TESTI">');
    const other = await http.get('/').set('Host', otherHost).expect(200);
    expect(other.text).toContain('Toinen alue sv <a href="sms:+358500000012">');
    expect(other.text).not.toContain('Testialue');
  });

  it.each([testHost, otherHost])('has the very page in the service worker’s list of files (%s)', async (host) => {
    const page = await http.get('/index.html').set('Host', host).expect(200);
    const list = await http.get('/ngsw.json').set('Host', host).expect(200);
    expect(list.body).toEqual({
      hashTable: { '/index.html': createHash('sha1').update(page.text).digest('hex'), '/main-ABCD1234.js': '1'.repeat(40) },
    });
  });

  it.each([
    ['Range', 'bytes=99999999-'],
    ['If-Match', '"another"'],
    ['If-Unmodified-Since', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ])('answers a file that is asked for with the %s %s as a request that is wrong, not as a failure of ours', async (header, value) => {
    for (const path of ['/main-ABCD1234.js', '/api/docs/swagger-ui.css']) {
      const response = await http.get(path).set(header, value);
      expect([response.status, response.body.code, response.headers['cache-control']]).toEqual([400, 'MALFORMED_REQUEST', 'no-store']);
    }
  });

  it('takes no changes', async () => {
    await http.post('/my-times').expect(405).expect('Allow', 'GET, HEAD');
  });
});

describe('the employee application', () => {
  it('gets a new nonce in page and policy with every request', async () => {
    const nonces = new Set<string>();
    for (const path of ['/employee/', '/employee/calendar/day', '/employee/']) {
      const response = await http.get(path).expect(200);
      const [, nonce = ''] = /ngCspNonce="([^"]+)"/.exec(response.text) ?? [];
      expect(nonce.length).toBeGreaterThanOrEqual(22);
      expect(response.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(response.headers['content-security-policy']).toContain(
        "require-trusted-types-for 'script'; trusted-types angular angular#bundler",
      );
      expect(response.headers['cache-control']).toBe('no-store');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it('is found without its slash, too', async () => {
    await http.get('/employee').expect(302).expect('Location', '/employee/');
  });
});

describe('no page of an application', () => {
  it.each(['/api/v1/nothing', '/auth/nothing', '/health/nothing', '/fhir/R4/nothing'])('ever stands at %s', async (path) => {
    const response = await http.get(path).expect(404);
    expect(response.body.code).toBe('NOT_FOUND');
  });
});

describe('the documentation', () => {
  it('is served from here alone, under a policy of its own', async () => {
    const page = await http.get('/api/docs').expect(200);
    expect(page.text).toContain('Vuoro API');
    expect(page.text).not.toMatch(/(src|href)="https?:/);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    await http.get('/api/docs/swagger-ui.css').expect(200).expect('Content-Type', /css/);
    await http
      .get('/api/docs/swagger-ui-init.js')
      .expect(200)
      .expect('Content-Type', /javascript/);
  });

  it('is there for programs as YAML', async () => {
    const { text } = await http.get('/api/openapi.yaml').expect(200).expect('Content-Type', /yaml/);
    expect(text).toMatch(/^openapi: "?3\.0\.3"?\n/);
    expect(text).toContain('operationId: writeProbeOnce');
    expect(text).toContain('name: Idempotency-Key');
    expect(text).toContain('- IF_MATCH_MISSING');
  });
});

describe('an application that is not built', () => {
  it('says so instead of failing in the browser', async () => {
    rmSync(join(employeeDirectory, 'index.html'));
    const response = await http.get('/employee/').expect(503);
    expect(response.text).toContain('not built yet');
  });
});
