import { defineProblems } from '../../kernel/problem.ts';

export const { NOT_READY } = defineProblems('health', {
  NOT_READY: { status: 503, title: 'Not ready', detail: 'Failed: {checks}.' },
});
