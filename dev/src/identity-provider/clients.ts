import { clientKeyFile, publicKeyIn } from './keys.ts';

/** The two confidential clients that the API is: one for each surface. */
export const CITIZEN_CLIENT_ID = 'vuoro-asiointi';
export const EMPLOYEE_CLIENT_ID = 'vuoro-tyo';

/** Host names of the demo's two organisations, in the order in which they are shown. */
export const ORGANISATION_HOSTS = ['localhost', 'tyollisyys.localhost'] as const;

/** Where each application begins. */
export const RETURN_PATHS = { citizen: '/', employee: '/employee/' } as const;

/** Addresses of both applications of both organisations. @param port of the API on this machine */
export function applicationsOf(port: number): readonly string[] {
  return ORGANISATION_HOSTS.flatMap((host) => Object.values(RETURN_PATHS).map((path) => `http://${host}:${port}${path}`));
}

/**
 * What the provider knows about its clients.
 * @param folder where the clients' private keys are kept
 * @param applicationPort port of the API on this machine
 */
export function clientsOf(folder: string, applicationPort: number): readonly Record<string, unknown>[] {
  return [client(folder, applicationPort, CITIZEN_CLIENT_ID, 'citizen'), client(folder, applicationPort, EMPLOYEE_CLIENT_ID, 'employee')];
}

function client(folder: string, port: number, clientId: string, surface: 'citizen' | 'employee'): Record<string, unknown> {
  const origins = ORGANISATION_HOSTS.map((host) => `http://${host}:${port}`);
  return {
    client_id: clientId,
    redirect_uris: origins.map((origin) => `${origin}/auth/${surface}/callback`),
    post_logout_redirect_uris: origins.map((origin) => `${origin}${RETURN_PATHS[surface]}`),
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    require_auth_time: true,
    jwks: { keys: [publicKeyIn(clientKeyFile(folder, clientId))] },
  };
}
