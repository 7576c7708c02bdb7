import { defineActions } from '../../platform/access/index.ts';

/** Access model P18: which messages a reservation has caused, without numbers, addresses or texts. */
export const { MESSAGE_LOG_READ } = defineActions('EMPLOYEE', {
  MESSAGE_LOG_READ: { EMPLOYEE: 'OWN', BOOKING_CLERK: 'GRANTED', SUPERVISOR: 'GRANTED' },
});
