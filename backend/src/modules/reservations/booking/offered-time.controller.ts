import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Authorize, Me, Unaudited, type EmployeePrincipal } from '../../../platform/access/index.ts';
import { ApiProblems, Operation } from '../../../platform/http/index.ts';
import { OfferedTimeView } from './offered-time.dto.ts';
import { ReadOfferedTime } from './read-offered-time.ts';

@ApiTags('Reservations')
@Controller('api/v1/offered-times')
export class OfferedTimeController {
  constructor(private readonly read: ReadOfferedTime) {}

  @Get(':id')
  @Authorize('RESERVATION_CREATE')
  @Unaudited('no client data: a time on offer')
  @Operation({ summary: 'Read an offered time', description: 'What has to be known of it before it is booked for a client.' })
  @ApiOkResponse({ type: OfferedTimeView })
  @ApiProblems('NOT_FOUND', 'TIME_NOT_OFFERED')
  readOfferedTime(@Me() employee: EmployeePrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<OfferedTimeView> {
    return this.read.execute(employee, id);
  }
}
