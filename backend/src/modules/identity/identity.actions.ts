import { defineActions } from '../../platform/access/index.ts';

export const { CITIZEN_SESSION_EXTEND, CITIZEN_SESSION_END_OTHERS } = defineActions('CITIZEN', {
  CITIZEN_SESSION_EXTEND: {},
  CITIZEN_SESSION_END_OTHERS: {},
});

export const { EMPLOYEE_SESSION_EXTEND, SESSION_END, ROLE_GRANT } = defineActions('EMPLOYEE', {
  EMPLOYEE_SESSION_EXTEND: { EMPLOYEE: 'OWN', BOOKING_CLERK: 'OWN', SUPERVISOR: 'OWN', ADMINISTRATOR: 'OWN' },
  /** The object is the employee's home unit. */
  SESSION_END: { SUPERVISOR: 'GRANTED', ADMINISTRATOR: 'GRANTED' },
  /** P14. The object is the unit of the grant; nobody grants to oneself. */
  ROLE_GRANT: { ADMINISTRATOR: 'GRANTED' },
});
