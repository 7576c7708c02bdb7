import { Problem } from '../../kernel/problem.ts';
import type { Instant } from '../../kernel/index.ts';
import { FRESH_SIGN_IN_REQUIRED } from './access.problems.ts';
import type { Principal } from './principal.ts';

/** How long ago the person may have proved to the identity provider who they are, for what a found open session must not do. */
export const FRESH_SIGN_IN = { minutes: 5 } as const;

/**
 * For steps that a session left open must not be enough for. The product itself signs in nowhere and passes.
 * @throws Problem FRESH_SIGN_IN_REQUIRED
 */
export function requireFreshSignIn(principal: Principal, now: Instant): void {
  if (principal.kind === 'SYSTEM') return;
  if (now >= principal.authenticatedAt.plus(FRESH_SIGN_IN)) throw new Problem(FRESH_SIGN_IN_REQUIRED);
}
