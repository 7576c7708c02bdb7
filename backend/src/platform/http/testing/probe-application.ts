import { Global, Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { Request } from 'express';
import supertest from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { Authentication, type Principal } from '../../access/index.ts';
import { Config, readConfig } from '../../config/index.ts';
import { HealthModule } from '../../health/index.ts';
import { LogSink } from '../../logging/index.ts';
import { LiveStreamsModule } from '../../live/index.ts';
import { MetricsController } from '../../metrics/index.ts';
import { PlatformModule } from '../../platform.module.ts';
import { aGrant, anEmployee, otherHost, otherOrganisationId, testHost, testOrganisationId } from '../../testing/index.ts';
import { testEnvironment } from '../../testing/test-environment.ts';
import { configureApplication, HttpModule, OrganisationByHost, type HostOrganisation, type OrganisationContacts } from '../index.ts';
import { ProbeController } from './probe.controller.ts';

const citizenOnlyHost = 'asiointi.example.fi';
const employeeOnlyHost = 'tyo.example.fi';

/** The port as the organisation module implements it, over the hosts of the test organisations. */
class Hosts extends OrganisationByHost {
  private readonly hosts = new Map<string, HostOrganisation>([
    [testHost, { organisationId: testOrganisationId, surfaces: ['CITIZEN', 'EMPLOYEE'] }],
    [otherHost, { organisationId: otherOrganisationId, surfaces: ['CITIZEN', 'EMPLOYEE'] }],
    [citizenOnlyHost, { organisationId: testOrganisationId, surfaces: ['CITIZEN'] }],
    [employeeOnlyHost, { organisationId: testOrganisationId, surfaces: ['EMPLOYEE'] }],
  ]);

  override async find(hostname: string): Promise<HostOrganisation | null> {
    return this.hosts.get(hostname) ?? null;
  }

  override async firstCitizenHost(): Promise<string> {
    return testHost;
  }

  override async contactsOf(organisationId: string): Promise<OrganisationContacts> {
    const name = organisationId === testOrganisationId ? 'Testialue' : 'Toinen alue';
    return {
      portalName: { fi: name, sv: `${name} sv`, en: `${name} & "en"` },
      contactPhone: '+358500000010',
      contactTextNumber: organisationId === testOrganisationId ? '+358500000011' : '+358500000012',
      contactHours: { fi: 'arkisin', sv: 'vardagar', en: 'weekdays' },
      contactAddress: { fi: '<b>Tori</b> 1', sv: 'Torget 1', en: 'Tori 1' },
    };
  }
}

/** `Authorization: Bearer supervisor` is a supervisor; nobody else is anybody. */
class TokenAuthentication extends Authentication {
  override async principalOf(request: Request): Promise<Principal | null> {
    return request.headers.authorization === 'Bearer supervisor'
      ? anEmployee({ grants: [aGrant({ role: 'SUPERVISOR', unitId: testOrganisationId })] })
      : null;
  }
}

@Global()
@Module({
  providers: [
    { provide: OrganisationByHost, useClass: Hosts },
    { provide: Authentication, useClass: TokenAuthentication },
  ],
  exports: [OrganisationByHost, Authentication],
})
class PortsModule {}

@Module({
  imports: [PlatformModule, PortsModule, HttpModule, HealthModule, LiveStreamsModule],
  controllers: [ProbeController, MetricsController],
})
export class ProbeModule {}

export interface ProbeApplication {
  readonly app: NestExpressApplication;
  /** Requests to the first organisation's host unless the test says otherwise. */
  readonly http: TestAgent;
  readonly logged: string[];
}

/** The platform in front of the probe routes, over a real database. */
export async function probeApplication(databaseUrl: string, environment: Readonly<Record<string, string>> = {}): Promise<ProbeApplication> {
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    VUORO_KEYS_DIRECTORY: testEnvironment().keysDirectory,
    OIDC_CITIZEN_ISSUER: 'https://tunnistus.example.fi',
    OIDC_CITIZEN_CLIENT_ID: 'vuoro',
    ...environment,
  });
  const logged: string[] = [];

  const testing = await Test.createTestingModule({ imports: [ProbeModule] })
    .overrideProvider(Config)
    .useValue(config)
    .overrideProvider(LogSink)
    .useValue({ write: (line: string) => void logged.push(line) })
    .compile();
  const app = configureApplication(testing.createNestApplication<NestExpressApplication>({ bodyParser: false }));
  await app.init();
  return { app, http: supertest.agent(app.getHttpServer()).set('Host', testHost), logged };
}
