export { BindEmployeeSignIn, type EmployeeSignInInput } from './bind-employee-sign-in.ts';
export { EndSessions } from './end-sessions.ts';
export { identityEntities } from './entities.ts';
export { GrantRole, type RoleGrantInput } from './grant-role.ts';
export { IdentityModule } from './identity.module.ts';
export { RevokeRole } from './revoke-role.ts';
export { SessionCookies } from './session-cookies.ts';
export { newSessionId } from './session-id.ts';
export { Sessions, type SignedIn } from './sessions.ts';
