import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Authorize, Me, Unaudited, type EmployeePrincipal } from '../../platform/access/index.ts';
import { ApiProblems, Operation } from '../../platform/http/index.ts';
import { FREE_TIME_READ } from './availability.actions.ts';
import { FindEmployeeFreeTimes } from './find-employee-free-times.ts';
import { EmployeeFreeTimePageView, EmployeeFreeTimeQueryRequest } from './free-times.dto.ts';

@ApiTags('Calendar')
@Controller('api/v1/free-times')
export class EmployeeFreeTimesController {
  constructor(private readonly find: FindEmployeeFreeTimes) {}

  @Get()
  @Authorize(FREE_TIME_READ)
  @Unaudited('no client data: times on offer')
  @Operation({
    summary: 'Find the first free times of a type, as employees may book it',
    description:
      'Earliest first, of the units in which you may book: internal times and those by booking right included, without minimum notice and horizon. Each with who would meet the client.',
  })
  @ApiOkResponse({ type: EmployeeFreeTimePageView })
  @ApiProblems('NOT_FOUND', 'SPAN_TOO_LONG', 'SPAN_EMPTY', 'CURSOR_INVALID')
  findFreeTimes(@Me() employee: EmployeePrincipal, @Query() query: EmployeeFreeTimeQueryRequest): Promise<EmployeeFreeTimePageView> {
    return this.find.page(employee, query);
  }
}
