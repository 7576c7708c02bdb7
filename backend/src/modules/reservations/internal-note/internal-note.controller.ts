import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Audited, Authorize, Me, type EmployeePrincipal } from '../../../platform/access/index.ts';
import { ApiProblems, IdempotencyKey, IfMatch, Operation } from '../../../platform/http/index.ts';
import { ReservationView } from '../reservation.dto.ts';
import { ChangeInternalNote } from './change-internal-note.ts';
import { ChangeInternalNoteRequest } from './internal-note.dto.ts';

@ApiTags('Reservations')
@Controller('api/v1/reservations/:id/internal-note')
export class InternalNoteController {
  constructor(private readonly change: ChangeInternalNote) {}

  @Post()
  @HttpCode(200)
  @Authorize('RESERVATION_INTERNAL_NOTE')
  @Audited('ReservationInternalNoteChange')
  @Operation({
    summary: 'Write the internal note of a reservation',
    description:
      'By its own employees, in whatever status it is. History and usage log say that it changed, and never its text; the client is told nothing.',
  })
  @ApiOkResponse({ type: ReservationView })
  @ApiProblems('NOT_FOUND')
  changeInternalNote(
    @Me() employee: EmployeePrincipal,
    @IdempotencyKey() key: string,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeInternalNoteRequest,
  ): Promise<ReservationView> {
    return this.change.execute(employee, key, id, version, body);
  }
}
