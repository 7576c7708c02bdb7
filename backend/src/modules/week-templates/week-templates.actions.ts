import { defineActions } from '../../platform/access/index.ts';

/** Permission P9 of `access.md`: employees plan their own calendar by their unit's templates; who writes them leads the unit. */
export const { WEEK_TEMPLATE_READ, WEEK_TEMPLATE_CHANGE, WEEK_TEMPLATE_APPLY } = defineActions('EMPLOYEE', {
  WEEK_TEMPLATE_READ: { EMPLOYEE: 'GRANTED', SUPERVISOR: 'GRANTED', ADMINISTRATOR: 'GRANTED' },
  WEEK_TEMPLATE_CHANGE: { SUPERVISOR: 'GRANTED', ADMINISTRATOR: 'GRANTED' },
  WEEK_TEMPLATE_APPLY: { EMPLOYEE: 'OWN', SUPERVISOR: 'GRANTED', ADMINISTRATOR: 'GRANTED' },
});
