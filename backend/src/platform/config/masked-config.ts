import type { Config } from './config.ts';

/** The settings as they may be printed: no password, no path of a key, no query string. */
export function maskedConfig(config: Config): Record<string, unknown> {
  return Object.fromEntries(Object.entries(config).map(([name, value]) => [name, masked(name, value)]));
}

function masked(name: string, value: unknown): unknown {
  if (name === 'keysDirectory') return '***';
  if (name.endsWith('Url') && typeof value === 'string') return maskedUrl(value);
  if (name.endsWith('IdentityProvider') && typeof value === 'object' && value !== null && 'clientKeyFile' in value) {
    return { ...value, clientKeyFile: value.clientKeyFile === null ? null : '***' };
  }
  if (name === 'clockStartsAt') return value === null ? null : String(value);
  return value;
}

function maskedUrl(text: string): string {
  const url = new URL(text);
  // Left out rather than starred: `***@host` looks like an e-mail address, and the log would hide the host with it.
  url.username = '';
  url.password = '';
  url.search = '';
  return url.toString();
}
