import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppointmentTypesModule } from '../appointment-types/index.ts';
import { AvailabilityModule } from '../availability/index.ts';
import { CalendarModule } from '../calendar/index.ts';
import { ClientsModule } from '../clients/index.ts';
import { OrganisationModule } from '../organisation/index.ts';
import { AttendanceController } from './attendance/attendance.controller.ts';
import { MarkAttendance } from './attendance/mark-attendance.ts';
import { BookForClient } from './booking/book-for-client.ts';
import { BookReservation } from './booking/book-reservation.ts';
import { HoldQuota } from './booking/hold-quota.ts';
import { CitizenChangeQuota } from './booking/citizen-change-quota.ts';
import { CalendarFile } from './booking/calendar-file.ts';
import { CancelReservation } from './booking/cancel-reservation.ts';
import { ClaimTime } from './booking/claim-time.ts';
import { ExpireHolds } from './booking/expire-holds.ts';
import { ExtendHold } from './booking/extend-hold.ts';
import { HealHint } from './booking/heal-hint.ts';
import { HoldSubjects } from './booking/hold-subjects.repository.ts';
import { HoldTime } from './booking/hold-time.ts';
import { HoldsRepository } from './booking/holds.repository.ts';
import { MakeReservation } from './booking/make-reservation.ts';
import { MoveHistory } from './booking/move-history.ts';
import { ChangeInternalNote } from './internal-note/change-internal-note.ts';
import { InternalNoteController } from './internal-note/internal-note.controller.ts';
import { OfferNoMore } from './booking/offer-no-more.ts';
import { MoveReservation } from './booking/move-reservation.ts';
import { OfferedTimePlaceRepository } from './booking/offered-time-place.repository.ts';
import { OfferedTimeController } from './booking/offered-time.controller.ts';
import { OfferedToBookReader } from './booking/offered-to-book.ts';
import { NearestBookable } from './booking/nearest-bookable.ts';
import { ReadOfferedTime } from './booking/read-offered-time.ts';
import { ReleaseHold } from './booking/release-hold.ts';
import { ReleaseOwnHold } from './booking/release-own-hold.ts';
import { ReportCannotCome } from './booking/report-cannot-come.ts';
import { CitizenReservationQueries } from './citizen-reservation-queries.ts';
import { CitizenReservationRepository } from './citizen-reservation.repository.ts';
import { CitizenReservationsController } from './citizen-reservations.controller.ts';
import { reservationsEntities } from './entities.ts';
import { FindGhosts } from './find-ghosts.repository.ts';
import { HoldQueries } from './hold-queries.ts';
import { HoldsController } from './holds.controller.ts';
import { ReservationDetailRepository } from './reservation-detail.repository.ts';
import { ReservationsInHand } from './reservation-in-hand.ts';
import { ReservationJobs } from './reservation-jobs.ts';
import { ReservationQueries } from './reservation-queries.ts';
import { ReservationRecord } from './reservation-record.ts';
import { ReservationRelations } from './reservation-relations.repository.ts';
import { ReservationsController } from './reservations.controller.ts';
import { ReservationsRepository } from './reservations.repository.ts';
import { EmployeeTasksController } from './tasks/employee-tasks.controller.ts';
import { EmployeeTasksRepository } from './tasks/employee-tasks.repository.ts';
import { EmployeeTasks } from './tasks/employee-tasks.ts';
import { ReportMessageFailed } from './tasks/report-message-failed.ts';

@Module({
  imports: [
    TypeOrmModule.forFeature([...reservationsEntities]),
    OrganisationModule,
    ClientsModule,
    AppointmentTypesModule,
    CalendarModule,
    AvailabilityModule,
  ],
  controllers: [
    CitizenReservationsController,
    HoldsController,
    ReservationsController,
    OfferedTimeController,
    AttendanceController,
    InternalNoteController,
    EmployeeTasksController,
  ],
  providers: [
    BookForClient,
    BookReservation,
    CitizenChangeQuota,
    HoldQuota,
    CalendarFile,
    CancelReservation,
    ChangeInternalNote,
    CitizenReservationQueries,
    CitizenReservationRepository,
    ClaimTime,
    EmployeeTasks,
    EmployeeTasksRepository,
    ExpireHolds,
    ExtendHold,
    FindGhosts,
    HealHint,
    HoldQueries,
    HoldSubjects,
    HoldTime,
    HoldsRepository,
    MakeReservation,
    MarkAttendance,
    MoveHistory,
    OfferNoMore,
    MoveReservation,
    OfferedTimePlaceRepository,
    OfferedToBookReader,
    NearestBookable,
    ReadOfferedTime,
    ReleaseHold,
    ReleaseOwnHold,
    ReportCannotCome,
    ReportMessageFailed,
    ReservationDetailRepository,
    ReservationJobs,
    ReservationQueries,
    ReservationRecord,
    ReservationRelations,
    ReservationsInHand,
    ReservationsRepository,
  ],
  exports: [BookForClient, BookReservation, CancelReservation, FindGhosts, MarkAttendance, MoveReservation, ReportMessageFailed],
})
export class ReservationsModule {}
