import { createHash, createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject, type webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The private key with which the API proves to an identity provider that it is itself. */
export interface ClientKey {
  readonly kid: string;
  readonly algorithm: 'ES256' | 'RS256';
  readonly key: KeyObject;
  /** What may be published. */
  readonly publicJwk: JsonWebKey;
}

/**
 * Reads a private key, as JWK or PEM: P-256 or RSA.
 * @throws Error when the file holds something else
 */
export function readClientKey(file: string): ClientKey {
  const text = readFileSync(file, 'utf8').trim();
  const jwk = text.startsWith('{') ? (JSON.parse(text) as JsonWebKey & { kid?: string }) : null;
  const key = jwk === null ? createPrivateKey(text) : createPrivateKey({ key: jwk, format: 'jwk' });
  const bare = createPublicKey(key).export({ format: 'jwk' });
  const algorithm = algorithmOf(bare, file);
  const kid = jwk?.kid ?? thumbprint(bare);
  return { kid, algorithm, key, publicJwk: { ...bare, kid, use: 'sig', alg: algorithm } };
}

/** In the form in which Web Cryptography signs with it. */
export function signingKeyOf({ key, algorithm }: ClientKey): Promise<webcrypto.CryptoKey> {
  const parameters = algorithm === 'ES256' ? { name: 'ECDSA', namedCurve: 'P-256' } : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  return crypto.subtle.importKey('pkcs8', new Uint8Array(key.export({ type: 'pkcs8', format: 'der' })), parameters, false, ['sign']);
}

function algorithmOf(jwk: JsonWebKey, file: string): 'ES256' | 'RS256' {
  if (jwk.kty === 'EC' && jwk.crv === 'P-256') return 'ES256';
  if (jwk.kty === 'RSA') return 'RS256';
  throw new Error(`${file} must hold a private key of the kind P-256 or RSA.`);
}

/** RFC 7638: the same key has the same id on every server. */
function thumbprint(jwk: JsonWebKey): string {
  const members = jwk.kty === 'EC' ? { crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y } : { e: jwk.e, kty: jwk.kty, n: jwk.n };
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url');
}
