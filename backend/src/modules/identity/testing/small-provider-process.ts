import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Context } from 'oidc-provider';
import { SystemClock } from '../../../kernel/clock.ts';

interface Next {
  readonly subject: string;
  readonly acr: string;
  /** Seconds since the person was recognised: whatever is asked for, as a provider does that knows only single sign-on. */
  readonly recognisedAgo?: number;
  readonly claims: Readonly<Record<string, unknown>>;
}

// A process of its own: inside a test's realm the library takes its own copies of objects for foreign ones.
const { publicKey, redirectUris, clientIds } = JSON.parse(process.argv[2] ?? '') as {
  publicKey: object;
  redirectUris: string[];
  clientIds: string[];
};
const machine = new SystemClock();
let next: Next = { subject: '', acr: '', claims: {} };

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configuration());
  const callback = provider.callback();
  server.on('request', (request, response) => {
    if (request.url === '/next') return void textOf(request).then((text) => ((next = JSON.parse(text) as Next), response.end()));
    if (request.url?.startsWith('/interaction/') !== true) return void callback(request, response);
    const ts = machine.now().toUnixInteger() - (next.recognisedAgo ?? 0);
    const result = next.subject === '' ? { error: 'access_denied' } : { login: { accountId: next.subject, acr: next.acr, ts } };
    return void provider.interactionFinished(request, response, result);
  });
  process.send?.({ issuer });
});
process.on('disconnect', () => process.exit());

function configuration(): object {
  const signing = {
    ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
    kid: 'provider',
    alg: 'RS256',
    use: 'sig',
  };
  return {
    jwks: { keys: [signing] },
    clients: clientIds.map((id) => ({
      client_id: id,
      redirect_uris: redirectUris,
      post_logout_redirect_uris: redirectUris.map((address) => new URL(address.includes('/employee/') ? '/employee/' : '/', address).href),
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES256',
      jwks: { keys: [publicKey] },
    })),
    cookies: { keys: ['only-for-a-test'] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_context: Context, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    claims: {
      openid: ['sub', 'acr', 'auth_time'],
      profile: ['given_name', 'family_name', 'urn:oid:1.2.246.21', 'urn:oid:1.2.246.517.2002.2.27'],
    },
    acrValues: [
      'http://ftn.ficora.fi/2017/loa1',
      'http://ftn.ficora.fi/2017/loa2',
      'https://refeds.org/profile/mfa',
      'https://refeds.org/profile/sfa',
    ],
    // The persons' claims come from the user info endpoint, as the standard would have it.
    conformIdTokenClaims: true,
    findAccount: (_context: Context, subject: string) => ({ accountId: subject, claims: async () => ({ sub: subject, ...next.claims }) }),
    async loadExistingGrant(context: Context) {
      const { session, client } = context.oidc;
      const grant = new context.oidc.provider.Grant({ accountId: session?.accountId ?? '', clientId: client?.clientId ?? '' });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}
