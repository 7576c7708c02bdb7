import { defineProblems } from '../../kernel/index.ts';

export const { MESSAGE_TEMPLATE_REFUSED } = defineProblems('notifications', {
  MESSAGE_TEMPLATE_REFUSED: {
    status: 422,
    title: 'Text cannot be used',
    detail: 'The text {kind} by {channel} in {language} cannot be used: {faults}. Use safe placeholders only and keep it within one SMS.',
  },
});
