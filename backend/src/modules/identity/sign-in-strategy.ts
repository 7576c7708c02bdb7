import * as oidc from 'openid-client';
import { Strategy, type AuthenticateOptions } from 'openid-client/passport';
import type { Request } from 'express';
import { isDevelopmentKey } from '../../platform/config/index.ts';

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

/** What of the provider's tokens decides. */
export interface SignInTokens {
  readonly id_token?: string | undefined;
  readonly access_token: string;
  claims(): (Readonly<Record<string, unknown>> & { readonly sub: string }) | undefined;
}

/**
 * The answer that checked tokens hold.
 * @throws Error without an identity token, and in production for one whose key says that a development identity provider made it: a real
 *   name in front of such a provider would pass every other check, and it lets anybody be anybody
 */
export function answerIn(tokens: SignInTokens, production: boolean): ProviderAnswer {
  const claims = tokens.claims();
  if (claims === undefined) throw new Error('The provider sent no identity token.');
  if (production && isDevelopmentKey(keyIdIn(tokens.id_token ?? '')))
    throw new Error('The identity token was signed by a development identity provider.');
  return { claims, subject: claims.sub, accessToken: tokens.access_token };
}

/** Of a token that has been verified already: what its header names as the key. */
function keyIdIn(token: string): string {
  const { kid } = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString() || '{}') as { kid?: unknown };
  return typeof kid === 'string' ? kid : '';
}

/** Code flow with PKCE and, whatever the provider supports, also state and nonce. */
export class SignInStrategy extends Strategy {
  /** @param production a token that a development identity provider has signed opens nothing */
  constructor(config: oidc.Configuration, scope: string, production: boolean) {
    super({ config, scope, name: 'oidc', sessionKey }, (tokens, verified) => {
      try {
        verified(null, answerIn(tokens, production));
      } catch (error) {
        verified(error);
      }
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
