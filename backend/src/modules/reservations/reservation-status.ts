/** Status of a reservation; the machine begins at BOOKED (domain: Ajanvarauksen tila, 1.2.246.537.6.881). */
export type ReservationStatus = 'BOOKED' | 'CHECKED_IN' | 'STARTED' | 'FULFILLED' | 'NO_SHOW' | 'CANCELLED' | 'ENTERED_IN_ERROR';

export type StatusCommand = 'move' | 'check-in' | 'start' | 'fulfil' | 'no-show' | 'correct-attendance' | 'cancel' | 'enter-in-error';

type Transitions = Readonly<Record<ReservationStatus, Readonly<Partial<Record<StatusCommand, ReservationStatus>>>>>;

/** Every allowed transition; what is not here is refused. CANCELLED is final: who wants the time again books anew. */
export const transitions: Transitions = {
  BOOKED: {
    move: 'BOOKED',
    'check-in': 'CHECKED_IN',
    start: 'STARTED',
    fulfil: 'FULFILLED',
    'no-show': 'NO_SHOW',
    cancel: 'CANCELLED',
    'enter-in-error': 'ENTERED_IN_ERROR',
  },
  CHECKED_IN: {
    start: 'STARTED',
    fulfil: 'FULFILLED',
    'correct-attendance': 'BOOKED',
    cancel: 'CANCELLED',
    'enter-in-error': 'ENTERED_IN_ERROR',
  },
  STARTED: { fulfil: 'FULFILLED', 'correct-attendance': 'BOOKED', 'enter-in-error': 'ENTERED_IN_ERROR' },
  FULFILLED: { 'correct-attendance': 'BOOKED', 'enter-in-error': 'ENTERED_IN_ERROR' },
  NO_SHOW: { 'correct-attendance': 'BOOKED', 'enter-in-error': 'ENTERED_IN_ERROR' },
  CANCELLED: { 'enter-in-error': 'ENTERED_IN_ERROR' },
  ENTERED_IN_ERROR: {},
};

/** The status after the command, or null when the command is not allowed in this status. */
export function statusAfter(status: ReservationStatus, command: StatusCommand): ReservationStatus | null {
  return transitions[status][command] ?? null;
}

/** Whether the reservation keeps its people and room busy. */
export function isOccupying(status: ReservationStatus): boolean {
  return status !== 'CANCELLED' && status !== 'ENTERED_IN_ERROR';
}
