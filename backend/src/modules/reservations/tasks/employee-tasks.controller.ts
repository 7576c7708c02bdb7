import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Audited, Authorize, Me, Unaudited, type EmployeePrincipal } from '../../../platform/access/index.ts';
import { ApiProblems, Operation } from '../../../platform/http/index.ts';
import { EmployeeTaskView } from './employee-task.dto.ts';
import { EmployeeTasks } from './employee-tasks.ts';

@ApiTags('Tasks')
@Controller('api/v1/employee-tasks')
export class EmployeeTasksController {
  constructor(private readonly tasks: EmployeeTasks) {}

  @Get()
  @Authorize('EMPLOYEE_TASK_READ')
  @Unaudited('ids only')
  @Operation({ summary: 'Open tasks of my own and of my units', description: 'Oldest first, at most 200.' })
  @ApiOkResponse({ type: [EmployeeTaskView] })
  listEmployeeTasks(@Me() employee: EmployeePrincipal): Promise<EmployeeTaskView[]> {
    return this.tasks.open(employee);
  }

  @Post(':id/done')
  @HttpCode(200)
  @Authorize('EMPLOYEE_TASK_DONE')
  @Audited('EmployeeTaskDone')
  @Operation({ summary: 'Mark a task as done', description: 'Repeating it changes nothing.' })
  @ApiProblems('NOT_FOUND')
  @ApiOkResponse({ type: EmployeeTaskView })
  markEmployeeTaskDone(@Me() employee: EmployeePrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<EmployeeTaskView> {
    return this.tasks.done(employee, id);
  }
}
