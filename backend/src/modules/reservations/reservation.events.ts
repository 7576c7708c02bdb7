import { requiresInTransactionListener, type OutboxEvent } from '../../platform/outbox/index.ts';
import type { ReservationRow } from './reservation-row.ts';

/** `notifications` must plan its messages in the same transaction as these. */
export const RESERVATION_BOOKED = 'reservation.booked';
export const RESERVATION_MOVED = 'reservation.moved';
export const RESERVATION_CANCELLED = 'reservation.cancelled';
export const RESERVATION_ATTENDANCE = 'reservation.attendance';
export const RESERVATION_CANNOT_COME = 'reservation.cannot-come';
export const RESERVATION_INTERNAL_NOTE_CHANGED = 'reservation.internal-note-changed';

/** Who is the cause decides whether a confirmation may leave at night (domain §5.6). */
type Cause = 'CITIZEN' | 'EMPLOYEE' | 'SYSTEM';

function event(type: string, row: ReservationRow, payload: OutboxEvent['payload']): OutboxEvent {
  return {
    type,
    organisationId: row.organisationId,
    subjectId: row.id,
    payload: { reservationId: row.id, messageVersion: row.messageVersion, version: row.version, ...payload },
  };
}

export const reservationBooked = (row: ReservationRow, cause: Cause): OutboxEvent => event(RESERVATION_BOOKED, row, { cause });

/** `previousStartsAt`: a message about a time within 24 hours leaves at any hour, the old time counts too. */
export const reservationMoved = (row: ReservationRow, cause: Cause, previousStartsAt: string): OutboxEvent =>
  event(RESERVATION_MOVED, row, { cause, previousStartsAt });

export const reservationCancelled = (row: ReservationRow, cause: Cause): OutboxEvent => event(RESERVATION_CANCELLED, row, { cause });

export const reservationAttendance = (row: ReservationRow): OutboxEvent => event(RESERVATION_ATTENDANCE, row, { status: row.status });

export const reservationCannotCome = (row: ReservationRow): OutboxEvent => event(RESERVATION_CANNOT_COME, row, {});

/** That it changed, never what it says: events leave the database. */
export const reservationInternalNoteChanged = (row: ReservationRow): OutboxEvent => event(RESERVATION_INTERNAL_NOTE_CHANGED, row, {});

for (const type of [RESERVATION_BOOKED, RESERVATION_MOVED, RESERVATION_CANCELLED]) requiresInTransactionListener(type);
