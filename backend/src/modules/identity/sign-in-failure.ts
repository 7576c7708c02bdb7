import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { IdentityProviderUnavailable } from './identity-providers.ts';

/** Why a sign-in came to nothing; each has a page of its own. */
export const SIGN_IN_FAILURES = [
  'UNAVAILABLE',
  'CANCELLED',
  'EXPIRED',
  'NOT_STRONG_ENOUGH',
  'NOT_IDENTIFIED',
  'NO_ACCOUNT',
  'NOT_FRESH',
  'TOO_MANY',
  'FAILED',
] as const;
export type SignInFailureReason = (typeof SIGN_IN_FAILURES)[number];

export class SignInFailure extends Error {
  constructor(
    readonly reason: SignInFailureReason,
    cause?: unknown,
  ) {
    super(`Sign-in failed: ${reason}`, { cause });
    this.name = 'SignInFailure';
  }
}

export const failureStatus: Readonly<Record<SignInFailureReason, number>> = {
  UNAVAILABLE: 503,
  CANCELLED: 200,
  EXPIRED: 400,
  NOT_STRONG_ENOUGH: 403,
  NOT_IDENTIFIED: 403,
  NO_ACCOUNT: 403,
  NOT_FRESH: 403,
  TOO_MANY: 429,
  FAILED: 400,
};

/** An error of the provider, the network or the protocol, sorted by what the person can do about it. */
export function failureOf(error: unknown): SignInFailure {
  if (error instanceof SignInFailure) return error;
  if (error instanceof IdentityProviderUnavailable) return new SignInFailure('UNAVAILABLE', error);
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError)
    return new SignInFailure(reasonOfCode(error.error), error);
  if (isTooLongAgo(error)) return new SignInFailure('NOT_FRESH', error);
  const code = error instanceof ClientError ? error.code : undefined;
  const isTransport = error instanceof TypeError || code === 'OAUTH_TIMEOUT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM';
  return new SignInFailure(isTransport ? 'UNAVAILABLE' : 'FAILED', error);
}

/** The provider let in somebody whom it had recognised earlier than it was asked to. */
function isTooLongAgo(error: unknown): boolean {
  if (!(error instanceof ClientError) || error.code !== 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return false;
  const details = error.cause instanceof Error ? error.cause.cause : error.cause;
  return typeof details === 'object' && details !== null && 'claim' in details && details.claim === 'auth_time';
}

function reasonOfCode(code: string): SignInFailureReason {
  if (code === 'access_denied') return 'CANCELLED';
  return code === 'server_error' || code === 'temporarily_unavailable' ? 'UNAVAILABLE' : 'FAILED';
}
