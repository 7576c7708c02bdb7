import { defineProblems } from '../../kernel/index.ts';

export const { CALENDAR_DATE_INVALID } = defineProblems('calendar-views', {
  CALENDAR_DATE_INVALID: { status: 400, title: 'Not a date', detail: 'The calendar has no such day. Give an existing date as YYYY-MM-DD.' },
});
