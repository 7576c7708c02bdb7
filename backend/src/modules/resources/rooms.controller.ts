import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Authorize, Me, Unaudited, type Principal } from '../../platform/access/index.ts';
import { Operation } from '../../platform/http/index.ts';
import { ListRooms } from './list-rooms.ts';
import { ROOM_LIST } from './resources.actions.ts';
import { RoomsQuery, RoomView } from './room.dto.ts';

@ApiTags('Resources')
@Controller('api/v1/rooms')
export class RoomsController {
  constructor(private readonly list: ListRooms) {}

  @Get()
  @Authorize(ROOM_LIST)
  @Unaudited('no client data')
  @Operation({ summary: 'The bookable rooms of the units that your roles reach, the smallest first within a unit' })
  @ApiOkResponse({ type: [RoomView] })
  listRooms(@Me() me: Principal, @Query() query: RoomsQuery): Promise<RoomView[]> {
    return this.list.execute(me, query.unitId);
  }
}
