import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Audited, Authorize, Me, type CitizenPrincipal } from '../../platform/access/index.ts';
import { ApiProblems, IdempotencyKey, IfMatch, Operation } from '../../platform/http/index.ts';
import { BookReservation } from './booking/book-reservation.ts';
import { CalendarFile } from './booking/calendar-file.ts';
import { CancelReservation } from './booking/cancel-reservation.ts';
import { MoveReservation } from './booking/move-reservation.ts';
import { ReportCannotCome } from './booking/report-cannot-come.ts';
import { CitizenReservationQueries } from './citizen-reservation-queries.ts';
import {
  BookReservationRequest,
  CalendarFileQuery,
  CitizenReservationPageView,
  CitizenReservationsQuery,
  CitizenReservationView,
  MoveOwnReservationRequest,
} from './citizen-reservation.dto.ts';

@ApiTags('Citizen: reservations')
@Controller('api/v1/citizen/reservations')
export class CitizenReservationsController {
  constructor(
    private readonly queries: CitizenReservationQueries,
    private readonly book: BookReservation,
    private readonly move: MoveReservation,
    private readonly cancel: CancelReservation,
    private readonly cannotCome: ReportCannotCome,
    private readonly calendarFile: CalendarFile,
  ) {}

  @Post()
  @Authorize('CITIZEN_RESERVATION_CREATE')
  @Audited('ReservationBook')
  @Operation({
    summary: 'Book an offered time',
    description:
      'A time that the session holds is booked without a race; any other one is booked if nobody was quicker. TIME_TAKEN carries the three nearest `alternatives`.',
  })
  @ApiCreatedResponse({ type: CitizenReservationView })
  @ApiProblems(
    'NOT_FOUND',
    'TIME_TAKEN',
    'TIME_NOT_OFFERED',
    'NOT_BOOKABLE_ONLINE',
    'MODE_NOT_OFFERED',
    'ELIGIBILITY_NOT_CONFIRMED',
    'TOO_LATE_TO_BOOK',
    'BEYOND_HORIZON',
    'EMPLOYEE_NOT_TO_CHOOSE',
    'TOO_MANY_ACTIVE',
    'OWN_OVERLAP',
    'TOO_MANY_CHANGES_TODAY',
  )
  bookReservation(
    @Me() citizen: CitizenPrincipal,
    @IdempotencyKey() key: string,
    @Body() body: BookReservationRequest,
  ): Promise<CitizenReservationView> {
    return this.book.execute(citizen, key, body);
  }

  @Get()
  @Authorize('CITIZEN_RESERVATION_READ')
  @Audited('OwnReservationsList')
  @Operation({ summary: 'My reservations, upcoming or past' })
  @ApiOkResponse({ type: CitizenReservationPageView })
  @ApiProblems('CURSOR_INVALID')
  listOwnReservations(@Me() citizen: CitizenPrincipal, @Query() query: CitizenReservationsQuery): Promise<CitizenReservationPageView> {
    return this.queries.list(citizen, query);
  }

  @Get(':id')
  @Authorize('CITIZEN_RESERVATION_READ')
  @Audited('OwnReservationRead')
  @Operation({ summary: 'One of my reservations' })
  @ApiOkResponse({ type: CitizenReservationView })
  @ApiProblems('NOT_FOUND')
  readOwnReservation(@Me() citizen: CitizenPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<CitizenReservationView> {
    return this.queries.read(citizen, id);
  }

  @Post(':id/move')
  @HttpCode(200)
  @Authorize('CITIZEN_RESERVATION_MOVE')
  @Audited('ReservationMove')
  @Operation({
    summary: 'Move my reservation to another time',
    description: 'By the rules as they stood when it was booked. Whatever is refused, the old time is kept.',
  })
  @ApiOkResponse({ type: CitizenReservationView })
  @ApiProblems(
    'NOT_FOUND',
    'MOVE_NOT_ALLOWED',
    'TOO_LATE_TO_MOVE',
    'STATUS_NOT_ALLOWED',
    'TIME_TAKEN',
    'TIME_NOT_OFFERED',
    'OWN_OVERLAP',
    'MODE_NOT_OFFERED',
    'NOT_BOOKABLE_ONLINE',
    'TOO_LATE_TO_BOOK',
    'BEYOND_HORIZON',
    'EMPLOYEE_NOT_TO_CHOOSE',
    'TOO_MANY_CHANGES_TODAY',
  )
  moveOwnReservation(
    @Me() citizen: CitizenPrincipal,
    @IdempotencyKey() key: string,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MoveOwnReservationRequest,
  ): Promise<CitizenReservationView> {
    return this.move.byCitizen(citizen, key, id, version, body);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Authorize('CITIZEN_RESERVATION_CANCEL')
  @Audited('ReservationCancel')
  @Operation({ summary: 'Cancel my reservation', description: 'Final. By the rules as they stood when it was booked.' })
  @ApiOkResponse({ type: CitizenReservationView })
  @ApiProblems('NOT_FOUND', 'CANCEL_NOT_ALLOWED', 'TOO_LATE_TO_CANCEL', 'STATUS_NOT_ALLOWED', 'TOO_MANY_CHANGES_TODAY')
  cancelOwnReservation(
    @Me() citizen: CitizenPrincipal,
    @IdempotencyKey() key: string,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CitizenReservationView> {
    return this.cancel.byCitizen(citizen, key, id, version);
  }

  @Post(':id/cannot-come')
  @HttpCode(200)
  @Authorize('CITIZEN_RESERVATION_CANNOT_COME')
  @Audited('ReservationCannotCome')
  @Operation({
    summary: 'Tell that I cannot come',
    description: 'After the deadline for cancelling. An employee is told; nothing becomes free by itself.',
  })
  @ApiOkResponse({ type: CitizenReservationView })
  @ApiProblems('NOT_FOUND', 'CANNOT_COME_NOT_NEEDED')
  reportCannotCome(
    @Me() citizen: CitizenPrincipal,
    @IdempotencyKey() key: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CitizenReservationView> {
    return this.cannotCome.execute(citizen, key, id);
  }

  @Get(':id/calendar-file')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="aika.ics"')
  @Authorize('CITIZEN_RESERVATION_READ')
  @Audited('OwnReservationCalendarFile')
  @Operation({
    summary: 'Calendar file of my reservation',
    description: 'iCalendar with the time and a neutral title; no place, person, description or alarm.',
  })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string', example: 'BEGIN:VCALENDAR\r\n…\r\nSUMMARY:Varattu aika\r\n…\r\nEND:VCALENDAR' } })
  @ApiProblems('NOT_FOUND')
  downloadCalendarFile(
    @Me() citizen: CitizenPrincipal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: CalendarFileQuery,
  ): Promise<string> {
    return this.calendarFile.execute(citizen, id, query.language);
  }
}
