import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Audited, Authorize, Me, Public, Unaudited, type EmployeePrincipal } from '../../platform/access/index.ts';
import { ApiProblems, Operation } from '../../platform/http/index.ts';
import { EndSessions } from './end-sessions.ts';
import { CITIZEN_SESSION_EXTEND, EMPLOYEE_SESSION_EXTEND, SESSION_END } from './identity.actions.ts';
import { CitizenSessionView, EmployeeSessionView } from './identity.dto.ts';
import { OwnSession } from './own-session.ts';

const ownState = 'the state of the own session';

@ApiTags('Sessions')
@Controller('api/v1')
export class SessionsController {
  constructor(
    private readonly session: OwnSession,
    private readonly endSessions: EndSessions,
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
  @Operation({ summary: 'Stay signed in to the employee application', description: 'Starts the idle limit anew; the absolute limit stays.' })
  @ApiOkResponse({ type: EmployeeSessionView })
  extendEmployeeSession(@Req() request: Request): Promise<EmployeeSessionView> {
    return this.session.ofEmployee(request, 'EXTEND');
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
