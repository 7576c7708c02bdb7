import { defineProblems } from '../../kernel/problem.ts';

export const {
  VALIDATION_FAILED,
  MALFORMED_REQUEST,
  BODY_TOO_LARGE,
  UNSUPPORTED_MEDIA_TYPE,
  METHOD_NOT_ALLOWED,
  CROSS_SITE_REQUEST,
  IF_MATCH_MISSING,
  IF_MATCH_INVALID,
  VERSION_CONFLICT,
  IDEMPOTENCY_KEY_MISSING,
  IDEMPOTENCY_KEY_INVALID,
  CURSOR_INVALID,
  RATE_LIMITED,
  NO_ORGANISATION,
  DATABASE_BUSY,
  INTERNAL_ERROR,
} = defineProblems('http', {
  VALIDATION_FAILED: { status: 400, title: 'Invalid values', detail: 'Some values are missing or wrong; `errors` names each of them.' },
  MALFORMED_REQUEST: {
    status: 400,
    title: 'Malformed request',
    detail: 'The request cannot be read, for example because its body is not JSON.',
  },
  BODY_TOO_LARGE: { status: 413, title: 'Body too large', detail: 'The body is larger than this address accepts.' },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: 'Unsupported media type',
    detail: 'The body must be JSON in UTF-8 with the content type application/json.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'Method not allowed',
    detail: 'This address exists, but not with this method; `Allow` lists those it has.',
  },
  CROSS_SITE_REQUEST: {
    status: 403,
    title: 'Cross-site request',
    detail: 'A change must come from the application itself, with the header X-Requested-By.',
  },
  IF_MATCH_MISSING: { status: 428, title: 'If-Match missing', detail: 'Send the ETag of the version that you have seen as If-Match.' },
  IF_MATCH_INVALID: { status: 400, title: 'If-Match invalid', detail: 'If-Match must be one ETag as it was given, for example "3".' },
  VERSION_CONFLICT: { status: 412, title: 'Changed meanwhile', detail: 'Somebody has changed this after you read it. Read it again.' },
  IDEMPOTENCY_KEY_MISSING: {
    status: 400,
    title: 'Idempotency-Key missing',
    detail: 'Send a key of your own as Idempotency-Key, new for each intention.',
  },
  IDEMPOTENCY_KEY_INVALID: {
    status: 400,
    title: 'Idempotency-Key invalid',
    detail: 'The key must have 16 to 100 letters, digits, hyphens or underscores.',
  },
  CURSOR_INVALID: {
    status: 400,
    title: 'Cursor invalid',
    detail: 'Send the cursor exactly as an earlier page gave it, with the same filters.',
  },
  RATE_LIMITED: { status: 429, title: 'Too many requests', detail: 'Wait for the seconds of Retry-After and try again.' },
  NO_ORGANISATION: { status: 503, title: 'No organisation', detail: 'This installation has no organisation yet.' },
  DATABASE_BUSY: {
    status: 503,
    title: 'Busy',
    detail: 'The request could not be carried out just now; nothing was changed. Try again shortly.',
  },
  INTERNAL_ERROR: { status: 500, title: 'Internal error', detail: 'Something failed on our side. Tell the request id to your support.' },
});
