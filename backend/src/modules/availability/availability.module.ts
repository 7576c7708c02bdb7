import { Module } from '@nestjs/common';
import { AppointmentTypesModule } from '../appointment-types/index.ts';
import { CalendarModule } from '../calendar/index.ts';
import { StaffModule } from '../staff/index.ts';
import { EmployeeFreeTimesController } from './employee-free-times.controller.ts';
import { EmployeesToChooseController } from './employees-to-choose.controller.ts';
import { FindCommonFreeTime } from './find-common-free-time.ts';
import { FindEmployeeFreeTimes } from './find-employee-free-times.ts';
import { FindEmployeesToChoose } from './find-employees-to-choose.ts';
import { FindFreeTimes } from './find-free-times.ts';
import { FreeTimesController } from './free-times.controller.ts';
import { FreeTimesRepository } from './free-times.repository.ts';
import { FreeTimes } from './free-times.ts';
import { RoomCandidates } from './room-candidates.ts';
import { SearchScopes } from './search-scope.ts';

@Module({
  imports: [AppointmentTypesModule, CalendarModule, StaffModule],
  controllers: [FreeTimesController, EmployeesToChooseController, EmployeeFreeTimesController],
  providers: [
    SearchScopes,
    FreeTimesRepository,
    FreeTimes,
    FindFreeTimes,
    FindEmployeeFreeTimes,
    FindEmployeesToChoose,
    FindCommonFreeTime,
    RoomCandidates,
  ],
  exports: [FreeTimes, RoomCandidates],
})
export class AvailabilityModule {}
