import { defineProblems } from '../../kernel/index.ts';

export const { TEMPLATE_CODE_TAKEN, TEMPLATE_ENTRY_INVALID, TEMPLATE_SPAN_INVALID, TEMPLATE_CHANGED_MEANWHILE, APPLICATION_UNDONE } =
  defineProblems('week-templates', {
    TEMPLATE_CODE_TAKEN: { status: 409, title: 'Template code taken', detail: 'Another week template has the code {code}.' },
    TEMPLATE_ENTRY_INVALID: { status: 422, title: 'Template entry invalid', detail: 'Entry {position} is not possible: {reason}.' },
    TEMPLATE_SPAN_INVALID: {
      status: 422,
      title: 'Span invalid',
      detail: 'The last day must not be before the first, and the span at most {days} days.',
    },
    TEMPLATE_CHANGED_MEANWHILE: {
      status: 409,
      title: 'Template changed meanwhile',
      detail: 'Somebody else has just added a version; read the template again.',
    },
    APPLICATION_UNDONE: { status: 409, title: 'Application undone', detail: 'The application has been undone already.' },
  });
