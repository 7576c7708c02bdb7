import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { formatInstant, type Instant } from '../../kernel/index.ts';
import { Keyring } from '../crypto/keyring.ts';

/** One link of the chain: it vouches for the log rows of a range of transactions, and for the link before it. */
export interface Seal {
  readonly id: string;
  readonly organisationId: string;
  readonly sealedAt: Instant;
  /** The range is [fromXid, upToXid). */
  readonly fromXid: string;
  readonly upToXid: string;
  readonly rowCount: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** What the first link of a chain names as the one before it. */
export const genesis = 'genesis';

/** Keyed, so that not even the database's administrator can rewrite rows and compute the chain anew. */
@Injectable()
export class SealHash {
  constructor(private readonly keyring: Keyring) {}

  /** `v1.<kid>.<hmac>` */
  of(seal: Omit<Seal, 'hash'>, digest: string): string {
    const { id, key } = this.keyring.currentOf('audit');
    return `v1.${id}.${mac(key, seal, digest)}`;
  }

  matches(seal: Seal, digest: string): boolean {
    const [version, kid = '', value = ''] = seal.hash.split('.');
    const key = this.keyring.find(kid, 'audit');
    if (version !== 'v1' || key === undefined) return false;
    const expected = Buffer.from(mac(key, seal, digest));
    const found = Buffer.from(value);
    return expected.length === found.length && timingSafeEqual(expected, found);
  }
}

function mac(key: Buffer, seal: Omit<Seal, 'hash'>, digest: string): string {
  const content = [
    seal.id,
    seal.organisationId,
    formatInstant(seal.sealedAt),
    seal.fromXid,
    seal.upToXid,
    seal.rowCount,
    seal.previousHash,
    digest,
  ];
  return createHmac('sha256', key).update(JSON.stringify(content)).digest('hex');
}
