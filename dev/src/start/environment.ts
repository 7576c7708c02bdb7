import { join } from 'node:path';
import { CITIZEN_CLIENT_ID, EMPLOYEE_CLIENT_ID } from '../identity-provider/clients.ts';
import { clientKeyFile } from '../identity-provider/keys.ts';
import type { DatabaseAddresses } from './external-database.ts';
import type { StartOptions } from './options.ts';

export interface EnvironmentParts {
  readonly root: string;
  readonly options: StartOptions;
  readonly database: DatabaseAddresses;
  readonly keysDirectory: string;
  readonly firstDay: string;
}

/** Ports that belong together: the application's and the three after it. */
export function portsOf(first: number) {
  return { application: first, dev: first + 1, smtp: first + 2, postgres: first + 3 };
}

/** What every process of the product is told; the owner's connection is added only where migrations and seeds run. */
export function productEnvironment({ root, options, database, keysDirectory, firstDay }: EnvironmentParts): NodeJS.ProcessEnv {
  const ports = portsOf(options.port);
  const issuer = `http://127.0.0.1:${ports.dev}`;
  const keys = join(options.dataDirectory, 'identity-provider');
  return {
    ...process.env,
    NODE_ENV: 'development',
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: undefined,
    PORT: String(ports.application),
    HOST: '127.0.0.1',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
    VUORO_KEYS_DIRECTORY: keysDirectory,
    OIDC_CITIZEN_ISSUER: issuer,
    OIDC_CITIZEN_CLIENT_ID: CITIZEN_CLIENT_ID,
    OIDC_CITIZEN_CLIENT_KEY_FILE: clientKeyFile(keys, CITIZEN_CLIENT_ID),
    OIDC_EMPLOYEE_ISSUER: issuer,
    OIDC_EMPLOYEE_CLIENT_ID: EMPLOYEE_CLIENT_ID,
    OIDC_EMPLOYEE_CLIENT_KEY_FILE: clientKeyFile(keys, EMPLOYEE_CLIENT_ID),
    SMS_GATEWAY_URL: `${issuer}/sms`,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    VUORO_CITIZEN_UI_DIRECTORY: join(root, 'citizen-ui', 'dist'),
    VUORO_EMPLOYEE_UI_DIRECTORY: join(root, 'employee-ui', 'dist'),
    VUORO_ENVIRONMENT_NAME: process.env['VUORO_ENVIRONMENT_NAME'] ?? 'TESTI',
    VUORO_DEMO: '1',
    VUORO_DEMO_FIRST_DAY: firstDay,
    VUORO_CLOCK: options.clock ?? undefined,
  };
}

/** The same with the connection of the schema's owner. */
export function ownerEnvironment(parts: EnvironmentParts): NodeJS.ProcessEnv {
  return { ...productEnvironment(parts), DATABASE_OWNER_URL: parts.database.ownerUrl };
}

/**
 * What the demo is told. Of its thousand small commits only the last has to be on the disk: what a crash takes before that is begun anew.
 */
export function demoEnvironment(parts: EnvironmentParts): NodeJS.ProcessEnv {
  return { ...ownerEnvironment(parts), PGOPTIONS: '-c synchronous_commit=off' };
}

/** What the process of identity provider and mailbox is told; nothing of the database. */
export function devServerEnvironment({ options, firstDay }: EnvironmentParts): NodeJS.ProcessEnv {
  const ports = portsOf(options.port);
  return {
    ...process.env,
    PORT: String(ports.dev),
    VUORO_DEV_SMTP_PORT: String(ports.smtp),
    VUORO_DEV_APPLICATION_PORT: String(ports.application),
    VUORO_DEV_DATA_DIRECTORY: options.dataDirectory,
    VUORO_DEMO_FIRST_DAY: firstDay,
  };
}
