import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public, Unaudited } from '../../platform/access/index.ts';
import { ApiProblems, Operation } from '../../platform/http/index.ts';
import { hostScope } from '../organisation/index.ts';
import { FindFreeTimes } from './find-free-times.ts';
import { FreeDayQueryRequest, FreeDayView, FreeTimePageView, FreeTimeQueryRequest } from './free-times.dto.ts';

@ApiTags('Public')
@Controller('api/v1/public')
export class FreeTimesController {
  constructor(private readonly find: FindFreeTimes) {}

  @Get('free-times')
  @Public()
  @Unaudited('no client data: times on offer')
  @Operation({
    summary: 'Find the first free times of a type',
    description:
      'Earliest first, between the minimum notice and the horizon of the type. A time may be gone a moment later: only holding or booking it decides.',
  })
  @ApiOkResponse({ type: FreeTimePageView })
  @ApiProblems('NOT_FOUND', 'EMPLOYEE_NOT_TO_CHOOSE', 'SPAN_TOO_LONG', 'SPAN_EMPTY', 'CURSOR_INVALID')
  listFreeTimes(@Query() query: FreeTimeQueryRequest): Promise<FreeTimePageView> {
    return this.find.page(hostScope(), query);
  }

  @Get('free-days')
  @Public()
  @Unaudited('no client data: times on offer')
  @Operation({ summary: 'Count free times by day of a month', description: 'Days without free times are left out.' })
  @ApiOkResponse({ type: [FreeDayView] })
  @ApiProblems('NOT_FOUND', 'EMPLOYEE_NOT_TO_CHOOSE', 'MONTH_INVALID')
  listFreeDays(@Query() query: FreeDayQueryRequest): Promise<FreeDayView[]> {
    return this.find.month(hostScope(), query);
  }
}
