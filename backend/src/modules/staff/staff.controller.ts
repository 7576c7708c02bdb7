import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Authorize, Me, Unaudited, type Principal } from '../../platform/access/index.ts';
import { Operation } from '../../platform/http/index.ts';
import { EmployeesQuery, EmployeeView } from './employee.dto.ts';
import { StaffQueries } from './staff-queries.ts';
import { EMPLOYEE_LIST } from './staff.actions.ts';
import { TeamView, WorkPairView } from './team.dto.ts';

@ApiTags('Staff')
@Controller('api/v1')
export class StaffController {
  constructor(private readonly staff: StaffQueries) {}

  @Get('employees')
  @Authorize(EMPLOYEE_LIST)
  @Unaudited('no client data')
  @Operation({
    summary: 'The employees of the units that your roles reach, and yourself',
    description: 'In the order of their names; those whose employment has ended are left out.',
  })
  @ApiOkResponse({ type: [EmployeeView] })
  listEmployees(@Me() me: Principal, @Query() query: EmployeesQuery): Promise<EmployeeView[]> {
    return this.staff.employees(me, query);
  }

  @Get('teams')
  @Authorize(EMPLOYEE_LIST)
  @Unaudited('no client data')
  @Operation({ summary: 'The teams of the units that your roles reach, with their members of today' })
  @ApiOkResponse({ type: [TeamView] })
  listTeams(@Me() me: Principal): Promise<TeamView[]> {
    return this.staff.teams(me);
  }

  @Get('work-pairs')
  @Authorize(EMPLOYEE_LIST)
  @Unaudited('no client data')
  @Operation({ summary: "Today's work pairs of the units that your roles reach" })
  @ApiOkResponse({ type: [WorkPairView] })
  listWorkPairs(@Me() me: Principal): Promise<WorkPairView[]> {
    return this.staff.workPairs(me);
  }
}
