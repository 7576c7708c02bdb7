import { defineProblems } from '../../kernel/index.ts';

export const { GRANT_TO_SELF, SIGN_IN_TAKEN } = defineProblems('identity', {
  GRANT_TO_SELF: { status: 403, title: 'Own role', detail: 'Nobody gives or takes a role of their own.' },
  SIGN_IN_TAKEN: { status: 409, title: 'Account in use', detail: 'This account of the identity provider is bound to an employee already.' },
});
