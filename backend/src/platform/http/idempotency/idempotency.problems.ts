import { defineProblems } from '../../../kernel/problem.ts';

export const { IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS, RIGHTS_CHANGED } = defineProblems('idempotency', {
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: 'Idempotency-Key used before',
    detail: 'This Idempotency-Key belongs to another request. Send a new one.',
  },
  IDEMPOTENCY_IN_PROGRESS: {
    status: 409,
    title: 'Still in progress',
    detail: 'A request with this Idempotency-Key is being carried out. Ask again with the same key after the seconds of Retry-After.',
  },
  RIGHTS_CHANGED: {
    status: 409,
    title: 'Rights changed',
    detail: 'This request was answered before, and your rights have changed since. Read anew what came of it.',
  },
});
