import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Audited, Authorize, Me, type EmployeePrincipal } from '../../platform/access/index.ts';
import { ApiProblems, Operation } from '../../platform/http/index.ts';
import { MessageLog } from './message-log.ts';
import { MessageView } from './message.dto.ts';

@ApiTags('Reservations')
@Controller('api/v1/reservations')
export class MessagesController {
  constructor(private readonly log: MessageLog) {}

  @Get(':id/messages')
  @Authorize('MESSAGE_LOG_READ')
  @Audited('ReservationMessagesRead')
  @Operation({
    summary: 'Messages of a reservation',
    description: 'Planned, sent, failed and skipped ones with the reason, in the order in which they are due. No texts, no numbers.',
  })
  @ApiProblems('NOT_FOUND')
  @ApiOkResponse({ type: [MessageView] })
  listReservationMessages(@Me() employee: EmployeePrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<MessageView[]> {
    return this.log.ofReservation(employee, id);
  }
}
