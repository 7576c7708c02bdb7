import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Language } from '../../kernel/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { Clients } from '../clients/index.ts';
import { BrowserSessions } from './browser-sessions.ts';
import { citizenOf, isStrongEnough } from './identity-claims.ts';
import { ProviderSignIn } from './provider-sign-in.ts';
import { requestedOrganisation } from './session-store.ts';
import { SignInFailure } from './sign-in-failure.ts';
import { SignInSettings } from './sign-in-settings.ts';

/** Opens a session for the person whom the provider has recognised strongly; enters the person into the register when new. */
@Injectable()
export class SignInCitizen {
  constructor(
    private readonly provider: ProviderSignIn,
    private readonly settings: SignInSettings,
    private readonly clients: Clients,
    private readonly transactions: Transactions,
    private readonly browsers: BrowserSessions,
  ) {}

  /** @throws SignInFailure */
  async execute(request: Request, response: Response, language: Language): Promise<void> {
    const answer = await this.provider.finish('CITIZEN', request, response);
    if (!isStrongEnough(answer.claims['acr'], this.settings.of('CITIZEN').acceptedLevels)) throw new SignInFailure('NOT_STRONG_ENOUGH');
    const organisationId = requestedOrganisation();
    const names = this.settings.claims;
    const claims =
      citizenOf(answer.claims, names, organisationId, language) ??
      citizenOf(await this.provider.furtherClaims('CITIZEN', answer), names, organisationId, language);
    if (claims === null) throw new SignInFailure('NOT_IDENTIFIED');
    const client = await this.transactions.run({ organisationId }, (tx) => this.clients.findOrCreateBySignIn(tx, claims));
    await this.browsers.open(
      {
        organisationId, surface: 'CITIZEN', clientId: client.id, representedClientId: null, employeeId: null,
        issuer: String(answer.claims['iss']),
      },
      request, response,
    );
  }
}
