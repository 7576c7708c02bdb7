import type { Instant } from '../../kernel/time/instant.ts';
import type { LocalDate } from '../../kernel/time/local-date.ts';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/** One of the two OIDC clients that the API is. */
export interface IdentityProviderConfig {
  readonly issuer: string;
  readonly clientId: string;
  /** File with the client's private key (JWK or PEM); null only outside production. */
  readonly clientKeyFile: string | null;
  /** What is asked for; left out: name and identity, as the surface needs them. */
  readonly scope?: string;
  /** Levels of assurance (`acr`) that suffice; left out: those of the Finnish trust network for citizens, none for employees. */
  readonly acceptedLevels?: readonly string[];
  /** Claims that this provider calls otherwise than Suomi.fi does, by our name: `identityCode`, `givenName` … */
  readonly claimNames?: Readonly<Record<string, string>>;
}

/** Settings of one process, read once at start; immutable. What an organisation decides is data, not configuration. */
export abstract class Config {
  abstract readonly production: boolean;
  abstract readonly host: string;
  abstract readonly port: number;
  /** Separate port for `/metrics`; null: on the main port, for callers of the same machine only. */
  abstract readonly metricsPort: number | null;
  /** Addresses or networks whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed. */
  abstract readonly trustedProxies: readonly string[];
  abstract readonly logLevel: LogLevel;

  abstract readonly databaseUrl: string;
  /** Connection of the schema's owner, for migrations only. */
  abstract readonly databaseOwnerUrl: string | null;
  abstract readonly databasePoolSize: number;
  /** null: the queue runs on PostgreSQL. */
  abstract readonly redisUrl: string | null;
  /** For how long a starting process waits for PostgreSQL and Redis, each. */
  abstract readonly storeWaitSeconds: number;

  /** Directory with the key encryption key and the key of the blind indexes. */
  abstract readonly keysDirectory: string;
  abstract readonly citizenIdentityProvider: IdentityProviderConfig | null;
  abstract readonly employeeIdentityProvider: IdentityProviderConfig | null;

  abstract readonly smsGatewayUrl: string | null;
  abstract readonly smtpUrl: string | null;

  /** Built applications; null: the process serves none. */
  abstract readonly citizenUiDirectory: string | null;
  abstract readonly employeeUiDirectory: string | null;

  /** Shown as a banner in both applications, for example "TEST"; null in production use. */
  abstract readonly environmentName: string | null;
  /** Whether the demo organisation is kept up to date at start. */
  abstract readonly demo: boolean;
  /** The day on which the demo begins, which its people's ages and its bookings depend on; null: today. */
  abstract readonly demoFirstDay: LocalDate | null;
  /** The instant at which the Clock starts; null: the machine's time. Never in production. */
  abstract readonly clockStartsAt: Instant | null;

  /** Requests a minute from one network address, signed in or not. */
  abstract readonly requestsPerAddressAndMinute: number;
  /** Sign-ins that begin in a minute from one network address, of citizens and of employees each; every one makes a row. */
  abstract readonly signInsPerAddressAndMinute: number;
  /** Requests a minute of one signed-in person. */
  abstract readonly requestsPerPersonAndMinute: number;
  /** Searches by identity code and clients added with one, of one employee. */
  abstract readonly identityCodesPerMinute: number;
  abstract readonly identityCodesPerDay: number;
  /** Bookings, moves and cancellations of one citizen a day; each may send messages. */
  abstract readonly citizenChangesPerDay: number;
  /** How often a day one citizen may begin to hold the same time. */
  abstract readonly holdsOfATimePerDay: number;
  /** Codes a day that one citizen asks for, and that go to one number or address. */
  abstract readonly contactCodesPerDay: number;
}
