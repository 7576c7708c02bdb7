import * as oidc from 'openid-client';
import { Strategy, type AuthenticateOptions } from 'openid-client/passport';
import type { Request } from 'express';

export interface SignInOptions extends AuthenticateOptions {
  readonly acceptedLevels: readonly string[];
  readonly language: string;
  /** Seconds; the provider must have recognised the person within them, and says when it did. */
  readonly maxAge: number;
}

/** What the provider has told, its signature, issuer, audience, times, nonce and state checked. */
export interface ProviderAnswer {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly subject: string;
  readonly accessToken: string;
}

/** Where the state of the sign-in stands in the login session. */
const sessionKey = 'provider';

/** Code flow with PKCE and, whatever the provider supports, also state and nonce. */
export class SignInStrategy extends Strategy {
  constructor(config: oidc.Configuration, scope: string) {
    super({ config, scope, name: 'oidc', sessionKey }, (tokens, verified) => {
      const claims = tokens.claims();
      if (claims === undefined) return verified(new Error('The provider sent no identity token.'));
      const answer: ProviderAnswer = { claims, subject: claims.sub, accessToken: tokens.access_token };
      return verified(null, answer);
    });
  }

  override authorizationRequestParams<Options extends AuthenticateOptions>(request: Request, options: Options): URLSearchParams {
    const parameters = new URLSearchParams(super.authorizationRequestParams(request, options));
    const { acceptedLevels, language, maxAge } = options as unknown as SignInOptions;
    parameters.set('state', oidc.randomState());
    parameters.set('nonce', oidc.randomNonce());
    parameters.set('max_age', String(maxAge));
    parameters.set('ui_locales', language);
    if (acceptedLevels.length > 0) parameters.set('acr_values', acceptedLevels.join(' '));
    return parameters;
  }

  /** The route says which half of the flow it is, not the query: an answer without a code must not start another round. */
  override shouldInitiateAuthRequest(request: Request): boolean {
    return request.path.endsWith('/login');
  }
}
