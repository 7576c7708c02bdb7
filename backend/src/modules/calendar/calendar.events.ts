import type { OutboxEvent } from '../../platform/outbox/index.ts';

/** What changed in the calendar besides reservations, which have events of their own. */
export type CalendarChange =
  | 'OFFERED'
  | 'WITHDRAWN'
  | 'OTHER_WORK_ADDED'
  | 'OTHER_WORK_REMOVED'
  | 'ABSENCE_ADDED'
  | 'ABSENCE_REMOVED'
  | 'TEMPLATE_APPLIED'
  | 'TEMPLATE_UNDONE';

export const calendarChangedType = 'calendar.changed';

/** `subjectId` is the entry: the block, the other work, the absence, the template application. */
export function calendarChanged(organisationId: string, change: CalendarChange, entryId: string): OutboxEvent {
  return { type: calendarChangedType, organisationId, subjectId: entryId, payload: { change } };
}
