import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Authorize, Me, Unaudited, type Principal } from '../../platform/access/index.ts';
import { Operation } from '../../platform/http/index.ts';
import { ListUnits } from './list-units.ts';
import { UNIT_LIST } from './organisation.actions.ts';
import { UnitView } from './unit.dto.ts';

@ApiTags('Organisation')
@Controller('api/v1/units')
export class UnitsController {
  constructor(private readonly list: ListUnits) {}

  @Get()
  @Authorize(UNIT_LIST)
  @Unaudited('no client data')
  @Operation({ summary: 'The units that your roles reach, in the order of their codes' })
  @ApiOkResponse({ type: [UnitView] })
  listUnits(@Me() me: Principal): Promise<UnitView[]> {
    return this.list.execute(me);
  }
}
