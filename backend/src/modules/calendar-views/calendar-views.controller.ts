import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Audited, Authorize, Me, Unaudited, type EmployeePrincipal } from '../../platform/access/index.ts';
import { ApiProblems, Operation } from '../../platform/http/index.ts';
import { CalendarDayQuery, CalendarView, CalendarWeekQuery, LiveQuery } from './calendar.dto.ts';
import { ReadCalendar } from './read-calendar.ts';
import { WatchCalendars } from './watch-calendars.ts';

@ApiTags('Calendar')
@Controller('api/v1')
export class CalendarViewsController {
  constructor(
    private readonly calendar: ReadCalendar,
    private readonly watch: WatchCalendars,
  ) {}

  @Get('calendar/day')
  @Authorize('CALENDAR_READ')
  @Audited('CalendarDayRead')
  @Operation({
    summary: 'One day of several calendars',
    description: 'Each entry shows as much as you may see of it; client names only of reservations that you may read.',
  })
  @ApiProblems('NOT_FOUND', 'CALENDAR_DATE_INVALID')
  @ApiOkResponse({ type: CalendarView })
  readCalendarDay(@Me() reader: EmployeePrincipal, @Query() query: CalendarDayQuery): Promise<CalendarView> {
    return this.calendar.day(reader, query.subjectId, query.date);
  }

  @Get('calendar/week')
  @Authorize('CALENDAR_READ')
  @Audited('CalendarWeekRead')
  @Operation({ summary: 'One week of one calendar', description: 'Monday to Sunday of the week in which the date lies.' })
  @ApiProblems('NOT_FOUND', 'CALENDAR_DATE_INVALID')
  @ApiOkResponse({ type: CalendarView })
  readCalendarWeek(@Me() reader: EmployeePrincipal, @Query() query: CalendarWeekQuery): Promise<CalendarView> {
    return this.calendar.week(reader, query.employeeId, query.date);
  }

  @Get('live')
  @Authorize('CALENDAR_READ')
  @Unaudited('ids only')
  @Operation({
    summary: 'Changes of open calendars, as they happen',
    description:
      'Server-sent events: `changed` with `{subject, version}`, and `reset` when some may have been missed; then read the calendar again. Rights are checked again each minute.',
  })
  @ApiProduces('text/event-stream')
  @ApiProblems('NOT_FOUND')
  @ApiOkResponse({
    schema: { type: 'string', example: 'event: changed\ndata: {"subject":"018f7d2e-0000-7000-8000-000000000001"}\n\n' },
  })
  watchCalendars(
    @Me() reader: EmployeePrincipal,
    @Query() query: LiveQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.watch.start(reader, query.subjects, request, response);
  }
}
