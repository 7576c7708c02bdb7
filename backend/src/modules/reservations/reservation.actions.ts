import { defineActions } from '../../platform/access/index.ts';

/**
 * Permissions of `access.md`: P2 read, P3 book, move and cancel, P15 attendance, P23 internal note. An employee moves own reservations
 * between own times: whose client one becomes by a move must be known before, and a transfer to a colleague (P17) is another command.
 */
export const employeeActions = defineActions('EMPLOYEE', {
  RESERVATION_READ: { EMPLOYEE: 'OWN', BOOKING_CLERK: 'GRANTED', SUPERVISOR: 'GRANTED' },
  RESERVATION_CREATE: { EMPLOYEE: ['OWN', 'GRANTED'], BOOKING_CLERK: 'GRANTED', SUPERVISOR: 'GRANTED' },
  RESERVATION_MOVE: { EMPLOYEE: 'OWN', BOOKING_CLERK: 'GRANTED', SUPERVISOR: 'GRANTED' },
  RESERVATION_CANCEL: { EMPLOYEE: ['OWN', 'GRANTED'], BOOKING_CLERK: 'GRANTED', SUPERVISOR: 'GRANTED' },
  RESERVATION_ATTENDANCE: { EMPLOYEE: ['OWN', 'GRANTED'], BOOKING_CLERK: 'GRANTED', SUPERVISOR: 'GRANTED' },
  /** Reading and writing alike: whoever books for others or leads the unit need not know it. */
  RESERVATION_INTERNAL_NOTE: { EMPLOYEE: 'OWN' },
  EMPLOYEE_TASK_READ: { EMPLOYEE: 'OWN', BOOKING_CLERK: 'GRANTED', SUPERVISOR: 'GRANTED' },
  EMPLOYEE_TASK_DONE: { EMPLOYEE: 'OWN', BOOKING_CLERK: 'GRANTED', SUPERVISOR: 'GRANTED' },
});

export const citizenActions = defineActions('CITIZEN', {
  CITIZEN_HOLD: {},
  CITIZEN_RESERVATION_READ: {},
  CITIZEN_RESERVATION_CREATE: {},
  CITIZEN_RESERVATION_MOVE: {},
  CITIZEN_RESERVATION_CANCEL: {},
  CITIZEN_RESERVATION_CANNOT_COME: {},
});
