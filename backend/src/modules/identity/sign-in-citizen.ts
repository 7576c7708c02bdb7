import { Injectable, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock, type Language } from '../../kernel/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { Clients, type SignInClaims } from '../clients/index.ts';
import { BrowserSessions } from './browser-sessions.ts';
import { authenticatedAt, type Claims, citizenOf, isNonDisclosureUnclear, isStrongEnough } from './identity-claims.ts';
import { ProviderSignIn } from './provider-sign-in.ts';
import { requestedOrganisation } from './session-store.ts';
import { SignInFailure } from './sign-in-failure.ts';
import { SignInSettings } from './sign-in-settings.ts';

/** Opens a session for the person whom the provider has recognised strongly; enters the person into the register when new. */
@Injectable()
export class SignInCitizen {
  private readonly log = new Logger(SignInCitizen.name);

  constructor(
    private readonly provider: ProviderSignIn,
    private readonly settings: SignInSettings,
    private readonly clients: Clients,
    private readonly transactions: Transactions,
    private readonly browsers: BrowserSessions,
    private readonly clock: Clock,
  ) {}

  /** @throws SignInFailure */
  async execute(request: Request, response: Response, language: Language): Promise<void> {
    const answer = await this.provider.finish('CITIZEN', request, response);
    if (!isStrongEnough(answer.claims, this.settings.of('CITIZEN'))) throw new SignInFailure('NOT_STRONG_ENOUGH');
    const organisationId = requestedOrganisation();
    const claims =
      this.citizenIn(answer.claims, organisationId, language) ??
      this.citizenIn(await this.provider.furtherClaims('CITIZEN', answer), organisationId, language);
    if (claims === null) throw new SignInFailure('NOT_IDENTIFIED');
    const client = await this.transactions.run({ organisationId }, (tx) => this.clients.findOrCreateBySignIn(tx, claims));
    await this.browsers.open(
      {
        organisationId,
        surface: 'CITIZEN',
        clientId: client.id,
        representedClientId: null,
        employeeId: null,
        issuer: String(answer.claims['iss']),
        authenticatedAt: authenticatedAt(answer.claims, this.clock.now()),
        sharedDesk: false,
      },
      request,
      response,
    );
  }

  private citizenIn(claims: Claims, organisationId: string, language: Language): SignInClaims | null {
    const citizen = citizenOf(claims, this.settings.claims, organisationId, language);
    if (citizen !== null && isNonDisclosureUnclear(claims, this.settings.claims))
      this.log.error({ event: 'non-disclosure-not-understood', organisationId });
    return citizen;
  }
}
