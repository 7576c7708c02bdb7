import { applyDecorators, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Audited, Authorize, Me, type EmployeePrincipal } from '../../../platform/access/index.ts';
import { ApiProblems, IdempotencyKey, IfMatch, Operation } from '../../../platform/http/index.ts';
import { ReservationView } from '../reservation.dto.ts';
import { MarkAttendance } from './mark-attendance.ts';

const AttendanceMark = (texts: { summary: string; description?: string }, ...problems: string[]): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    Authorize('RESERVATION_ATTENDANCE'),
    Audited('ReservationAttendance'),
    Operation(texts),
    ApiOkResponse({ type: ReservationView }),
    ApiProblems('NOT_FOUND', 'STATUS_NOT_ALLOWED', ...problems),
  );

@ApiTags('Reservations')
@Controller('api/v1/reservations/:id')
export class AttendanceController {
  constructor(private readonly mark: MarkAttendance) {}

  @Post('check-in')
  @AttendanceMark(
    { summary: 'The client has arrived', description: 'From the day of the appointment on, by the clock of the office.' },
    'NOT_ON_THE_DAY_YET',
  )
  checkIn(
    @Me() employee: EmployeePrincipal,
    @IdempotencyKey() key: string,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ReservationView> {
    return this.mark.execute(employee, key, id, version, 'check-in');
  }

  @Post('start')
  @AttendanceMark(
    { summary: 'The visit has begun', description: 'From the day of the appointment on, by the clock of the office.' },
    'NOT_ON_THE_DAY_YET',
  )
  startVisit(
    @Me() employee: EmployeePrincipal,
    @IdempotencyKey() key: string,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ReservationView> {
    return this.mark.execute(employee, key, id, version, 'start');
  }

  @Post('fulfil')
  @AttendanceMark(
    { summary: 'The visit took place', description: 'After the visit was marked as begun, or after its time has begun.' },
    'NOT_STARTED_YET',
  )
  fulfilVisit(
    @Me() employee: EmployeePrincipal,
    @IdempotencyKey() key: string,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ReservationView> {
    return this.mark.execute(employee, key, id, version, 'fulfil');
  }

  @Post('no-show')
  @AttendanceMark({ summary: 'The client did not come', description: 'Only after the time has begun.' }, 'NOT_STARTED_YET')
  markNoShow(
    @Me() employee: EmployeePrincipal,
    @IdempotencyKey() key: string,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ReservationView> {
    return this.mark.execute(employee, key, id, version, 'no-show');
  }

  @Post('correct-attendance')
  @AttendanceMark(
    { summary: 'Take back a wrong mark', description: 'On the day of the visit; the reservation is BOOKED again.' },
    'CORRECTION_TOO_LATE',
  )
  correctAttendance(
    @Me() employee: EmployeePrincipal,
    @IdempotencyKey() key: string,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ReservationView> {
    return this.mark.execute(employee, key, id, version, 'correct-attendance');
  }
}
