import { defineActions } from '../../platform/access/index.ts';

export const { CITIZEN_PROFILE_READ, CITIZEN_PROFILE_CHANGE } = defineActions('CITIZEN', {
  CITIZEN_PROFILE_READ: {},
  CITIZEN_PROFILE_CHANGE: {},
});

/**
 * Access model P5, P6 and P22. The object is one relation of the client: a reservation of the last twelve months or of the future.
 * An administrator never sees clients.
 */
export const { CLIENT_SEARCH, CLIENT_READ, CLIENT_PHONE_READ, CLIENT_EMAIL_READ, CLIENT_ADDRESS_READ, CLIENT_CREATE } = defineActions(
  'EMPLOYEE',
  {
    /** By identity code it finds anybody; by name and birth date whoever lies within this reach. */
    CLIENT_SEARCH: { EMPLOYEE: 'OWN', BOOKING_CLERK: 'GRANTED', SUPERVISOR: 'GRANTED' },
    CLIENT_READ: { EMPLOYEE: 'OWN', BOOKING_CLERK: 'GRANTED', SUPERVISOR: 'GRANTED' },
    CLIENT_PHONE_READ: { EMPLOYEE: 'OWN', BOOKING_CLERK: 'GRANTED', SUPERVISOR: 'GRANTED' },
    CLIENT_EMAIL_READ: { EMPLOYEE: 'OWN', SUPERVISOR: 'GRANTED' },
    CLIENT_ADDRESS_READ: { EMPLOYEE: 'OWN', SUPERVISOR: 'GRANTED' },
    CLIENT_CREATE: { EMPLOYEE: 'OWN', BOOKING_CLERK: 'GRANTED', SUPERVISOR: 'GRANTED' },
  },
);
