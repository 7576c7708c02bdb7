import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** A ciphertext that is not what was written here: changed, moved to another place, or of another key. */
export class CiphertextRefused extends Error {
  constructor(reason: string, cause?: unknown) {
    // Never the text itself: the message goes to the log.
    super(`A ciphertext was refused: ${reason}`, { cause });
    this.name = 'CiphertextRefused';
  }
}

/** `v1.<kid>.<iv>.<ct>.<tag>`, the parts in base64url. The context is authenticated but not stored. */
export function seal(key: Buffer, kid: string, plain: Buffer, context: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(context));
  const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
  return ['v1', kid, ...[iv, encrypted, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
}

/** @throws CiphertextRefused unless the text was sealed by this key for this context and has not been changed since */
export function open(keyOf: (kid: string) => Buffer | undefined, text: string, context: string): Buffer {
  const [version, kid = '', iv = '', encrypted = '', tag = '', ...rest] = text.split('.');
  const key = keyOf(kid);
  if (version !== 'v1' || rest.length > 0) throw new CiphertextRefused('unknown format');
  if (key === undefined) throw new CiphertextRefused(`unknown key ${kid.slice(0, 20)}`);
  try {
    const decipher = createDecipheriv(algorithm, key, Buffer.from(iv, 'base64url'), { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(context));
    // Node takes a shortened tag for a weaker one; here the length is fixed, so it throws.
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(encrypted, 'base64url')), decipher.final()]);
  } catch (error) {
    throw new CiphertextRefused('not written here for this place', error);
  }
}

/** The key id that a ciphertext names; tells what a rotation still has to do. */
export function keyIdOf(text: string): string {
  return text.split('.')[1] ?? '';
}
