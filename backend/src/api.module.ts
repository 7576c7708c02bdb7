import { Module } from '@nestjs/common';
import { AppointmentTypesModule } from './modules/appointment-types/index.ts';
import { CalendarViewsModule } from './modules/calendar-views/index.ts';
import { ClientsModule } from './modules/clients/index.ts';
import { IdentityModule } from './modules/identity/index.ts';
import { NotificationsModule } from './modules/notifications/index.ts';
import { OrganisationModule } from './modules/organisation/index.ts';
import { ResourcesModule } from './modules/resources/index.ts';
import { StaffModule } from './modules/staff/index.ts';
import { WeekTemplatesModule } from './modules/week-templates/index.ts';
import { HealthModule } from './platform/health/index.ts';
import { HttpModule } from './platform/http/index.ts';
import { LiveStreamsModule } from './platform/live/index.ts';
import { MetricsController } from './platform/metrics/index.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { AvailabilityModule } from './modules/availability/index.ts';
import { CalendarModule } from './modules/calendar/index.ts';
import { ReservationsModule } from './modules/reservations/index.ts';

/** What the API process is made of: every module that has a controller. */
@Module({
  imports: [
    PlatformModule,
    HttpModule,
    HealthModule,
    LiveStreamsModule,
    OrganisationModule,
    StaffModule,
    ResourcesModule,
    ClientsModule,
    AppointmentTypesModule,
    IdentityModule,
    CalendarModule,
    WeekTemplatesModule,
    AvailabilityModule,
    ReservationsModule,
    NotificationsModule,
    CalendarViewsModule,
  ],
  controllers: [MetricsController],
})
export class ApiModule {}
