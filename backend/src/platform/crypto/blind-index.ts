import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.ts';
import type { NamedKey } from './key-material.ts';

/** What can be found by its exact value although it is stored encrypted. */
export type BlindIndexKind = 'identity-code' | 'phone' | 'email';

/** The index keys as the database has them in use. More than one while they are exchanged. */
export abstract class IndexKeys {
  /** To write with. */
  abstract indexKey(): NamedKey;
  /** Those that a stored index may be of, the oldest first. */
  abstract indexKeysInUse(): readonly NamedKey[];
  /** Every one that this process holds, those of the past too. */
  abstract indexKeysHeld(): readonly NamedKey[];
  /** Holds the keys in use still until the transaction ends, and reads them again if they have changed. */
  abstract holdIndexKeys(tx: Tx): Promise<void>;
}

/** Keyed hashes of values that are stored encrypted. The value space is small: without the key they would be guessed in seconds. */
@Injectable()
export class BlindIndex {
  constructor(private readonly keys: IndexKeys) {}

  /**
   * The index of a value that the caller has normalised (identity code as issued, phone E.164, e-mail in lower case):
   * `<key id>.<64 hexadecimal digits>`. Differs between organisations and kinds, so equal values cannot be matched across either.
   */
  of(kind: BlindIndexKind, organisationId: string, normalised: string): string {
    const key = this.keys.indexKey();
    return `${key.id}.${keyedHash(key, `index|${kind}`, organisationId, normalised)}`;
  }

  /** Every form in which the value may be stored now; to be looked for with `= ANY`, after `hold`. */
  allOf(kind: BlindIndexKind, organisationId: string, normalised: string): readonly string[] {
    return this.keys.indexKeysInUse().flatMap((key) => {
      const hash = keyedHash(key, `index|${kind}`, organisationId, normalised);
      // Without a key's id until version 0.1: such a row is found, too, and gets the id at the first exchange.
      return [`${key.id}.${hash}`, hash];
    });
  }

  /**
   * To be called in a transaction before it looks for or writes an index: until it ends no exchange of keys begins or ends, so that all
   * who write at the same time know the same keys.
   * @throws KeysUnusable when one of them is not in the keys directory
   */
  hold(tx: Tx): Promise<void> {
    return this.keys.holdIndexKeys(tx);
  }

  /**
   * Lets only one transaction at a time go on with this value: while keys are exchanged two rows of it would differ, and no constraint could refuse
   * the second. Holds the keys, too. The caller then looks for `allOf` before it inserts.
   */
  async claim(tx: Tx, kind: BlindIndexKind, organisationId: string, normalised: string): Promise<void> {
    await this.hold(tx);
    const [oldest] = this.keys.indexKeysInUse();
    const name = oldest === undefined ? '' : keyedHash(oldest, `index|${kind}`, organisationId, normalised);
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 727004))', [name]);
  }

  /** A keyed hash for comparing a text that may hold personal data, for example a request under an idempotency key. */
  fingerprint(purpose: string, organisationId: string, text: string): string {
    return keyedHash(this.keys.indexKey(), `fingerprint|${purpose}`, organisationId, text);
  }

  /** The fingerprint to write first, then those under every other key that this process holds: what was written before an exchange still compares. */
  fingerprints(purpose: string, organisationId: string, text: string): readonly string[] {
    const written = this.fingerprint(purpose, organisationId, text);
    const all = this.keys.indexKeysHeld().map((key) => keyedHash(key, `fingerprint|${purpose}`, organisationId, text));
    return [...new Set([written, ...all])];
  }
}

function keyedHash({ key }: NamedKey, domain: string, organisationId: string, text: string): string {
  return createHmac('sha256', key).update(`${domain}|${organisationId}|`).update(text).digest('hex');
}
