import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../../kernel/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { BrowserSessions } from './browser-sessions.ts';
import { authenticatedAt, isStrongEnough } from './identity-claims.ts';
import { PrincipalsRepository } from './principals.repository.ts';
import { ProviderSignIn } from './provider-sign-in.ts';
import { requestedOrganisation } from './session-store.ts';
import { isSharedDesk } from './shared-desk.ts';
import { SessionsRepository } from './sessions.repository.ts';
import { SignInFailure } from './sign-in-failure.ts';
import { SignInSettings } from './sign-in-settings.ts';

/** Opens a session for an employee whose account was bound to this issuer and subject beforehand. Nobody is ever let in by e-mail address. */
@Injectable()
export class SignInEmployee {
  constructor(
    private readonly provider: ProviderSignIn,
    private readonly settings: SignInSettings,
    private readonly transactions: Transactions,
    private readonly sessions: SessionsRepository,
    private readonly principals: PrincipalsRepository,
    private readonly browsers: BrowserSessions,
    private readonly clock: Clock,
  ) {}

  /** @returns who it is @throws SignInFailure */
  async execute(request: Request, response: Response): Promise<string> {
    const answer = await this.provider.finish('EMPLOYEE', request, response);
    if (!isStrongEnough(answer.claims, this.settings.of('EMPLOYEE'))) throw new SignInFailure('NOT_STRONG_ENOUGH');
    const organisationId = requestedOrganisation();
    const issuer = String(answer.claims['iss']);
    const employeeId = await this.employedAccount(organisationId, issuer, answer.subject);
    if (employeeId === null) throw new SignInFailure('NO_ACCOUNT');
    await this.browsers.open(
      {
        organisationId,
        surface: 'EMPLOYEE',
        clientId: null,
        representedClientId: null,
        employeeId,
        issuer,
        authenticatedAt: authenticatedAt(answer.claims, this.clock.now()),
        sharedDesk: isSharedDesk(request),
      },
      request,
      response,
    );
    return employeeId;
  }

  private employedAccount(organisationId: string, issuer: string, subject: string): Promise<string | null> {
    return this.transactions.run({ organisationId }, async (tx) => {
      const employeeId = await this.sessions.boundEmployee(tx, issuer, subject);
      if (employeeId === null) return null;
      return (await this.principals.account(tx, employeeId, this.clock.now())) === null ? null : employeeId;
    });
  }
}
