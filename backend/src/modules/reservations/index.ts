export { reservationsEntities } from './entities.ts';
export { BookForClient } from './booking/book-for-client.ts';
export { BookReservation } from './booking/book-reservation.ts';
export { CancelReservation } from './booking/cancel-reservation.ts';
export { MoveReservation } from './booking/move-reservation.ts';
export { ReleaseHold } from './booking/release-hold.ts';
export { MarkAttendance } from './attendance/mark-attendance.ts';
export { BookReservationRequest, CitizenReservationView, MoveReservationRequest } from './citizen-reservation.dto.ts';
export { BookForClientRequest, CancelReservationRequest, ReservationView } from './reservation.dto.ts';
export { FindGhosts, type Ghost } from './find-ghosts.repository.ts';
export { employeeActions, citizenActions } from './reservation.actions.ts';
export {
  RESERVATION_ATTENDANCE,
  RESERVATION_BOOKED,
  RESERVATION_CANCELLED,
  RESERVATION_CANNOT_COME,
  RESERVATION_MOVED,
} from './reservation.events.ts';
export { ReservationsInHand, type ReservationInHand } from './reservation-in-hand.ts';
export { hidesPlaceSql } from './protected-place.ts';
export type { ActorKind, Channel, ReservationRow } from './reservation-row.ts';
export type { ReservationStatus } from './reservation-status.ts';
export { ReservationsModule } from './reservations.module.ts';
export { ReservationsRepository } from './reservations.repository.ts';
export { EmployeeTasksRepository, type EmployeeTaskKind } from './tasks/employee-tasks.repository.ts';
export { ReportMessageFailed } from './tasks/report-message-failed.ts';
