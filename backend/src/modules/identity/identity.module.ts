import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Authentication } from '../../platform/access/index.ts';
import { ClientsModule } from '../clients/index.ts';
import { OrganisationModule } from '../organisation/index.ts';
import { BindEmployeeSignIn } from './bind-employee-sign-in.ts';
import { BrowserSessions } from './browser-sessions.ts';
import { EndForeignSessions } from './end-foreign-sessions.ts';
import { EndSessions } from './end-sessions.ts';
import { identityEntities } from './entities.ts';
import { ForgetEndedSessions } from './forget-ended-sessions.ts';
import { GrantRole } from './grant-role.ts';
import { IdentityProviders } from './identity-providers.ts';
import { OtherSessions } from './other-sessions.ts';
import { OwnAddress } from './own-address.ts';
import { OwnSession } from './own-session.ts';
import { PrincipalsRepository } from './principals.repository.ts';
import { ProviderSignIn } from './provider-sign-in.ts';
import { RevokeRole } from './revoke-role.ts';
import { RoleGrantsRepository } from './role-grants.repository.ts';
import { SessionAuthentication } from './session-authentication.ts';
import { SessionCookies } from './session-cookies.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsRepository } from './sessions.repository.ts';
import { Sessions } from './sessions.ts';
import { SharedDesk } from './shared-desk.ts';
import { SignInCitizen } from './sign-in-citizen.ts';
import { SignInController } from './sign-in.controller.ts';
import { SignInEmployee } from './sign-in-employee.ts';
import { SignInFlow } from './sign-in-flow.ts';
import { SignInSettings } from './sign-in-settings.ts';
import { SignOut } from './sign-out.ts';

/** Global, since the access guard of every module asks it who somebody is. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([...identityEntities]), ClientsModule, OrganisationModule],
  controllers: [SignInController, SessionsController],
  providers: [
    BindEmployeeSignIn,
    BrowserSessions,
    EndForeignSessions,
    EndSessions,
    ForgetEndedSessions,
    GrantRole,
    IdentityProviders,
    OtherSessions,
    OwnAddress,
    OwnSession,
    PrincipalsRepository,
    ProviderSignIn,
    RevokeRole,
    RoleGrantsRepository,
    SessionAuthentication,
    SessionCookies,
    Sessions,
    SessionsRepository,
    SharedDesk,
    SignInCitizen,
    SignInEmployee,
    SignInFlow,
    SignInSettings,
    SignOut,
    { provide: Authentication, useExisting: SessionAuthentication },
  ],
  exports: [Authentication, BindEmployeeSignIn, EndSessions, GrantRole, Sessions],
})
export class IdentityModule {}
