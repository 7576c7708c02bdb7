import { parseInstant, type Instant } from '../../kernel/time/instant.ts';
import { parseLocalDate, type LocalDate } from '../../kernel/time/local-date.ts';
import type { Config, IdentityProviderConfig } from './config.ts';
import { EnvironmentReader, type Environment } from './environment-reader.ts';
import { productionComplaints } from './production-interlocks.ts';

/** `OIDC_CITIZEN_CLAIM_IDENTITY_CODE` and so on: the provider's name of a claim. */
const claimVariables = {
  identityCode: 'IDENTITY_CODE',
  nonDisclosure: 'NON_DISCLOSURE',
  givenName: 'GIVEN_NAME',
  familyName: 'FAMILY_NAME',
  birthDate: 'BIRTH_DATE',
  eidas: 'EIDAS',
} as const;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** The process must not start; every line of the message says what to change. */
export class ConfigurationError extends Error {
  readonly complaints: readonly string[];

  constructor(complaints: readonly string[]) {
    super(`Vuoro cannot start with these settings:\n${complaints.map((complaint) => `  - ${complaint}`).join('\n')}`);
    this.name = 'ConfigurationError';
    this.complaints = complaints;
  }
}

/**
 * Reads and checks the settings of one process.
 * @throws ConfigurationError that names every wrong value, not only the first
 */
export function readConfig(environment: Environment): Config {
  const reader = new EnvironmentReader(environment);
  const production = reader.oneOf('NODE_ENV', ['production', 'development', 'test'], 'development') === 'production';
  const config: Config = {
    production,
    ...network(reader, production),
    logLevel: reader.oneOf('LOG_LEVEL', logLevels, 'info'),
    ...stores(reader),
    keysDirectory: reader.required('VUORO_KEYS_DIRECTORY', 'it names the directory with the encryption keys'),
    citizenIdentityProvider: identityProvider(reader, 'OIDC_CITIZEN'),
    employeeIdentityProvider: identityProvider(reader, 'OIDC_EMPLOYEE'),
    ...channels(reader),
    citizenUiDirectory: reader.optional('VUORO_CITIZEN_UI_DIRECTORY'),
    employeeUiDirectory: reader.optional('VUORO_EMPLOYEE_UI_DIRECTORY'),
    environmentName: environmentName(reader),
    demo: reader.flag('VUORO_DEMO'),
    demoFirstDay: demoFirstDay(reader),
    clockStartsAt: clockStart(reader),
  };
  const complaints = [...reader.complaints, ...(production ? productionComplaints(config) : [])];
  if (complaints.length > 0) throw new ConfigurationError(complaints);
  return Object.freeze(config);
}

/** What migrating needs; no key and no identity provider has to be there for it. */
export type DatabaseConfig = Pick<Config, 'databaseUrl' | 'databaseOwnerUrl' | 'redisUrl' | 'storeWaitSeconds'>;

/** @throws ConfigurationError that names every wrong value */
export function readDatabaseConfig(environment: Environment): DatabaseConfig {
  const reader = new EnvironmentReader(environment);
  const { databaseUrl, databaseOwnerUrl, redisUrl, storeWaitSeconds } = stores(reader);
  if (reader.complaints.length > 0) throw new ConfigurationError(reader.complaints);
  return { databaseUrl, databaseOwnerUrl, redisUrl, storeWaitSeconds };
}

function network(reader: EnvironmentReader, production: boolean) {
  const metricsPort = reader.integer('METRICS_PORT', 0, 1, 65535);
  return {
    // A development server must not be reachable from the network by accident.
    host: reader.optional('HOST') ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: reader.integer('PORT', 3000, 0, 65535),
    metricsPort: metricsPort === 0 ? null : metricsPort,
    trustedProxies: reader.list('VUORO_TRUSTED_PROXIES'),
    requestsPerAddressAndMinute: reader.integer('VUORO_REQUESTS_PER_ADDRESS', 6000, 1, 100_000_000),
    signInsPerAddressAndMinute: reader.integer('VUORO_SIGN_INS_PER_ADDRESS', 600, 1, 100_000_000),
    requestsPerPersonAndMinute: reader.integer('VUORO_REQUESTS_PER_PERSON', 600, 1, 100_000_000),
    identityCodesPerMinute: reader.integer('VUORO_IDENTITY_CODES_PER_MINUTE', 10, 1, 100_000_000),
    identityCodesPerDay: reader.integer('VUORO_IDENTITY_CODES_PER_DAY', 200, 1, 100_000_000),
    citizenChangesPerDay: reader.integer('VUORO_CITIZEN_CHANGES_PER_DAY', 20, 1, 100_000_000),
    holdsOfATimePerDay: reader.integer('VUORO_HOLDS_OF_A_TIME_PER_DAY', 6, 1, 100_000_000),
    contactCodesPerDay: reader.integer('VUORO_CONTACT_CODES_PER_DAY', 10, 1, 100_000_000),
  };
}

function stores(reader: EnvironmentReader) {
  const databaseUrl = reader.requiredSecret('DATABASE_URL', 'it is the address of the PostgreSQL database');
  const databaseOwnerUrl = reader.optionalSecret('DATABASE_OWNER_URL');
  const redisUrl = reader.optionalSecret('REDIS_URL');
  reader.url('DATABASE_URL', databaseUrl, ['postgres:', 'postgresql:']);
  reader.url('DATABASE_OWNER_URL', databaseOwnerUrl, ['postgres:', 'postgresql:']);
  reader.url('REDIS_URL', redisUrl, ['redis:', 'rediss:']);
  return {
    databaseUrl,
    databaseOwnerUrl,
    redisUrl,
    databasePoolSize: reader.integer('DATABASE_POOL_SIZE', 8, 1, 200),
    storeWaitSeconds: reader.integer('VUORO_STORE_WAIT_SECONDS', 60, 0, 3600),
  };
}

function channels(reader: EnvironmentReader) {
  const smsGatewayUrl = reader.optionalSecret('SMS_GATEWAY_URL');
  const smtpUrl = reader.optionalSecret('SMTP_URL');
  reader.url('SMS_GATEWAY_URL', smsGatewayUrl, ['http:', 'https:']);
  reader.url('SMTP_URL', smtpUrl, ['smtp:', 'smtps:']);
  return { smsGatewayUrl, smtpUrl };
}

function identityProvider(reader: EnvironmentReader, prefix: string): IdentityProviderConfig | null {
  const issuer = reader.optional(`${prefix}_ISSUER`);
  if (issuer === null) return null;
  reader.url(`${prefix}_ISSUER`, issuer, ['http:', 'https:']);
  const clientId = reader.required(`${prefix}_CLIENT_ID`, `${prefix}_ISSUER needs it`);
  const scope = reader.optional(`${prefix}_SCOPE`);
  const acceptedLevels = reader.list(`${prefix}_ACCEPTED_LEVELS`);
  const claimNames = Object.fromEntries(
    Object.entries(claimVariables).flatMap(([name, variable]) => {
      const value = reader.optional(`${prefix}_CLAIM_${variable}`);
      return value === null ? [] : [[name, value]];
    }),
  );
  return {
    issuer,
    clientId,
    clientKeyFile: reader.optional(`${prefix}_CLIENT_KEY_FILE`),
    claimNames,
    ...(scope === null ? {} : { scope }),
    ...(reader.optional(`${prefix}_ACCEPTED_LEVELS`) === null ? {} : { acceptedLevels }),
  };
}

function clockStart(reader: EnvironmentReader): Instant | null {
  const text = reader.optional('VUORO_CLOCK');
  if (text === null) return null;
  try {
    return parseInstant(text);
  } catch {
    return reader.complain(`VUORO_CLOCK must be an instant such as 2026-11-24T08:00:00Z, not "${text}".`, null);
  }
}

function demoFirstDay(reader: EnvironmentReader): LocalDate | null {
  const text = reader.optional('VUORO_DEMO_FIRST_DAY');
  return text === null
    ? null
    : (parseLocalDate(text) ?? reader.complain(`VUORO_DEMO_FIRST_DAY must be a date such as 2026-11-24, not "${text}".`, null));
}

/** Shown in a band on every page; nothing in production. */
function environmentName(reader: EnvironmentReader): string | null {
  const name = reader.optional('VUORO_ENVIRONMENT_NAME');
  return name === 'production' ? null : name;
}
