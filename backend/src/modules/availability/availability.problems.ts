import { defineProblems } from '../../kernel/index.ts';

export const { SPAN_TOO_LONG, SPAN_EMPTY, MONTH_INVALID, EMPLOYEE_NOT_TO_CHOOSE } = defineProblems('availability', {
  SPAN_TOO_LONG: { status: 400, title: 'Span too long', detail: 'Ask for at most {days} days at a time.' },
  SPAN_EMPTY: { status: 400, title: 'Span empty', detail: 'The end must be after the start.' },
  MONTH_INVALID: { status: 400, title: 'Month invalid', detail: 'Give the month as YYYY-MM.' },
  EMPLOYEE_NOT_TO_CHOOSE: {
    status: 400,
    title: 'No choice of employee',
    detail: 'Times of this type cannot be chosen by {by}. Search and book without it.',
  },
});
