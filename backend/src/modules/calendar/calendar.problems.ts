import { defineProblems } from '../../kernel/index.ts';

export const {
  ALREADY_OFFERED,
  TIME_ALREADY_TAKEN,
  CALENDAR_BUSY,
  TYPE_NOT_GIVEN,
  ENTRY_SPAN_INVALID,
  ABSENCE_SPAN_INVALID,
  ENTRY_REMOVED,
} = defineProblems('calendar', {
  ALREADY_OFFERED: { status: 409, title: 'Already offered', detail: 'The employee already offers this type at this moment.' },
  TIME_ALREADY_TAKEN: {
    status: 409,
    title: 'Time already taken',
    detail: 'Somebody has booked the time; cancel or move the reservation first.',
  },
  CALENDAR_BUSY: { status: 409, title: 'Calendar busy', detail: 'An employee or the room is busy at that moment.' },
  TYPE_NOT_GIVEN: { status: 422, title: 'Type not given', detail: 'The type {code} is not in use at this unit.' },
  ENTRY_SPAN_INVALID: {
    status: 422,
    title: 'Span invalid',
    detail: 'The end must be after the start, and the span at most {hours} hours.',
  },
  ABSENCE_SPAN_INVALID: {
    status: 422,
    title: 'Absence span invalid',
    detail: 'The end must be after the start, and the absence at most {years} years long.',
  },
  ENTRY_REMOVED: { status: 409, title: 'Entry removed', detail: 'The entry has been removed.' },
});
