import { Controller, Get, Global, Module } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Request } from 'express';
import { describe, expect, it } from '@jest/globals';
import { Authentication, Authorize, defineActions, Me, Unaudited, type Principal, type Surface } from '../access/index.ts';
import { HttpModule, OrganisationByHost, Operation, type HostOrganisation } from '../http/index.ts';
import { PlatformModule } from '../platform.module.ts';
import { aCitizen, aGrant, anEmployee, testOrganisationId } from './index.ts';
import { testApplication } from './test-application.ts';

defineActions('EMPLOYEE', { SEAM_READ: { SUPERVISOR: 'GRANTED' } });

class Hosts extends OrganisationByHost {
  override async find(): Promise<HostOrganisation | null> {
    return { organisationId: testOrganisationId, surfaces: ['CITIZEN', 'EMPLOYEE'] };
  }

  override async firstCitizenHost(): Promise<string> {
    return 'localhost';
  }

  override async contactsOf(): Promise<null> {
    return null;
  }
}

/** The cookie names the person; real sessions belong to the module above. */
class CookieAuthentication extends Authentication {
  override async principalOf(request: Request, surface: Surface): Promise<Principal | null> {
    const person = request.headers.cookie?.split('=')[1];
    if (person === undefined) return null;
    return surface === 'CITIZEN'
      ? aCitizen({ clientId: person })
      : anEmployee({ employeeId: person, grants: [aGrant({ role: 'SUPERVISOR', unitId: person })] });
  }
}

@Global()
@Module({
  providers: [
    { provide: OrganisationByHost, useClass: Hosts },
    { provide: Authentication, useClass: CookieAuthentication },
  ],
  exports: [OrganisationByHost, Authentication],
})
class PortsModule {}

@Controller('api/v1/seam')
class SeamController {
  @Get()
  @Authorize('SEAM_READ')
  @Unaudited('a test of the tests')
  @Operation({ summary: 'Says who one is' })
  @ApiOkResponse({ type: String })
  readSeam(@Me() principal: Principal): { id: string } {
    return { id: principal.kind === 'EMPLOYEE' ? principal.employeeId : '' };
  }
}

@Module({ imports: [PlatformModule, PortsModule, HttpModule], controllers: [SeamController] })
class SeamModule {}

const { http, signInEmployee, clock, logged } = await testApplication({
  module: SeamModule,
  session: { open: async (_app, _organisationId, surface, personId) => `${surface}=${personId}` },
});

describe('the application under test', () => {
  it('knows a browser that has signed in from one that has not', async () => {
    await http().get('/api/v1/seam').expect(401);
    const id = '01900000-0000-7000-8000-0000000000aa';
    const liisa = await signInEmployee(id);
    expect((await liisa.get('/api/v1/seam').expect(200)).body).toEqual({ id });
    await http().get('/api/v1/seam').expect(401);
  });

  it('has a clock that stands where the test put it', () => {
    expect(clock.now().toISO()).toBe('2026-11-24T08:00:00.000Z');
  });

  it('keeps what it logs for the test', () => {
    expect(logged.length).toBeGreaterThan(0);
  });
});
