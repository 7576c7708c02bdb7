import { generateKeyPairSync, randomBytes, type JsonWebKey } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A public or private key with what JOSE needs to know about it. */
export interface Jwk extends JsonWebKey {
  readonly kid: string;
  readonly alg: string;
  readonly use: 'sig';
}

/** The provider's own secrets; kept, so that sessions and tokens outlive a restart. */
export interface ProviderKeys {
  readonly signing: Jwk;
  readonly cookies: readonly string[];
}

/** Reads the provider's secrets from a folder, or makes them. */
export function providerKeys(folder: string): ProviderKeys {
  return readOrMake(join(folder, 'provider-keys.json'), () => ({
    signing: newKey('RS256'),
    cookies: [randomBytes(32).toString('base64url')],
  }));
}

/** The file with a client's private key (JWK, 0600); made when it is not there. */
export function clientKeyFile(folder: string, clientId: string): string {
  const file = join(folder, `${clientId}.jwk.json`);
  readOrMake(file, () => newKey('ES256'));
  return file;
}

/** The public half of the key in a file made by {@link clientKeyFile}. */
export function publicKeyIn(file: string): Jwk {
  const { kty, crv, x, y, kid, alg, use } = JSON.parse(readFileSync(file, 'utf8')) as Jwk;
  return { kty, crv, x, y, kid, alg, use } as Jwk;
}

function readOrMake<T>(file: string, make: () => T): T {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as T;
  const made = make();
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.unfinished`, JSON.stringify(made), { mode: 0o600 });
  renameSync(`${file}.unfinished`, file);
  return made;
}

function newKey(algorithm: 'RS256' | 'ES256'): Jwk {
  const { privateKey } =
    algorithm === 'RS256' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), kid: `development-${randomBytes(8).toString('hex')}`, alg: algorithm, use: 'sig' };
}
