import { defineActions } from '../../platform/access/index.ts';

/** Names of units are part of what one needs to see free times (availability.read); changing them is the administrator's. */
export const { UNIT_LIST, UNIT_CHANGE, SERVICE_CHANGE, CLOSED_DAY_CHANGE, ORGANISATION_CHANGE } = defineActions('EMPLOYEE', {
  UNIT_LIST: { EMPLOYEE: 'GRANTED', BOOKING_CLERK: 'GRANTED', SUPERVISOR: 'GRANTED', ADMINISTRATOR: 'GRANTED' },
  UNIT_CHANGE: { ADMINISTRATOR: 'GRANTED' },
  SERVICE_CHANGE: { ADMINISTRATOR: 'GRANTED' },
  CLOSED_DAY_CHANGE: { SUPERVISOR: 'GRANTED', ADMINISTRATOR: 'GRANTED' },
  // Host names, contacts and senders of the whole organisation; nobody's grant reaches it, only the operator's programs.
  ORGANISATION_CHANGE: {},
});
