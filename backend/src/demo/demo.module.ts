import { Module } from '@nestjs/common';
import { AppointmentTypesModule } from '../modules/appointment-types/index.ts';
import { CalendarModule } from '../modules/calendar/index.ts';
import { ClientsModule } from '../modules/clients/index.ts';
import { IdentityModule } from '../modules/identity/index.ts';
import { NotificationsModule } from '../modules/notifications/index.ts';
import { OrganisationModule } from '../modules/organisation/index.ts';
import { ReservationsModule } from '../modules/reservations/index.ts';
import { ResourcesModule } from '../modules/resources/index.ts';
import { StaffModule } from '../modules/staff/index.ts';
import { WeekTemplatesModule } from '../modules/week-templates/index.ts';
import { PlatformModule } from '../platform/platform.module.ts';
import { BindDemoSignIns } from './bind-demo-sign-ins.ts';
import { ContinueTemplates } from './continue-templates.ts';
import { DemoRepository } from './demo.repository.ts';
import { LinkDemoVideo } from './link-demo-video.ts';
import { SeedDemo } from './seed-demo.ts';
import { ReliveVisits } from './past/relive-visits.ts';
import { SetUpCalendar } from './setup/set-up-calendar.ts';
import { SetUpClients } from './setup/set-up-clients.ts';
import { SetUpOrganisations } from './setup/set-up-organisations.ts';
import { SetUpServices } from './setup/set-up-services.ts';
import { SetUpStaff } from './setup/set-up-staff.ts';
import { SetUpTemplates } from './setup/set-up-templates.ts';

/** The product without its routes, and the seed on top. The product never imports it. */
@Module({
  imports: [
    PlatformModule,
    OrganisationModule,
    StaffModule,
    ResourcesModule,
    ClientsModule,
    AppointmentTypesModule,
    IdentityModule,
    CalendarModule,
    WeekTemplatesModule,
    ReservationsModule,
    NotificationsModule,
  ],
  providers: [
    BindDemoSignIns,
    ContinueTemplates,
    DemoRepository,
    LinkDemoVideo,
    ReliveVisits,
    SeedDemo,
    SetUpCalendar,
    SetUpClients,
    SetUpOrganisations,
    SetUpServices,
    SetUpStaff,
    SetUpTemplates,
  ],
})
export class DemoModule {}
