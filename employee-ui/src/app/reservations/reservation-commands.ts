import { Service, inject } from '@angular/core';
import {
  Api,
  type CancelReservationRequest,
  type ChangeInternalNoteRequest,
  type MoveReservationRequest,
  type ReservationView,
  cancelReservation,
  changeInternalNote,
  checkIn,
  correctAttendance,
  fulfilVisit,
  markNoShow,
  moveReservation,
  startVisit,
} from '@vuoro/ui-shared/api';
import { Intention } from '@vuoro/ui-shared';

export type ReservationAction = ReservationView['actions'][number];
export type AttendanceAction = Exclude<ReservationAction, 'move' | 'cancel'>;
export type CancelReason = CancelReservationRequest['reason'];

/** In the order in which they are offered. */
export const CANCEL_REASONS: readonly CancelReason[] = [
  'CLIENT_REQUEST',
  'EMPLOYEE_ABSENT',
  'ROOM_UNAVAILABLE',
  'BOOKED_BY_MISTAKE',
  'NO_LONGER_NEEDED',
  'OTHER',
];

const ATTENDANCE = {
  'check-in': checkIn,
  start: startVisit,
  fulfil: fulfilVisit,
  'no-show': markNoShow,
  'correct-attendance': correctAttendance,
} as const;

/**
 * What an employee does to a reservation. Each is one intention of the version that is seen: a double click or a retry
 * after a lost connection does it once. @throws ApiProblem
 */
@Service()
export class ReservationCommands {
  private readonly api = inject(Api);
  private readonly intention = new Intention();

  mark({ id, version }: ReservationView, action: AttendanceAction): Promise<ReservationView> {
    return this.intention.run({ id, version, action }, (key) => this.api.invoke(ATTENDANCE[action], { id, ...seen(version, key) }));
  }

  cancel({ id, version }: ReservationView, body: CancelReservationRequest): Promise<ReservationView> {
    return this.intention.run({ id, version, body }, (key) => this.api.invoke(cancelReservation, { id, ...seen(version, key), body }));
  }

  changeInternalNote({ id, version }: ReservationView, body: ChangeInternalNoteRequest): Promise<ReservationView> {
    return this.intention.run({ id, version, body }, (key) => this.api.invoke(changeInternalNote, { id, ...seen(version, key), body }));
  }

  move({ id, version }: ReservationView, body: MoveReservationRequest): Promise<ReservationView> {
    return this.intention.run({ id, version, body }, (key) => this.api.invoke(moveReservation, { id, ...seen(version, key), body }));
  }
}

function seen(version: number, key: string): { 'If-Match': string; 'Idempotency-Key': string } {
  return { 'If-Match': `"${String(version)}"`, 'Idempotency-Key': key };
}
