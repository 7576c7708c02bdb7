import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppointmentTypesModule } from '../appointment-types/index.ts';
import { ResourcesModule } from '../resources/index.ts';
import { StaffModule } from '../staff/index.ts';
import { AbsenceCover } from './absence-cover.ts';
import { AbsencesRepository } from './absences.repository.ts';
import { AddAbsence } from './add-absence.ts';
import { AddOtherWork } from './add-other-work.ts';
import { Allocations } from './allocations.repository.ts';
import { CalendarChanges } from './calendar-changes.ts';
import { CalendarJobs } from './calendar-jobs.ts';
import { CalendarController } from './calendar.controller.ts';
import { calendarEntities } from './entities.ts';
import { ExpireOfferedTimes } from './expire-offered-times.ts';
import { GroupSessions } from './group-sessions.ts';
import { OfferTimes } from './offer-times.ts';
import { OfferedTimeHints } from './offered-time-hints.repository.ts';
import { OfferedTimeRows } from './offered-time-rows.repository.ts';
import { OfferedTimes } from './offered-times.ts';
import { OtherWorkRows } from './other-work-rows.repository.ts';
import { RemoveAbsence } from './remove-absence.ts';
import { RemoveOtherWork } from './remove-other-work.ts';
import { SuitableRooms } from './suitable-rooms.repository.ts';
import { TemplateRows } from './template-rows.repository.ts';
import { WithdrawOfferedTime } from './withdraw-offered-time.ts';

const useCases = [OfferTimes, WithdrawOfferedTime, AddOtherWork, RemoveOtherWork, AddAbsence, RemoveAbsence, ExpireOfferedTimes];
const shared = [Allocations, OfferedTimes, SuitableRooms, CalendarChanges];

@Module({
  imports: [TypeOrmModule.forFeature([...calendarEntities]), AppointmentTypesModule, ResourcesModule, StaffModule],
  controllers: [CalendarController],
  providers: [
    AbsenceCover,
    AbsencesRepository,
    CalendarJobs,
    GroupSessions,
    OfferedTimeHints,
    OfferedTimeRows,
    OtherWorkRows,
    TemplateRows,
    ...shared,
    ...useCases,
  ],
  exports: [...shared, ...useCases],
})
export class CalendarModule {}
