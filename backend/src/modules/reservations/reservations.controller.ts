import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Audited, Authorize, Me, type EmployeePrincipal } from '../../platform/access/index.ts';
import { ApiProblems, IdempotencyKey, IfMatch, Operation } from '../../platform/http/index.ts';
import { BookForClient } from './booking/book-for-client.ts';
import { CancelReservation } from './booking/cancel-reservation.ts';
import { MoveReservation } from './booking/move-reservation.ts';
import { MoveReservationRequest } from './citizen-reservation.dto.ts';
import { BookForClientRequest, CancelReservationRequest, ReservationView } from './reservation.dto.ts';
import { ReservationQueries } from './reservation-queries.ts';

@ApiTags('Reservations')
@Controller('api/v1/reservations')
export class ReservationsController {
  constructor(
    private readonly queries: ReservationQueries,
    private readonly book: BookForClient,
    private readonly move: MoveReservation,
    private readonly cancel: CancelReservation,
  ) {}

  @Get(':id')
  @Authorize('RESERVATION_READ')
  @Audited('ReservationRead')
  @Operation({ summary: 'Read a reservation', description: 'With its people, rules, history, and what you may do with it now.' })
  @ApiOkResponse({ type: ReservationView })
  @ApiProblems('NOT_FOUND')
  readReservation(@Me() employee: EmployeePrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<ReservationView> {
    return this.queries.read(employee, id);
  }

  @Post()
  @Authorize('RESERVATION_CREATE')
  @Audited('ReservationBook')
  @Operation({
    summary: 'Book an offered time for a client',
    description: 'Who may, the appointment type says: the employee in person, the team, the booking desk.',
  })
  @ApiCreatedResponse({ type: ReservationView })
  @ApiProblems(
    'NOT_FOUND',
    'NOT_BOOKABLE_BY_YOU',
    'INTERNAL_NOTE_NOT_YOURS',
    'MODE_NOT_OFFERED',
    'TIME_IN_THE_PAST',
    'CLIENT_DECEASED',
    'TIME_NOT_OFFERED',
    'TIME_TAKEN',
  )
  bookForClient(
    @Me() employee: EmployeePrincipal,
    @IdempotencyKey() key: string,
    @Body() body: BookForClientRequest,
  ): Promise<ReservationView> {
    return this.book.execute(employee, key, body);
  }

  @Post(':id/move')
  @HttpCode(200)
  @Authorize('RESERVATION_MOVE')
  @Audited('ReservationMove')
  @Operation({
    summary: 'Move a reservation to another offered time of its type',
    description: 'Whatever is refused, the old time is kept.',
  })
  @ApiOkResponse({ type: ReservationView })
  @ApiProblems(
    'NOT_FOUND',
    'STATUS_NOT_ALLOWED',
    'TIME_TAKEN',
    'TIME_NOT_OFFERED',
    'TIME_IN_THE_PAST',
    'MODE_NOT_OFFERED',
    'CLIENT_DECEASED_CANCEL',
  )
  moveReservation(
    @Me() employee: EmployeePrincipal,
    @IdempotencyKey() key: string,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MoveReservationRequest,
  ): Promise<ReservationView> {
    return this.move.byEmployee(employee, key, id, version, body);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Authorize('RESERVATION_CANCEL')
  @Audited('ReservationCancel')
  @Operation({ summary: 'Cancel a reservation', description: 'Final, with a reason. Deadlines bind the citizen only.' })
  @ApiOkResponse({ type: ReservationView })
  @ApiProblems('NOT_FOUND', 'STATUS_NOT_ALLOWED')
  cancelReservation(
    @Me() employee: EmployeePrincipal,
    @IdempotencyKey() key: string,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CancelReservationRequest,
  ): Promise<ReservationView> {
    return this.cancel.byEmployee(employee, key, id, version, body);
  }
}
