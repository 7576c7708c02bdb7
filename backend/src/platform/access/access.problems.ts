import { defineProblems } from '../../kernel/problem.ts';

export const { SIGN_IN_REQUIRED, SESSION_LOCKED, FRESH_SIGN_IN_REQUIRED, FORBIDDEN, NOT_FOUND } = defineProblems('access', {
  SIGN_IN_REQUIRED: { status: 401, title: 'Sign-in required', detail: 'The session has ended or does not exist. Sign in and try again.' },
  SESSION_LOCKED: {
    status: 401,
    title: 'Session locked',
    detail: 'Nobody has used this shared desk for ten minutes. Sign in again to go on.',
  },
  FRESH_SIGN_IN_REQUIRED: {
    status: 403,
    title: 'Fresh sign-in required',
    detail: 'This needs a sign-in of the last five minutes. Nothing was changed. Sign in again with `fresh=1`, then send it again.',
  },
  FORBIDDEN: { status: 403, title: 'Not permitted', detail: 'None of your roles includes this action.' },
  // Also the answer for what exists but is not yours to know of: the two must not differ.
  NOT_FOUND: { status: 404, title: 'Not found', detail: 'There is nothing here that you may use.' },
});
