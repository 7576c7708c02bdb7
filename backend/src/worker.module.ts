import { Module } from '@nestjs/common';
import { AppointmentTypesModule } from './modules/appointment-types/index.ts';
import { CalendarModule } from './modules/calendar/index.ts';
import { ReservationsModule } from './modules/reservations/index.ts';
import { ClientsModule } from './modules/clients/index.ts';
import { IdentityModule } from './modules/identity/index.ts';
import { NotificationsModule } from './modules/notifications/index.ts';
import { OrganisationModule } from './modules/organisation/index.ts';
import { ResourcesModule } from './modules/resources/index.ts';
import { StaffModule } from './modules/staff/index.ts';
import { JobWorkersModule } from './platform/jobs/index.ts';
import { OutboxRelayModule } from './platform/outbox/index.ts';
import { PlatformModule } from './platform/platform.module.ts';

/** What the worker process is made of: every module that handles jobs or outbox events. It answers no requests. */
@Module({
  imports: [
    PlatformModule,
    JobWorkersModule,
    OutboxRelayModule,
    OrganisationModule,
    StaffModule,
    ResourcesModule,
    ClientsModule,
    AppointmentTypesModule,
    IdentityModule,
    CalendarModule,
    ReservationsModule,
    NotificationsModule,
  ],
})
export class WorkerModule {}
