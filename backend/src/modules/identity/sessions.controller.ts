import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Audited, Authorize, Me, Public, Unaudited, type CitizenPrincipal, type EmployeePrincipal } from '../../platform/access/index.ts';
import { ApiProblems, Operation } from '../../platform/http/index.ts';
import { EndSessions } from './end-sessions.ts';
import { CITIZEN_SESSION_END_OTHERS, CITIZEN_SESSION_EXTEND, EMPLOYEE_SESSION_EXTEND, SESSION_END } from './identity.actions.ts';
import { CitizenSessionView, EmployeeSessionView, MarkSharedDeskRequest, OtherSessionView } from './identity.dto.ts';
import { OtherSessions } from './other-sessions.ts';
import { OwnSession } from './own-session.ts';
import { SharedDesk } from './shared-desk.ts';

const ownState = 'the state of the own session';

@ApiTags('Sessions')
@Controller('api/v1')
export class SessionsController {
  constructor(
    private readonly session: OwnSession,
    private readonly endSessions: EndSessions,
    private readonly others: OtherSessions,
    private readonly desk: SharedDesk,
  ) {}

  @Get('citizen/session')
  @Public()
  @Unaudited(ownState)
  @Operation({ summary: 'Who is signed in to the citizen application', description: 'Does not prolong the session.' })
  @ApiOkResponse({ type: CitizenSessionView })
  readCitizenSession(@Req() request: Request): Promise<CitizenSessionView> {
    return this.session.ofCitizen(request, 'LOOK');
  }

  @Post('citizen/session/extend')
  @HttpCode(200)
  @Authorize(CITIZEN_SESSION_EXTEND)
  @Unaudited(ownState)
  @Operation({ summary: 'Stay signed in to the citizen application', description: 'Starts the idle limit anew; the absolute limit stays.' })
  @ApiOkResponse({ type: CitizenSessionView })
  extendCitizenSession(@Req() request: Request): Promise<CitizenSessionView> {
    return this.session.ofCitizen(request, 'EXTEND');
  }

  @Get('citizen/session/others')
  @Authorize(CITIZEN_SESSION_END_OTHERS)
  @Unaudited(ownState)
  @Operation({ summary: 'Where else one is signed in', description: 'The other sessions of the same person, the latest used first.' })
  @ApiOkResponse({ type: [OtherSessionView] })
  listOtherSessions(@Me() citizen: CitizenPrincipal): Promise<OtherSessionView[]> {
    return this.others.list(citizen);
  }

  @Post('citizen/session/end-others')
  @HttpCode(204)
  @Authorize(CITIZEN_SESSION_END_OTHERS)
  @Audited('OtherSessionsEnd')
  @Operation({ summary: 'Sign out everywhere else', description: 'The session that asks goes on; what the others held is given back.' })
  @ApiNoContentResponse()
  async endOtherSessions(@Me() citizen: CitizenPrincipal): Promise<void> {
    await this.others.end(citizen);
  }

  @Get('session')
  @Public()
  @Unaudited(ownState)
  @Operation({ summary: 'Who is signed in to the employee application', description: 'Does not prolong the session.' })
  @ApiOkResponse({ type: EmployeeSessionView })
  readEmployeeSession(@Req() request: Request): Promise<EmployeeSessionView> {
    return this.session.ofEmployee(request, 'LOOK');
  }

  @Post('session/extend')
  @HttpCode(200)
  @Authorize(EMPLOYEE_SESSION_EXTEND)
  @Unaudited(ownState)
  @Operation({
    summary: 'Stay signed in to the employee application',
    description: 'Starts the idle limit anew; the absolute limit stays.',
  })
  @ApiOkResponse({ type: EmployeeSessionView })
  extendEmployeeSession(@Req() request: Request): Promise<EmployeeSessionView> {
    return this.session.ofEmployee(request, 'EXTEND');
  }

  @Put('session/shared-desk')
  @Public()
  @Unaudited(ownState)
  @Operation({
    summary: 'Mark this browser as a shared desk, or not',
    description:
      'Also before signing in. At a shared desk the session is locked after ten minutes without a request, else ended after thirty.',
  })
  @ApiOkResponse({ type: EmployeeSessionView })
  @ApiProblems('SESSION_LOCKED')
  async markSharedDesk(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: MarkSharedDeskRequest,
  ): Promise<EmployeeSessionView> {
    await this.desk.mark(body.sharedDesk, request, response);
    return { ...(await this.session.ofEmployee(request, 'LOOK')), sharedDesk: body.sharedDesk };
  }

  @Post('employees/:id/end-sessions')
  @HttpCode(204)
  @Authorize(SESSION_END)
  @Audited('SessionsEnd')
  @Operation({ summary: 'End all sessions of an employee' })
  @ApiNoContentResponse()
  @ApiProblems('NOT_FOUND')
  async endEmployeeSessions(@Me() principal: EmployeePrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.endSessions.ofEmployee(principal, id);
  }
}
