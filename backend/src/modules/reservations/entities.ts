import { HoldEntity } from './booking/hold.entity.ts';
import { ReservationClientEntity } from './reservation-client.entity.ts';
import { ReservationEventEntity } from './reservation-event.entity.ts';
import { ReservationSubjectEntity } from './reservation-subject.entity.ts';
import { ReservationEntity } from './reservation.entity.ts';
import { EmployeeTaskEntity } from './tasks/employee-task.entity.ts';

/** The tables of this module. */
export const reservationsEntities = [
  ReservationEntity,
  ReservationSubjectEntity,
  ReservationClientEntity,
  ReservationEventEntity,
  HoldEntity,
  EmployeeTaskEntity,
];
