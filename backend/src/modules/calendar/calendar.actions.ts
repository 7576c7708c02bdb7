import { defineActions } from '../../platform/access/index.ts';

/** Permissions of `access.md`: P9 what is planned (own calendar, or the unit's), P16 absences (own, or the unit's). */
export const { OFFERED_TIME_CHANGE, OTHER_WORK_CHANGE, ABSENCE_CHANGE } = defineActions('EMPLOYEE', {
  OFFERED_TIME_CHANGE: { EMPLOYEE: 'OWN', SUPERVISOR: 'GRANTED', ADMINISTRATOR: 'GRANTED' },
  OTHER_WORK_CHANGE: { EMPLOYEE: 'OWN', SUPERVISOR: 'GRANTED', ADMINISTRATOR: 'GRANTED' },
  ABSENCE_CHANGE: { EMPLOYEE: 'OWN', SUPERVISOR: 'GRANTED' },
});
