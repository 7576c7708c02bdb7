import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/index.ts';
import { StaffModule } from '../staff/index.ts';
import { CalendarEntriesRepository } from './calendar-entries.repository.ts';
import { CalendarSubjectsRepository } from './calendar-subjects.repository.ts';
import { CalendarViewsController } from './calendar-views.controller.ts';
import { OpaqueIds } from './opaque-ids.ts';
import { ReadCalendar } from './read-calendar.ts';
import { WatchCalendars } from './watch-calendars.ts';

/** Reading only: in the API process. */
@Module({
  imports: [OrganisationModule, StaffModule],
  controllers: [CalendarViewsController],
  providers: [CalendarEntriesRepository, CalendarSubjectsRepository, OpaqueIds, ReadCalendar, WatchCalendars],
})
export class CalendarViewsModule {}
