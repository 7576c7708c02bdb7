import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import type { Config, IdentityProviderConfig } from './config.ts';

/** Why these settings are unsafe for real people's data; empty when they are not. A development sign-in must never open a real database. */
export function productionComplaints(config: Config): string[] {
  return [
    ...issuerComplaints('OIDC_CITIZEN', config.citizenIdentityProvider),
    ...issuerComplaints('OIDC_EMPLOYEE', config.employeeIdentityProvider),
    ...(config.clockStartsAt === null ? [] : ['VUORO_CLOCK is for tests: production runs by the real time.']),
    ...(config.demo ? ['VUORO_DEMO writes invented people: production must not have them.'] : []),
    ...(config.smsGatewayUrl === null ? ['SMS_GATEWAY_URL is not set: no text message could be sent.'] : []),
    ...(config.smtpUrl === null ? ['SMTP_URL is not set: no e-mail could be sent.'] : []),
  ];
}

function issuerComplaints(prefix: string, provider: IdentityProviderConfig | null): string[] {
  if (provider === null) return [`${prefix}_ISSUER is not set: nobody could sign in.`];
  const complaints: string[] = [];
  if (isDevelopmentIssuer(provider.issuer))
    complaints.push(`${prefix}_ISSUER must be a public https address in production, not ${provider.issuer}.`);
  if (provider.acceptedLevels?.length === 0)
    complaints.push(
      `${prefix}_ACCEPTED_LEVELS names no level: in production a weak sign-in is refused. Leave it out for the usual levels.`,
    );
  if (provider.clientKeyFile === null)
    complaints.push(`${prefix}_CLIENT_KEY_FILE is not set: in production the client proves itself by its key.`);
  else complaints.push(...clientKeyComplaints(`${prefix}_CLIENT_KEY_FILE`, provider.clientKeyFile));
  return complaints;
}

function clientKeyComplaints(name: string, file: string): string[] {
  try {
    const [, kid = ''] = /"kid"\s*:\s*"([^"]*)"/.exec(readFileSync(file, 'utf8')) ?? [];
    return isDevelopmentKey(kid) ? [`${name} is a key of the development identity provider: production needs its own.`] : [];
  } catch {
    return [`${name} names a file that cannot be read: ${file}.`];
  }
}

/** Whether a key says of itself that a development identity provider made it. Sign-in checks the issuer's keys by it as well. */
export function isDevelopmentKey(kid: string): boolean {
  return kid.startsWith('development-');
}

/** Whether an issuer can only be one of somebody's own machine or network: plain http, loopback, or a name that never resolves publicly. */
export function isDevelopmentIssuer(issuer: string): boolean {
  if (!URL.canParse(issuer)) return true;
  const { protocol, hostname } = new URL(issuer);
  return protocol !== 'https:' || isLocalHost(hostname.toLowerCase().replace(/\.$/, ''));
}

function isLocalHost(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, '');
  if (isIP(address) === 4) return address.startsWith('127.') || address.startsWith('0.');
  if (isIP(address) === 6)
    return address === '::1' || address === '::' || address.startsWith('::ffff:7f') || address.startsWith('::ffff:0:');
  return (
    !host.includes('.') || ['.localhost', '.local', '.test', '.example', '.invalid', '.internal'].some((ending) => host.endsWith(ending))
  );
}
