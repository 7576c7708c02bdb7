import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { scrubbed } from '../logging/scrubber.ts';
import { maskedConfig } from './masked-config.ts';
import { isDevelopmentIssuer } from './production-interlocks.ts';
import { ConfigurationError, readConfig } from './read-config.ts';

const directory = mkdtempSync(join(tmpdir(), 'vuoro-config-'));
afterAll(() => rmSync(directory, { recursive: true }));

const ownKey = join(directory, 'client.jwk');
writeFileSync(ownKey, '{"kty":"EC","kid":"2026-11"}');
const developmentKey = join(directory, 'development.jwk');
writeFileSync(developmentKey, '{"kty": "EC", "kid": "development-5f0c"}');

const least = { DATABASE_URL: 'postgres://vuoro:s3cret@db.example.fi/vuoro', VUORO_KEYS_DIRECTORY: '/keys' };
const production = {
  ...least,
  NODE_ENV: 'production',
  OIDC_CITIZEN_ISSUER: 'https://tunnistus.suomi.fi',
  OIDC_CITIZEN_CLIENT_ID: 'vuoro',
  OIDC_CITIZEN_CLIENT_KEY_FILE: ownKey,
  OIDC_EMPLOYEE_ISSUER: 'https://login.hva.fi',
  OIDC_EMPLOYEE_CLIENT_ID: 'vuoro',
  OIDC_EMPLOYEE_CLIENT_KEY_FILE: ownKey,
  SMS_GATEWAY_URL: 'https://sms.hva.fi/send',
  SMTP_URL: 'smtps://vuoro:m4il@smtp.hva.fi',
};

function complaintsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.complaints;
    throw error;
  }
}

describe('the configuration', () => {
  it('needs a database and keys, and has a sensible value for the rest', () => {
    expect(readConfig(least)).toMatchObject({
      production: false,
      host: '127.0.0.1',
      port: 3000,
      redisUrl: null,
      logLevel: 'info',
      clockStartsAt: null,
    });
  });

  it('names every wrong value at once, without repeating a secret', () => {
    const complaints = complaintsOf({
      DATABASE_URL: 'mysql://root:s3cret@db/x',
      PORT: '70000',
      LOG_LEVEL: 'loud',
      VUORO_DEMO: 'maybe',
      VUORO_CLOCK: 'noon',
    });
    expect(complaints).toEqual([
      'PORT must be a whole number from 0 to 65535, not "70000".',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud".',
      'DATABASE_URL must be an address that starts with postgres:// or postgresql://.',
      'VUORO_KEYS_DIRECTORY is not set: it names the directory with the encryption keys.',
      'VUORO_DEMO must be true or false, not "maybe".',
      'VUORO_CLOCK must be an instant such as 2026-11-24T08:00:00Z, not "noon".',
    ]);
  });

  it('takes a secret from a file, but not from two places', () => {
    const file = join(directory, 'database-url');
    writeFileSync(file, 'postgres://vuoro:fromfile@db/vuoro\n');
    expect(readConfig({ VUORO_KEYS_DIRECTORY: '/keys', DATABASE_URL_FILE: file }).databaseUrl).toBe('postgres://vuoro:fromfile@db/vuoro');
    expect(complaintsOf({ ...least, DATABASE_URL_FILE: file })).toEqual([
      'DATABASE_URL and DATABASE_URL_FILE are both set: keep one of them.',
    ]);
    expect(complaintsOf({ VUORO_KEYS_DIRECTORY: '/keys', DATABASE_URL_FILE: join(directory, 'none') })).toEqual([
      expect.stringContaining('cannot be read'),
    ]);
  });

  it('is printed without a password or the place of a key', () => {
    const printed = JSON.stringify(maskedConfig(readConfig(production)));
    expect(printed).toContain('postgres://db.example.fi/vuoro');
    expect(printed).toContain('smtps://smtp.hva.fi');
    expect(printed).not.toMatch(/s3cret|m4il|\/keys/);
    // The log takes out what looks like somebody's address or number: nothing of this may.
    expect(scrubbed(printed)).toBe(printed);
  });
});

describe('production (AC06)', () => {
  it('starts with real identity providers and channels', () => {
    expect(complaintsOf(production)).toEqual([]);
  });

  const unsafe: readonly Record<string, string>[] = [
    { OIDC_CITIZEN_ISSUER: 'http://tunnistus.suomi.fi' },
    { OIDC_CITIZEN_ISSUER: 'https://127.0.0.1:3001/citizen' },
    { OIDC_EMPLOYEE_ISSUER: 'https://localhost:3001' },
    { OIDC_EMPLOYEE_ISSUER: 'https://idp.local' },
    { OIDC_EMPLOYEE_ACCEPTED_LEVELS: ',' },
    { VUORO_CLOCK: '2026-11-24T08:00:00Z' },
    { VUORO_DEMO: 'true' },
    { OIDC_CITIZEN_CLIENT_KEY_FILE: developmentKey },
    { OIDC_EMPLOYEE_CLIENT_KEY_FILE: join(directory, 'none.jwk') },
  ];

  it('refuses each unsafe setting and all of them together', () => {
    for (let chosen = 1; chosen < 2 ** unsafe.length; chosen += 1) {
      const environment = Object.assign({}, production, ...unsafe.filter((_, index) => (chosen & (2 ** index)) !== 0)) as Record<
        string,
        string
      >;
      expect(complaintsOf(environment).length).toBeGreaterThan(0);
    }
  });

  it.each(['SMS_GATEWAY_URL', 'SMTP_URL', 'OIDC_CITIZEN_ISSUER', 'OIDC_EMPLOYEE_ISSUER', 'OIDC_CITIZEN_CLIENT_KEY_FILE'])(
    'does not start without %s',
    (name) => {
      expect(complaintsOf({ ...production, [name]: '' })).not.toEqual([]);
    },
  );

  it.each([
    'http://a.fi',
    'https://LOCALHOST.',
    'https://127.1',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://0.0.0.0',
    'https://idp',
    'https://idp.LOCAL',
    'https://idp.local.',
    'https://x.localhost',
    'https://2130706433/',
    'nonsense',
  ])('takes %s for a development issuer', (issuer) => expect(isDevelopmentIssuer(issuer)).toBe(true));

  it.each(['https://tunnistus.suomi.fi', 'https://local.fi', 'https://login.microsoftonline.com/x/v2.0', 'https://10.1.2.3'])(
    'takes %s for a real one',
    (issuer) => expect(isDevelopmentIssuer(issuer)).toBe(false),
  );

  it('names the environment on every page unless it is production', () => {
    expect(readConfig({ ...least, VUORO_ENVIRONMENT_NAME: 'TESTI' }).environmentName).toBe('TESTI');
    expect(readConfig({ ...least, VUORO_ENVIRONMENT_NAME: 'production' }).environmentName).toBeNull();
  });
});
