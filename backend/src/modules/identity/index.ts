export { EndSessions } from './end-sessions.ts';
export { BindEmployeeSignIn } from './bind-employee-sign-in.ts';
export { GrantRole } from './grant-role.ts';
export { IdentityModule } from './identity.module.ts';
