import { defineActions } from '../../platform/access/index.ts';

/** Colleagues' names are part of seeing free times (availability.read): those of the granted units, and always oneself. */
export const { EMPLOYEE_LIST, EMPLOYEE_CHANGE, TEAM_CHANGE, WORKING_HOURS_CHANGE } = defineActions('EMPLOYEE', {
  EMPLOYEE_LIST: {
    EMPLOYEE: ['OWN', 'GRANTED'],
    BOOKING_CLERK: ['OWN', 'GRANTED'],
    SUPERVISOR: ['OWN', 'GRANTED'],
    ADMINISTRATOR: ['OWN', 'GRANTED'],
  },
  EMPLOYEE_CHANGE: { ADMINISTRATOR: 'GRANTED' },
  TEAM_CHANGE: { SUPERVISOR: 'GRANTED', ADMINISTRATOR: 'GRANTED' },
  WORKING_HOURS_CHANGE: { EMPLOYEE: 'OWN', SUPERVISOR: 'GRANTED', ADMINISTRATOR: 'GRANTED' },
});
