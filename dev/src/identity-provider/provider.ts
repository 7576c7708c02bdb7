import type { IncomingMessage } from 'node:http';
import Provider, { type Context } from 'oidc-provider';
import { clientsOf } from './clients.ts';
import { providerKeys } from './keys.ts';
import { errorPage, logoutPage } from './pages.ts';
import { IDENTITY_CODE_CLAIM, NON_DISCLOSURE_CLAIM, type TestPerson } from './test-persons.ts';

export interface ProviderOptions {
  readonly issuer: string;
  /** Folder of the keys. */
  readonly folder: string;
  /** Port of the API whose addresses people return to. */
  readonly applicationPort: number;
  readonly persons: readonly TestPerson[];
}

/** An OpenID provider for the two clients of this machine; everything it issues is forgotten when it stops, but its keys are not. */
export function createProvider(options: ProviderOptions): Provider {
  const keys = providerKeys(options.folder);
  const bySubject = new Map(options.persons.map((person) => [person.subject, person]));
  return new Provider(options.issuer, {
    clients: clientsOf(options.folder, options.applicationPort),
    jwks: { keys: [keys.signing] },
    cookies: { keys: keys.cookies },
    pkce: { required: () => true },
    // As at Suomi.fi the claims stand in the ID token itself, so the API needs no second request.
    conformIdTokenClaims: false,
    claims: {
      openid: ['sub', 'acr', 'amr', 'auth_time', IDENTITY_CODE_CLAIM, NON_DISCLOSURE_CLAIM],
      profile: ['name', 'given_name', 'family_name'],
      email: ['email'],
    },
    acrValues: [
      'http://ftn.ficora.fi/2017/loa1',
      'http://ftn.ficora.fi/2017/loa2',
      'https://refeds.org/profile/mfa',
      'https://refeds.org/profile/sfa',
    ],
    ttl: { Interaction: 3600, Session: 36_000, Grant: 36_000, AuthorizationCode: 60, IdToken: 3600, AccessToken: 600 },
    findAccount: (_context: Context, subject: string) => {
      const person = bySubject.get(subject);
      return person === undefined ? undefined : { accountId: subject, claims: () => ({ sub: subject, ...person.claims }) };
    },
    // Nobody is asked for consent: the real providers do not ask either.
    loadExistingGrant: grantEverything,
    interactions: { url: (_context: Context, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: logoutPage },
    },
    renderError: errorPage,
  });
}

/**
 * A tester changes person all the time: every sign-in begins as if nobody had signed in before, so each asks for whom.
 * The session that it ends in is there for logging out only.
 */
export function forgetSignedIn(request: IncomingMessage, url: URL): void {
  if (url.pathname !== '/auth' && !url.pathname.startsWith('/auth/')) return;
  const cookies = (request.headers.cookie ?? '').split('; ').filter((cookie) => !cookie.startsWith('_session'));
  request.headers.cookie = cookies.join('; ');
}

async function grantEverything(context: Context): Promise<unknown> {
  const clientId = context.oidc.client?.clientId;
  const accountId = context.oidc.session?.accountId;
  if (clientId === undefined || accountId === undefined) return undefined;
  const grant = new context.oidc.provider.Grant({ clientId, accountId });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
}
