import { defineActions } from '../../platform/access/index.ts';

/** Types are read by whoever sees free times of their units; other work of the whole organisation by everybody. */
export const { TYPE_LIST, TYPE_CHANGE, OTHER_WORK_TYPE_CHANGE, GUIDANCE_WRITE, GUIDANCE_PUBLISH } = defineActions('EMPLOYEE', {
  TYPE_LIST: { EMPLOYEE: 'GRANTED', BOOKING_CLERK: 'GRANTED', SUPERVISOR: 'GRANTED', ADMINISTRATOR: 'GRANTED' },
  TYPE_CHANGE: { SUPERVISOR: 'GRANTED', ADMINISTRATOR: 'GRANTED' },
  OTHER_WORK_TYPE_CHANGE: { ADMINISTRATOR: 'ANY' },
  GUIDANCE_WRITE: { EMPLOYEE: 'GRANTED', SUPERVISOR: 'GRANTED', ADMINISTRATOR: 'GRANTED' },
  GUIDANCE_PUBLISH: { ADMINISTRATOR: 'GRANTED' },
});
