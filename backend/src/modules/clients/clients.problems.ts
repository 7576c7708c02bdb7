import { defineProblems } from '../../kernel/index.ts';

export const {
  CLIENT_EXISTS,
  ADDRESS_PROTECTED,
  CLIENT_SEARCH_UNCLEAR,
  CONTACT_CODE_TOO_SOON,
  CONTACT_CODE_WRONG,
  CONTACT_CODE_ENDED,
  TOO_MANY_CONTACT_CODES,
  TOO_MANY_IDENTITY_CODES_TODAY,
} = defineProblems('clients', {
  CLIENT_EXISTS: {
    status: 409,
    title: 'Client exists',
    detail: 'The register already has a client with this identity code. Search by the code.',
  },
  ADDRESS_PROTECTED: {
    status: 422,
    title: 'Address protected',
    detail: 'The client has a non-disclosure for personal safety: no address is stored. Add the client without it.',
  },
  CLIENT_SEARCH_UNCLEAR: {
    status: 400,
    title: 'Search unclear',
    detail: 'Give either the identity code alone, or the last name and the birth date.',
  },
  CONTACT_CODE_TOO_SOON: {
    status: 429,
    title: 'Code sent a moment ago',
    detail: 'A code was sent less than a minute ago. Wait before asking for another.',
  },
  CONTACT_CODE_WRONG: { status: 422, title: 'Wrong code', detail: 'The code is not the one that was sent. Attempts left: {attemptsLeft}.' },
  CONTACT_CODE_ENDED: {
    status: 409,
    title: 'Code no longer valid',
    detail: 'No code is open: it expired, was tried too often or was used. Ask for a new one.',
  },
  TOO_MANY_CONTACT_CODES: {
    status: 429,
    title: 'Too many codes today',
    detail: 'No more codes are sent to you, or to this number or address, today. Ask again tomorrow.',
  },
  TOO_MANY_IDENTITY_CODES_TODAY: {
    status: 429,
    title: 'Too many identity codes today',
    detail: 'You have tried as many identity codes as one employee may in a day. Ask your supervisor, or go on tomorrow.',
  },
});
