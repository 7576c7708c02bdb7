import { defineActions } from '../../platform/access/index.ts';

/** Free times that only employees see: of the units and services in which one may book. */
export const { FREE_TIME_READ } = defineActions('EMPLOYEE', {
  FREE_TIME_READ: { EMPLOYEE: 'GRANTED', BOOKING_CLERK: 'GRANTED', SUPERVISOR: 'GRANTED' },
});
