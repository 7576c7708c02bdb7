import { defineActions } from '../../platform/access/index.ts';

export const { CALENDAR_READ, CALENDAR_TYPE_READ, NON_CLIENT_TIME_READ, NON_CLIENT_TYPE_READ } = defineActions('EMPLOYEE', {
  /** Access model P1: that somebody or a room is busy or free. An administrator gets no further than this. */
  CALENDAR_READ: {
    EMPLOYEE: ['OWN', 'GRANTED'],
    BOOKING_CLERK: ['OWN', 'GRANTED'],
    SUPERVISOR: ['OWN', 'GRANTED'],
    ADMINISTRATOR: ['OWN', 'GRANTED'],
  },
  /** The type of a reservation without its client: within the granted services only, since a type tells of which service it is (domain L4). */
  CALENDAR_TYPE_READ: { EMPLOYEE: 'GRANTED', BOOKING_CLERK: 'GRANTED', SUPERVISOR: 'GRANTED' },
  /** Access model P8: what somebody does besides meeting clients. */
  NON_CLIENT_TIME_READ: { SUPERVISOR: 'GRANTED' },
  /** As much of it as its visibility lets colleagues see. */
  NON_CLIENT_TYPE_READ: { EMPLOYEE: 'GRANTED' },
});
