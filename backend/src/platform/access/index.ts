export { Access, knowsAction, type AccessColumns, type SqlPredicate } from './access.ts';
export { AccessGuard } from './access.guard.ts';
export { AccessModule } from './access.module.ts';
export { FORBIDDEN, FRESH_SIGN_IN_REQUIRED, NOT_FOUND, SESSION_LOCKED, SIGN_IN_REQUIRED } from './access.problems.ts';
export { actionOf, allActions, defineActions, type Surface } from './actions.ts';
export { Authentication } from './authentication.ts';
export {
  Audited,
  Authorize,
  auditedKey,
  authorizeKey,
  Me,
  Public,
  publicKey,
  Unaudited,
  unauditedKey,
  type RequestWithPrincipal,
} from './decorators.ts';
export { FRESH_SIGN_IN, requireFreshSignIn } from './fresh-sign-in.ts';
export { SessionEndings } from './session-endings.ts';
export {
  concernedClientId,
  type CitizenPrincipal,
  type EmployeePrincipal,
  type Principal,
  type Role,
  type RoleGrant,
  type SystemPrincipal,
} from './principal.ts';
