import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public, Unaudited } from '../../platform/access/index.ts';
import { ApiProblems, Operation } from '../../platform/http/index.ts';
import { hostScope } from '../organisation/index.ts';
import { EmployeesToChooseQuery, EmployeesToChooseView } from './employees-to-choose.dto.ts';
import { FindEmployeesToChoose } from './find-employees-to-choose.ts';

@ApiTags('Public')
@Controller('api/v1/public/employees-to-choose')
export class EmployeesToChooseController {
  constructor(private readonly find: FindEmployeesToChoose) {}

  @Get()
  @Public()
  @Unaudited('no client data: what the organisation has decided to tell of those who meet clients')
  @Operation({
    summary: 'List the languages and employees by which times of a type can be chosen',
    description: 'Of those who have times within the horizon, free or not: who is away or fully booked is not told.',
  })
  @ApiOkResponse({ type: EmployeesToChooseView })
  @ApiProblems('NOT_FOUND')
  listEmployeesToChoose(@Query() { appointmentTypeId }: EmployeesToChooseQuery): Promise<EmployeesToChooseView> {
    return this.find.execute(hostScope(), appointmentTypeId);
  }
}
