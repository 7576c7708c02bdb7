import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Authorize, Me, Unaudited, type Principal } from '../../platform/access/index.ts';
import { Operation } from '../../platform/http/index.ts';
import { AppointmentTypesQuery, AppointmentTypeView } from './appointment-type.dto.ts';
import { TYPE_LIST } from './appointment-types.actions.ts';
import { ListAppointmentTypes } from './list-appointment-types.ts';

@ApiTags('Appointment types')
@Controller('api/v1/appointment-types')
export class AppointmentTypesController {
  constructor(private readonly list: ListAppointmentTypes) {}

  @Get()
  @Authorize(TYPE_LIST)
  @Unaudited('no client data')
  @Operation({ summary: 'The types in force that are given in the units that your roles reach, and other work of the whole organisation' })
  @ApiOkResponse({ type: [AppointmentTypeView] })
  listAppointmentTypes(@Me() me: Principal, @Query() query: AppointmentTypesQuery): Promise<AppointmentTypeView[]> {
    return this.list.execute(me, query.category);
  }
}
