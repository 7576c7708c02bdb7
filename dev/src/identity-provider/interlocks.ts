import { PlainError } from '../plain-error.ts';

const LOOPBACK_ADDRESSES = new Set(['127.0.0.1', '::1']);

/**
 * Anybody can sign in as anybody here, so this server must be impossible outside a developer's own machine.
 * @param bindAddress the address it would listen on
 * @throws PlainError naming the first thing that looks like anything but one machine for development
 */
export function refuseUnlessDevelopment(environment: Readonly<Record<string, string | undefined>>, bindAddress: string): void {
  if (environment['NODE_ENV'] === 'production') {
    throw new PlainError('The development identity provider does not start with NODE_ENV=production: it lets anybody sign in as anybody.');
  }
  if (!LOOPBACK_ADDRESSES.has(bindAddress)) {
    throw new PlainError(`The development identity provider listens on 127.0.0.1 only, not on ${bindAddress}.`);
  }
  for (const [name, value] of Object.entries(environment)) {
    if (!name.startsWith('PUBLIC_') || value === undefined || value === '' || isLocal(value)) continue;
    throw new PlainError(
      `The development identity provider does not start while ${name} names a public address: unset it, or use a real identity provider.`,
    );
  }
}

function isLocal(value: string): boolean {
  const address = value.includes('://') ? value : `http://${value}`;
  if (!URL.canParse(address)) return false;
  const host = new URL(address).hostname.replace(/^\[|\]$/g, '');
  return LOOPBACK_ADDRESSES.has(host) || host === 'localhost' || host.endsWith('.localhost');
}
