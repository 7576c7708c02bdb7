import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: what a browser shows to be recognised. */
export function newSessionId(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of it: whoever reads the table cannot become anybody. */
export function sessionHash(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}
