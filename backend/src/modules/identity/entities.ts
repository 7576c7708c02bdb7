import { EmployeeSignInEntity } from './employee-sign-in.entity.ts';
import { RoleGrantEntity } from './role-grant.entity.ts';
import { SessionEntity } from './session.entity.ts';

/** The tables of this module. */
export const identityEntities = [SessionEntity, EmployeeSignInEntity, RoleGrantEntity] as const;
