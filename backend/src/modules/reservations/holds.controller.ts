import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Audited, Authorize, Me, Unaudited, type CitizenPrincipal } from '../../platform/access/index.ts';
import { ApiProblems, IdempotencyKey, Operation } from '../../platform/http/index.ts';
import { ExtendHold } from './booking/extend-hold.ts';
import { HoldTime } from './booking/hold-time.ts';
import { ReleaseHold } from './booking/release-hold.ts';
import { HoldTimeRequest, HoldView } from './hold.dto.ts';
import { HoldQueries } from './hold-queries.ts';

@ApiTags('Citizen: holds')
@Controller('api/v1/citizen/holds')
export class HoldsController {
  constructor(
    private readonly hold: HoldTime,
    private readonly extend: ExtendHold,
    private readonly release: ReleaseHold,
    private readonly queries: HoldQueries,
  ) {}

  @Post()
  @Authorize('CITIZEN_HOLD')
  @Audited('TimeHold')
  @Operation({
    summary: 'Hold a time for ten minutes',
    description:
      'One a person, in whatever browser: a new hold releases the earlier one. TIME_TAKEN carries the three nearest `alternatives`.',
  })
  @ApiCreatedResponse({ type: HoldView })
  @ApiProblems(
    'NOT_FOUND',
    'TIME_TAKEN',
    'TIME_NOT_OFFERED',
    'NOT_BOOKABLE_ONLINE',
    'MODE_NOT_OFFERED',
    'TOO_LATE_TO_BOOK',
    'BEYOND_HORIZON',
    'EMPLOYEE_NOT_TO_CHOOSE',
    'HELD_TOO_OFTEN',
  )
  holdTime(@Me() citizen: CitizenPrincipal, @IdempotencyKey() key: string, @Body() body: HoldTimeRequest): Promise<HoldView> {
    return this.hold.execute(citizen, key, body);
  }

  @Get(':id')
  @Authorize('CITIZEN_HOLD')
  @Unaudited('a time that is held, without the client')
  @Operation({ summary: 'Read my hold', description: 'Another session’s hold and one that never was are the same: 404.' })
  @ApiOkResponse({ type: HoldView })
  @ApiProblems('NOT_FOUND', 'HOLD_EXPIRED')
  readHold(@Me() citizen: CitizenPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<HoldView> {
    return this.queries.read(citizen, id);
  }

  @Post(':id/extend')
  @HttpCode(200)
  @Authorize('CITIZEN_HOLD')
  @Unaudited('a time that is held, without the client')
  @Operation({ summary: 'Extend my hold by ten minutes', description: 'Once.' })
  @ApiOkResponse({ type: HoldView })
  @ApiProblems('NOT_FOUND', 'HOLD_EXPIRED', 'HOLD_ALREADY_EXTENDED')
  extendHold(@Me() citizen: CitizenPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<HoldView> {
    return this.extend.execute(citizen, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Authorize('CITIZEN_HOLD')
  @Unaudited('a time that is held, without the client')
  @Operation({ summary: 'Release my hold', description: 'A second time there is nothing to release: 404.' })
  @ApiNoContentResponse()
  @ApiProblems('NOT_FOUND')
  releaseHold(@Me() citizen: CitizenPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.release.execute(citizen, id);
  }
}
