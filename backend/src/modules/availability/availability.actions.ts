import { defineActions } from '../../platform/access/index.ts';

/** Access model P1. Free times that only employees see: of the granted units and services. */
export const { FREE_TIME_READ } = defineActions('EMPLOYEE', {
  FREE_TIME_READ: { EMPLOYEE: 'GRANTED', BOOKING_CLERK: 'GRANTED', SUPERVISOR: 'GRANTED', ADMINISTRATOR: 'GRANTED' },
});
