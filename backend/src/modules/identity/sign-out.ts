import { Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import type { Request, Response } from 'express';
import type { Surface } from '../../platform/access/index.ts';
import { BrowserSessions } from './browser-sessions.ts';
import { IdentityProviders } from './identity-providers.ts';
import { OwnAddress } from './own-address.ts';
import { homeOf } from './provider-sign-in.ts';
import { requestedOrganisation } from './session-store.ts';

/** Ends the session here and says where the browser goes to end the one at the identity provider. */
@Injectable()
export class SignOut {
  constructor(
    private readonly browsers: BrowserSessions,
    private readonly providers: IdentityProviders,
    private readonly address: OwnAddress,
  ) {}

  async execute(surface: Surface, request: Request, response: Response): Promise<string> {
    const hasEnded = await this.browsers.close(surface, requestedOrganisation(), request, response);
    if (!hasEnded) return homeOf[surface];
    const returnAddress = (await this.address.originOf(surface, request)) + homeOf[surface];
    return (await this.providerSignOut(surface, returnAddress)) ?? homeOf[surface];
  }

  /**
   * null: the provider has no sign-out, or is not there just now; the own session has ended in any case.
   * Without the identity token as a hint: it holds name and identity code, and an address stays in histories and logs. The provider
   * knows the person by its own cookie and us by the client id.
   */
  private async providerSignOut(surface: Surface, returnAddress: string): Promise<string | null> {
    try {
      const config = await this.providers.configurationOf(surface);
      if (config.serverMetadata().end_session_endpoint === undefined) return null;
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: returnAddress }).href;
    } catch {
      return null;
    }
  }
}
