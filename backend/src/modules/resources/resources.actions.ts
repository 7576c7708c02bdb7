import { defineActions } from '../../platform/access/index.ts';

/** Names of rooms are part of seeing free times (availability.read): those of the granted units. */
export const { ROOM_LIST, ROOM_CHANGE } = defineActions('EMPLOYEE', {
  ROOM_LIST: { EMPLOYEE: 'GRANTED', BOOKING_CLERK: 'GRANTED', SUPERVISOR: 'GRANTED', ADMINISTRATOR: 'GRANTED' },
  ROOM_CHANGE: { SUPERVISOR: 'GRANTED', ADMINISTRATOR: 'GRANTED' },
});
