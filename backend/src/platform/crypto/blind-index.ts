import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyMaterial } from './key-material.ts';

/** What can be found by its exact value although it is stored encrypted. */
export type BlindIndexKind = 'identity-code' | 'phone' | 'email';

/** Keyed hashes of values that are stored encrypted. The value space is small: without the key they would be guessed in seconds. */
@Injectable()
export class BlindIndex {
  constructor(private readonly material: KeyMaterial) {}

  /**
   * The index of a value that the caller has normalised (identity code as issued, phone E.164, e-mail in lower case): 64 hexadecimal
   * digits. Differs between organisations and kinds, so equal values cannot be matched across either.
   */
  of(kind: BlindIndexKind, organisationId: string, normalised: string): string {
    return this.keyedHash(`index|${kind}`, organisationId, normalised);
  }

  /** A keyed hash for comparing a text that may hold personal data, for example a request under an idempotency key. */
  fingerprint(purpose: string, organisationId: string, text: string): string {
    return this.keyedHash(`fingerprint|${purpose}`, organisationId, text);
  }

  private keyedHash(domain: string, organisationId: string, text: string): string {
    return createHmac('sha256', this.material.indexKey).update(`${domain}|${organisationId}|`).update(text).digest('hex');
  }
}
